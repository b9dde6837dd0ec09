package align

import (
	"cmp"
	"slices"
)

// Passage is a stretch of words that stands in two documents, small edits
// inside it allowed. Ranges are half open, in word indexes, and begin and end
// with words that are equal.
type Passage struct {
	A, B  [2]uint32
	Words uint32 // equal words, in the same order on both sides
}

// Options tune Passages; the zero value is useful.
type Options struct {
	Min int // equal words a passage must have; 0 means 12
	Gap int // words between two matches that one passage may bridge; 0 means 24
}

const (
	minPassage = 12 // two short clauses; names and stock phrases are shorter
	maxGap     = 24 // an inserted sentence, rarely more, leaves a passage whole
)

// Passages finds what a and b have in common, in any order: a passage that was
// moved is found where it went. Passages come by their place in b, then in a.
//
// The way of passim (Smith, Cordell, Dillon 2013) without its sampling: maximal
// runs of five or more equal words are anchors; anchors in the same order with
// small gaps are chained; gaps and ends are aligned word by word. Of passages
// that say the same of both documents the longest stays. Time is linear in the
// words but for a bounded factor: a five-word sequence that occurs over
// maxSeeds times in a does not seed.
func Passages(a, b []uint64, opt Options) []Passage {
	if opt.Min <= 0 {
		opt.Min = minPassage
	}
	if opt.Gap <= 0 {
		opt.Gap = maxGap
	}
	l := aligner{a: a, b: b, gap: int32(opt.Gap)}
	return withoutCovered(l.passages(opt.Min))
}

// aligner finds passages of b in a. With self, a is b, and only what stood
// earlier counts.
type aligner struct {
	a, b []uint64
	gap  int32
	self bool
}

// anchor is a run of equal words, and the chain of anchors that ends in it.
type anchor struct {
	a, b, n int32
	score   int32
	prev    int32 // anchor before it in the chain, -1 for none
	startB  int32 // where in b the chain begins
	used    bool
}

func (l *aligner) passages(atLeast int) []Passage {
	find := l.anchors
	if l.self {
		find = l.earlierAnchors
	}
	anchors := find()
	l.chain(anchors)
	order := make([]int32, len(anchors))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(x, y int32) int {
		return cmp.Or(cmp.Compare(anchors[y].score, anchors[x].score), cmp.Compare(x, y))
	})
	var found []Passage
	for _, last := range order {
		if anchors[last].used {
			continue
		}
		if p := l.passage(anchors, last); int(p.Words) >= atLeast {
			found = append(found, p)
		}
	}
	return found
}

// chain gives every anchor the best chain that ends in it: the words matched,
// less what was skipped.
func (l *aligner) chain(anchors []anchor) {
	for i := range anchors {
		m := &anchors[i]
		m.score, m.prev, m.startB = m.n, -1, m.b
		for j, tried := i-1, 0; j >= 0 && tried < maxLookBack; j-- {
			p := &anchors[j]
			if m.b-p.b > l.gap+maxAnchorSpan && tried > minLookBack {
				break
			}
			tried++
			if score, ok := l.link(p, m); ok && score > m.score {
				m.score, m.prev, m.startB = score, int32(j), p.startB
			}
		}
	}
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
	if gapA > l.gap || gapB > l.gap || l.self && m.a+m.n > p.startB {
		return 0, false
	}
	return p.score + m.n - over - max(gapA, gapB)/4, true
}

// passage takes the chain that ends in anchor last, as far as no other took it,
// and aligns its gaps and ends.
func (l *aligner) passage(anchors []anchor, last int32) Passage {
	m := &anchors[last]
	p := Passage{
		A: [2]uint32{uint32(m.a), uint32(m.a + m.n)},
		B: [2]uint32{uint32(m.b), uint32(m.b + m.n)},
	}
	words := m.n
	m.used = true
	for at := m.prev; at >= 0 && !anchors[at].used; at = m.prev {
		q := &anchors[at]
		over := max(q.a+q.n-m.a, q.b+q.n-m.b, 0)
		words += q.n - over
		words += common(l.a[q.a+q.n-over:m.a], l.b[q.b+q.n-over:m.b])
		p.A[0], p.B[0] = uint32(q.a), uint32(q.b)
		m = q
		m.used = true
	}
	p.Words = uint32(words)
	l.growLeft(&p)
	l.growRight(&p)
	return p
}

