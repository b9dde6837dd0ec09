package table

import "bytes"

const (
	neverCloses = 0
	needMore    = -1
)

// closing is the place after the mark that closes the cell opened at q,
// neverCloses if there is none within the limit, or needMore.
func (s *rowScanner) closing(b []byte, q int) int {
	from := q + 1
	if far := int(min(s.barren-s.w.offset(), int64(len(b)))); far > from {
		// Past the cell's own marks an earlier search has looked up to there.
		if c, sure := closeOfRun(b, from, s); sure {
			return c
		}
		from = far
		for from > q+1 && b[from-1] == s.quote {
			from-- // to the beginning of a run of marks
		}
	}
	c, opened := closeQuoted(b, from, s.quote, s.delimiter)
	s.opened = s.opened || opened
	if c > 0 {
		return c
	}
	if s.w.eof || len(b) > s.max {
		s.barren = s.w.offset() + int64(len(b))
		if s.w.eof && c == needMore {
			return len(b)
		}
		return neverCloses
	}
	return needMore
}

// closeOfRun looks only at the run of marks at from: whether it closes the cell.
func closeOfRun(b []byte, from int, s *rowScanner) (int, bool) {
	n := from
	for n < len(b) && b[n] == s.quote {
		n++
	}
	if n == len(b) || (n-from)%2 == 0 || !endsCell(b[n], s.delimiter) {
		return 0, false
	}
	return n, true
}

func endsCell(c, delimiter byte) bool { return c == delimiter || c == '\n' || c == '\r' }

// closeQuoted is the place after the mark that closes a quoted cell of which
// b[from:] is the inside: 0 if there is none, needMore if it hangs on what
// follows b. It reports also whether inside the cell a single mark follows a
// delimiter, as it does only where a cell begins.
func closeQuoted(b []byte, from int, quote, delimiter byte) (end int, opened bool) {
	for i := from; ; {
		k := bytes.IndexByte(b[i:], quote)
		if k < 0 {
			return 0, opened
		}
		n := i + k
		run := n
		for n < len(b) && b[n] == quote {
			n++
		}
		if n == len(b) {
			if (n-run)%2 == 1 {
				return needMore, opened
			}
			return 0, opened
		}
		if (n-run)%2 == 1 && endsCell(b[n], delimiter) {
			return n, opened
		}
		opened = opened || n-run == 1 && run > 0 && b[run-1] == delimiter
		i = n
	}
}
