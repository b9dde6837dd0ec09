package analysis

import "testing"

// TestHashShort holds the hash of the scan against the library, for every length and
// with what longer words leave behind.
func TestHashShort(t *testing.T) {
	long := "zyxwvutsrqponmlkjihgfedcbazyxwvutsrqponmlkjihgfedcba0987654321"
	for n := 1; n <= len(long); n++ {
		var s Scanner
		s.Reset(long + " " + long[len(long)-n:] + " " + long[:n] + " and more")
		for s.Next() {
			if got, want := s.Hash(), Hash(s.Term()); got != want {
				t.Errorf("%s: %x, want %x", s.Term(), got, want)
			}
		}
	}
}

// TestHashIsFixed: stored files hold hashes.
func TestHashIsFixed(t *testing.T) {
	if got := Hash([]byte("program")); got != 0x834f6f5067cc5247 {
		t.Errorf("Hash(program) = %#x", got)
	}
}
