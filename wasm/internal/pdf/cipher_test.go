package pdf

import (
	"encoding/hex"
	"testing"
)

func TestMD5(t *testing.T) {
	for in, want := range map[string]string{
		"":    "d41d8cd98f00b204e9800998ecf8427e",
		"abc": "900150983cd24fb0d6963f7d28e17f72",
		"12345678901234567890123456789012345678901234567890123456789012345678901234567890": "57edf4a22be3c955ac49da2e2107b67a",
	} {
		got := md5([]byte(in))
		if hex.EncodeToString(got[:]) != want {
			t.Errorf("md5(%q) = %x, want %s", in, got, want)
		}
	}
}

func TestRC4(t *testing.T) {
	if got := hex.EncodeToString(rc4([]byte("Key"), []byte("Plaintext"))); got != "bbf316e8d940af0ad3" {
		t.Errorf("rc4 = %s", got)
	}
}

// The vectors of FIPS 197, appendix C.
func TestAES(t *testing.T) {
	for _, c := range [...]struct{ key, block string }{
		{"000102030405060708090a0b0c0d0e0f", "69c4e0d86a7b0430d8cdb78070b4c55a"},
		{"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", "8ea2b7ca516745bfeafc49904b496089"},
	} {
		key, _ := hex.DecodeString(c.key)
		block, _ := hex.DecodeString(c.block)
		got := newAES(key).decrypt([16]byte(block))
		if want := "00112233445566778899aabbccddeeff"; hex.EncodeToString(got[:]) != want {
			t.Errorf("key %s: got %x, want %s", c.key, got, want)
		}
	}
}
