package column

import "math/bits"

// Bits is a set of documents: document d is bit d%64 of word d/64.
type Bits []uint64

// NewBits is an empty set with room for documents below n.
func NewBits(n int) Bits { return make(Bits, (n+63)/64) }

// Add puts a document in. It must be below the room there is.
func (b Bits) Add(doc uint32) { b[doc/64] |= 1 << (doc % 64) }

// Has reports whether a document is in the set.
func (b Bits) Has(doc uint32) bool { return int(doc/64) < len(b) && b[doc/64]>>(doc%64)&1 != 0 }

// Count is the number of documents.
func (b Bits) Count() int {
	n := 0
	for _, w := range b {
		n += bits.OnesCount64(w)
	}
	return n
}

// AppendDocs appends the documents of the set, rising, to dst.
func (b Bits) AppendDocs(dst []uint32) []uint32 {
	for i, w := range b {
		for base := uint32(i) * 64; w != 0; w &= w - 1 {
			dst = append(dst, base+uint32(bits.TrailingZeros64(w)))
		}
	}
	return dst
}
