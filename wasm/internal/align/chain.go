package align

import (
	"cmp"

	"clippings/wasm/ordering"
)

// chain gives every anchor the best chain that ends in it: the words matched,
// less what was skipped. It puts in order which chains to take first.
func (l *aligner) chain() {
	for i := range l.anchors {
		m := &l.anchors[i]
		m.score, m.prev, m.startB = m.n, -1, m.b
		for j, tried := i-1, 0; j >= 0 && tried < maxLookBack; j-- {
			p := &l.anchors[j]
			if m.b-p.b > 2*l.gap+maxAnchorSpan && tried > minLookBack {
				break
			}
			tried++
			if score, ok := l.link(p, m); ok && score > m.score {
				m.score, m.prev, m.startB = score, int32(j), p.startB
			}
		}
	}
	l.order = l.order[:0]
	for i := range l.anchors {
		l.order = append(l.order, int32(i))
	}
	ordering.By(l.order, func(x, y int32) int {
		return cmp.Or(cmp.Compare(l.anchors[y].score, l.anchors[x].score), cmp.Compare(x, y))
	})
}

// Which anchors are tried as the one before: the last minLookBack however far
// back they begin, as one may be long; up to maxLookBack of those that would
// reach m if they had maxAnchorSpan words.
const (
	minLookBack   = 8
	maxLookBack   = 64
	maxAnchorSpan = 256
)

// link scores the chain of p continued by m, and tells whether it may be.
func (l *aligner) link(p, m *anchor) (score int32, ok bool) {
	over := max(p.a+p.n-m.a, p.b+p.n-m.b, 0) // words of m that p already has
	if over >= m.n || m.a <= p.a || m.b <= p.b {
		return 0, false
	}
	gapA, gapB := m.a+over-p.a-p.n, m.b+over-p.b-p.n
	if l.self && m.a+m.n > p.startB {
		return 0, false
	}
	if max(gapA, gapB) > l.gap && (over > 0 || !l.bridges(gapA, gapB, m)) {
		return 0, false
	}
	return p.score + m.n - over - max(gapA, gapB)/4, true
}

// bridges reports whether two anchors are one passage though more than gap words
// lie between them: of up to twice as many, about equally many on both sides, half
// are equal in place from one anchor on or the other. So it is where words were
// put for words here and there, but not in a rewrite: where 30 in 100 words were
// replaced, 95 % of a passage is found, 89 % without.
func (l *aligner) bridges(gapA, gapB int32, m *anchor) bool {
	if l.self || max(gapA, gapB) > 2*l.gap || max(gapA-gapB, gapB-gapA) > l.gap/6 {
		return false
	}
	a, b := l.a.Words[m.a-gapA:m.a], l.b.Words[m.b-gapB:m.b]
	equal := int32(0)
	for k := range min(len(a), len(b)) {
		if a[k] == b[k] || a[len(a)-1-k] == b[len(b)-1-k] {
			equal++
		}
	}
	return 2*equal >= max(gapA, gapB)
}

// passage takes the chain that ends in anchor last, as far as no other took it,
// and aligns its gaps and ends.
func (l *aligner) passage(last int32) Passage {
	m := &l.anchors[last]
	p := Passage{
		A: [2]uint32{uint32(m.a), uint32(m.a + m.n)},
		B: [2]uint32{uint32(m.b), uint32(m.b + m.n)},
	}
	equal, own := l.run(m.a, m.b, m.n)
	m.used = true
	for at := m.prev; at >= 0 && !l.anchors[at].used; at = m.prev {
		q := &l.anchors[at]
		over := max(q.a+q.n-m.a, q.b+q.n-m.b, 0)
		n := q.n - over
		more, solid := l.run(q.a, q.b, n)
		own += solid
		equal += more + l.inGap([2]int32{q.a + n, m.a}, [2]int32{q.b + n, m.b})
		p.A[0], p.B[0] = uint32(q.a), uint32(q.b)
		m = q
		m.used = true
	}
	p.Words, p.Quoted, p.Own = equal.words(), equal.quoted(), own
	l.growLeft(&p)
	l.growRight(&p)
	return p
}

// inGap counts the equal words in the best alignment of two short stretches.
func (l *aligner) inGap(a, b [2]int32) tally {
	if a[0] == a[1] || b[0] == b[1] {
		return 0
	}
	l.row = cleared(l.row, int(b[1]-b[0])+1)
	row := l.row
	for i := a[0]; i < a[1]; i++ {
		diagonal := tally(0)
		for j := b[0]; j < b[1]; j++ {
			k := j - b[0]
			above := row[k+1]
			best := max(above, row[k])
			if l.a.Words[i] == l.b.Words[j] {
				best = max(best, diagonal+oneWord+l.quote(i, j))
			}
			row[k+1] = best
			diagonal = above
		}
	}
	return row[len(row)-1]
}
