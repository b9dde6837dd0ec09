package corpustest

import (
	"math/rand"

	"clippings/wasm/internal/shingle"
)

// Sequence is n terms that stand nowhere else, told apart by from.
func Sequence(from, n int) []uint64 {
	var out []uint64
	for i := range n {
		out = append(out, shingle.Mix(uint64(from+i+1)))
	}
	return out
}

// Terms is n texts of at most about the given words over a small alphabet,
// which share stretches with those before them.
func Terms(rng *rand.Rand, n, alphabet, words int) [][]uint64 {
	var texts [][]uint64
	for range n {
		var text []uint64
		for len(text) < words && rng.Intn(40) > 0 {
			if len(texts) > 0 && rng.Intn(3) > 0 {
				if from := texts[rng.Intn(len(texts))]; len(from) > 0 {
					at := rng.Intn(len(from))
					text = append(text, from[at:min(len(from), at+5+rng.Intn(60))]...)
				}
				continue
			}
			for range 1 + rng.Intn(20) {
				text = append(text, shingle.Mix(uint64(rng.Intn(alphabet)+1)))
			}
		}
		texts = append(texts, text)
	}
	return texts
}

// LongestRun is the longest common run of two texts, found the plain way: by the
// quadratic table.
func LongestRun(a, b []uint64) int {
	best := 0
	row := make([]int, len(b)+1)
	for i := range a {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				row[j+1] = row[j] + 1
				best = max(best, row[j+1])
			} else {
				row[j+1] = 0
			}
		}
	}
	return best
}
