package eval

import "fmt"

// Agreement compares clusters found with clusters that are true. Pairs are
// unordered pairs of documents in one cluster; B-cubed averages over documents
// (Bagga and Baldwin 1998).
type Agreement struct {
	PairPrecision, PairRecall, PairF1    float64
	CubePrecision, CubeRecall, CubeF1    float64
	TruePairs, FoundPairs, AgreeingPairs int
}

// String is one line of a table.
func (a Agreement) String() string {
	return fmt.Sprintf("pair F1 %.4f (precision %.4f, recall %.4f)  B-cubed F1 %.4f (precision %.4f, recall %.4f)",
		a.PairF1, a.PairPrecision, a.PairRecall, a.CubeF1, a.CubePrecision, a.CubeRecall)
}

// Agree compares two ways to cluster the same documents. A document that one of
// them leaves out is a cluster of its own there.
func Agree(truth, found [][]string) Agreement {
	inTruth, inFound := index(truth), index(found)
	for name := range inTruth {
		if _, ok := inFound[name]; !ok {
			inFound[name] = []string{name}
		}
	}
	for name := range inFound {
		if _, ok := inTruth[name]; !ok {
			inTruth[name] = []string{name}
		}
	}
	var a Agreement
	for name, real := range inTruth {
		same := common(real, inFound[name])
		a.CubePrecision += float64(same) / float64(len(inFound[name]))
		a.CubeRecall += float64(same) / float64(len(real))
		a.TruePairs += len(real) - 1
		a.FoundPairs += len(inFound[name]) - 1
		a.AgreeingPairs += same - 1
	}
	n := float64(max(len(inTruth), 1))
	a.CubePrecision /= n
	a.CubeRecall /= n
	a.CubeF1 = harmonic(a.CubePrecision, a.CubeRecall)
	a.TruePairs, a.FoundPairs, a.AgreeingPairs = a.TruePairs/2, a.FoundPairs/2, a.AgreeingPairs/2
	a.PairPrecision = share(a.AgreeingPairs, a.FoundPairs)
	a.PairRecall = share(a.AgreeingPairs, a.TruePairs)
	a.PairF1 = harmonic(a.PairPrecision, a.PairRecall)
	return a
}

func index(clusters [][]string) map[string][]string {
	of := map[string][]string{}
	for _, c := range clusters {
		for _, name := range c {
			of[name] = c
		}
	}
	return of
}

func common(a, b []string) int {
	in := map[string]bool{}
	for _, name := range a {
		in[name] = true
	}
	n := 0
	for _, name := range b {
		if in[name] {
			n++
		}
	}
	return n
}

// share is part of whole; all of nothing is 1.
func share(part, whole int) float64 {
	if whole == 0 {
		return 1
	}
	return float64(part) / float64(whole)
}

func harmonic(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}
