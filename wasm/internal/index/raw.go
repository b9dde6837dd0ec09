package index

import (
	"encoding/binary"
	"math/bits"
)

// rawPostings reads a posting list with its field codes and positions left as
// bytes, to be written again.
type rawPostings struct {
	docs, pos []byte
	left      uint32

	doc, n    uint32
	code      []byte // field set and counts, empty for the body alone
	positions []byte
}

func (r *rawPostings) open(s *Segment, term uint32) {
	r.docs = s.docs[s.docStart[term]:s.docStart[term+1]]
	r.pos = s.positions[s.posStart[term]:s.posStart[term+1]]
	r.left, r.doc = s.Frequency(term, term+1), 0
}

func (r *rawPostings) next() bool {
	if r.left == 0 {
		return false
	}
	r.left--
	delta, size := binary.Uvarint(r.docs)
	r.doc += uint32(delta)
	r.docs = r.docs[size:]
	n, size := binary.Uvarint(r.docs)
	r.n = uint32(n >> 1)
	r.docs = r.docs[size:]
	r.code = nil
	if n&1 != 0 {
		size := fieldCodeLen(r.docs)
		r.code, r.docs = r.docs[:size], r.docs[size:]
	}
	end, left := 0, r.n
	for ; left > 0; end++ {
		if r.pos[end] < 0x80 {
			left--
		}
	}
	r.positions, r.pos = r.pos[:end], r.pos[end:]
	return true
}

// fieldCodeLen is the length of the field code at the start of in.
func fieldCodeLen(in []byte) int {
	size := 1
	for range bits.OnesCount8(in[0]) - 1 {
		_, n := binary.Uvarint(in[size:])
		size += n
	}
	return size
}
