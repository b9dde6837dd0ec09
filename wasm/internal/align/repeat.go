package align

import (
	"clippings/wasm/internal/shingle"
	"clippings/wasm/ordering"
)

// Repeat is a stretch of a document that stands in it again. Ranges are half
// open, in word indexes; First ends before Again begins.
type Repeat struct {
	First, Again [2]uint32
}

// repeatGap is how many words may be put between two parts of a repetition
// without parting it. Few, so that an advertisement dropped into a second
// printing stays outside the blocks.
const repeatGap = 6

// Repeats finds what a document says again word by word, at least atLeast words
// of it: an article printed twice on its page comes as the blocks between
// whatever was put into the second printing. Each block of Again is told once,
// with its first printing; blocks are sorted by Again and do not overlap there.
// Linear in the words.
func Repeats(terms []uint64, atLeast int) []Repeat {
	text := Text{Words: terms}
	l := aligner{a: text, b: text, gap: repeatGap, self: true}
	l.grams.reset(terms)
	l.findEarlier()
	found := l.passages(func(p Passage) bool { return int(p.Words) >= max(atLeast, shingle.Len) })
	var out []Repeat
	for _, p := range newParts(found, atLeast) {
		out = append(out, Repeat{First: p.A, Again: p.B})
	}
	return out
}

// newParts keeps, from the longest down, the repetitions whose second printing
// is not told already, cut to the part that is new.
func newParts(found []Passage, atLeast int) []Passage {
	var kept []Passage
	for _, p := range found {
		free := true
		for _, k := range kept {
			if 2*overlap(p.B, k.B) >= p.B[1]-p.B[0] {
				free = false
				break
			}
			p = cutOff(p, k)
		}
		if free && int(min(p.A[1]-p.A[0], p.B[1]-p.B[0])) >= atLeast && len(kept) < maxPassages {
			kept = append(kept, p)
		}
	}
	ordering.By(kept, comparePassages)
	return kept
}

// cutOff shortens p, on both sides alike, where k tells its second printing.
func cutOff(p, k Passage) Passage {
	n := overlap(p.B, k.B)
	n = min(n, p.A[1]-p.A[0])
	if p.B[0] < k.B[0] {
		p.A[1], p.B[1] = p.A[1]-n, p.B[1]-n
	} else {
		p.A[0], p.B[0] = p.A[0]+n, p.B[0]+n
	}
	return p
}

func overlap(x, y [2]uint32) uint32 {
	from, to := max(x[0], y[0]), min(x[1], y[1])
	if from >= to {
		return 0
	}
	return to - from
}
