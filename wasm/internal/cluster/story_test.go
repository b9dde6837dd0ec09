package cluster

import (
	"math/rand/v2"
)

// testTerm is a term of a made vector.
type testTerm struct {
	term   uint64
	weight uint16
}

// vectorsOf numbers made vectors.
func vectorsOf(texts [][]testTerm) Vectors {
	var n Numberer
	for _, text := range texts {
		for _, x := range text {
			n.Count(x.term)
		}
	}
	n.Number()
	for _, text := range texts {
		for _, x := range text {
			n.Term(x.term, x.weight)
		}
		n.EndText()
	}
	return n.Vectors()
}

// randomVectors are of few terms, so that many texts are alike.
func randomVectors(r *rand.Rand, texts int) Vectors {
	all := make([][]testTerm, texts)
	for i := range all {
		for term := range uint64(4) {
			if r.IntN(2) == 0 {
				all[i] = append(all[i], testTerm{term, uint16(20000 + r.IntN(20000))})
			}
		}
	}
	return vectorsOf(all)
}
