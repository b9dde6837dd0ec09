package dedup

import (
	"cmp"
	"math"

	"clippings/wasm/ordering"
)

// Where the longer has windowsFrom times as many words besides as the shorter has
// in all, these are looked at in windows of the shorter's length: all together
// they are about everything, and so about that too.
const (
	windowsFrom = 3
	minWindow   = 100 // words
	maxWindows  = 33
)

// ofWindows is the median of the cosines of a shorter text and windows over the
// words that it does not have, spread over the text.
func (v *vocabulary) ofWindows(shorter []uint64, spans [][2]int32) float64 {
	yy := v.count(shorter)
	size := max(len(shorter), minWindow)
	step := max(size, len(v.text)/maxWindows)
	var found []float64
	for from := 0; from+size <= len(v.text); from += step {
		for len(spans) > 0 && int(spans[0][1]) <= from {
			spans = spans[1:]
		}
		if len(spans) == 0 || int(spans[0][0]) >= from+size {
			found = append(found, v.ofWindow(v.text[from:from+size], yy))
		}
	}
	v.uncount()
	if len(found) == 0 {
		return 1
	}
	ordering.By(found, cmp.Compare)
	return found[len(found)/2]
}

// ofWindow is the cosine of some words of the text and the words counted.
func (v *vocabulary) ofWindow(words []uint32, yy float64) float64 {
	xx, dot := 0.0, 0.0
	for _, n := range words {
		s := &v.terms[n]
		xx += s.weight
		if s.y > 0 {
			// The root of occurrences so far to that of one more: they add up.
			dot += (math.Sqrt(s.z+1) - math.Sqrt(s.z)) * math.Sqrt(s.y) * s.weight
			s.z++
		}
	}
	for _, n := range words {
		v.terms[n].z = 0
	}
	return cosine(dot, xx, yy)
}
