package ui

import (
	"math/rand/v2"
	"testing"
)

// TestHeightsAgreeWithAdding compares positions with those got by adding.
func TestHeightsAgreeWithAdding(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 100 {
		n := 1 + r.IntN(60)
		h := newHeights(n, 20)
		plain := make([]int, n)
		for i := range plain {
			plain[i] = 20
		}
		for range r.IntN(100) {
			i := r.IntN(n)
			plain[i] = 1 + r.IntN(50)
			h.set(i, plain[i])
		}
		if r.IntN(2) == 0 {
			h.grow(n + 5)
			plain = append(plain, 20, 20, 20, 20, 20)
		}
		y := 0
		for i, tall := range plain {
			if got := h.top(i); got != y {
				t.Fatalf("%v: top(%d) = %d, want %d", plain, i, got, y)
			}
			for _, inside := range []int{y, y + tall - 1} {
				if got := h.row(inside); got != i {
					t.Fatalf("%v: row(%d) = %d, want %d", plain, inside, got, i)
				}
			}
			y += tall
		}
		if h.top(len(plain)) != y || h.row(y) != len(plain) || h.row(-5) != 0 {
			t.Fatalf("%v: ends: top %d, row %d, row above %d", plain, h.top(len(plain)), h.row(y), h.row(-5))
		}
	}
}

func TestHeightsOfNothing(t *testing.T) {
	h := newHeights(0, 20)
	if h.top(0) != 0 || h.row(10) != 0 || h.set(0, 5) {
		t.Error("an empty list has a height")
	}
}
