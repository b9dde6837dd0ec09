package collate

import "slices"

// minMove is how many words stand elsewhere for it to be told: as many in a row
// are no phrase that comes back.
const minMove = 8

// seedLen is how many tokens in a row show that a stretch may stand elsewhere.
const seedLen = 5

// moved is a stretch of each text, and the runs in it.
type moved struct {
	box
	runs  []run
	words int32
}

// strays is by token of a text where the stretch between runs ends in which it is,
// 0 in a run; start tells where a run stands in the text.
func strays(n int, runs []run, start func(run) int32) []int32 {
	ends := make([]int32, n)
	at := int32(0)
	for k := range len(runs) + 1 {
		r := run{int32(n), int32(n), 0}
		if k < len(runs) {
			r = runs[k]
		}
		for end := start(r); at < end; at++ {
			ends[at] = end
		}
		at = start(r) + r.n
	}
	return ends
}

func startA(r run) int32 { return r.a }
func startB(r run) int32 { return r.b }

// moves finds what stands elsewhere in the other text: stretches outside of all
// runs, of minMove words or more. They lie apart in both texts, by their place in
// a. The runs of the aligner are left as they are.
func (l *aligner) moves() ([]moved, error) {
	a, b := strays(len(l.a), l.runs, startA), strays(len(l.b), l.runs, startB)
	main := l.runs
	l.runs = nil
	defer func() { l.runs = main }()
	var found []moved
	for _, x := range l.candidates(a, b) {
		if err := l.align(x, nil); err != nil {
			return nil, err
		}
		l.dropCrumbs(x)
		if m, ok := l.moved(); ok {
			found = append(found, m)
		}
	}
	sortBy(found, func(m *moved) uint32 { return ^uint32(m.words) })
	var taken []moved
	for _, m := range found {
		if !slices.ContainsFunc(taken, m.overlaps) {
			taken = append(taken, m)
		}
	}
	sortBy(taken, func(m *moved) uint32 { return uint32(m.a0) })
	return taken, nil
}

func (x moved) overlaps(y moved) bool {
	return x.a0 < y.a1 && y.a0 < x.a1 || x.b0 < y.b1 && y.b0 < x.b1
}

// moved is what was aligned last, if it is enough.
func (l *aligner) moved() (m moved, ok bool) {
	m.words = int32(l.common())
	if m.words < minMove {
		return m, false
	}
	first, last := l.runs[0], l.runs[len(l.runs)-1]
	m.box = box{first.a, last.a + last.n, first.b, last.b + last.n}
	m.runs = slices.Clone(l.runs)
	return m, true
}

// maxMoveGap is how many tokens may have been changed within what was moved.
const maxMoveGap = 12

// maxCandidates bounds how many stretches are aligned to find moves.
const maxCandidates = 256

// candidates are the boxes around words in a row that both texts have among
// their strays, joined where little lies between.
func (l *aligner) candidates(a, b []int32) []box {
	seeds := map[uint64]int32{}
	for i, end := range a {
		if i+seedLen <= int(end) {
			if h := hashOf(l.a[i : i+seedLen]); seeds[h] == 0 {
				seeds[h] = int32(i) + 1
			}
		}
	}
	var found []box
	for j := int32(0); int(j) < len(b) && len(found) < maxCandidates; j++ {
		if j+seedLen > b[j] || len(seeds) == 0 {
			continue
		}
		i := seeds[hashOf(l.b[j:j+seedLen])] - 1
		if i < 0 {
			continue
		}
		n := int32(0)
		for i+n < a[i] && j+n < b[j] && l.a[i+n].key == l.b[j+n].key {
			n++
		}
		x := box{i, i + n, j, j + n}
		if k := len(found) - 1; k >= 0 && near(found[k], x) && a[found[k].a0] == a[i] && b[found[k].b0] == b[j] {
			found[k].a1, found[k].b1 = x.a1, x.b1
		} else {
			found = append(found, x)
		}
		j += max(n-1, 0)
	}
	for k := range found {
		x := &found[k]
		x.a0, x.a1 = around(a, x.a0, x.a1)
		x.b0, x.b1 = around(b, x.b0, x.b1)
	}
	return found
}

// around is tokens, and a few more of the same stretch on both sides.
func around(ends []int32, from, to int32) (int32, int32) {
	end := ends[from]
	to = min(end, to+maxMoveGap)
	for n := 0; n < maxMoveGap && from > 0 && ends[from-1] == end; n++ {
		from--
	}
	return from, to
}

// near reports whether y goes on where x ends.
func near(x, y box) bool {
	return y.a0 >= x.a1 && y.b0 >= x.b1 && y.a0-x.a1 <= maxMoveGap && y.b0-x.b1 <= maxMoveGap
}
