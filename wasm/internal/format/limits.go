package format

import (
	"errors"
	"fmt"

	"clippings/wasm/protocol"
)

// ratioSlack is unpacked before MaxRatio counts: one small file may well be a
// million spaces.
const ratioSlack = 16 << 20

func orDefault(l protocol.Limits) protocol.Limits {
	d := protocol.DefaultLimits
	for _, p := range [...]struct{ to, from *int64 }{
		{&d.MaxFile, &l.MaxFile}, {&d.MaxExpanded, &l.MaxExpanded}, {&d.MaxRatio, &l.MaxRatio}, {&d.MaxDepth, &l.MaxDepth}, {&d.MaxRecords, &l.MaxRecords},
	} {
		if *p.from > 0 {
			*p.to = *p.from
		}
	}
	return d
}

var (
	errBomb    = errors.New("format: unpacks to more than its limit")
	errLarge   = errors.New("format: larger than a document may be")
	errRecords = errors.New("format: more records than are read from one file")
)

// A stopError carries an error of Yield or emit out of a place whose other
// errors are the file's fault.
type stopError struct{ error }

// Unwrap lets errors.As find it behind what other packages wrap around it.
func (s stopError) Unwrap() error { return s.error }

// A skipError is a reason why a record is left out.
type skipError struct {
	reason protocol.SkipReason
	detail string
}

func (s skipError) Error() string { return s.reason.String() + ": " + s.detail }

// pause yields.
func (w *walk) pause() error {
	if err := w.yield(); err != nil {
		return stopError{err}
	}
	return nil
}

// fail accounts for a record that could not be read to its end. It returns only
// what ends more than this record: a stop, or a limit of the whole file.
func (w *walk) fail(e Entry, err error) error {
	var stop stopError
	var skip skipError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &stop):
		return stop
	case errors.Is(err, errBomb), errors.Is(err, errRecords):
		return err
	case w.top.err != nil:
		return w.skip(e, protocol.SkipUnreadable, w.top.err.Error())
	case errors.As(err, &skip):
		return w.skip(e, skip.reason, skip.detail)
	case errors.Is(err, errLarge):
		return w.skip(e, protocol.SkipTooLarge, fmt.Sprintf("at most %s", megabytes(w.limits.MaxFile)))
	}
	return w.skip(e, protocol.SkipDamaged, err.Error())
}

// failContainer is fail for what all parts of a walk see: one of them tells.
func (w *walk) failContainer(e Entry, err error) error {
	var stop stopError
	if err == nil || w.speaks() || errors.As(err, &stop) || errors.Is(err, errBomb) || errors.Is(err, errRecords) {
		return w.fail(e, err)
	}
	return nil
}

// end writes the line of a limit that ended the reading of the whole file, and
// unwraps what stopped it.
func (w *walk) end(e Entry, err error) error {
	var stop stopError
	switch {
	case errors.As(err, &stop):
		return stop.error
	case errors.Is(err, errBomb):
		return w.skip(e, protocol.SkipExpansion, w.expansion())
	case errors.Is(err, errRecords):
		return w.skip(e, protocol.SkipRecords, fmt.Sprintf("at most %d", w.limits.MaxRecords))
	}
	return err
}

// expansion says where the walk stopped, and which limit stopped it.
func (w *walk) expansion() string {
	at, limit := "", "at most "+megabytes(w.limits.MaxExpanded)
	if w.at != "" {
		at = " at " + w.at
	}
	if size := w.top.Size(); ratioSlack+size*w.limits.MaxRatio <= w.limits.MaxExpanded {
		limit = fmt.Sprintf("at most %d times its size and %s", w.limits.MaxRatio, megabytes(ratioSlack))
	}
	return fmt.Sprintf("stopped%s after %s: %s", at, megabytes(w.spent), limit)
}

func megabytes(n int64) string { return fmt.Sprintf("%d MB", (n+1<<20-1)>>20) }

// charge takes bytes that were unpacked from what the file may still cost. They
// are counted as they come out, never as headers claim, so entries that lie over
// each other or lie about their size cost what they really unpack to.
func (w *walk) charge(n int64) error {
	w.spent += n
	if w.budget -= n; w.budget < 0 {
		return errBomb
	}
	return nil
}
