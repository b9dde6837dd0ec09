package export

import (
	"bytes"
	"compress/flate"
	"io"
	"strings"
	"testing"
)

// TestDeflate: what is compressed comes back, each text for itself, and what would
// not become less stays.
func TestDeflate(t *testing.T) {
	var d Deflater
	first := d.Deflate([]byte(strings.Repeat("the ferry is back ", 50)))
	kept := bytes.Clone(first)
	for _, text := range []string{"", "x", strings.Repeat("a bridge ", 9_000), "q", strings.Repeat("the ferry is back ", 50)} {
		packed := d.Deflate([]byte(text))
		if len(packed) == len(text) {
			if string(packed) != text || len(text) > 100 {
				t.Errorf("%.20q stays %.20q", text, packed)
			}
			continue
		}
		if got, err := io.ReadAll(flate.NewReader(bytes.NewReader(packed))); string(got) != text || err != nil || len(packed) > len(text) {
			t.Errorf("%.20q comes back as %.20q, %v", text, got, err)
		}
		if other := (&Deflater{}).Deflate([]byte(text)); !bytes.Equal(other, packed) {
			t.Errorf("%.20q is not the same after others", text)
		}
	}
	if !bytes.Equal(first, kept) {
		t.Error("a text changed with the next")
	}
}
