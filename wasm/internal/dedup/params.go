package dedup

import (
	"clippings/wasm/internal/cluster"
	"clippings/wasm/internal/shingle"
)

// Corpus is what a shard offers. Indexes run from 0 to Len()-1. The corpus must
// not change while an Exchange works on it.
type Corpus interface {
	Len() int
	// Info is what is known of document i; its Text is not looked at. It is
	// called after Terms.
	Info(i int) cluster.Doc
	// Terms is the term hashes of the running words of document i, courtesy
	// titles left out. The slice is not changed by anybody as long as the Exchange
	// works. It is called several times a document and once for each pair that is
	// verified.
	Terms(i int) []uint64
	// TitleTerms appends to dst the term hashes of the title.
	TitleTerms(i int, dst []uint64) []uint64
}

// Params tell which pairs are kept. All shards of one exchange must have the
// same.
type Params struct {
	Floor       float64 // containment of the smaller in the larger from which a pair is kept
	Passage     int     // words in one run that are kept whatever share they are
	HeavyDF     int     // texts in a list up to which it always pairs all with all
	HeavyMost   int     // texts in a list beyond which it never does
	HeavyPeers  int     // first texts of a heavy list that are paired with all others
	VectorTerms int     // terms kept of a text's vector

	// RoundPostings is how many postings a shard gets at once; more come in
	// rounds.
	RoundPostings int
	// RoundWords is how many words a shard gets at once from others to verify
	// pairs.
	RoundWords int
}

// DefaultParams returns those that the program uses.
func DefaultParams() Params {
	return Params{
		// One sentence in ten shared is worth a line in the report; under that,
		// only a whole passage is.
		Floor: 0.1,
		// A sentence and a half: longer than nearly all quotations that two
		// independent reports share.
		Passage: 25,
		// 200 texts make 20,000 pairs a shingle, 0.1 ms of counting; most real
		// families are smaller. Of 2,000 there would be two million edges.
		HeavyDF:    200,
		HeavyMost:  2000,
		HeavyPeers: 16,
		// Of 48, reports on one event whose words differ much lose a twentieth of
		// recall; more than 96 add little.
		VectorTerms: 96,
		// 84 MB in a message.
		RoundPostings: 12 << 20,
		// 32 MB.
		RoundWords: 4 << 20,
	}
}

// sane replaces values with which the exchange could not work.
func (p Params) sane() Params {
	p.HeavyDF = max(p.HeavyDF, 2)
	p.HeavyMost = min(max(p.HeavyMost, p.HeavyDF), mostHeavy)
	p.RoundPostings = max(p.RoundPostings, 1)
	p.RoundWords = max(p.RoundWords, 1)
	p.HeavyPeers = max(p.HeavyPeers, 1)
	p.Passage = max(p.Passage, shingle.Len)
	p.VectorTerms = max(p.VectorTerms, 1)
	return p
}

// mostHeavy bounds HeavyMost, for which the lengths of lists are counted.
const mostHeavy = 1 << 16

// kept is the number of common shingles from which a pair of documents with
// this many in the smaller is looked at: the floor, or as many as one passage
// alone has, whichever is less.
func (p *Params) kept(smaller uint32) uint32 {
	n := uint32(p.Floor*float64(smaller) + 0.999999)
	return max(1, min(n, uint32(p.Passage-shingle.Len+1)))
}

// seen is the least number of common shingles in lists that pair the two, out
// of kept: a quarter. The rest may be boilerplate.
func seen(kept uint32) uint32 { return (kept + 3) / 4 }
