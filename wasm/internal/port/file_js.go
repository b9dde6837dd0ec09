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
	return &File{file: file, size: int64(file.Get("size").Float())}, nil
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

// slice waits for the bytes. The wait is the browser's, in another process:
// meanwhile this worker goes on with other files and hears messages. A
// FileReaderSync takes 1 to 2 ms a file of which it gives none back; eight reads
// under way take 0.3 ms each.
func (f *File) slice(start, end int64) (js.Value, error) {
	blob := f.file
	if start > 0 || end < f.size {
		blob = blob.Call("slice", start, end)
	}
	buffer, err := await(blob.Call("arrayBuffer"), readError)
	if err != nil {
		return js.Value{}, err
	}
	return js.Global().Get("Uint8Array").New(buffer), nil
}

// await parks the goroutine until a promise is settled. What it is broken with,
// an Error, is explained.
func await(promise js.Value, explain func(thrown js.Value) error) (js.Value, error) {
	type outcome struct {
		value js.Value
		err   error
	}
	settled := make(chan outcome, 1)
	kept := js.FuncOf(func(_ js.Value, args []js.Value) any {
		settled <- outcome{value: args[0]}
		return nil
	})
	defer kept.Release()
	broken := js.FuncOf(func(_ js.Value, args []js.Value) any {
		settled <- outcome{err: explain(args[0])}
		return nil
	})
	defer broken.Release()
	promise.Call("then", kept, broken)
	o := <-settled
	return o.value, o.err
}

func readError(thrown js.Value) error {
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
