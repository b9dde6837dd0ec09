package deflate

import "math/bits"

// costs are what the parser takes symbols to cost, extra bits included, in 64ths of
// a bit: a piece is then far below 1<<32.
type costs struct {
	bytes     [256]uint32
	lengths   [maxMatch + 1]uint32
	distances [farSymbols]uint32
}

// costBit is the cost of a bit.
const costBit = 64

// firstCosts are those before anything is known: about those of text and programs.
func firstCosts() costs {
	var c costs
	for i := range c.bytes {
		c.bytes[i] = 8 * costBit
	}
	for length := minMatch; length <= maxMatch; length++ {
		c.lengths[length] = uint32(6+lengthExtra(length)) * costBit
	}
	for i := range c.distances {
		c.distances[i] = uint32(5+max(i/2-1, 0)) * costBit
	}
	return c
}

// costs are those of symbols that are so frequent. One that is not there costs a bit
// more than one that is there once.
func (c *counts) costs() costs {
	var out costs
	main, far := bitsOf(c.main[:]), bitsOf(c.far[:])
	copy(out.bytes[:], main)
	for length := minMatch; length <= maxMatch; length++ {
		out.lengths[length] = main[lengthSymbol(length)] + uint32(lengthExtra(length))*costBit
	}
	for i := range out.distances {
		out.distances[i] = far[i] + uint32(max(i/2-1, 0))*costBit
	}
	return out
}

// bitsOf is what each symbol costs: the logarithm of how rare it is, a bit at least.
func bitsOf(counts []uint32) []uint32 {
	total := uint32(1)
	for _, n := range counts {
		total += n
	}
	out, all := make([]uint32, len(counts)), log2(total)
	for i, n := range counts {
		out[i] = all + costBit
		if n > 0 {
			out[i] = max(all-log2(n), costBit)
		}
	}
	return out
}

// log2 is the logarithm in 64ths, rounded down. Each squaring of what is between 1
// and 2 tells a binary place more.
func log2(n uint32) uint32 {
	whole := bits.Len32(n) - 1
	x := uint64(n) << (31 - whole) // 1 is 1<<31
	out := uint32(whole)
	for range bits.Len(costBit) - 1 {
		x = x * x >> 31
		bit := uint32(x >> 32)
		x >>= bit
		out = out<<1 | bit
	}
	return out
}

// estimate is about how many 64ths of a bit a block with so many symbols takes,
// extra bits apart: what splitting decides by.
func (c *counts) estimate() uint64 {
	size := uint64(headBits * costBit)
	for _, counts := range [...][]uint32{c.main[:], c.far[:]} {
		for i, n := range bitsOf(counts) {
			if counts[i] > 0 {
				size += uint64(counts[i])*uint64(n) + symbolBits*costBit
			}
		}
	}
	return size
}

// What a block's codes take: as measured over the blocks of programs.
const (
	headBits   = 80
	symbolBits = 3
)
