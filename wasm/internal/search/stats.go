package search

import (
	"bytes"
	"math"

	"clippings/wasm/internal/index"
	"clippings/wasm/protocol"
)

// Stats counts for q in an index. It reads no posting.
func (q *Query) Stats(x *index.Index) protocol.Stats {
	st := protocol.Stats{
		Documents: uint64(x.Documents()), Length: x.TotalLength(), Words: make([]protocol.WordStats, q.words),
	}
	for _, seg := range x.Segments() {
		for _, l := range q.leaves {
			for i, w := range l.words {
				f := frequencies(seg, w)
				st.Words[l.first+i].Documents += f[0]
				st.Words[l.first+i].Postings += f[1]
			}
		}
	}
	return st
}

func frequencies(seg *index.Segment, w word) (f [2]uint64) {
	if t, ok := seg.Find(w.term); ok {
		f[0] = uint64(seg.Frequency(t, t+1))
	}
	if w.prefix {
		from, to := seg.Range(w.folded)
		f[1] = uint64(seg.Frequency(from, to))
		if !bytes.HasPrefix(w.term, w.folded) {
			f[1] += f[0]
		}
	}
	return f
}

// Saturation of the term frequency, and how far the length of a document
// counts: the values nearly all of the literature uses.
const (
	k1 = 1.2
	b  = 0.75
)

// weigher turns weights and lengths into scores.
type weigher struct {
	constant  float64 // k1·(1-b), in weight units
	perLength float64 // k1·b / mean length, in weight units
}

// weigherOf is the weigher of a corpus.
func weigherOf(s *protocol.Stats) weigher {
	mean := 1.0
	if s.Documents > 0 && s.Length > 0 {
		mean = float64(s.Length) / float64(s.Documents)
	}
	return weigher{constant: k1 * (1 - b) * index.WeightUnit, perLength: k1 * b * index.WeightUnit / mean}
}

// score is what a word of this idf adds. The conversion keeps the compiler from
// fusing multiplication and addition where the machine can, so that all
// machines agree.
func (w weigher) score(idf float64, weight, length uint32) float64 {
	f := float64(weight)
	return float64(idf * (k1 + 1) * f / (f + w.constant + float64(w.perLength*float64(length))))
}

// idfOf is the inverse document frequency. df may exceed the number of documents
// where it is a sum over terms.
func idfOf(s *protocol.Stats, df uint64) float64 {
	n, d := float64(s.Documents), float64(min(df, s.Documents))
	return math.Log(1 + (n-d+0.5)/(d+0.5))
}

// weightOf is the idf of word i of all leaves: as a whole word, or of all it is
// the beginning of.
func weightOf(s *protocol.Stats, i int, prefix bool) float64 {
	switch {
	case i >= len(s.Words):
		return 0
	case prefix:
		return idfOf(s, s.Words[i].Postings)
	}
	return idfOf(s, s.Words[i].Documents)
}
