package index

import (
	"encoding/binary"
	"math/bits"
)

// blockSize is how many postings lie between two skips: enough that the skips
// are a fiftieth of the postings, few enough that reading a block to look at
// one of them costs less than a microsecond.
const blockSize = 128

// segmentWriter appends terms, in byte order, and their postings to a segment.
type segmentWriter struct {
	seg   *Segment
	doc   uint32 // of the last posting of the current term
	count uint32 // its postings so far
}

// newSegmentWriter makes room for about as much as the hints say.
func newSegmentWriter(seg *Segment, hint sizeHint) *segmentWriter {
	seg.terms = make([]byte, 0, hint.bytes)
	seg.termStart = append(make([]uint32, 0, hint.terms+1), 0)
	seg.postings = append(make([]uint32, 0, hint.terms+1), 0)
	seg.docStart = append(make([]uint32, 0, hint.terms+1), 0)
	seg.posStart = append(make([]uint32, 0, hint.terms+1), 0)
	seg.skipStart = append(make([]uint32, 0, hint.terms+1), 0)
	seg.docs = make([]byte, 0, hint.docs)
	seg.positions = make([]byte, 0, hint.positions)
	return &segmentWriter{seg: seg}
}

// sizeHint is what a segment is expected to need.
type sizeHint struct{ terms, bytes, docs, positions int }

// posting begins a posting of the current term; its positions are to be
// appended to seg.positions right after. code is the field code without its
// count, see fieldCode.
func (w *segmentWriter) posting(doc, n uint32, code []byte) {
	s := w.seg
	if w.count%blockSize == 0 {
		w.skip()
	}
	s.docs = binary.AppendUvarint(s.docs, uint64(doc-w.doc))
	if len(code) == 0 {
		s.docs = binary.AppendUvarint(s.docs, uint64(n)<<1)
	} else {
		s.docs = binary.AppendUvarint(s.docs, uint64(n)<<1|1)
		s.docs = append(s.docs, code...)
	}
	w.doc = doc
	w.count++
}

// skip closes the block before, if there is one, and opens the next.
func (w *segmentWriter) skip() {
	s := w.seg
	if w.count > 0 {
		s.skips[len(s.skips)-3] = w.doc
	}
	s.skips = append(s.skips, 0, uint32(len(s.docs)), uint32(len(s.positions)))
}

// endTerm closes the current term. A term in one block needs no skips.
func (w *segmentWriter) endTerm(term []byte) {
	s := w.seg
	if w.count <= blockSize {
		s.skips = s.skips[:s.skipStart[len(s.skipStart)-1]]
	} else {
		s.skips[len(s.skips)-3] = w.doc
	}
	s.terms = append(s.terms, term...)
	s.termStart = append(s.termStart, uint32(len(s.terms)))
	s.postings = append(s.postings, s.postings[len(s.postings)-1]+w.count)
	s.docStart = append(s.docStart, uint32(len(s.docs)))
	s.posStart = append(s.posStart, uint32(len(s.positions)))
	s.skipStart = append(s.skipStart, uint32(len(s.skips)))
	w.doc, w.count = 0, 0
}

// appendFieldCode appends the field set and counts of a posting whose
// positions are counted by field: nothing when all stand in the body.
func appendFieldCode(b []byte, counts *[8]uint32) []byte {
	var set byte
	for f, n := range counts {
		if n > 0 {
			set |= 1 << f
		}
	}
	if set == 1<<Body {
		return b
	}
	b = append(b, set)
	for rest := set; rest&(rest-1) != 0; rest &= rest - 1 {
		b = binary.AppendUvarint(b, uint64(counts[bits.TrailingZeros8(rest)]))
	}
	return b
}
