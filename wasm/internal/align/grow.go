package align

// growRight and growLeft extend a passage over small edits at its ends.
func (l *aligner) growRight(p *Passage) {
	for {
		limit := len(l.a.Words)
		if l.self {
			limit = min(limit, int(p.B[0]))
		}
		na, nb, more := l.grow(end{
			a: int32(p.A[1]), b: int32(p.B[1]), step: 1,
			restA: int32(limit) - int32(p.A[1]), restB: int32(len(l.b.Words)) - int32(p.B[1]),
		})
		if more == 0 {
			return
		}
		p.A[1], p.B[1] = p.A[1]+na, p.B[1]+nb
		p.Words, p.Quoted = p.Words+more.words(), p.Quoted+more.quoted()
	}
}

func (l *aligner) growLeft(p *Passage) {
	for {
		limit := uint32(0)
		if l.self {
			limit = p.A[1]
		}
		na, nb, more := l.grow(end{
			a: int32(p.A[0]) - 1, b: int32(p.B[0]) - 1, step: -1,
			restA: int32(p.A[0]), restB: int32(p.B[0]) - int32(limit),
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

// grow aligns what lies beyond an end, word by word, and returns how far on each
// side the best alignment reaches and its equal words: two for an equal word,
// minus one for one that is not. It must end in two equal words, because single
// ones ("the") are everywhere.
func (l *aligner) grow(e end) (na, nb uint32, found tally) {
	n, m := min(e.restA, growWindow), min(e.restB, growWindow)
	if n <= 0 || m <= 0 {
		return 0, 0, 0
	}
	same := func(i, j int32) bool { return l.a.Words[e.a+e.step*(i-1)] == l.b.Words[e.b+e.step*(j-1)] }
	var score [growWindow + 1][growWindow + 1]int8
	var equal [growWindow + 1][growWindow + 1]tally
	for j := range m {
		score[0][j+1] = int8(-j - 1)
	}
	best := int8(0)
	for i := int32(1); i <= n; i++ {
		score[i][0] = int8(-i)
		for j := int32(1); j <= m; j++ {
			same2 := same(i, j)
			s, t := score[i-1][j-1]-1, equal[i-1][j-1]
			if same2 {
				s, t = s+3, t+oneWord+l.quote(e.a+e.step*(i-1), e.b+e.step*(j-1))
			}
			if up := score[i-1][j] - 1; up > s {
				s, t = up, equal[i-1][j]
			}
			if left := score[i][j-1] - 1; left > s {
				s, t = left, equal[i][j-1]
			}
			score[i][j], equal[i][j] = s, t
			if s > best && same2 && i > 1 && j > 1 && same(i-1, j-1) {
				best, na, nb, found = s, uint32(i), uint32(j), t
			}
		}
	}
	return na, nb, found
}
