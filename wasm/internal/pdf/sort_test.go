package pdf

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestSorted holds that the sort is the standard library's.
func TestSorted(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for n := range 70 {
		type pair struct{ key, place int }
		got := make([]pair, n)
		for i := range got {
			got[i] = pair{random.IntN(8), i}
		}
		want := slices.Clone(got)
		slices.SortStableFunc(want, func(a, b pair) int { return a.key - b.key })
		sorted(got, func(a, b *pair) bool { return a.key < b.key })
		if !slices.Equal(got, want) {
			t.Fatalf("%d: got %v, want %v", n, got, want)
		}
	}
}
