package collate

import (
	"slices"
	"sort"
)

// run is n tokens of a, from one on, that are those of b, from one on.
type run struct{ a, b, n int32 }

// box is a stretch of each text.
type box struct{ a0, a1, b0, b1 int32 }

func (x box) cells() int64 { return int64(x.a1-x.a0) * int64(x.b1-x.b0) }

// aligner finds the runs of equal tokens of two texts. Its memory is kept from
// text to text.
type aligner struct {
	a, b  []token
	runs  []run // of the last align, by where they stand in both
	yield func() error
	err   error

	work  int64 // that may still be spent on anchors
	table table
	grams map[uint64]gram
}

const (
	// bigBox is how many cells a table has that is filled at once, and hugeBox how
	// many if there is nothing else to hold on to: two paragraphs, two articles.
	bigBox  = 1 << 12
	hugeBox = 1 << 20
	// maxDepth and workPerToken bound how often a token is looked at for anchors.
	maxDepth     = 24
	workPerToken = 32
	gramLen      = 4
)

// align finds the runs in a box, in place of those found before; if held is given,
// those in front of it, its own and those behind it.
func (l *aligner) align(x box, held *moved) error {
	l.runs, l.err = l.runs[:0], nil
	l.work = workPerToken * int64(x.a1-x.a0+x.b1-x.b0)
	if held != nil {
		l.within(box{x.a0, held.a0, x.b0, held.b0}, maxDepth)
		l.runs = append(l.runs, held.runs...)
		x.a0, x.b0 = held.a1, held.b1
	}
	l.within(x, maxDepth)
	return l.err
}

// add appends a run, joined to the last one if it goes on.
func (l *aligner) add(r run) {
	if n := len(l.runs); n > 0 {
		if last := &l.runs[n-1]; last.a+last.n == r.a && last.b+last.n == r.b {
			last.n += r.n
			return
		}
	}
	if r.n > 0 {
		l.runs = append(l.runs, r)
	}
}

// within appends the runs in a box: its equal head and tail, and between them
// those of a table, or of the boxes that anchors leave.
func (l *aligner) within(x box, depth int) {
	head := run{x.a0, x.b0, 0}
	for x.a0 < x.a1 && x.b0 < x.b1 && l.a[x.a0].key == l.b[x.b0].key {
		x.a0, x.b0, head.n = x.a0+1, x.b0+1, head.n+1
	}
	l.add(head)
	tail := run{x.a1, x.b1, 0}
	for x.a0 < x.a1 && x.b0 < x.b1 && l.a[x.a1-1].key == l.b[x.b1-1].key {
		x.a1, x.b1 = x.a1-1, x.b1-1
		tail = run{x.a1, x.b1, tail.n + 1}
	}
	if x.a0 < x.a1 && x.b0 < x.b1 && l.err == nil {
		l.inside(x, depth)
	}
	l.add(tail)
}

// inside is within for a box without equal head or tail.
func (l *aligner) inside(x box, depth int) {
	if l.err = l.yield(); l.err != nil {
		return
	}
	if x.cells() > bigBox && depth > 0 {
		for _, n := range [...]int32{gramLen, 1} {
			anchors := l.anchors(x, n)
			if l.err != nil {
				return
			}
			if len(anchors) > 0 {
				l.between(x, anchors, depth-1)
				return
			}
		}
	}
	if x.cells() <= hugeBox {
		l.table.fill(l.a[x.a0:x.a1], l.b[x.b0:x.b1])
		l.table.trace(func(i, j int32) { l.add(run{x.a0 + i, x.b0 + j, 1}) })
	}
}

// between goes from anchor to anchor.
func (l *aligner) between(x box, anchors []run, depth int) {
	rest := x
	for _, r := range anchors {
		if r.a < rest.a0 || r.b < rest.b0 {
			continue // within the run before
		}
		for r.a > rest.a0 && r.b > rest.b0 && l.a[r.a-1].key == l.b[r.b-1].key {
			r = run{r.a - 1, r.b - 1, r.n + 1}
		}
		for r.a+r.n < x.a1 && r.b+r.n < x.b1 && l.a[r.a+r.n].key == l.b[r.b+r.n].key {
			r.n++
		}
		l.within(box{rest.a0, r.a, rest.b0, r.b}, depth)
		l.add(r)
		rest.a0, rest.b0 = r.a+r.n, r.b+r.n
	}
	l.within(rest, depth)
}

// gram is how often tokens in a row stand in each text, and where in b.
type gram struct{ b, timesA, timesB int32 }

// anchors are the sequences of n tokens that each stretch has once, as far as they
// stand in one order: the longest such chain, the patience way.
func (l *aligner) anchors(x box, n int32) []run {
	if l.work -= int64(x.a1 - x.a0 + x.b1 - x.b0); l.work < 0 {
		return nil
	}
	if l.grams == nil {
		l.grams = map[uint64]gram{}
	}
	clear(l.grams)
	hashes := l.hash(nil, l.a[x.a0:x.a1], int(n))
	split := len(hashes)
	hashes = l.hash(hashes, l.b[x.b0:x.b1], int(n))
	for i, h := range hashes {
		g := l.grams[h]
		if i < split {
			g.timesA++
		} else {
			g.b, g.timesB = x.b0+int32(i-split), g.timesB+1
		}
		l.grams[h] = g
	}
	var found []run
	for i, h := range hashes[:split] {
		a := x.a0 + int32(i)
		if g := l.grams[h]; g.timesA == 1 && g.timesB == 1 && slices.EqualFunc(l.a[a:a+n], l.b[g.b:g.b+n], sameKey) {
			found = append(found, run{a, g.b, n})
		}
	}
	return rising(found)
}

func sameKey(x, y token) bool { return x.key == y.key }

// hash appends the hashes of all n tokens in a row.
func (l *aligner) hash(dst []uint64, tokens []token, n int) []uint64 {
	for i := 0; i+n <= len(tokens) && l.err == nil; i++ {
		if i%yieldEvery == 0 {
			l.err = l.yield()
		}
		dst = append(dst, hashOf(tokens[i:i+n]))
	}
	return dst
}

func hashOf(tokens []token) uint64 {
	h := uint64(0)
	for i := range tokens {
		h = (h ^ tokens[i].key) * 0x9e3779b97f4a7c15
		h ^= h >> 29
	}
	return h
}

// rising is the longest chain of runs, which are sorted by a, that rises in b too.
func rising(runs []run) []run {
	var ends []int // of the best chain of each length, its last run
	before := make([]int, len(runs))
	for i, r := range runs {
		k := sort.Search(len(ends), func(k int) bool { return runs[ends[k]].b >= r.b })
		if before[i] = -1; k > 0 {
			before[i] = ends[k-1]
		}
		if k == len(ends) {
			ends = append(ends, i)
		} else {
			ends[k] = i
		}
	}
	chain := make([]run, len(ends))
	if len(ends) == 0 {
		return nil
	}
	for k, i := len(ends)-1, ends[len(ends)-1]; k >= 0; k, i = k-1, before[i] {
		chain[k] = runs[i]
	}
	return chain
}
