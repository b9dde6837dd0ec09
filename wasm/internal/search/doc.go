// Package search answers queries from an index, in three steps that make many
// shards answer exactly as one:
//
//	Compile   the query's words, as analysis folds them     on every shard
//	Stats     how often each word occurs                    on every shard
//	Top       the best hits and the counts, given the sum   on every shard
//
// Adding up the Stats, field by field, and putting the hits of all shards in one
// order is for whoever asks them: package coord.
//
// Scores depend on the sums, the document's own length and its own words, and
// are computed in the order of the query's words; never on which documents
// share its shard. Equal scores are ordered by document name. So the same
// floats come out however the documents are split, and merging is a matter of
// comparing: higher score first, then the lesser name.
//
// # Evaluation
//
// A part of the query is evaluated to the sorted list of documents that match
// it. The parts of an "and" are taken rarest first, each only within what is
// left of those before, so that a common word beside a rare one is skipped
// through and not read. A word's list keeps its weights; when the matching
// documents are known, each word's list is walked once beside them to add up
// the scores. All matching documents are counted and scored: what an exact
// count and exact numbers for every group of copies need anyway, and 100,000 of
// them take 3 ms.
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
//   - A phrase scores as one word whose idf is the sum of its words' idfs, which
//     is what Lucene does.
//   - The beginning of a word scores as one word that occurs wherever a word so
//     beginning does, plus what the beginning would score as a word of its own:
//     "oil" half typed prefers oil to oilseeds.
//   - A part of an OR that is itself of several words adds to the score only
//     where all of it matches. What NOT excludes scores nothing.
package search
