// Package cluster says which documents are copies of one text and which tell of
// one event, from what comparing them has found.
//
// The evidence (Evidence) is found once, by package dedup: all pairs of texts
// that share wording, with exact figures, and what marks each text. Grouping is
// a function of that, of the person's settings and of their decisions, and takes
// a fraction of the time: a threshold that is moved is answered at once.
//
// # Copies
//
// A pair is judged by how much is shared, by its longest common run, and, where
// one of the two is much the longer, by what else that one is about. A round-up
// that prints an article entire contains it as wholly as the full story contains
// its shortened copy; only the rest of it tells them apart. Groups are stars:
// documents are taken in the order of the keeper's rule, and each joins a
// representative with which it has a verified edge, or becomes one. Never by a
// chain: over Reuters news single links at containment 0.3 join twice as many
// pairs as are real.
//
// # Stories
//
// Representatives and lone documents are compared by the words that mark them
// (TF-IDF, title and lead weighing more) within a few days, and joined by
// average link; copies follow their representative.
//
// # The person's word
//
// Decisions name documents, and overrule what was found: two are copies or are
// not, tell of one event or do not, one represents its group. They are applied
// anew whenever documents are added.
package cluster
