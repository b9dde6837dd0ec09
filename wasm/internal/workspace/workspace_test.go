package workspace

import (
	"bytes"
	"compress/gzip"
	"errors"
	"flag"
	"io"
	"os"
	"strings"
	"testing"
	"testing/iotest"
)

var update = flag.Bool("update", false, "write testdata anew")

type entry struct{ name, text string }

var sample = []entry{
	{"workspace", "what the coordinator knows"},
	{"0/documents-0-1a2b3c4d", "The first sleeper to leave the capital for the coast departed on Monday."},
	{"0/manifest-1", ""},
	{"1/documents-0-00000000", strings.Repeat("a berth costs less than a room; ", PartBytes/16)},
}

func body(t testing.TB, list []entry) []byte {
	t.Helper()
	var b bytes.Buffer
	w := NewWriter(&b)
	for _, e := range list {
		if err := errors.Join(w.Begin(e.name), w.Part([]byte(e.text))); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func read(from io.Reader) (list []entry, err error) {
	r := NewReader(from)
	for {
		name, err := r.Next()
		if err == io.EOF {
			return list, nil
		}
		if err != nil {
			return list, err
		}
		var text strings.Builder
		for {
			part, err := r.Part()
			if err == io.EOF {
				break
			}
			if err != nil {
				return list, err
			}
			text.Write(part)
		}
		list = append(list, entry{name, text.String()})
	}
}

func same(a, b []entry) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	b := body(t, sample)
	for name, from := range map[string]io.Reader{
		"whole": bytes.NewReader(b), "halves": iotest.HalfReader(bytes.NewReader(b)), "with its end": iotest.DataErrReader(bytes.NewReader(b)),
	} {
		if got, err := read(from); err != nil || !same(got, sample) {
			t.Errorf("%s: %d entries, %v", name, len(got), err)
		}
	}
	r := NewReader(bytes.NewReader(b)) // names alone
	for _, e := range sample {
		if name, err := r.Next(); name != e.name || err != nil {
			t.Errorf("got %q, %v, want %q", name, err, e.name)
		}
	}
}

// TestDamage: whatever is cut off or changed is told, and nothing false is read.
func TestDamage(t *testing.T) {
	small := body(t, sample[:3])
	for i := range small {
		if _, err := read(bytes.NewReader(small[:i])); !errors.Is(err, ErrDamaged) {
			t.Errorf("cut off after %d bytes: %v", i, err)
		}
		b := bytes.Clone(small)
		b[i] ^= 0x41
		got, err := read(bytes.NewReader(b))
		for _, e := range got {
			if e.text != "" && !strings.Contains(string(small), e.text) {
				t.Errorf("byte %d changed: read %q", i, e.text)
			}
		}
		_ = err // a name may be another, which the shards find out
	}
	if _, err := read(io.MultiReader(bytes.NewReader(small[:30]), iotest.ErrReader(os.ErrPermission))); !errors.Is(err, os.ErrPermission) {
		t.Errorf("a source that fails: %v", err)
	}
	if _, err := read(bytes.NewReader([]byte{0xff, 0xff, 0xff, 0x7f})); !errors.Is(err, ErrDamaged) {
		t.Errorf("a name of %d MB: %v", 256, err)
	}
}

// TestVersion1: a file of version 1 opens for ever.
func TestVersion1(t *testing.T) {
	const golden = "testdata/version-1.clippings"
	want := sample[:3]
	if *update {
		var b bytes.Buffer
		b.WriteString(Magic)
		z := gzip.NewWriter(&b)
		z.Write(body(t, want))
		z.Close()
		if err := os.WriteFile(golden, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	b, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if err := Check(b); err != nil {
		t.Fatal(err)
	}
	z, err := gzip.NewReader(bytes.NewReader(b[len(Magic):]))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := read(z); err != nil || !same(got, want) {
		t.Errorf("got %v, %v", got, err)
	}
}

func TestCheck(t *testing.T) {
	for head, want := range map[string]error{
		Magic + "\x1f\x8b": nil, "clippings-workspace 2\n": ErrNewer, "clippings-works": ErrNot, "": ErrNot, "\x1f\x8b\x08": ErrNot,
	} {
		if err := Check([]byte(head)); err != want {
			t.Errorf("%q: %v, want %v", head, err, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(body(f, sample[:3]))
	f.Add([]byte{1, 'a', 1, 'b', 0, 0, 0, 0, 0, 0, 1})
	f.Add([]byte{0, 0})
	f.Fuzz(func(t *testing.T, b []byte) {
		list, err := read(bytes.NewReader(b))
		if err != nil {
			return
		}
		again, err := read(bytes.NewReader(body(t, list)))
		if err != nil || !same(again, list) {
			t.Errorf("%q: %v, again %v, %v", b, list, again, err)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	whole := body(b, sample)
	b.SetBytes(int64(len(whole)))
	for b.Loop() {
		if _, err := read(bytes.NewReader(whole)); err != nil {
			b.Fatal(err)
		}
	}
}
