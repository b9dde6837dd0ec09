package table

import (
	"bytes"
	"fmt"
)

// lineScanner finds the records of JSON Lines: every line that holds anything
// but white space and the brackets of an array written one element a line.
type lineScanner struct {
	w    *window
	max  int
	line int // that were passed
}

func (s *lineScanner) scan() (span, error) {
	for {
		offset := s.w.offset()
		data, err := s.next()
		if err != nil {
			return span{}, err
		}
		trimmed := trimLine(data)
		if len(trimmed) > 0 {
			lead := cap(data) - cap(trimmed)
			return span{data: trimmed, offset: offset + int64(lead), line: s.line}, nil
		}
	}
}

// trimLine is the value of a line without what stands around it: white space,
// the 0x1e before a record of a JSON text sequence, the comma after an element
// of an array.
func trimLine(line []byte) []byte {
	for len(line) > 0 && line[0] <= ' ' {
		line = line[1:]
	}
	for n := len(line); n > 0 && (line[n-1] <= ' ' || line[n-1] == ','); n-- {
		line = line[:n-1]
	}
	if len(line) == 1 && (line[0] == '[' || line[0] == ']') {
		return nil
	}
	return line
}

// next is the next line without its newline, whatever it holds.
func (s *lineScanner) next() ([]byte, error) {
	for seen := 0; ; {
		b := s.w.bytes()
		if i := bytes.IndexByte(b[seen:], '\n'); i >= 0 {
			s.line++
			line := b[:seen+i]
			offset := s.w.offset()
			s.w.drop(seen + i + 1)
			if len(line) > s.max {
				return nil, &damage{offset, s.line, tooLong(s.max)}
			}
			return line, nil
		}
		if seen = len(b); seen > s.max {
			return nil, s.pass()
		}
		if !s.w.more() {
			if s.w.err != nil || len(b) == 0 {
				return nil, s.w.ended()
			}
			s.line++
			s.w.drop(len(b))
			return b, nil
		}
	}
}

// pass drops the rest of a line that is too long to hold.
func (s *lineScanner) pass() error {
	s.line++
	d := &damage{s.w.offset(), s.line, tooLong(s.max)}
	if err := s.w.dropThrough('\n'); err != nil {
		return err
	}
	return d
}

// tooLong is the reason for passing over a record of more than limit bytes.
func tooLong(limit int) string {
	if limit < 1<<20 {
		return fmt.Sprintf("the record is longer than the limit of %d bytes", limit)
	}
	return fmt.Sprintf("the record is longer than the limit of %d MB", limit>>20)
}
