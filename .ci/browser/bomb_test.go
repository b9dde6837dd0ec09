package browser

import (
	"archive/zip"
	"bytes"
	"io"
	"testing"
)

// bomb is a zip of half a megabyte that unpacks to 500 MB of blanks.
func bomb(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	entry, err := w.Create("bomb.txt")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.CopyN(entry, blanks{}, 500<<20); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

type blanks struct{}

func (blanks) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}
