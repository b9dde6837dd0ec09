package search

import "clippings/wasm/internal/index"

// evaluator holds what evaluating over a segment needs, kept between queries.
type evaluator struct {
	q        *Query
	seg      *index.Segment
	found    []found // for each leaf
	postings []index.Postings
	sums     []uint32
	marks    []uint64
	sets     pool
	scores   []float64

	positions [2][]uint32 // of a phrase

	work  int // postings read since the last yield
	yield func() error
	err   error
}

// yieldWork is how many postings are read between two calls of yield: 2-4 ms
// in WASM.
const yieldWork = 1 << 18

// tick calls yield when it is time, and reports whether to stop.
func (e *evaluator) tick() bool {
	if e.work > yieldWork && e.err == nil {
		e.work = 0
		e.err = e.yield()
	}
	return e.err != nil
}

// table is a number and a mark for every document of the segment, all zero;
// they must be zero again when it is asked for the next time.
func (e *evaluator) table() (sums []uint32, marks []uint64) {
	n := int(e.seg.Documents())
	if len(e.sums) < n {
		e.sums, e.marks = make([]uint32, n), make([]uint64, (n+63)/64)
	}
	return e.sums[:n], e.marks[:(n+63)/64]
}

// pool lends slices of document numbers.
type pool struct{ free [][]uint32 }

func (p *pool) get() []uint32 {
	if n := len(p.free); n > 0 {
		s := p.free[n-1]
		p.free = p.free[:n-1]
		return s[:0]
	}
	// Never nil: nil stands for all documents.
	return make([]uint32, 0, 1024)
}

func (p *pool) put(s []uint32) {
	if cap(s) > 0 {
		p.free = append(p.free, s)
	}
}
