package search

import "slices"

// gather is the places of all terms of a set in some documents, by document,
// position and term.
func (e *evaluator) gather(s *termSet, docs []uint32) []place {
	var out []place
	if s.size() > manyTerms {
		out = e.gatherMany(s, docs)
	} else {
		s.each(func(m meant) { out = e.gatherTerm(out, m, docs) })
	}
	if s.size() > 1 {
		slices.Sort(out)
		e.work += 8 * len(out)
	}
	return out
}

func (e *evaluator) gatherTerm(out []place, m meant, docs []uint32) []place {
	if e.tick() {
		return out
	}
	p := &e.postings[0]
	p.Open(e.seg, m.term)
	e.work += 16
	code := termCode(m)
	for i := 0; i < len(docs) && p.Seek(docs[i]); {
		if d := p.Doc(); d != docs[i] {
			i = seek(docs, i, d)
			continue
		}
		e.positions[0] = p.AppendPositions(e.positions[0][:0])
		for _, at := range e.positions[0] {
			out = append(out, newPlace(i, at, code))
		}
		e.work += 4 + len(e.positions[0])
		i++
	}
	return out
}

const (
	// From so many terms on the documents are marked in a table first.
	manyTerms = 16
	// A list of up to so many postings is read faster than it is opened.
	shortList = 256
)

// gatherMany is gather for the thousands of terms that a short beginning stands
// for, most of them with a few postings.
func (e *evaluator) gatherMany(s *termSet, docs []uint32) []place {
	var out []place
	t := e.table(false)
	for _, d := range docs {
		t.marks[d/64] |= 1 << (d % 64)
	}
	s.each(func(m meant) {
		n := e.seg.Frequency(m.term, m.term+1)
		if n > shortList {
			out = e.gatherTerm(out, m, docs)
			return
		}
		if e.tick() {
			return
		}
		e.work += int(n)
		code := termCode(m)
		e.seg.Places(m.term, t.marks, func(doc, position uint32) {
			i, _ := slices.BinarySearch(docs, doc)
			out = append(out, newPlace(i, position, code))
		})
	})
	for _, d := range docs {
		t.marks[d/64] = 0
	}
	return out
}

// seek is the first i from at on with docs[i] >= doc.
func seek(docs []uint32, at int, doc uint32) int {
	step, hi := 1, at
	for hi < len(docs) && docs[hi] < doc {
		at, hi = hi+1, hi+step
		step *= 2
	}
	n, _ := slices.BinarySearch(docs[at:min(hi, len(docs))], doc)
	return at + n
}
