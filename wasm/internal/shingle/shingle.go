// Package shingle turns a text into its set of 5-word shingles (Broder 1997),
// by which texts are compared, and mixes hashes.
package shingle

import "math/bits"

// Len is the number of words in a shingle. Five words rarely meet by
// chance (unrelated books share under 0.05 % of theirs) and survive an edit
// every few words.
const Len = 5

// Base and Base2 are odd, so that multiplying by them loses nothing.
const (
	Base  = 0x9e3779b97f4a7c15 // of the polynomial that a shingle's words make
	Base2 = 0xc2b2ae3d27d4eb4f // of a second, independent hash
)

// rollOut is Base to the power Len: the weight of the word that
// leaves the window.
var rollOut = func() uint64 {
	p := uint64(1)
	for range Len {
		p *= Base
	}
	return p
}()

// Mix spreads the bits of h over the word (Pelle Evensen's rrmxmx family; two
// multiplications suffice, terms being hashes already).
func Mix(h uint64) uint64 {
	h ^= h >> 32
	h *= 0xd6e8feb86659fd93
	h ^= h >> 32
	h *= 0xd6e8feb86659fd93
	return h ^ h>>32
}

// Shingler makes the shingles of one document after another and keeps its
// memory between them.
type Shingler struct {
	table []uint64 // open addressing, 0 is free
	out   []uint64
}

// Distinct returns the distinct shingles of terms in order of first appearance. A
// shorter document has one shingle of all its words, an empty one none.
// The slice is overwritten by the next call.
func (s *Shingler) Distinct(terms []uint64) []uint64 {
	s.out = s.out[:0]
	if len(terms) == 0 {
		return s.out
	}
	if len(terms) < Len {
		h := uint64(len(terms))
		for _, t := range terms {
			h = h*Base + t
		}
		return append(s.out, max(1, Mix(h)))
	}
	size := 1 << bits.Len(uint(2*len(terms)))
	if size > len(s.table) {
		s.table = make([]uint64, size)
	}
	table, mask := s.table[:size], uint64(size-1)
	clear(table)
	h := uint64(0)
	for i, t := range terms {
		h = h*Base + t
		if i < Len-1 {
			continue
		}
		if i >= Len {
			h -= rollOut * terms[i-Len]
		}
		x := max(1, Mix(h))
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

// Of is the hash of one shingle, as Distinct finds it.
func Of(words []uint64) uint64 {
	h := uint64(0)
	for _, t := range words {
		h = h*Base + t
	}
	return max(1, Mix(h))
}

// Each appends to dst the shingle that begins at each word, as Distinct finds
// it: Len-1 fewer than there are words, none of a shorter document.
func Each(dst, words []uint64) []uint64 {
	h := uint64(0)
	for i, t := range words {
		h = h*Base + t
		if i >= Len {
			h -= rollOut * words[i-Len]
		}
		if i >= Len-1 {
			dst = append(dst, max(1, Mix(h)))
		}
	}
	return dst
}
