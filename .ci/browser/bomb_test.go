package browser

import (
	"archive/zip"
	"bytes"
	"io"
	"testing"
)

// bomb is a zip of 200 kB that unpacks to 200 MB of blanks.
func bomb(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	entry, err := w.Create("bomb.txt")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.CopyN(entry, blanks{}, 200<<20); err != nil {
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
