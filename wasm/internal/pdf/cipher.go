package pdf

import (
	"encoding/binary"
	"math"
	"math/bits"
)

// The ciphers are written out here because the standard library's bring more
// than a hundred kilobytes with them that a reader of old files has no use for.
// They protect nothing: the password is empty.

// rc4 encrypts or decrypts.
func rc4(key, data []byte) []byte {
	var s [256]byte
	for i := range s {
		s[i] = byte(i)
	}
	j := byte(0)
	for i := range s {
		j += s[i] + key[i%len(key)]
		s[i], s[j] = s[j], s[i]
	}
	out := make([]byte, len(data))
	i := byte(0)
	j = 0
	for n, b := range data {
		i++
		j += s[i]
		s[i], s[j] = s[j], s[i]
		out[n] = b ^ s[s[i]+s[j]]
	}
	return out
}

// md5 is RFC 1321.
func md5(data []byte) (sum [16]byte) {
	shift := [4][4]int{{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}}
	var sine [64]uint32
	for i := range sine {
		sine[i] = uint32(math.Floor(math.Abs(math.Sin(float64(i+1))) * (1 << 32)))
	}
	in := append(append([]byte(nil), data...), 0x80)
	for len(in)%64 != 56 {
		in = append(in, 0)
	}
	in = binary.LittleEndian.AppendUint64(in, uint64(len(data))*8)
	h := [4]uint32{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476}
	for ; len(in) > 0; in = in[64:] {
		a, b, c, d := h[0], h[1], h[2], h[3]
		for i := range 64 {
			var mix uint32
			var word int
			switch i / 16 {
			case 0:
				mix, word = b&c|^b&d, i
			case 1:
				mix, word = d&b|^d&c, 5*i+1
			case 2:
				mix, word = b^c^d, 3*i+5
			default:
				mix, word = c^(b|^d), 7*i
			}
			mix += a + sine[i] + binary.LittleEndian.Uint32(in[word%16*4:])
			a, d, c = d, c, b
			b += bits.RotateLeft32(mix, shift[i/16][i%4])
		}
		h[0], h[1], h[2], h[3] = h[0]+a, h[1]+b, h[2]+c, h[3]+d
	}
	for i, v := range h {
		binary.LittleEndian.PutUint32(sum[4*i:], v)
	}
	return sum
}
