package dedup

import "math/bits"

// shingleLen is the number of words in a shingle. Five words rarely meet by
// chance (unrelated books share under 0.05 % of theirs) and survive an edit
// every few words.
const shingleLen = 5

const (
	rollBase  = 0x9e3779b97f4a7c15 // odd, so that multiplying loses nothing
	rollBase2 = 0xc2b2ae3d27d4eb4f // of the second half of a fingerprint
)

// rollOut is rollBase to the power shingleLen: the weight of the word that
// leaves the window.
var rollOut = func() uint64 {
	p := uint64(1)
	for range shingleLen {
		p *= rollBase
	}
	return p
}()

// mix spreads the bits of h over the word (Pelle Evensen's rrmxmx family; two
// multiplications suffice, terms being hashes already).
func mix(h uint64) uint64 {
	h ^= h >> 32
	h *= 0xd6e8feb86659fd93
	h ^= h >> 32
	h *= 0xd6e8feb86659fd93
	return h ^ h>>32
}

// shingler makes the shingles of one document after another and keeps its
// memory between them.
type shingler struct {
	table []uint64 // open addressing, 0 is free
	out   []uint64
}

// distinct returns the distinct shingles of terms in order of first appearance. A
// shorter document has one shingle of all its words, an empty one none.
// The slice is overwritten by the next call.
func (s *shingler) distinct(terms []uint64) []uint64 {
	s.out = s.out[:0]
	if len(terms) == 0 {
		return s.out
	}
	if len(terms) < shingleLen {
		h := uint64(len(terms))
		for _, t := range terms {
			h = h*rollBase + t
		}
		return append(s.out, max(1, mix(h)))
	}
	size := 1 << bits.Len(uint(2*len(terms)))
	if size > len(s.table) {
		s.table = make([]uint64, size)
	}
	table, mask := s.table[:size], uint64(size-1)
	clear(table)
	h := uint64(0)
	for i, t := range terms {
		h = h*rollBase + t
		if i < shingleLen-1 {
			continue
		}
		if i >= shingleLen {
			h -= rollOut * terms[i-shingleLen]
		}
		x := max(1, mix(h))
		at := x & mask
		for table[at] != 0 && table[at] != x {
			at = (at + 1) & mask
		}
		if table[at] == 0 {
			table[at] = x
			s.out = append(s.out, x)
		}
	}
	return s.out
}

// shingleOf is the hash of one shingle, as distinct finds it.
func shingleOf(words []uint64) uint64 {
	h := uint64(0)
	for _, t := range words {
		h = h*rollBase + t
	}
	return max(1, mix(h))
}

// fingerprint is the 128-bit hash of a word sequence; equal fingerprints are
// taken for equal texts.
type fingerprint [2]uint64

func fingerprintOf(terms []uint64) fingerprint {
	a, b := uint64(len(terms)), ^uint64(len(terms))
	for _, t := range terms {
		a = a*rollBase + t
		a ^= a >> 29 // so that the two halves do not lie in one lattice
		b = (b ^ t) * rollBase2
		b ^= b >> 32
	}
	return fingerprint{mix(a), mix(b)}
}
