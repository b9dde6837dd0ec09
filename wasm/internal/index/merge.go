package index

import (
	"bytes"
	"slices"
)

// mergeSegments joins two segments that follow each other. To merge a and b:
// walk both term lists; a term of one alone is copied, a term of both gets the
// postings of a, then those of b, their documents shifted by the number of
// documents of a. Positions and field codes are copied as bytes.
func mergeSegments(a, b *Segment, yield func() error) (*Segment, error) {
	seg := &Segment{
		base:        a.base,
		lengths:     slices.Concat(a.lengths, b.lengths),
		totalLength: a.totalLength + b.totalLength,
		runs:        slices.Concat(a.runs, b.runs),
		tokens:      a.tokens + b.tokens,
	}
	seg.runStart = slices.Concat(a.runStart[:len(a.lengths)], b.runStart)
	for i := range b.runStart {
		seg.runStart[len(a.lengths)+i] += uint32(len(a.runs))
	}
	m := &merger{w: newSegmentWriter(seg, sizeHint{
		terms: int(max(a.Terms(), b.Terms())), bytes: max(len(a.terms), len(b.terms)),
		docs: len(a.docs) + len(b.docs), positions: len(a.positions) + len(b.positions),
	})}
	if err := m.merge(a, b, yield); err != nil {
		return nil, err
	}
	return seg, nil
}

type merger struct {
	w  *segmentWriter
	in rawPostings
}

func (m *merger) merge(a, b *Segment, yield func() error) error {
	shift := a.Documents()
	i, j, done := uint32(0), uint32(0), 0
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
		before := len(m.w.seg.docs) + len(m.w.seg.positions)
		var term []byte
		if order <= 0 {
			term = a.Term(i)
			m.copy(a, i, 0)
			i++
		}
		if order >= 0 {
			term = b.Term(j)
			m.copy(b, j, shift)
			j++
		}
		m.w.endTerm(term)
		done += len(m.w.seg.docs) + len(m.w.seg.positions) - before + 64
		if done > yieldBytes {
			done = 0
			if err := yield(); err != nil {
				return err
			}
		}
	}
	return nil
}

// copy appends the postings of one term, documents shifted.
func (m *merger) copy(s *Segment, term, shift uint32) {
	m.in.open(s, term)
	for m.in.next() {
		m.w.posting(m.in.doc+shift, m.in.n, m.in.code)
		m.w.seg.positions = append(m.w.seg.positions, m.in.positions...)
	}
}
