package dedup

import (
	"math"
	"math/bits"
	"slices"

	"clippings/wasm/internal/shingle"
)

// vocabulary is the words of a text by their terms' numbers.
//
// A term that occurs x times in a part counts by the root of that, so the squares
// of a part add up to its terms' occurrences. Weights are sixteenths: these sums
// are exact.
type vocabulary struct {
	slots  []uint32 // hash table: number plus one, 0 is free
	terms  []sides
	text   []uint32 // by word
	square float64  // of the whole
	splits []float64
	step   int
	met    []uint32 // terms
}

// sides is how often a term occurs.
type sides struct {
	term   uint64
	weight float64 // squared
	x, y   float64 // in two parts
	z      float64 // in a window
	dot    float64
}

// name takes a text.
func (v *vocabulary) name(words []uint64) {
	size := 1 << bits.Len(uint(2*len(words)))
	v.slots = slices.Grow(v.slots[:0], size)[:size]
	clear(v.slots)
	v.terms, v.text, v.square = v.terms[:0], v.text[:0], 0
	for _, t := range words {
		at := v.slot(t)
		if v.slots[at] == 0 {
			w := newsWeight(t)
			v.terms = append(v.terms, sides{term: t, weight: w * w})
			v.slots[at] = uint32(len(v.terms))
		}
		s := &v.terms[v.slots[at]-1]
		s.x++
		v.square += s.weight
		v.text = append(v.text, v.slots[at]-1)
	}
	v.split()
}

func (v *vocabulary) slot(term uint64) int {
	mask := len(v.slots) - 1
	at := int(shingle.Mix(term)) & mask
	for v.slots[at] != 0 && v.terms[v.slots[at]-1].term != term {
		at = (at + 1) & mask
	}
	return at
}

// split finds the cosine of what is before and what is after every step-th word.
func (v *vocabulary) split() {
	v.step = max(splitStep, len(v.text)/maxSplits)
	v.splits = v.splits[:0]
	xx, yy, dot := v.square, 0.0, 0.0
	for i, n := range v.text {
		s := &v.terms[n]
		s.x, s.y = s.x-1, s.y+1
		xx, yy, dot = xx-s.weight, yy+s.weight, dot-s.dot
		s.dot = math.Sqrt(s.x*s.y) * s.weight
		dot += s.dot
		if i%v.step == 0 {
			v.splits = append(v.splits, cosine(dot, xx, yy))
		}
	}
	for i := range v.terms {
		s := &v.terms[i]
		s.x, s.y = s.y, 0
	}
}

// A text is split every splitStep words, a sentence, but at no more than about
// maxSplits places.
const (
	splitStep = 20
	maxSplits = 100
)

// ofRest is the cosine of a shorter text and the words that it does not have.
func (v *vocabulary) ofRest(shorter []uint64, spans [][2]int32) float64 {
	xx, dot := v.square, 0.0
	for _, span := range spans {
		for _, n := range v.text[span[0]:span[1]] {
			v.terms[n].x--
			xx -= v.terms[n].weight
		}
	}
	yy := v.count(shorter)
	for _, n := range v.met {
		s := &v.terms[n]
		dot += math.Sqrt(s.x*s.y) * s.weight
	}
	v.uncount()
	for _, span := range spans {
		for _, n := range v.text[span[0]:span[1]] {
			v.terms[n].x++
		}
	}
	return cosine(dot, xx, yy)
}

// count counts the words of another text in y, and returns its square.
func (v *vocabulary) count(other []uint64) (yy float64) {
	v.met = v.met[:0]
	for _, t := range other {
		at := v.slots[v.slot(t)]
		if at == 0 {
			w := newsWeight(t)
			yy += w * w
			continue
		}
		s := &v.terms[at-1]
		if s.y == 0 {
			v.met = append(v.met, at-1)
		}
		s.y++
		yy += s.weight
	}
	return yy
}

// uncount takes back what count has counted.
func (v *vocabulary) uncount() {
	for _, n := range v.met {
		v.terms[n].y = 0
	}
}

// ofSplit is the least cosine of two parts of the text, divided so that nearly
// all that the shorter has lies in one and the other is a quarter of the text or
// more.
func (v *vocabulary) ofSplit(spans [][2]int32, shared int) float64 {
	least, before := 1.0, 0
	for k, cos := range v.splits {
		at := k * v.step // the last word of the first part
		for len(spans) > 0 && int(spans[0][1]) <= at+1 {
			before += int(spans[0][1] - spans[0][0])
			spans = spans[1:]
		}
		n := before
		if len(spans) > 0 {
			n += max(0, at+1-int(spans[0][0]))
		}
		other := 0 // words of the part that the shorter lacks
		switch {
		case 10*n >= 9*shared:
			other = len(v.text) - at - 1
		case 10*n <= shared:
			other = at + 1
		}
		if 4*other >= len(v.text) {
			least = min(least, cos)
		}
	}
	return least
}

func cosine(dot, xx, yy float64) float64 {
	if xx == 0 || yy == 0 {
		return 0
	}
	return dot / math.Sqrt(xx*yy)
}
