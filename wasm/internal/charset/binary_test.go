package charset

import (
	"encoding/binary"
	"testing"
)

// TestMayControl holds that eight bytes are passed over only if none of them is
// a control character.
func TestMayControl(t *testing.T) {
	for c := range 256 {
		for _, beside := range []byte{' ', 'a', 0x80, 0xFF, '~'} {
			for at := range 8 {
				b := [8]byte{beside, beside, beside, beside, beside, beside, beside, beside}
				b[at] = byte(c)
				want := c < 0x20 || c == 0x7F
				if got := mayControl(binary.LittleEndian.Uint64(b[:])); got != want && want || got && !want && beside < 0x80 && c >= 0x20 && c < 0x7F {
					t.Fatalf("%q: got %v, want %v", b, got, want)
				}
			}
		}
	}
}
