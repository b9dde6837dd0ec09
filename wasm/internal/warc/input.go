package warc

import (
	"bufio"
	"io"
	"slices"
)

// slice is what is read or passed over between two calls of Yield; it takes
// less than a millisecond.
const slice = 64 << 10

// input is the archive with a count of what was taken from it. Once err is set
// nothing more is taken.
type input struct {
	r       *bufio.Reader
	yield   func() error
	offset  int64 // of the next byte
	rest    int64 // of the current block, still to come
	since   int   // the last call of yield
	err     error
	stopped bool // err is what yield said
}

func (in *input) fail(err error) {
	if in.err == nil {
		in.err = err
	}
}

// advance counts bytes that were taken.
func (in *input) advance(n int) {
	in.offset += int64(n)
	if in.since += n; in.since < slice {
		return
	}
	in.since = 0
	if err := in.yield(); err != nil {
		in.err, in.stopped = err, true
	}
}

// take appends up to n bytes of the current block.
func (in *input) take(dst []byte, n int64) []byte {
	n = min(n, in.rest)
	for empty := 0; n > 0 && in.err == nil; {
		dst = slices.Grow(dst, int(min(n, slice)))
		got, err := in.r.Read(dst[len(dst) : len(dst)+int(min(n, slice))])
		dst = dst[:len(dst)+got]
		n -= int64(got)
		in.rest -= int64(got)
		if empty++; got > 0 {
			empty = 0
		} else if err == nil && empty >= 100 {
			err = io.ErrNoProgress
		}
		in.fail(err)
		in.advance(got)
	}
	return dst
}

// discard passes over the rest of the current block.
func (in *input) discard() {
	for in.rest > 0 && in.err == nil {
		n, err := in.r.Discard(int(min(in.rest, slice)))
		in.rest -= int64(n)
		in.fail(err)
		in.advance(n)
	}
}

// atLineEnd reports whether the line end that belongs behind a block follows.
// Where the next record or nothing follows, none is missed.
func (in *input) atLineEnd() bool {
	if in.err != nil {
		return true
	}
	next, err := in.r.Peek(1)
	in.fail(err)
	return err != nil || next[0] == '\r' || next[0] == '\n' || next[0] == 'W'
}
