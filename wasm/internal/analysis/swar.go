package analysis

import "math/bits"

// Eight bytes at a time: under WebAssembly a taken branch costs Go about as much
// as ten additions, so a word of five letters is read with none.
const (
	eachLow  = 0x0101010101010101
	eachHigh = 0x80 * eachLow
)

// load is the first eight bytes of t, the first one lowest. There must be eight.
func load[T string | []byte](t T) uint64 {
	_ = t[7]
	return uint64(t[0]) | uint64(t[1])<<8 | uint64(t[2])<<16 | uint64(t[3])<<24 |
		uint64(t[4])<<32 | uint64(t[5])<<40 | uint64(t[6])<<48 | uint64(t[7])<<56
}

// store writes x to the eight bytes of b from n. There must be eight.
func store(b []byte, n int, x uint64) {
	t := b[n : n+8]
	t[0], t[1], t[2], t[3] = byte(x), byte(x>>8), byte(x>>16), byte(x>>24)
	t[4], t[5], t[6], t[7] = byte(x>>32), byte(x>>40), byte(x>>48), byte(x>>56)
}

// lowerRun returns x with its ASCII capitals made small, and how many of its
// bytes, from the lowest, are ASCII letters and digits without a gap.
//
// Bytes are compared by sums that overflow into the eighth bit and no further:
// b+(0x80-'a') has it set just when b >= 'a'.
func lowerRun(x uint64) (lower uint64, n int) {
	low := x &^ eachHigh
	small := low | 0x20*eachLow
	letter := (small + (0x80-'a')*eachLow) &^ (small + (0x80-'z'-1)*eachLow)
	digit := (low + (0x80-'0')*eachLow) &^ (low + (0x80-'9'-1)*eachLow)
	word := (letter | digit) &^ x & eachHigh
	return x | letter&^x&eachHigh>>2, bits.TrailingZeros64(^word&eachHigh) / 8
}

// shortBuffer holds a folded word of up to shortWord bytes from shortAt on, and
// room before and behind it for a load that ends or begins with any byte of the word.
// The bytes before it are 0.
type shortBuffer [shortAt + shortWord + 8]byte

const shortAt = 8

// respellBits is not 0 if a rule of respell may change a word with this tail, its
// last eight bytes, the last one highest: one with -is-, -ys- or -sk- in it and
// something behind. It errs towards yes. The s of -isational is the first of the eight, its
// i out of sight.
func respellBits(tail uint64) uint64 {
	s := equal(tail, 's') &^ (0xFF << 56)
	iOrY := equal(tail|0x10*eachLow, 'y')
	return s&(iOrY<<8|0x80) | s<<8&equal(tail, 'k')
}

// equal sets the high bit of each byte of x that is c, and perhaps of bytes above
// one that is.
func equal(x uint64, c byte) uint64 {
	x ^= uint64(c) * eachLow
	return (x - eachLow) &^ x & eachHigh
}
