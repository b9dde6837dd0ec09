package table

import "strings"

// maxNesting bounds how deep the way to the records may lead.
const maxNesting = 64

// maxName is the longest name of a member on the way to the records.
const maxName = 4 << 10

// treeScanner finds the records of JSON: it walks down the path to the lists
// that hold them, and passes over everything else without keeping it. Values
// may follow each other at the top, with or without commas between.
type treeScanner struct {
	w     *window
	max   int
	path  []string
	stack []frame
	line  int  // newlines passed, those inside strings not counted
	told  bool // that the file ends too early
}

// frame is an array or object the walk is in. In an array every element, in an
// object every member of the right name, is a value at the level.
type frame struct {
	bracket byte
	level   int // steps of the path that led to the values inside
}

func newTreeScanner(w *window, path string, limit int) *treeScanner {
	s := &treeScanner{w: w, max: limit}
	if path != "" {
		s.path = strings.Split(path, ".")
	}
	return s
}

func (s *treeScanner) scan() (span, error) {
	for {
		c, ok := s.space()
		if !ok {
			return span{}, s.end()
		}
		if len(s.stack) == 0 {
			if at, err := s.enter(c, 0); at {
				return s.record(err)
			}
			continue
		}
		top := s.stack[len(s.stack)-1]
		switch {
		case c == ']' || c == '}':
			s.w.drop(1)
			s.stack = s.stack[:len(s.stack)-1]
		case top.bracket == '[':
			if at, err := s.enter(c, top.level); at {
				return s.record(err)
			}
		case c == '"':
			if at, err := s.member(top.level); at || err != nil {
				return s.record(err)
			}
		default: // no name where one should stand: look on
			s.w.drop(1)
		}
	}
}

// enter is at a value of a level: it goes in, passes over it, or reports that
// it is a record.
func (s *treeScanner) enter(c byte, level int) (isRecord bool, err error) {
	inList := len(s.stack) > 0 && s.stack[len(s.stack)-1] == frame{'[', len(s.path)}
	switch {
	case c == ']' || c == '}': // closes nothing
		s.w.drop(1)
	case level == len(s.path) && (c != '[' || inList):
		return true, nil
	case (c == '[' || c == '{') && len(s.stack) < maxNesting:
		s.w.drop(1)
		s.stack = append(s.stack, frame{c, level})
	default:
		s.pass()
	}
	return false, nil
}

// member reads a name in an object of the level, and enters its value if the
// path goes through it.
func (s *treeScanner) member(level int) (isRecord bool, err error) {
	name, ok := s.name()
	if c, more := s.space(); !more {
		return false, s.end()
	} else if c != ':' {
		return false, nil // a string where no value belongs: look on
	}
	s.w.drop(1)
	c, more := s.space()
	if !more {
		return false, s.end()
	}
	if step := s.path[level]; ok && (step == "*" || step == name) {
		return s.enter(c, level+1)
	}
	if c != '}' && c != ']' {
		s.pass()
	}
	return false, nil
}

// record cuts out the value that begins here, unless something is wrong.
func (s *treeScanner) record(err error) (span, error) {
	if err != nil {
		return span{}, err
	}
	offset, line := s.w.offset(), s.line+1
	var b balance
	for n := 0; ; {
		data := s.w.bytes()
		k, done := b.scan(data[n:])
		n += k
		switch {
		case n > s.max:
			s.w.drop(n)
			s.line += b.lines
			if !done {
				s.passRest(b)
			}
			if s.w.err != nil {
				return span{}, s.w.err
			}
			return span{}, &damage{offset, line, tooLong(s.max)}
		case done:
			s.w.drop(n)
			s.line += b.lines
			return span{data: data[:n], offset: offset, line: line}, nil
		case !s.w.more():
			s.w.drop(n)
			s.line += b.lines
			if s.w.err == nil && b.scalar && len(s.stack) == 0 {
				return span{data: data[:n], offset: offset, line: line}, nil
			}
			if s.w.err != nil {
				return span{}, s.w.err
			}
			s.told = true
			return span{}, &damage{offset, line, "the file ends in the middle of this record"}
		}
	}
}

// end is the error for the end of the file: once a damage, if a bracket is open.
func (s *treeScanner) end() error {
	if s.w.err == nil && len(s.stack) > 0 && !s.told {
		s.told = true
		return &damage{s.w.offset(), s.line + 1, "the file ends before its list does: records may be missing"}
	}
	return s.w.ended()
}

// space passes over white space and commas and returns the byte after them.
func (s *treeScanner) space() (byte, bool) {
	for {
		b := s.w.bytes()
		for i, c := range b {
			switch c {
			case '\n':
				s.line++
			case ' ', '\t', '\r', ',', 0x1e:
			default:
				s.w.drop(i)
				return c, true
			}
		}
		s.w.drop(len(b))
		if !s.w.more() {
			return 0, false
		}
	}
}

// pass drops the value that begins here.
func (s *treeScanner) pass() { s.passRest(balance{}) }

func (s *treeScanner) passRest(b balance) {
	s.line -= b.lines
	for {
		data := s.w.bytes()
		n, done := b.scan(data)
		s.w.drop(n)
		if done || !s.w.more() {
			break
		}
	}
	s.line += b.lines
}

// name reads the string that begins here, which is none if it is too long.
func (s *treeScanner) name() (string, bool) {
	var b balance
	for n := 0; ; {
		data := s.w.bytes()
		k, done := b.scan(data[n:])
		n += k
		switch {
		case n > maxName:
			s.w.drop(n)
			if !done {
				s.passRest(b)
			}
			return "", false
		case done:
			s.w.drop(n)
			return string(unescape(nil, data[1:n-1])), true
		case !s.w.more():
			s.w.drop(n)
			return "", false
		}
	}
}
