package search

import "clippings/wasm/internal/index"

// list is documents of a segment, rising, and for each a weight, which tells
// InTitle.
type list struct{ docs, weights []uint32 }

func (l *list) reset() { l.docs, l.weights = l.docs[:0], l.weights[:0] }

func (l *list) add(doc, weight uint32) {
	l.docs = append(l.docs, doc)
	l.weights = append(l.weights, weight)
}

// found is what a leaf matched in the segment at hand.
type found struct {
	list          // documents that match it
	scale uint8   // what the weights are multiplied with to be in quarters
	away  []uint8 // for each document how far the nearest of its terms is from the word; none: least for all
	least uint8
	exact list // of a prefix: those that hold the beginning as a word of its own
}

func (f *found) reset() {
	f.list.reset()
	f.exact.reset()
	f.away, f.scale, f.least = f.away[:0], scaleOwn, 0
}

// awayOf is how far the nearest term of the i-th document is from the word.
func (f *found) awayOf(i int) uint8 {
	if len(f.away) == 0 {
		return f.least
	}
	return f.away[i]
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

// readSet appends the documents of all terms of a set, weights added up.
func (e *evaluator) readSet(f *found, s *termSet, within []uint32) {
	if s.even {
		f.scale = s.scale
	} else {
		f.scale = 1
	}
	switch {
	case s.isEmpty():
	case s.from == s.to && len(s.list) == 1:
		f.least = s.away
		e.readTerm(&f.list, s.list[0].term, within)
	case len(s.list) == 0 && e.seg.OpenRange(&e.postings[0], s.from, s.to):
		e.read(&f.list, &e.postings[0], within)
	default:
		e.union(f, s, within)
	}
}

// word evaluates an atom, wherever it stands in an article.
func (e *evaluator) word(f *found, i int, within []uint32) {
	a, s := &e.q.atoms[i], e.set(i)
	e.readSet(f, s, within)
	if a.kind != prefix {
		return
	}
	if t, ok := e.seg.Find(a.term); ok {
		e.readTerm(&f.exact, t, within)
	}
}
