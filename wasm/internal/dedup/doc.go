// Package dedup finds who copied whom: exact copies, edited copies, shared
// passages, repetitions inside one document, and stories, over one shard of a
// corpus or many.
//
// # Input
//
// A document is a sequence of words, each the 64-bit hash of its folded second
// form. The package never sees text: callers map word ranges back to bytes.
//
// # Pairs
//
// Two documents are compared by the sets of their 5-word shingles:
//
//	containment of A in B = |A ∩ B| / |A|,   Jaccard = |A ∩ B| / |A ∪ B|
//
// Containment, not Jaccard, finds the shortened copy: the wire copy that was
// cut by half has a Jaccard of 0.37 and a containment of 0.85 (plain 128-hash
// MinHash in 14 bands of 8 sees such a pair one time in two hundred).
// Nothing is sampled. All pairs are counted:
//
//	shards   every shingle marks a two-bit slot of a filter    -> merged: seen twice?
//	shards   shingles seen twice become postings (hash, number) -> owner of the hash range
//	owners   postings sorted into lists; overlaps counted        -> candidates
//	owners   exact overlap of every candidate                    -> lead
//
// Lists longer than [Params.HeavyDF] (boilerplate, or one text in very many
// documents) do not pair everybody with everybody, which would be quadratic:
// they pair every document with the first [Params.HeavyPeers] of the list in
// canonical order, the ones that lead a group. A pair is kept, with its exact
// overlap, when it shares enough ([Params.Floor], [Params.Passage]) and at
// least a quarter of that stands in lists that pair it. So no pair is lost
// unless more than three quarters of what it shares is shared by over HeavyDF
// documents and neither is among the first of those.
//
// # Copies
//
// A pair that shares enough is verified on the words themselves and judged
// (Params.judge): by its longest common run, and, where one of the two is much
// the longer, by what else that one is about. A round-up that prints an article
// entire contains it as wholly as the full story contains its shortened copy;
// only the rest of it tells them apart. Groups are stars: documents are taken
// in canonical order (credited to an agency, most distinct text, most metadata,
// name) and each joins a representative with which it has a verified edge, or
// becomes one. Never by a chain: over Reuters news single links at containment
// 0.3 join twice as many pairs as are real.
//
// # Stories
//
// Representatives and lone documents are compared by the words that mark them
// (TF-IDF, title and lead weighing more) within a few days, and joined by
// average link; copies follow their representative. A small corpus is counted
// as part of a larger one of general news, so that five articles are enough to
// know that a name tells more than "said".
//
// # Many shards
//
// An [Exchange] is one shard's part. It moves in supersteps (Pregel; Malewicz et
// al. 2010): in each, every shard reads what the others sent it in the step
// before and writes what they get next. Whoever relays the messages needs to
// know nothing about them. Documents are numbered in canonical order, so that
// the result depends neither on the number of shards nor on which holds what.
//
// # Cost
//
// Linear in words but for counting, which is the sum of squared list lengths up
// to HeavyDF. On one thread under WASM, on a busy machine, 7,319 Reuters
// stories take 0.5 s for copies, and 20,000 articles of 425 words 4.3 s; see
// BenchmarkReuters and BenchmarkExchange.
package dedup
