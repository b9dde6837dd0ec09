package search

import (
	"clippings/wasm/internal/analysis"
	"clippings/wasm/internal/index"
	"clippings/wasm/protocol"
)

// evaluator holds what evaluating over a segment needs, kept between queries.
type evaluator struct {
	x     *index.Index
	q     *Query
	plan  *protocol.Stats
	docs  Docs
	seg   *index.Segment
	some  bool       // protocol.MatchSome
	found []found    // for each leaf
	sets  []termSet  // for each atom
	known []bool     // is the set that of the segment at hand
	marks [][]uint64 // for each filter of the query: documents of the index

	postings []index.Postings
	sums     table
	free     pool
	scores   []float64
	tiers    []tier
	titles   [][]uint64

	positions [2][]uint32 // of a phrase
	candidate found       // of an atom
	scanner   analysis.Scanner
	words     []protocol.Span // of a text
	spots     []place         // of the parts of a query

	work  int // postings read since the last yield
	yield func() error
	pause int // postings to be read between two calls of yield
	err   error
}

// yieldWork is evaluator.pause: 2-4 ms in WASM.
const yieldWork = 1 << 18

// tick calls yield when it is time, and reports whether to stop.
func (e *evaluator) tick() bool {
	if e.work > e.pause && e.err == nil {
		e.work = 0
		e.err = e.yield()
	}
	return e.err != nil
}

// worked is tick for others' loops.
func (e *evaluator) worked(n int) error {
	e.work += n
	e.tick()
	return e.err
}

// begin prepares for a query.
func (e *evaluator) begin(q *Query, plan *protocol.Stats, o *Options) {
	e.q, e.plan, e.docs, e.yield, e.err, e.work = q, plan, o.Docs, o.Yield, nil, 0
	if e.yield == nil {
		e.yield = func() error { return nil }
	}
	e.some = o.Match == protocol.MatchSome
	for len(e.found) < len(q.leaves) {
		e.found = append(e.found, found{})
	}
	for len(e.sets) < len(q.atoms) {
		e.sets, e.known = append(e.sets, termSet{}), append(e.known, false)
	}
	e.marks = make([][]uint64, len(q.filters))
	for i, n := range q.filters {
		e.marks[i] = make([]uint64, (e.x.Documents()+63)/64)
		if e.docs != nil {
			e.docs.Filter(n, e.marks[i])
		}
	}
}

// enter goes to a segment.
func (e *evaluator) enter(seg *index.Segment) {
	e.seg = seg
	clear(e.known)
	for i := range e.found {
		e.found[i].reset()
	}
}

// set is the terms that an atom means in the segment at hand.
func (e *evaluator) set(i int) *termSet {
	if !e.known[i] {
		var words *protocol.WordStats
		if i < len(e.plan.Words) {
			words = &e.plan.Words[i]
		}
		set, err := e.q.atoms[i].terms(e.seg, words, e.worked)
		if err != nil {
			e.err = err
		}
		e.sets[i], e.known[i] = set, true
	}
	return &e.sets[i]
}

// table has for each document of the segment a summed weight, whether there is
// any, and where that is so how far the nearest is. Sums and marks are all zero; they
// must be so again when it is asked for the next time.
type table struct {
	sums  []uint32
	marks []uint64
	away  []uint8
}

func (e *evaluator) table(away bool) table {
	n := int(e.seg.Documents())
	if len(e.sums.sums) < n {
		e.sums.sums, e.sums.marks = make([]uint32, n), make([]uint64, (n+63)/64)
	}
	if away && len(e.sums.away) < n {
		e.sums.away = make([]uint8, n)
	}
	return table{e.sums.sums[:n], e.sums.marks[:(n+63)/64], e.sums.away}
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
