package search

import (
	"bytes"
	"math"

	"clippings/wasm/internal/index"
)

// Stats is what scores need to know of a corpus for one query. The Stats of
// several shards add up to those of all.
type Stats struct {
	Documents uint64
	Length    uint64   // summed lengths of the documents, in index.WeightUnits
	Words     []uint64 // for each word of the query two: documents that hold it, and postings of all terms it is the beginning of (0 for a whole word)
}

// Stats counts for q in an index. It reads no posting.
func (q *Query) Stats(x *index.Index) Stats {
	st := Stats{Documents: uint64(x.Documents()), Length: x.TotalLength(), Words: make([]uint64, 2*q.words)}
	for _, seg := range x.Segments() {
		for _, l := range q.leaves {
			for i, w := range l.words {
				f := frequencies(seg, w)
				st.Words[2*(l.first+i)] += f[0]
				st.Words[2*(l.first+i)+1] += f[1]
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

func (s *Stats) weigher() weigher {
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

// idf is the inverse document frequency. df may exceed the number of documents
// where it is a sum over terms.
func (s *Stats) idf(df uint64) float64 {
	n, d := float64(s.Documents), float64(min(df, s.Documents))
	return math.Log(1 + (n-d+0.5)/(d+0.5))
}

// weightOf is the idf of word i of all leaves: as a whole word, or of all it is
// the beginning of.
func (s *Stats) weightOf(i int, prefix bool) float64 {
	j := 2 * i
	if prefix {
		j++
	}
	if j >= len(s.Words) {
		return 0
	}
	return s.idf(s.Words[j])
}