// growLeft and growRight extend a passage over small edits at its ends.
func (l *aligner) growRight(p *Passage) {
	for {
		a, b := l.a[p.A[1]:], l.b[p.B[1]:]
		if l.self {
			a = a[:min(len(a), int(p.B[0])-int(p.A[1]))]
		}
		na, nb, words := grow(a, b, func(s []uint64, i int) uint64 { return s[i] })
		if words == 0 {
			return
		}
		p.A[1], p.B[1], p.Words = p.A[1]+na, p.B[1]+nb, p.Words+words
	}
}

func (l *aligner) growLeft(p *Passage) {
	for {
		a, b := l.a[:p.A[0]], l.b[:p.B[0]]
		if l.self {
			b = b[min(len(b), int(p.A[1])):]
		}
		na, nb, words := grow(a, b, func(s []uint64, i int) uint64 { return s[len(s)-1-i] })
		if words == 0 {
			return
		}
		p.A[0], p.B[0], p.Words = p.A[0]-na, p.B[0]-nb, p.Words+words
	}
}

// growWindow is how far grow looks beyond the end of a passage.
const growWindow = 12

// grow aligns what lies beyond an end, word by word, and returns how far on each
// side the best alignment reaches and its equal words: two for an equal word,
// minus one for one that is not. It must end in two equal words, because single
// ones ("the") are everywhere.
func grow(a, b []uint64, at func([]uint64, int) uint64) (na, nb, words uint32) {
	n, m := min(len(a), growWindow), min(len(b), growWindow)
	var score, equal [growWindow + 1][growWindow + 1]int8
	best := int8(0)
	for i := 0; i <= n; i++ {
		for j := 0; j <= m; j++ {
			switch {
			case i == 0 && j == 0:
				continue
			case i == 0:
				score[i][j] = score[i][j-1] - 1
				continue
			case j == 0:
				score[i][j] = score[i-1][j] - 1
				continue
			}
			same := at(a, i-1) == at(b, j-1)
			s, e := score[i-1][j-1]-1, equal[i-1][j-1]
			if same {
				s, e = s+3, e+1
			}
			if up := score[i-1][j] - 1; up > s {
				s, e = up, equal[i-1][j]
			}
			if left := score[i][j-1] - 1; left > s {
				s, e = left, equal[i][j-1]
			}
			score[i][j], equal[i][j] = s, e
			twice := same && (i > 1 && j > 1 && at(a, i-2) == at(b, j-2))
			if s > best && twice {
				best, na, nb, words = s, uint32(i), uint32(j), uint32(e)
			}
		}
	}
	return na, nb, words
}

// common is the number of equal words in the best alignment of two short gaps.
func common(a, b []uint64) int32 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	row := make([]int32, len(b)+1)
	for i := range a {
		diagonal := int32(0)
		for j := range b {
			above := row[j+1]
			if a[i] == b[j] {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			diagonal = above
		}
	}
	return row[len(b)]
}

// withoutCovered drops passages of which longer ones already tell both sides,
// and sorts the rest.
func withoutCovered(found []Passage) []Passage {
	slices.SortFunc(found, func(x, y Passage) int {
		return cmp.Or(cmp.Compare(y.Words, x.Words), comparePassages(x, y))
	})
	var kept []Passage
	for _, p := range found {
		if !covered(p, kept) {
			kept = append(kept, p)
		}
		if len(kept) == maxPassages {
			break
		}
	}
	slices.SortFunc(kept, comparePassages)
	return kept
}

// maxPassages bounds what two documents that repeat themselves can yield.
const maxPassages = 512

func comparePassages(x, y Passage) int {
	return cmp.Or(cmp.Compare(x.B[0], y.B[0]), cmp.Compare(x.A[0], y.A[0]))
}

// covered reports whether others overlap at least half of p in a and, these or
// yet others, at least half of it in b.
func covered(p Passage, others []Passage) bool {
	inA, inB := uint32(0), uint32(0)
	for _, o := range others {
		inA += overlap(p.A, o.A)
		inB += overlap(p.B, o.B)
	}
	return 2*inA >= p.A[1]-p.A[0] && 2*inB >= p.B[1]-p.B[0]
}

func overlap(x, y [2]uint32) uint32 {
	from, to := max(x[0], y[0]), min(x[1], y[1])
	if from >= to {
		return 0
	}
	return to - from
}
