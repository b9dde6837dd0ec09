package analysis

import "testing"

// TestHashShort holds the short form against the library, for every length.
func TestHashShort(t *testing.T) {
	var b shortBuffer
	for i := range b {
		b[i] = byte(i*37 + 11)
	}
	for n := range 32 {
		if got, want := hashShort(&b, n), Hash(b[:n]); got != want {
			t.Errorf("%d bytes: %x, want %x", n, got, want)
		}
	}
}

// TestHashIsFixed: stored files hold hashes.
func TestHashIsFixed(t *testing.T) {
	if got := Hash([]byte("program")); got != 0x834f6f5067cc5247 {
		t.Errorf("Hash(program) = %#x", got)
	}
}
