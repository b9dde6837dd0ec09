package table

import "bytes"

// rowScanner finds the rows of a CSV file. A row ends at the first line end
// outside quotation marks. A mark opens a quoted cell only where a cell begins,
// and closes it only before a delimiter or a line end; all others are stray and
// stand for themselves. A cell that is never closed is no quoted cell: its mark
// is stray too, so that one slip does not swallow the file.
//
// Rows of nothing but delimiters and white space are no records.
type rowScanner struct {
	w         *window
	max       int
	delimiter byte
	quote     byte
	header    bool // the first row is no record
	columns   int  // that a row should have, 0 when that is not known

	begun  bool
	end    byte  // of a line: '\n', or '\r' in files of an old Mac
	line   int   // that were passed
	lines  bool  // the row just found has line ends inside its cells
	opened bool  // one of its cells has a mark inside that looks as if it opened another
	barren int64 // no quoted cell that begins before this offset ends before it
	undone int64 // bytes of rows that were found and then not believed
}

func (s *rowScanner) scan() (span, error) {
	if !s.begun {
		s.begin()
	}
	for {
		offset, line := s.w.offset(), s.line+1
		data, err := s.next()
		if err != nil {
			return span{}, err
		}
		if isBlankRow(data, s.delimiter) {
			continue
		}
		if s.header {
			s.header = false
			continue
		}
		return span{data: data, offset: offset, line: line}, nil
	}
}

// begin finds out what ends a line, and passes over a first line "sep=;", which
// is a spreadsheet's note to itself.
func (s *rowScanner) begin() {
	s.begun = true
	s.w.more()
	b := s.w.bytes()
	s.end = lineEnd(b, s.quote)
	if n := separatorLine(b); n > 0 {
		s.w.drop(n)
		s.line++
	}
}

// next cuts out the next row, without its line end.
func (s *rowScanner) next() ([]byte, error) {
	for {
		b := s.w.bytes()
		n, found := s.rowEnd(b)
		switch {
		case found:
			n = s.believe(b, n)
			return s.take(b, n, n+1)
		case len(b) > s.max:
			return nil, s.pass()
		}
		if s.w.more() {
			continue
		}
		if s.w.err != nil || len(b) == 0 {
			return nil, s.w.ended()
		}
		n = s.believe(b, len(b))
		return s.take(b, n, min(n+1, len(b)))
	}
}

// believe is the end of the row: n, or that of its first line, if the row took
// in several lines, each of which has the cells of a row, and a mark stands at
// the beginning of a cell inside a cell: then a stray mark opened it. What is
// read again so is bounded by what has been read, or a file made for it would
// take for ever.
func (s *rowScanner) believe(b []byte, n int) int {
	if !s.lines || !s.opened || s.columns < 2 || s.undone > 8*s.w.offset()+1<<20 {
		return n
	}
	p := rowParser{delimiter: s.delimiter, quote: s.quote}
	row := bytes.TrimRight(b[:n], "\r")
	first, rest, _ := bytes.Cut(row, []byte{s.end})
	second, _, _ := bytes.Cut(rest, []byte{s.end})
	if s.columns == 2 && p.count(row) == 2 || p.count(first) < s.columns || p.count(second) < s.columns {
		return n
	}
	s.undone += int64(n)
	s.lines = false
	return len(first)
}

// take drops the row and its line end.
func (s *rowScanner) take(b []byte, n, with int) ([]byte, error) {
	offset, line := s.w.offset(), s.line+1
	s.w.drop(with)
	s.line++
	if s.lines {
		s.line += bytes.Count(b[:n], []byte{s.end})
	}
	row := bytes.TrimRight(b[:n], "\r")
	if len(row) > s.max {
		return nil, &damage{offset, line, tooLong(s.max)}
	}
	return row, nil
}

// pass drops a line that is too long to hold.
func (s *rowScanner) pass() error {
	d := &damage{s.w.offset(), s.line + 1, tooLong(s.max)}
	s.line++
	if err := s.w.dropThrough(s.end); err != nil {
		return err
	}
	return d
}

// rowEnd is the place of the line end that ends the row at the beginning of b.
func (s *rowScanner) rowEnd(b []byte) (n int, found bool) {
	s.lines, s.opened = false, false
	end := -1 // the next line end, once it was looked for
	for i := 0; ; {
		if end < i {
			k := bytes.IndexByte(b[i:], s.end)
			if k < 0 {
				end = len(b)
			} else {
				end = i + k
			}
		}
		k := -1
		if s.quote != 0 {
			k = bytes.IndexByte(b[i:end], s.quote)
		}
		if k < 0 {
			return end, end < len(b)
		}
		q := i + k
		i = q + 1
		if q > 0 && b[q-1] != s.delimiter {
			continue // stray
		}
		if c := s.closing(b, q); c > 0 {
			i, s.lines = c, s.lines || c > end
		} else if c == needMore {
			return 0, false
		}
	}
}

func isBlankRow(b []byte, delimiter byte) bool {
	for _, c := range b {
		if c > ' ' && c != delimiter {
			return false
		}
	}
	return true
}
