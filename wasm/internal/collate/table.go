package collate

import "slices"

// table aligns two short stretches by dynamic programming: the heaviest set of
// equal tokens in one order, where long words weigh more than short ones, signs
// least, and a token more if the one before it is matched too, so that "the"
// does not meet "the" three lines on.
type table struct {
	wide         int
	steps        []uint8
	match, other []int32 // of the row: best that ends in a match here, and best of all
	rows, height int
	trail        [][2]int32
}

// Each cell says how its two figures came about.
const (
	fromMatch uint8 = 1 << iota // of all: it ends in a match here
	fromAbove                   // of all: it is that of the cell above
	joined                      // match: the tokens before match too
)

const none = -1 << 30

// weight is what a match of the token is worth.
func weight(t *token) int32 {
	if !t.isWord() {
		return 2
	}
	return 10 + int32(min(t.End-t.Start, 8))
}

// adjacent is what it is worth that the tokens before match too.
const adjacent = 6

func (t *table) fill(a, b []token) {
	t.height, t.wide = len(a), len(b)+1
	if n := (len(a) + 1) * t.wide; n > len(t.steps) {
		t.steps = make([]uint8, n)
	}
	if t.wide > len(t.match) {
		t.match, t.other = make([]int32, t.wide), make([]int32, t.wide)
	}
	for j := range t.wide {
		t.match[j], t.other[j], t.steps[j] = none, 0, 0
	}
	for i := range a {
		t.row(&a[i], b, t.steps[(i+1)*t.wide:][:t.wide])
	}
}

// row fills the row of one token of a.
func (t *table) row(x *token, b []token, steps []uint8) {
	matchBefore, otherBefore := t.match[0], t.other[0] // of the row above, to the left
	steps[0] = fromAbove
	own := weight(x)
	for j := range b {
		match, step := int32(none), uint8(0)
		if b[j].key == x.key {
			match = otherBefore + own
			if m := matchBefore + own + adjacent; m >= match {
				match, step = m, joined
			}
		}
		matchBefore, otherBefore = t.match[j+1], t.other[j+1]
		best := t.other[j] // to the left
		if otherBefore > best {
			best, step = otherBefore, step|fromAbove
		}
		if match >= best {
			best, step = match, step&joined|fromMatch
		}
		t.match[j+1], t.other[j+1], steps[j+1] = match, best, step
	}
}

// trace reports the matches in rising order.
func (t *table) trace(match func(i, j int32)) {
	t.trail = t.trail[:0]
	for i, j, held := t.height, t.wide-1, false; i > 0 && j > 0; {
		step := t.steps[i*t.wide+j]
		switch {
		case held || step&fromMatch != 0:
			i, j = i-1, j-1
			t.trail = append(t.trail, [2]int32{int32(i), int32(j)})
			held = step&joined != 0
		case step&fromAbove != 0:
			i--
		default:
			j--
		}
	}
	for _, m := range slices.Backward(t.trail) {
		match(m[0], m[1])
	}
}
