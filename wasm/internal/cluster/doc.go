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
// documents are taken in the order of the keeper's rule, and each joins the
// closest representative with which it has a verified edge, or becomes one. Never
// by a chain: over Reuters news single links at containment 0.3 join twice as
// many pairs as are real.
//
// So whatever the rule, a member has an edge with its representative. Where the
// rule, or the person, puts a document first that is a copy of only some of what
// were its group, the others make groups of their own.
//
// # Stories
//
// Representatives and lone documents are compared by the words that mark them
// (TF-IDF, title and lead weighing more) within a few days, and joined by
// average link; copies follow their representative.
//
// # The person's word
//
// Decisions name documents, and overrule what was found. They are applied anew to
// the evidence whenever documents are added, so that taking one back restores
// what was:
//
//   - Represents: the document comes first in the order, of several the last.
//     Those of its group that are no copies of it make groups of their own; join
//     them with it to keep them. So do very many that are nearly the same, of
//     which not all pairs are known (see hubDegree).
//   - NotCopies: A leaves the group that it and B are in. If it represents that,
//     those who can form a group with B do so and the others, who are copies of
//     A but not of B's group, go with A. Left alone, A joins another group of
//     which it is a copy. Nothing else changes.
//   - AreCopies: the groups of A and B become one, under that representative of
//     the two that comes first. Who has no edge with it is there by hand. Whom
//     NotCopies keeps out of the group stays behind; if that is A or B itself,
//     nothing is joined.
//   - SameStory, OtherStory: decision by decision, the story of A joins that of
//     B whole, or A with its copies leaves it and is a story of its own. Copies
//     are always of one story.
//
// Of decisions on the same two documents, whichever is named first, the last
// holds. Those that hold are applied by kind in the order above, and within a
// kind as they were made: what NotCopies parts, no AreCopies on others of the
// group brings together. A decision concerns the one document that it names, not
// others of the same text. One about a document that is not there has no effect.
package cluster
