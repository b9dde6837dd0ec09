package collate

import "slices"

// words counts the words of tokens.
func words(tokens []token) (n int32) {
	for i := range tokens {
		if tokens[i].isWord() {
			n++
		}
	}
	return n
}

// solid is how many words in a row are never taken for chance.
const solid = 6

// dropCrumbs drops short runs that stand between greater changes: in a rewritten sentence "of the" is no common ground, and
// one place reads better than three.
func (l *aligner) dropCrumbs(x box) {
	for dropped := true; dropped; {
		dropped = false
		kept := l.runs[:0:len(l.runs)]
		at := box{x.a0, 0, x.b0, 0}
		before := int32(-1)
		for i, r := range l.runs {
			at.a1, at.b1 = r.a, r.b
			if before < 0 {
				before = l.change(at)
			}
			next := box{r.a + r.n, x.a1, r.b + r.n, x.b1}
			if i+1 < len(l.runs) {
				next.a1, next.b1 = l.runs[i+1].a, l.runs[i+1].b
			}
			after := l.change(next)
			if n := l.hold(r); n < solid && isCrumb(n, before, after) {
				before += max(n, 1) + after
				dropped = true
				continue
			}
			kept = append(kept, r)
			at.a0, at.b0, before = next.a0, next.b0, after
		}
		l.runs = kept
	}
}

// isCrumb reports whether so many equal words are chance between so many that
// differ: half as many as on either side, or a tenth of both together, be it one
// that differs on one side. Tried on wire copies: with more, "the Kremlin said"
// between two rewritten clauses is lost; with less, "the" stays behind in a cut.
func isCrumb(n, before, after int32) bool {
	least := min(before, after)
	return 2*n <= least || least > 0 && 10*n <= before+after
}

// change is how many words differ in a box without runs.
func (l *aligner) change(x box) int32 {
	return max(compared(l.a[x.a0:x.a1]), compared(l.b[x.b0:x.b1]))
}

// compared counts the words that count when texts are compared.
func compared(tokens []token) (n int32) {
	for i := range tokens {
		if tokens[i].has(compares) {
			n++
		}
	}
	return n
}

// hold is how much a run holds: its words, of which signs are one, and one more
// for a sentence's start.
func (l *aligner) hold(r run) int32 {
	n := int32(0)
	for k := range r.n {
		if n == solid {
			break
		}
		if l.a[r.a+k].isWord() {
			n++
		}
		if k > 0 && l.a[r.a+k].has(starts) && l.b[r.b+k].has(starts) {
			n++
		}
	}
	return max(n, 1)
}

// maxSlide is how far a cut is moved: a long sentence.
const maxSlide = 64

// slide moves what one text has alone, where it may stand in several places, to
// where it best begins and ends: "[Mr] X. [He said so.] He" and not "X. He [said
// so. He]".
func (l *aligner) slide(x box) {
	runs := slices.Concat([]run{{x.a0, x.b0, 0}}, l.runs, []run{{x.a1, x.b1, 0}})
	for i := 1; i < len(runs); i++ {
		p, q := &runs[i-1], &runs[i]
		tokens, from, to := l.a, p.a+p.n, q.a
		if from == to {
			tokens, from, to = l.b, p.b+p.n, q.b
		} else if p.b+p.n != q.b {
			continue
		}
		back, on := min(p.n-1, maxSlide), min(q.n-1, maxSlide)
		if i == 2 && p.a == x.a0 && p.b == x.b0 {
			back++ // nothing is before it
		}
		if i == len(runs)-2 && q.a+q.n == x.a1 && q.b+q.n == x.b1 {
			on++
		}
		if by := slideBy(tokens, box{from - max(back, 0), from, to, to + max(on, 0)}); by != 0 {
			p.n += by
			q.a, q.b, q.n = q.a+by, q.b+by, q.n-by
		}
	}
	l.runs = l.runs[:0]
	for _, r := range runs {
		l.add(r)
	}
}

// slideBy is by how much the stretch from a1 to b0 is to be moved, no further down
// than a0 and up than b1.
func slideBy(tokens []token, x box) (by int32) {
	best := cut(tokens, x.a1, x.b0)
	for i, j, k := x.a1, x.b0, int32(0); i > x.a0 && tokens[i-1].key == tokens[j-1].key; {
		i, j, k = i-1, j-1, k-1
		if c := cut(tokens, i, j); c > best {
			best, by = c, k
		}
	}
	for i, j, k := x.a1, x.b0, int32(0); j < x.b1 && tokens[i].key == tokens[j].key; {
		i, j, k = i+1, j+1, k+1
		if c := cut(tokens, i, j); c > best {
			best, by = c, k
		}
	}
	return by
}

// cut is how well a stretch begins and ends.
func cut(tokens []token, from, to int32) int {
	score := 0
	for _, at := range [...]int32{from, to} {
		switch {
		case int(at) == len(tokens) || tokens[at].has(opens):
			score += 8
		case tokens[at].has(starts):
			score += 6
		case at > 0 && !tokens[at-1].isWord() && tokens[at].has(spaced):
			score += 3
		case tokens[at].has(spaced):
			score += 2
		}
	}
	return score
}
