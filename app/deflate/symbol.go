package deflate

import "math/bits"

// Symbols of DEFLATE (RFC 1951, 3.2.5): bytes, the end of a block and lengths share
// a code; distances have their own. Lengths and distances go on with extra bits.
const (
	endSymbol   = 256
	mainSymbols = 286
	farSymbols  = 30
)

func lengthSymbol(length int) int {
	x := uint(length - minMatch)
	switch {
	case x < 8:
		return 257 + int(x)
	case length == maxMatch:
		return mainSymbols - 1
	}
	n := bits.Len(x) - 1
	return 257 + 4*(n-1) + int(x>>(n-2)&3)
}

// lengthExtra is how many extra bits a length has; they are its last, less three.
func lengthExtra(length int) int {
	if length == maxMatch {
		return 0
	}
	return max(bits.Len(uint(length-minMatch))-3, 0)
}

// distanceSymbol takes a distance less one.
func distanceSymbol(d uint16) int {
	if d < 4 {
		return int(d)
	}
	n := bits.Len16(d) - 1
	return 2*n + int(d>>(n-1)&1)
}

func distanceExtra(d uint16) int { return max(bits.Len16(d)-2, 0) }

// counts are how often each symbol stands in a block.
type counts struct {
	main  [mainSymbols]uint32
	far   [farSymbols]uint32
	extra uint64 // bits of all extra bits
}

// countSymbols counts those of steps through content.
func countSymbols(content []byte, steps []step) counts {
	var c counts
	at := 0
	for _, s := range steps {
		if s.length == 1 {
			c.main[content[at]]++
		} else {
			c.main[lengthSymbol(int(s.length))]++
			c.far[distanceSymbol(s.distance)]++
			c.extra += uint64(lengthExtra(int(s.length)) + distanceExtra(s.distance))
		}
		at += int(s.length)
	}
	c.main[endSymbol] = 1
	return c
}

func (c *counts) add(o *counts) {
	for i, n := range o.main {
		c.main[i] += n
	}
	for i, n := range o.far {
		c.far[i] += n
	}
	c.main[endSymbol] = 1
}
