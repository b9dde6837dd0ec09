package coord

import (
	"archive/zip"
	"bytes"
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"testing"
)

func zipped(t *testing.T, z *zipWriter, b *bytes.Buffer) *zip.Reader {
	t.Helper()
	if err := z.close(); err != nil {
		t.Fatal(err)
	}
	r, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func newZipTo(b *bytes.Buffer) *zipWriter {
	return newZip(func(part []byte) error {
		b.Write(part)
		return nil
	})
}

// stored is a file as it is.
func stored(name string, content []byte) zipFile {
	return zipFile{name, crc32.ChecksumIEEE(content), uint64(len(content)), content}
}

// TestZipOfMany: more files than the old form counts.
func TestZipOfMany(t *testing.T) {
	var b bytes.Buffer
	z := newZipTo(&b)
	const n = math.MaxUint16 + 10
	for i := range n {
		content := fmt.Append(nil, i)
		if err := z.add(stored("ü.txt", content)); err != nil {
			t.Fatal(err)
		}
	}
	r := zipped(t, z, &b)
	if len(r.File) != n {
		t.Fatalf("%d files of %d", len(r.File), n)
	}
	for _, i := range []int{0, 1, n - 1} {
		f, err := r.File[i].Open()
		if err != nil {
			t.Fatal(err)
		}
		want := "ü.txt"
		if i > 0 {
			want = fmt.Sprintf("ü (%d).txt", i+1)
		}
		if content, err := io.ReadAll(f); string(content) != fmt.Sprint(i) || err != nil || r.File[i].Name != want {
			t.Errorf("%s: %q, %v", r.File[i].Name, content, err)
		}
	}
}

// TestZipFarIn: files that begin after 4 GB are found there.
func TestZipFarIn(t *testing.T) {
	var b bytes.Buffer
	z := newZipTo(&b)
	const far = 5 << 30
	z.at = far // as if so much were written
	if err := z.add(stored("a.txt", []byte("text"))); err != nil {
		t.Fatal(err)
	}
	if err := z.close(); err != nil {
		t.Fatal(err)
	}
	r, err := zip.NewReader(io.NewSectionReader(shifted{b.Bytes(), far}, 0, far+int64(b.Len())), far+int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	f, err := r.File[0].Open()
	if err != nil {
		t.Fatal(err)
	}
	if content, err := io.ReadAll(f); string(content) != "text" || err != nil {
		t.Errorf("%q, %v", content, err)
	}
}

// shifted is bytes that stand far in a file of nothing else.
type shifted struct {
	b   []byte
	far int64
}

func (s shifted) ReadAt(p []byte, at int64) (int, error) {
	clear(p)
	for i := range p {
		if k := at + int64(i) - s.far; 0 <= k && k < int64(len(s.b)) {
			p[i] = s.b[k]
		}
	}
	return len(p), nil
}

// TestZipNames: each is told apart, where case does not tell too.
func TestZipNames(t *testing.T) {
	z := newZip(func([]byte) error { return nil })
	for _, test := range [][2]string{
		{"a.txt", "a.txt"}, {"a (2).txt", "a (2).txt"}, {"A.txt", "A (3).txt"}, {"a.txt", "a (4).txt"},
		{"b", "b"}, {"b", "b (2)"}, {".txt", ".txt"}, {".txt", " (2).txt"},
	} {
		if got := z.unique(test[0]); got != test[1] {
			t.Errorf("%q: got %q, want %q", test[0], got, test[1])
		}
	}
}
