package index

import (
	"encoding/binary"
	"math/bits"
)

// maxShared is the largest number in Segment.shared, and stands for all from
// there on.
const maxShared = 127

// sharedPrefixes tells for each term how many bytes it begins with as the term
// before it does, up to maxShared: a byte a term, by which Similar leaps over
// all terms that begin alike. It reports whether the terms rise.
func sharedPrefixes(terms []byte, start []uint32) (shared []byte, rising bool) {
	if len(start) < 2 {
		return nil, true
	}
	shared = make([]byte, len(start)-1)
	last := terms[start[0]:start[1]]
	for t := 1; t < len(shared); t++ {
		term := terms[start[t]:start[t+1]]
		n := commonPrefix(last, term)
		if n == len(term) || n < len(last) && last[n] > term[n] {
			return nil, false
		}
		shared[t] = byte(min(n, maxShared))
		last = term
	}
	return shared, true
}

// commonPrefix is how many bytes a and b begin with in common.
func commonPrefix(a, b []byte) int {
	n, i := min(len(a), len(b)), 0
	for ; i+8 <= n; i += 8 {
		if d := binary.LittleEndian.Uint64(a[i:]) ^ binary.LittleEndian.Uint64(b[i:]); d != 0 {
			return i + bits.TrailingZeros64(d)/8
		}
	}
	for i < n && a[i] == b[i] {
		i++
	}
	return i
}

// nextBelow is the first i from at on with shared[i] < depth, or len(shared);
// depth is at most maxShared+1. It looks at eight numbers at a time.
func nextBelow(shared []byte, at int, depth byte) int {
	const each, high = 0x0101010101010101, 0x8080808080808080
	less := each * uint64(depth)
	for ; at+8 <= len(shared); at += 8 {
		// No number has its eighth bit set, so a byte of the difference has it
		// where nothing was borrowed.
		x := binary.LittleEndian.Uint64(shared[at:]) | high
		if below := ^(x - less) & high; below != 0 {
			return at + bits.TrailingZeros64(below)/8
		}
	}
	for at < len(shared) && shared[at] >= depth {
		at++
	}
	return at
}
