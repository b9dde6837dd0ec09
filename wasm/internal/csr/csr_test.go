package csr

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestRowsAreThePlainSlices: rows hold what slices of slices do.
func TestRowsAreThePlainSlices(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		keys := r.IntN(20)
		plain := make([][]int, keys)
		var order []uint32
		for i := range r.IntN(60) * min(keys, 1) {
			key := uint32(r.IntN(keys))
			plain[key] = append(plain[key], i)
			order = append(order, key)
		}
		rows := New(keys, func(put func(key uint32, val int)) {
			for i, key := range order {
				put(key, i)
			}
		})
		if rows.Len() != len(order) {
			t.Fatalf("%d values, want %d", rows.Len(), len(order))
		}
		for key, want := range plain {
			if got := rows.Of(uint32(key)); !slices.Equal(got, want) {
				t.Fatalf("row %d is %v, want %v", key, got, want)
			}
		}
	}
}
