package search

import (
	"math"

	"clippings/wasm/internal/index"
	"clippings/wasm/protocol"
)

// Saturation of the term frequency, and how far the length of a document
// counts: the values nearly all of the literature uses.
const (
	k1 = 1.2
	b  = 0.75
)

// weigher turns weights and lengths into scores.
type weigher struct {
	constant  float64 // k1·(1-b), in quarters of weight units
	perLength float64 // k1·b / mean length, in the same
}

// weigherOf is the weigher of a corpus.
func weigherOf(s *protocol.Stats) weigher {
	mean := 1.0
	if s.Documents > 0 && s.Length > 0 {
		mean = float64(s.Length) / float64(s.Documents)
	}
	const unit = scaleOwn * index.WeightUnit
	return weigher{constant: k1 * (1 - b) * unit, perLength: k1 * b * unit / mean}
}

// in is the weigher of weights that are to be multiplied with scale, a power of
// two; so the result is the same to the last bit.
func (w weigher) in(scale uint8) weigher {
	return weigher{w.constant / float64(scale), w.perLength / float64(scale)}
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

// documentsOf is by how many documents the rarity of an atom is judged: those of
// the most frequent word that stands for it, so that a rare misspelling or form
// makes no word important.
func (q *Query) documentsOf(plan *protocol.Stats, i int) uint64 {
	if i >= len(plan.Words) {
		return 0
	}
	w := &plan.Words[i]
	df := w.Documents
	if q.atoms[i].kind != whole {
		df = w.Postings
	}
	if q.atoms[i].lookup == "" {
		return df
	}
	for j := range w.Expansions {
		df = max(df, w.Expansions[j].Documents)
	}
	return df
}

// rarity is the idf of a leaf, and the documents it is judged by: of a phrase or
// a Near the sum over its words, of alternatives the most frequent counting.
func (q *Query) rarity(plan *protocol.Stats, l *leaf) (idf float64, documents uint64) {
	if l.kind == nearLeaf {
		for _, it := range l.items {
			least := math.Inf(1)
			for _, r := range it {
				sum, n := q.rowRarity(plan, r)
				least, documents = min(least, sum), max(documents, n)
			}
			idf += least
		}
		return idf, documents
	}
	return q.rowRarity(plan, l.row)
}

func (q *Query) rowRarity(plan *protocol.Stats, r row) (idf float64, documents uint64) {
	for i := range r.words {
		n := q.documentsOf(plan, r.first+i)
		idf += idfOf(plan, n)
		if i == 0 || n < documents {
			documents = n
		}
	}
	return idf, documents
}
