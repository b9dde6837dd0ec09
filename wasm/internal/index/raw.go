package index

import "math/bits"

// rawPostings reads a posting list with its field codes and positions left as
// bytes, to be written again.
type rawPostings struct {
	seg       *Segment
	docsAt    int
	posAt     int
	left      uint32
	doc       uint32
	second    uint32 // the posting's second number
	codeFrom  int    // the field code is seg.docs[codeFrom:docsAt], empty for the body alone
	positions int    // the positions are seg.positions[positions:posAt]
}

func (r *rawPostings) open(s *Segment, term uint32) {
	*r = rawPostings{
		seg: s, docsAt: int(s.docStart[term]), posAt: int(s.posStart[term]),
		left: s.Frequency(term, term+1),
	}
}

func (r *rawPostings) next() bool {
	if r.left == 0 {
		return false
	}
	r.left--
	docs, at := r.seg.docs, r.docsAt
	delta, at := uvarint(docs, at)
	r.doc += delta
	second, at := uvarint(docs, at)
	r.second, r.codeFrom = second, at
	if second&1 != 0 {
		at = fieldCodeEnd(docs, at)
	}
	r.docsAt = at
	in, end := r.seg.positions, r.posAt
	r.positions = end
	for left := second >> 1; left > 0; end++ {
		if in[end] < 0x80 {
			left--
		}
	}
	r.posAt = end
	return true
}

// fieldCodeEnd is the end of the field code at docs[at:].
func fieldCodeEnd(docs []byte, at int) int {
	more := bits.OnesCount8(docs[at]) - 1
	at++
	for range more {
		_, at = uvarint(docs, at)
	}
	return at
}
