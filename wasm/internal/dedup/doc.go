// Package dedup finds all pairs of documents that share wording, over one shard
// of a corpus or many, with exact figures, and what marks each text. What these
// pairs make, package cluster says.
//
// # Input
//
// A document is a sequence of words, each the 64-bit hash of the form in which
// texts are compared. The package never sees text: callers map word ranges back to bytes.
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
//	owners   postings grouped into lists of texts               -> lead: their lengths
//	owners   overlaps counted in these lists                    -> lead: candidates
//	owners   the rest of what not all owners proposed           -> lead: exact overlaps
//
// What is copied is copied by the sentence: the shingles of one have the same
// list of texts, which is kept once, with their number. Where an owner gets more
// postings than it has room for ([Params.RoundPostings]), they come in rounds,
// each a part of its hash range; the lists are kept over all rounds.
//
// Lists of very many texts (boilerplate, or one text in very many documents) do
// not pair everybody with everybody, which would be quadratic: they are heavy,
// and pair every document with the first [Params.HeavyPeers] of the list in
// canonical order, the ones that lead a group. From which length on depends on
// how much there is to count in the corpus: above [Params.HeavyDF], and above
// [Params.HeavyMost] if a corpus can afford it. A pair is kept, with its exact
// overlap, when it shares enough ([Params.Floor], [Params.Passage]) and at
// least a quarter of that stands in lists that pair it. So no pair is lost
// unless more than three quarters of what it shares is in heavy lists and
// neither is among the first of those.
//
// A pair that may be one of copies (cluster.Measured) is verified on the words
// themselves: its longest common run, and, where one of the two is much the
// longer, whether what that one has besides is about the same.
//
// # Marks
//
// Once the pairs are known, every text gets the vector of the terms that mark it
// (TF-IDF, title and lead weighing more), by which cluster finds stories. A small
// corpus is counted as part of a larger one of general news, so that five
// articles are enough to know that a name tells more than "said".
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
// to the heavy limit. Under WASM 7,319 Reuters stories take 0.3 s on one worker
// (0.7 s while the program is still being compiled), and 1,000, 10,000 and 100,000
// articles of 425 words, a fifth of them copies, 0.08, 0.6 and 19 s on two, in
// 0.7 GB with their words: see BenchmarkReuters and BenchmarkScale. Where nearly
// all sentences are shared, so that 100,000 articles have five million pairs, it
// is 50 s.
package dedup
