package align

import (
	"math/bits"

	"clippings/wasm/internal/shingle"
)

// grams finds the places of five-word sequences in a text. Its memory is kept
// from text to text.
type grams struct {
	text     []uint64
	distinct uint32
	table    []int32 // hash table: the first place of a sequence plus one
	first    []int32 // by place: the first place of the same sequence
	next     []int32 // by place: the next place of the same sequence plus one
	times    []int32 // by first place: how often
	last     []int32 // by first place: the last place
	seen     []int32 // by first place: the number of the text that was last seen to have it
}

func (g *grams) reset(text []uint64) {
	n := max(len(text)-shingle.Len+1, 0)
	g.text, g.distinct = text, 0
	g.table = cleared(g.table, 1<<bits.Len(uint(2*n+1)))
	g.next = cleared(g.next, n)
	g.seen = cleared(g.seen, n)
	g.first, g.times, g.last = cleared(g.first, n), cleared(g.times, n), cleared(g.last, n)
	for i := range int32(n) {
		s := text[i:]
		slot := g.slot(s, shingle.Of(s[:shingle.Len]))
		if g.table[slot] == 0 {
			g.table[slot], g.first[i], g.times[i], g.last[i] = i+1, i, 1, i
			g.distinct++
			continue
		}
		f := g.table[slot] - 1
		g.first[i] = f
		g.next[g.last[f]] = i + 1
		g.times[f]++
		g.last[f] = i
	}
}

// cleared is s with n zero entries, in the same memory if it suffices.
func cleared[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	s = s[:n]
	clear(s)
	return s
}

// slot is where the sequence that begins s, with this hash, stands in the table,
// or would.
func (g *grams) slot(s []uint64, hash uint64) int {
	mask := len(g.table) - 1
	at := int(hash) & mask
	for g.table[at] != 0 && !equalFive(g.text[g.table[at]-1:], s) {
		at = (at + 1) & mask
	}
	return at
}

func equalFive(a, b []uint64) bool {
	_, _ = a[shingle.Len-1], b[shingle.Len-1]
	return a[0] == b[0] && a[1] == b[1] && a[2] == b[2] && a[3] == b[3] && a[4] == b[4]
}

// hashes is a set of hashes, none of which is 0.
type hashes struct {
	table []uint64 // open addressing, 0 is free
	n     uint32
}

// reset empties the set and makes room for n.
func (s *hashes) reset(n int) {
	s.table = cleared(s.table, 1<<bits.Len(uint(2*n+1)))
	s.n = 0
}

func (s *hashes) add(h uint64) {
	mask := uint64(len(s.table) - 1)
	at := h & mask
	for s.table[at] != 0 && s.table[at] != h {
		at = (at + 1) & mask
	}
	if s.table[at] == 0 {
		s.table[at] = h
		s.n++
	}
}
