package port

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"syscall/js"
	"testing"
	"testing/iotest"
)

// fakeReader makes files in memory and counts how often they are read.
const fakeReader = `
globalThis.reads = 0;
globalThis.fakeFile = (bytes, error) => ({
  size: bytes.length,
  slice: (start, end) => fakeFile(bytes.subarray(start, end), error),
  arrayBuffer: async () => {
    globalThis.reads++;
    if (error) throw Object.assign(new Error("could not be read"), {name: error});
    return bytes.slice().buffer;
  },
});`

func fakeFile(t *testing.T, content []byte, failure string) *File {
	t.Helper()
	js.Global().Get("Function").New(fakeReader).Invoke()
	b := js.Global().Get("Uint8Array").New(len(content))
	js.CopyBytesToJS(b, content)
	f, err := Open(js.Global().Call("fakeFile", b, failure))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func reads() int { return js.Global().Get("reads").Int() }

func TestReadAt(t *testing.T) {
	content := bytes.Repeat([]byte("clippings "), 1000)
	f := fakeFile(t, content, "")
	if err := iotest.TestReader(io.NewSectionReader(f, 0, f.Size()), content); err != nil {
		t.Error(err)
	}
	for _, off := range []int64{f.Size(), f.Size() + 1} {
		if n, err := f.ReadAt(make([]byte, 1), off); n != 0 || err != io.EOF {
			t.Errorf("read at %d: %d, %v; want EOF", off, n, err)
		}
	}
	if _, err := f.ReadAt(make([]byte, 1), -1); err == nil {
		t.Error("read at a negative offset")
	}
}

func TestReadsAhead(t *testing.T) {
	content := make([]byte, 3*readAhead+5)
	for i := range content {
		content[i] = byte(i % 251)
	}
	f := fakeFile(t, content, "")
	got, err := io.ReadAll(io.NewSectionReader(f, 0, f.Size()))
	if err != nil || !bytes.Equal(got, content) {
		t.Fatalf("read %d bytes, %v", len(got), err)
	}
	if reads() != 4 {
		t.Errorf("asked the browser %d times, want 4", reads())
	}
	whole := make([]byte, len(content))
	if n, err := f.ReadAt(whole, 0); n != len(whole) || err != nil || !bytes.Equal(whole, content) {
		t.Errorf("one read of everything: %d, %v", n, err)
	}
}

func TestUnreadableFile(t *testing.T) {
	for name, want := range map[string]error{
		"NotFoundError":    fs.ErrNotExist,
		"NotReadableError": fs.ErrPermission,
		"SecurityError":    fs.ErrPermission,
	} {
		f := fakeFile(t, []byte("text"), name)
		if n, err := f.ReadAt(make([]byte, 4), 0); n != 0 || !errors.Is(err, want) {
			t.Errorf("%s: %d, %v; want %v", name, n, err, want)
		}
	}
	f := fakeFile(t, []byte("text"), "OddError")
	if _, err := f.ReadAt(make([]byte, 4), 0); err == nil {
		t.Error("OddError: no error")
	}
}

func TestEmptyFile(t *testing.T) {
	f := fakeFile(t, nil, "")
	if n, err := f.ReadAt(make([]byte, 4), 0); n != 0 || err != io.EOF {
		t.Errorf("got %d, %v; want EOF", n, err)
	}
}

func TestOpenWantsAFile(t *testing.T) {
	for _, handle := range []any{nil, "a path", js.ValueOf(5)} {
		if _, err := Open(handle); err == nil {
			t.Errorf("opened %v", handle)
		}
	}
}
