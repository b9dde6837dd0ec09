package align

// maxGrow is how many words beyond its chain an end grows: three windows or
// four. What goes on longer without five equal words is not a copy, and time
// stays linear.
const maxGrow = 3 * growWindow

// growRight and growLeft extend a passage over small edits at its ends.
func (l *aligner) growRight(p *Passage) {
	limit := uint32(len(l.a.Words))
	if l.self {
		limit = p.B[0]
	}
	for from := p.B[1]; p.B[1]-from <= maxGrow; {
		na, nb, more := l.grow(end{
			a: int32(p.A[1]), b: int32(p.B[1]), step: 1,
			restA: int32(limit - p.A[1]), restB: int32(len(l.b.Words)) - int32(p.B[1]),
		})
		if more == 0 {
			return
		}
		p.A[1], p.B[1] = p.A[1]+na, p.B[1]+nb
		p.Words, p.Quoted = p.Words+more.words(), p.Quoted+more.quoted()
	}
}

func (l *aligner) growLeft(p *Passage) {
	limit := uint32(0)
	if l.self {
		limit = p.A[1]
	}
	for from := p.B[0]; from-p.B[0] <= maxGrow; {
		na, nb, more := l.grow(end{
			a: int32(p.A[0]) - 1, b: int32(p.B[0]) - 1, step: -1,
			restA: int32(p.A[0]), restB: int32(p.B[0] - limit),
		})
		if more == 0 {
			return
		}
		p.A[0], p.B[0] = p.A[0]-na, p.B[0]-nb
		p.Words, p.Quoted = p.Words+more.words(), p.Quoted+more.quoted()
	}
}

// end is one end of a passage: the first words beyond it, the direction that
// leads away from it, and how many words there are on each side.
type end struct {
	a, b, step   int32
	restA, restB int32
}

// growWindow is how far grow looks beyond the end of a passage.
const growWindow = 12

// grid tells which words beyond an end are equal: bit j of entry i.
type grid [growWindow]uint16

// look compares n words beyond an end in a with m in b, and tells whether there
// are two equal ones in a row.
func (l *aligner) look(e end, n, m int32) (same grid, twice bool) {
	for i := range n {
		word := l.a.Words[e.a+e.step*i]
		for j := range m {
			if l.b.Words[e.b+e.step*j] == word {
				same[i] |= 1 << j
			}
		}
		twice = twice || i > 0 && same[i]&(same[i-1]<<1) != 0
	}
	return same, twice
}

// grow aligns what lies beyond an end, word by word, and returns how far on each
// side the best alignment reaches and its equal words: two for an equal word,
// minus one for one that is not. It must end in two equal words, because single
// ones ("the") are everywhere.
func (l *aligner) grow(e end) (na, nb uint32, found tally) {
	n, m := min(e.restA, growWindow), min(e.restB, growWindow)
	same, twice := l.look(e, n, m)
	if !twice {
		return 0, 0, 0
	}
	// Row i of the table is after i words of a, entry j after j words of b.
	var score [growWindow + 1]int8
	var equal [growWindow + 1]tally
	for j := range m + 1 {
		score[j] = int8(-j)
	}
	best := int8(0)
	for i := range n {
		diagonal, counted := score[0], equal[0]
		score[0] = int8(-i - 1)
		for j := range m {
			s, t := diagonal-1, counted
			isSame := same[i]>>j&1 != 0
			if isSame {
				s, t = s+3, t+oneWord+l.quote(e.a+e.step*i, e.b+e.step*j)
			}
			diagonal, counted = score[j+1], equal[j+1]
			if up := diagonal - 1; up > s {
				s, t = up, counted
			}
			if left := score[j] - 1; left > s {
				s, t = left, equal[j]
			}
			score[j+1], equal[j+1] = s, t
			if s > best && isSame && i > 0 && j > 0 && same[i-1]>>(j-1)&1 != 0 {
				best, na, nb, found = s, uint32(i+1), uint32(j+1), t
			}
		}
	}
	return na, nb, found
}
