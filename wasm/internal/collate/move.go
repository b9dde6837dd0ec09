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

// stray is the tokens of a text that stand in no run, in stretches between runs.
type stray struct {
	at         []int32
	first, end []int32 // by place in at: where its stretch begins and ends there
}

// strays finds them; start tells where a run stands in the text.
func strays(n int, runs []run, start func(run) int32) (s stray) {
	at, first := int32(0), 0
	stretch := func(to int32) {
		for ; at < to; at++ {
			s.at = append(s.at, at)
		}
		for range len(s.at) - first {
			s.first, s.end = append(s.first, int32(first)), append(s.end, int32(len(s.at)))
		}
		first = len(s.at)
	}
	for _, r := range runs {
		stretch(start(r))
		at = start(r) + r.n
	}
	stretch(int32(n))
	return s
}

func startA(r run) int32 { return r.a }
func startB(r run) int32 { return r.b }

// moves finds what stands elsewhere in the other text: stretches outside of all
// runs, of minMove words or more. They lie apart in both texts, by their place in
// a. The runs of the aligner are left as they are.
func (l *aligner) moves() ([]moved, error) {
	a, b := strays(len(l.a), l.runs, startA), strays(len(l.b), l.runs, startB)
	if len(a.at) < minMove || len(b.at) < minMove {
		return nil, nil
	}
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
func (l *aligner) candidates(a, b stray) []box {
	seeds := make(map[uint64]int32, len(a.at))
	for i := int32(0); int(i)+seedLen <= len(a.at); i++ {
		if i+seedLen <= a.end[i] {
			h := l.hashAt(l.a, a.at[i:])
			if _, ok := seeds[h]; !ok {
				seeds[h] = i
			}
		}
	}
	var found []box // of places among strays
	for j := int32(0); int(j)+seedLen <= len(b.at) && len(found) < maxCandidates; j++ {
		if j+seedLen > b.end[j] {
			continue
		}
		i, ok := seeds[l.hashAt(l.b, b.at[j:])]
		if !ok {
			continue
		}
		n := int32(0)
		for i+n < a.end[i] && j+n < b.end[j] && l.a[a.at[i+n]].key == l.b[b.at[j+n]].key {
			n++
		}
		if n < seedLen {
			continue
		}
		x := box{i, i + n, j, j + n}
		if k := len(found) - 1; k >= 0 && near(found[k], x) && a.end[found[k].a0] == a.end[i] && b.end[found[k].b0] == b.end[j] {
			found[k].a1, found[k].b1 = x.a1, x.b1
		} else {
			found = append(found, x)
		}
		j += n - 1
	}
	for k, x := range found {
		a0, a1 := a.around(x.a0, x.a1)
		b0, b1 := b.around(x.b0, x.b1)
		found[k] = box{a0, a1, b0, b1}
	}
	return found
}

// around is tokens, and a few more on both sides.
func (s *stray) around(from, to int32) (int32, int32) {
	from, to = max(s.first[from], from-maxMoveGap), min(s.end[from], to+maxMoveGap)
	return s.at[from], s.at[to-1] + 1
}

// near reports whether y goes on where x ends.
func near(x, y box) bool {
	return y.a0 >= x.a1 && y.b0 >= x.b1 && y.a0-x.a1 <= maxMoveGap && y.b0-x.b1 <= maxMoveGap
}

func (l *aligner) hashAt(tokens []token, at []int32) uint64 {
	h := uint64(0)
	for _, i := range at[:seedLen] {
		h = (h ^ tokens[i].key) * 0x9e3779b97f4a7c15
		h ^= h >> 29
	}
	return h
}
