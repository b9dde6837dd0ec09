package table

import (
	"bytes"
	"io"
)

// readSize is how many bytes are asked for at once: little enough that the
// caller's reader, which lets a cancel in, is asked every few milliseconds.
const readSize = 64 << 10

// window is the part of a stream that is being looked at. It grows as far as
// its user asks for more without dropping anything.
type window struct {
	r          io.Reader
	buf        []byte
	start, end int   // buf[start:end] is unread
	base       int64 // offset in the stream of buf[0]
	eof        bool  // no more can be read, for whatever reason
	err        error // the reason, if it is not io.EOF
}

func newWindow(r io.Reader) *window {
	return &window{r: r, buf: make([]byte, 4*readSize)}
}

// bytes is what is unread. It is valid until the next call of more.
func (w *window) bytes() []byte { return w.buf[w.start:w.end] }

// drop passes over n of the unread bytes.
func (w *window) drop(n int) { w.start += n }

// offset is the place in the stream of the first unread byte.
func (w *window) offset() int64 { return w.base + int64(w.start) }

// dropThrough passes over what is unread up to the next end and over that, or over
// all there is. The error is the reader's own.
func (w *window) dropThrough(end byte) error {
	for {
		b := w.bytes()
		if i := bytes.IndexByte(b, end); i >= 0 {
			w.drop(i + 1)
			return nil
		}
		w.drop(len(b))
		if !w.more() {
			return w.err
		}
	}
}

// more reads until the buffer is full, which it first doubles if it is full of
// unread bytes. A scan that begins anew after each call is so linear in all, and
// what is seen does not depend on how the stream is cut into reads. It reports
// whether there is more to see.
func (w *window) more() bool {
	if w.eof {
		return false
	}
	if w.start > 0 {
		w.base += int64(w.start)
		w.end = copy(w.buf, w.buf[w.start:w.end])
		w.start = 0
	}
	if w.end == len(w.buf) {
		grown := make([]byte, 2*len(w.buf))
		copy(grown, w.buf)
		w.buf = grown
	}
	before := w.end
	for empty := 0; w.end < len(w.buf) && !w.eof; {
		n, err := w.r.Read(w.buf[w.end:min(w.end+readSize, len(w.buf))])
		w.end += n
		if empty++; n > 0 {
			empty = 0
		}
		if err == nil && empty > 100 {
			err = io.ErrNoProgress
		}
		if err != nil {
			w.eof = true
			if err != io.EOF {
				w.err = err
			}
		}
	}
	return w.end > before
}

// ended is the error that the end of the stream is: io.EOF or the reader's own.
func (w *window) ended() error {
	if w.err != nil {
		return w.err
	}
	return io.EOF
}
