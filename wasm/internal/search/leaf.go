package search

import (
	"bytes"
	"math/bits"

	"clippings/wasm/internal/index"
)

// list is documents, rising, and for each a weight.
type list struct{ docs, weights []uint32 }

func (l *list) reset() { l.docs, l.weights = l.docs[:0], l.weights[:0] }

func (l *list) add(doc, weight uint32) {
	l.docs = append(l.docs, doc)
	l.weights = append(l.weights, weight)
}

// found is what a leaf matched in the segment at hand.
type found struct {
	list       // documents that match it
	exact list // of a prefix: those that hold the beginning as a word of its own
}

// readTerm appends the postings of one term, of all documents or of those in
// within alone.
func (e *evaluator) readTerm(out *list, term uint32, within []uint32) {
	p := &e.postings[0]
	p.Open(e.seg, term)
	e.work += int(p.Frequency())
	if within == nil {
		for {
			docs, weights := p.NextBlock()
			if len(docs) == 0 {
				return
			}
			out.docs = append(out.docs, docs...)
			out.weights = append(out.weights, weights...)
		}
	}
	for _, d := range within {
		if !p.Seek(d) {
			return
		}
		if p.Doc() == d {
			out.add(d, p.Weight())
		}
	}
}

// word evaluates a leaf of one word.
func (e *evaluator) word(f *found, w word, within []uint32) {
	t, ok := e.seg.Find(w.term)
	if !w.prefix {
		if ok {
			e.readTerm(&f.list, t, within)
		}
		return
	}
	from, to := e.seg.Range(w.folded)
	if from == to {
		if ok {
			e.readTerm(&f.list, t, within)
			f.exact.docs = append(f.exact.docs, f.docs...)
			f.exact.weights = append(f.exact.weights, f.weights...)
		}
		return
	}
	e.union(&f.list, from, to, within)
	if ok && !bytes.HasPrefix(w.term, w.folded) {
		e.readTerm(&f.exact, t, within)
		e.addList(&f.list, &f.exact)
	} else if ok {
		e.readTerm(&f.exact, t, within)
	}
}

// union appends the documents of all terms in [from, to), weights added up: in
// a table of all documents of the segment, a prefix of two letters having
// thousands of terms.
func (e *evaluator) union(out *list, from, to uint32, within []uint32) {
	sums, marks := e.table()
	for t := from; t < to; t++ {
		e.seg.Accumulate(t, sums, marks)
		e.work += int(e.seg.Frequency(t, t+1))
		if e.tick() {
			break
		}
	}
	if within != nil {
		for _, d := range within {
			if sums[d] != 0 {
				out.add(d, sums[d])
			}
		}
	}
	for i, m := range marks {
		for ; m != 0; m &= m - 1 {
			d := uint32(i*64 + bits.TrailingZeros64(m))
			if within == nil {
				out.add(d, sums[d])
			}
			sums[d] = 0
		}
		marks[i] = 0
	}
}

// addList adds b to a, document by document.
func (e *evaluator) addList(a, b *list) {
	sums, marks := e.table()
	for _, l := range []*list{a, b} {
		for i, d := range l.docs {
			sums[d] += l.weights[i]
			marks[d/64] |= 1 << (d % 64)
		}
	}
	a.reset()
	for i, m := range marks {
		for ; m != 0; m &= m - 1 {
			d := uint32(i*64 + bits.TrailingZeros64(m))
			a.add(d, sums[d])
			sums[d] = 0
		}
		marks[i] = 0
	}
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
