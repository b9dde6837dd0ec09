// Package search answers queries from an index, in steps that make many shards
// answer exactly as one:
//
//	Compile   what the query means, its words folded as the index's are
//	Stats     how often each word stands, its other forms, its misspellings
//	          … the sum over all shards, with the expansions taken, is the plan
//	Top       the best hits and the counts, by the plan
//	Explain   why one of them stands where it does; Matches: all of them
//
// Adding up, choosing expansions, and putting the hits of all shards in one order
// is for whoever asks them: package coord. What a hit's standing depends on are the
// plan, the document's own words, their positions and its length; never which
// documents share its shard. Sums are made in the order of the query's words. So the
// same floats come out however the documents are split.
//
// # What a query is made of
//
// A tree of AND, OR and NOT over leaves and filters (plan.go). Filters ask the
// documents' metadata, through Docs. A leaf has places in the text:
//
//	word, beginning, pattern, expression    one position
//	phrase                                  positions in a row, in one run of a field
//	Near                                    items in any order, few words between them
//	expression with white space in it       a match in a paragraph
//
// The leaves are made of atoms, which are what is looked up (atom.go): each means a
// set of terms of the dictionary, and the plan has figures for each. A word that
// analysis splits becomes a phrase. One of a script written without spaces stands
// within longer terms; beside what it was typed together with, it begins or ends
// them. A field limits a leaf to positions in its runs; furniture has terms of its
// own. A word or phrase with "=" is looked up folded, and then read in the text.
//
// # Expansions
//
// Other terms may stand for a word that is searched alone (expand.go): other forms of
// it in the corpus's languages (package stem), compounds it is a part of, and, if next
// to nothing holds it or they are asked for, terms within one or two edits
// (index.Segment.Similar): one from 5 letters, two from 9, none for numbers, an edit
// of the first letter counting two. What is quoted, excluded, exact, or part of a
// phrase stands for itself alone; so NOT and quotation marks mean what they say. A
// term that is only another spelling of a form, as programmes is of programs, is no
// expansion: the form stands wherever it does.
//
// # Evaluation
//
// A part of the query is evaluated, segment by segment, to the sorted list of
// documents that match it. The parts of an AND are taken rarest first, each only
// within what is left of those before, so that a common word beside a rare one is
// skipped through and not read (eval.go). A word of several terms is added up in a
// table of all documents (union.go). A phrase of plain words reads positions of the
// rarest, and of the others only where the words so far agree (phrase.go). All else
// is found by its places (place.go): candidates are the documents that hold the
// atoms; of some of these at a time the positions of all terms are gathered as
// numbers, put in order, and combined. For a Near, from every place on, places are
// chosen for its items by trying sets of items (nearer.go); there are at most 8.
//
// All matching documents are counted and scored: exact counts, exact numbers for
// every group of copies, and a standing that is no sum leave nothing to skip.
//
// # Standing
//
// What comes first decides; where it is equal, what follows:
//
//	missing  parts that are not in the document, when some may be
//	typos    the edits between words as typed and as they stand, the least of each
//	forms    words that stand in the document in another form only
//	gap      of the first protocol.Nearest hits: other words in the smallest stretch
//	         that holds a place of all parts, in buckets (gap.go)
//	field    whether the title alone would match (title.go)
//	score
//	name
//
// protocol.MatchAny ranks by the score alone. Typos, forms and field come with the
// lists: what a leaf found has for each document its weight, whether it is in the
// title, and how far the nearest of its terms there is from the word as typed.
//
// # Score
//
// BM25 with k1 = 1.2 and b = 0.75, over weighted fields as in BM25F: a word in
// the title counts as three words of the body, in the term frequency and in the
// length, before the saturation (Robertson, Zaragoza, Taylor: Simple BM25
// Extension to Multiple Weighted Fields, CIKM 2004). The idf is
// ln(1 + (N - df + 0.5) / (df + 0.5)), which is never negative. Eight variants
// of the formula do not differ significantly on newswire (Kamphuis and others:
// Which BM25 Do You Mean?, ECIR 2020).
//
//   - Another form of a word counts half, a compound a quarter, in the term
//     frequency; a misspelling of one edit half, of two a quarter. The document
//     frequency of a word is the largest of the terms that stand for it, so a rare
//     form or slip makes nothing important.
//   - A phrase scores as one word whose idf is the sum of its words' idfs, which
//     is what Lucene does; a Near likewise, of alternatives the least counting.
//   - The beginning of a word, a pattern or an expression scores as one word that
//     occurs wherever a word it means does; a beginning also what it would score as a
//     word of its own: "oil" half typed prefers oil to oilseeds.
//   - A part of an OR that is itself of several words adds to the score only
//     where all of it matches. What NOT excludes scores nothing.
//
// On judged collections, any word, nDCG@10 (package eval, set search), beside plain
// BM25 without forms: cranfield 0.335 (0.331), cisi 0.377 (0.326), cacm 0.482 (0.392).
// Forms at three quarters or in full: 0.335 and 0.333, 0.380 and 0.375, 0.482 and 0.477.
//
// # Cost
//
// At 100,000 documents in WASM, forms, gaps and ten excerpts included, of the slowest
// twentieth of queries on a busy machine: a word 5.4 ms, two words 4.7, the beginning
// of one 4.8, a phrase 2.4, a rare word 1.0, most of that its misspellings; natively
// 1.1, 1.5, 1.4, 1.0, 0.4. Of two words the gaps take a third, forms a fifth.
// Patterns and expressions over terms walk the dictionary; those over the text, and
// words with "=", read the texts of all candidates. Every loop yields.
package search
