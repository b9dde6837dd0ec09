package search

import (
	"bytes"
	"math/bits"

	"clippings/wasm/internal/index"
)

// list is documents, rising, and for each a weight, which tells InTitle.
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
	e.read(out, p, within)
}

// read appends the postings of an opened list.
func (e *evaluator) read(out *list, p *index.Postings, within []uint32) {
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
// thousands of terms; or ready made by the index, if they are very many.
func (e *evaluator) union(out *list, from, to uint32, within []uint32) {
	if p := &e.postings[0]; e.seg.OpenRange(p, from, to) {
		e.read(out, p, within)
		return
	}
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
			sums[d] = index.Sum(sums[d], l.weights[i])
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
