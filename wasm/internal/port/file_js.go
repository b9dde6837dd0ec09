package port

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"sync"
	"syscall/js"

	"clippings/wasm/protocol"
)

// readAhead is how much of a file one question to the browser fetches. A
// question costs about 0.2 ms whatever its size, and readers of archives ask
// for 4 kB at a time.
const readAhead = 1 << 20

// File is an open source: a File of the browser behind an io.ReaderAt. It holds
// one window of the file in memory, never the whole.
type File struct {
	file js.Value
	size int64

	mu     sync.Mutex
	reader js.Value
	window []byte
	start  int64 // offset of window in the file
}

// Open opens the file a handle stands for: a File of the browser. Nothing is
// read yet; a file that has gone or changed since it was chosen fails at the
// first ReadAt.
func Open(handle protocol.File) (*File, error) {
	file, ok := handle.(js.Value)
	if !ok || file.Type() != js.TypeObject {
		return nil, fmt.Errorf("port: handle is a %T, want a File", handle)
	}
	reader := js.Global().Get("FileReaderSync")
	if !reader.Truthy() {
		return nil, errors.New("port: files can be read in a worker only")
	}
	return &File{file: file, reader: reader.New(), size: int64(file.Get("size").Float())}, nil
}

// Size is the length of the file in bytes when it was chosen.
func (f *File) Size() int64 { return f.size }

// ReadAt implements io.ReaderAt. Safe for several goroutines. The error is
// fs.ErrNotExist if the file has gone, fs.ErrPermission if the browser may not
// read it (any more).
func (f *File) ReadAt(p []byte, off int64) (int, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if off < 0 {
		return 0, errors.New("port: negative offset")
	}
	n := 0
	for n < len(p) && off < f.size {
		if off < f.start || off >= f.start+int64(len(f.window)) {
			if err := f.fetch(off, len(p)-n); err != nil {
				return n, err
			}
		}
		k := copy(p[n:], f.window[off-f.start:])
		n += k
		off += int64(k)
	}
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

// fetch moves the window to off. It holds at least one byte afterwards.
func (f *File) fetch(off int64, want int) error {
	end := min(off+int64(max(want, readAhead)), f.size)
	end = min(end, off+maxWindow)
	bytes, err := f.slice(off, end)
	if err != nil {
		return err
	}
	n := bytes.Get("byteLength").Int()
	if n == 0 {
		return io.ErrUnexpectedEOF
	}
	if cap(f.window) < n {
		f.window = make([]byte, n)
	}
	f.window = f.window[:n]
	f.start = off
	js.CopyBytesToGo(f.window, bytes)
	return nil
}

// maxWindow bounds one question: a reader that asks for all of a 500 MB file at
// once gets it in pieces, without a second copy of it on the browser's side.
const maxWindow = 8 << 20

func (f *File) slice(start, end int64) (bytes js.Value, err error) {
	defer func() {
		switch thrown := recover().(type) {
		case nil:
		case js.Error:
			err = readError(thrown)
		default:
			panic(thrown)
		}
	}()
	blob := f.file.Call("slice", start, end)
	buffer := f.reader.Call("readAsArrayBuffer", blob)
	return js.Global().Get("Uint8Array").New(buffer), nil
}

func readError(thrown js.Error) error {
	switch name := thrown.Get("name"); name.String() {
	case "NotFoundError":
		return fmt.Errorf("port: the file is no longer there: %w", fs.ErrNotExist)
	case "NotReadableError", "SecurityError":
		return fmt.Errorf("port: the browser may not read the file: %w", fs.ErrPermission)
	}
	return fmt.Errorf("port: reading the file: %s", thrown.Get("message").String())
}

// Close frees the window.
func (f *File) Close() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.window = nil
	return nil
}
