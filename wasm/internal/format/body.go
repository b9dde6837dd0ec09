package format

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"clippings/wasm/protocol"
)

// A body is the bytes of a file, or of one member of a container: at random
// where they lie in a file or in memory, else once from the beginning.
type body struct {
	name string // path, for its extension
	file File   // nil when the bytes come only once
	r    *bufio.Reader
	near []byte // the first bytes of file, once head has read them

	// What a container says of it.
	format   string // "" to find out
	declared string // encoding
	known    []protocol.Fact
	warnings []string

	came  int64 // bytes, of a body that comes once
	isCut bool  // it ended before it said that it would
}

func fileBody(name string, f File) *body { return &body{name: name, file: f} }

func bytesBody(name string, data []byte) *body { return fileBody(name, bytes.NewReader(data)) }

// streamBody is a body that comes once. What it unpacks is charged to the walk,
// which also gets to yield.
func (w *walk) streamBody(name string, r io.Reader) *body {
	b := &body{name: name}
	b.r = newBuffered(&meter{r: &pauser{r: &ender{r: r, body: b}, walk: w}, walk: w})
	return b
}

// An ender takes what is cut off for all there is, and remembers that it was cut:
// the records before are as good as any.
type ender struct {
	r    io.Reader
	body *body
}

func (e *ender) Read(b []byte) (int, error) {
	n, err := e.r.Read(b)
	e.body.came += int64(n)
	if errors.Is(err, io.ErrUnexpectedEOF) && e.body.came > 0 {
		e.body.isCut, err = true, io.EOF
	}
	return n, err
}

// cutOff says that a body was cut.
func (b *body) cutOff() string {
	return fmt.Sprintf("It is cut off: only %d bytes of what was packed could be unpacked", b.came)
}

// newBuffered reads ahead: 64 kB make the cost of a read small, and head needs
// sniffLen.
func newBuffered(r io.Reader) *bufio.Reader { return bufio.NewReaderSize(r, 64<<10) }

// reader gives all bytes of a body in order, and yields meanwhile. It may be
// asked for once, after head.
func (w *walk) reader(b *body) *bufio.Reader {
	if b.r == nil {
		b.r = newBuffered(&pauser{r: io.NewSectionReader(b.file, 0, b.file.Size()), walk: w})
	}
	return b.r
}

// size is the number of bytes, -1 when nobody knows yet.
func (b *body) size() int64 {
	if b.file == nil {
		return -1
	}
	return b.file.Size()
}

// head is the first sniffLen bytes, or all there are.
func (b *body) head() ([]byte, error) {
	if b.file == nil {
		head, err := b.r.Peek(sniffLen)
		if err == io.EOF || err == bufio.ErrBufferFull {
			err = nil
		}
		return head, err
	}
	near := make([]byte, min(b.file.Size(), nearBytes))
	n, err := b.file.ReadAt(near, 0)
	if err == io.EOF && n == len(near) {
		err = nil
	}
	if err == nil {
		b.near = near[:n]
	}
	return near[:min(n, sniffLen)], err
}

// nearBytes are read at once with the head: most articles and pages whole, which
// are then not read twice. In a browser a read costs more than its bytes.
const nearBytes = 64 << 10

// hold reads a document whole: errLarge if it is larger than one may be.
func (w *walk) hold(b *body) ([]byte, error) { return w.whole(b, w.limits.MaxFile) }

// holdRecord is hold for a record, whose line of the ledger then tells its size.
func (w *walk) holdRecord(c *opened) ([]byte, error) {
	data, err := w.hold(c.body)
	if err == nil {
		c.Bytes = int64(len(data))
	}
	return data, err
}

func (w *walk) whole(b *body, limit int64) ([]byte, error) {
	if b.file != nil && b.r == nil {
		if b.file.Size() > limit {
			return nil, errLarge
		}
		return w.readAll(b.file, b.near)
	}
	var buf bytes.Buffer
	for {
		n, err := io.CopyN(&buf, b.r, pauseBytes)
		if int64(buf.Len()) > limit {
			return nil, errLarge
		}
		if err == io.EOF {
			return buf.Bytes(), nil
		}
		if err != nil {
			return buf.Bytes(), err
		}
		if n == 0 {
			return buf.Bytes(), io.ErrUnexpectedEOF
		}
	}
}

// random gives access at random, holding what comes only once in memory.
func (w *walk) random(b *body) (File, error) {
	if b.file != nil && b.r == nil {
		return b.file, nil
	}
	data, err := w.whole(b, heldFactor*w.limits.MaxFile)
	if err != nil {
		return nil, err
	}
	return bytes.NewReader(data), nil
}

// heldFactor is how many times the size of a document an archive inside another
// container may have: it must be held to be read at random.
const heldFactor = 8

// readAll reads a file whole, in slices between which it yields. near is its
// start as far as it has been read.
func (w *walk) readAll(f File, near []byte) ([]byte, error) {
	size := f.Size()
	if int64(len(near)) == size {
		return near, w.pause()
	}
	data := make([]byte, size)
	for at := int64(copy(data, near)); at < size; {
		if err := w.pause(); err != nil {
			return nil, err
		}
		n, err := f.ReadAt(data[at:min(size, at+1<<20)], at)
		at += int64(n)
		if err != nil && !(err == io.EOF && at == size) {
			return nil, err
		}
		if n == 0 {
			return nil, io.ErrUnexpectedEOF
		}
	}
	return data, nil
}

// A pauser yields between reads.
type pauser struct {
	r    io.Reader
	walk *walk
	free int // bytes until the next yield
}

// pauseBytes are unpacked between two yields: a few milliseconds in WASM.
const pauseBytes = 128 << 10

func (p *pauser) Read(b []byte) (int, error) {
	if p.free <= 0 {
		if err := p.walk.pause(); err != nil {
			return 0, err
		}
		p.free = pauseBytes
	}
	n, err := p.r.Read(b[:min(len(b), pauseBytes)])
	p.free -= n
	return n, err
}

// A meter charges what is read through it to the walk.
type meter struct {
	r    io.Reader
	walk *walk
}

func (m *meter) Read(b []byte) (int, error) {
	n, err := m.r.Read(b)
	if over := m.walk.charge(int64(n)); over != nil {
		return 0, over
	}
	return n, err
}

// A watchedFile remembers the first error of reading, so that a file that has
// gone is told from one that is damaged.
type watchedFile struct {
	File
	err error
}

func (f *watchedFile) ReadAt(p []byte, at int64) (int, error) {
	n, err := f.File.ReadAt(p, at)
	if err != nil && err != io.EOF && f.err == nil {
		f.err = err
	}
	return n, err
}
