package index

import (
	"bytes"
	"slices"
)

// mergeSegments joins two segments that follow each other. To merge a and b:
// walk both term lists; a term of one alone is copied, a term of both gets the
// postings of a, then those of b, their documents shifted by the number of
// documents of a. Positions and field codes are copied as bytes; lists of heavy
// ranges are left to addRanges.
func mergeSegments(a, b *Segment, yield func() error) (*Segment, error) {
	seg := &Segment{
		base:        a.base,
		lengths:     slices.Concat(a.lengths, b.lengths),
		totalLength: a.totalLength + b.totalLength,
		runs:        slices.Concat(a.runs, b.runs),
		tokens:      a.tokens + b.tokens,
		unit:        WeightUnit,
	}
	seg.runStart = slices.Concat(a.runStart[:len(a.lengths)], b.runStart)
	for i := range b.runStart {
		seg.runStart[len(a.lengths)+i] += uint32(len(a.runs))
	}
	m := &merger{w: newSegmentWriter(seg, sizeHint{
		terms: int(a.Terms() + b.Terms()), bytes: len(a.terms) + len(b.terms)/2,
		docs: len(a.docs) + len(b.docs), positions: len(a.positions) + len(b.positions),
	})}
	m.pause.yield = yield
	if err := m.merge(a, b); err != nil {
		return nil, err
	}
	return m.w.finish(), nil
}

type merger struct {
	w     *segmentWriter
	in    rawPostings
	pause pacer
}

func (m *merger) merge(a, b *Segment) error {
	i, j := uint32(0), uint32(0)
	for i < a.Terms() || j < b.Terms() {
		order := 0
		switch {
		case i == a.Terms():
			order = 1
		case j == b.Terms():
			order = -1
		default:
			order = bytes.Compare(a.Term(i), b.Term(j))
		}
		var term []byte
		if order <= 0 {
			term = a.Term(i)
			if err := m.copy(a, i, 0); err != nil {
				return err
			}
			i++
		}
		if order >= 0 {
			term = b.Term(j)
			if err := m.copy(b, j, a.Documents()); err != nil {
				return err
			}
			j++
		}
		m.w.endTerm(term)
	}
	return nil
}

// copy appends the postings of one term, documents shifted.
func (m *merger) copy(s *Segment, term, shift uint32) error {
	in := &m.in
	in.open(s, term)
	for in.next() {
		m.w.posting(in.doc+shift, in.second, s.docs[in.codeFrom:in.docsAt])
		m.w.positions.write(s.positions[in.positions:in.posAt])
		if err := m.pause.worked(8 + in.posAt - in.positions); err != nil {
			return err
		}
	}
	return m.pause.worked(64)
}
