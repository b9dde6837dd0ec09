package table

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// maxColumns bounds what is shown and mapped of JSON with endless names.
const maxColumns = 200

// survey gathers what the values of each column look like.
type survey struct {
	names []string
	stats []stats
	index map[string]int
	path  []byte
}

// stats counts the values of a column by what they look like. A value may be of
// several kinds.
type stats struct {
	filled                                    int
	bytes                                     int
	prose, dates, urls, langs, numbers, hosts int
	dayFirst, monthFirst                      int // numeric dates that show their order
	distinct                                  map[string]struct{}
}

func (s *survey) column(name string) int {
	if s.index == nil {
		s.index = map[string]int{}
	}
	i, ok := s.index[name]
	if !ok {
		if len(s.names) == maxColumns {
			return -1
		}
		i = len(s.names)
		s.index[name] = i
		s.names = append(s.names, name)
		s.stats = append(s.stats, stats{distinct: map[string]struct{}{}})
	}
	return i
}

func (s *stats) add(value []byte) {
	t := trim(value)
	if len(t) == 0 || isNone(t) {
		return
	}
	s.filled++
	s.bytes += len(t)
	s.distinct[string(t[:min(len(t), 64)])] = struct{}{}
	if isProse(t) {
		s.prose++
	}
	if len(t) > 4<<10 {
		return
	}
	text := string(t)
	if isURL(text) {
		s.urls++
	}
	if strings.IndexByte(text, '.') > 0 && strings.IndexByte(text, ' ') < 0 {
		s.hosts++
	}
	if digits(text) == len(text) {
		s.numbers++
	}
	if len(text) < 20 && langCode(text) != "" {
		s.langs++
	}
	s.addDate(text)
}

func (s *stats) addDate(text string) {
	day, month := parseDate(text, DayFirst), parseDate(text, MonthFirst)
	if day == "" && month == "" || len(text) > 60 {
		return
	}
	s.dates++
	if parseDate(text, OrderUnknown) != "" && strings.ContainsAny(text, "/-") {
		switch a, b := firstTwo(text); {
		case a > 12 && b >= 1 && b <= 12:
			s.dayFirst++
		case b > 12 && a >= 1 && a <= 12:
			s.monthFirst++
		}
	}
}

// firstTwo are the two numbers at the start of 13/07/2025, 0 where it has none.
func firstTwo(s string) (a, b int) {
	n := digits(s)
	if n == 0 || n > 2 || n == len(s) || s[n] != '/' && s[n] != '-' {
		return 0, 0
	}
	m := digits(s[n+1:])
	if m == 0 || m > 2 {
		return 0, 0
	}
	return number(s[:n]), number(s[n+1 : n+1+m])
}

func (s *stats) average() int {
	if s.filled == 0 {
		return 0
	}
	return s.bytes / s.filled
}

// most reports that n of the filled values are at least so many in a hundred.
func (s *stats) most(n, percent int) bool { return s.filled > 0 && n*100 >= s.filled*percent }

// isArticle reports that column i holds the texts of articles. A name that says
// so is enough if what it holds is text, or if it is empty among names that go
// with articles; else the texts must be long and nearly everywhere.
func (s *survey) isArticle(columns []Column, i, records int) bool {
	st := &s.stats[i]
	sure := nameScore(s.names[i], Body) >= sureName
	switch {
	case sure && st.filled == 0:
		n := 0
		for _, c := range columns {
			if c.Field == Title || c.Field == URL || c.Field == Date {
				n++
			}
		}
		return n >= 2
	case sure:
		return st.average() >= 25
	case records < 2:
		return st.average() >= 600
	}
	return st.average() >= 150 && st.filled*2 >= records
}

// isProse reports text of some length in words, or in a script without spaces.
func isProse(t []byte) bool {
	t = t[:min(len(t), 2<<10)]
	if len(t) < 40 {
		return false
	}
	spaces, wide := bytes.Count(t, []byte{' '}), 0
	for _, c := range t {
		if c >= 0xe0 { // the first byte of a rune of three or more
			wide++
		}
	}
	return spaces >= 6 && spaces*16 >= len(t) || wide >= 20 && wide*5 >= len(t)
}

func isURL(s string) bool {
	return len(s) < 2<<10 && strings.IndexByte(s, ' ') < 0 &&
		(strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "www.") ||
			strings.Index(s, ".") > 0 && strings.Index(s, "/") > strings.Index(s, ".") && s[0] != '/')
}

// addTree counts every value of a JSON record, which may be cut short.
func (s *survey) addTree(data []byte) {
	s.path = s.path[:0]
	c := cursor{b: data}
	s.walk(&c, 0)
}

func (s *survey) walk(c *cursor, depth int) bool {
	switch b := c.space(); {
	case b == 0 || depth > maxDepth:
		return false
	case b == '{':
		c.i++
		return s.walkObject(c, depth+1)
	case b == '[':
		c.i++
		if c.space() == ']' {
			s.value(nil)
		}
		for {
			switch c.space() {
			case ']':
				c.i++
				return true
			case ',':
				c.i++
			default:
				if !s.walk(c, depth+1) {
					return false
				}
			}
		}
	case b == '"':
		raw, escaped, ok := c.text()
		if !ok {
			raw, escaped = c.b[min(c.i+1, len(c.b)):], true
		}
		if escaped {
			raw = unescape(nil, raw)
		}
		s.value(raw)
		return ok
	}
	word := c.word()
	if len(word) == 0 {
		return false // a bracket or comma where a value should stand: no further
	}
	if isNothing(word) {
		word = nil
	}
	s.value(word)
	return true
}

func (s *survey) value(v []byte) {
	name := rootName
	if len(s.path) > 0 {
		name = string(s.path)
	}
	if i := s.column(name); i >= 0 {
		s.stats[i].add(v)
	}
}

func (s *survey) walkObject(c *cursor, depth int) bool {
	for {
		switch c.space() {
		case '}':
			c.i++
			return true
		case ',':
			c.i++
			continue
		case '"':
		default:
			return false
		}
		name, escaped, ok := c.text()
		if !ok || c.space() != ':' || len(name) > 200 {
			return false
		}
		c.i++
		if escaped {
			name = unescape(nil, name)
		}
		before := len(s.path)
		if before > 0 {
			s.path = append(s.path, '.')
		}
		if s.path = append(s.path, name...); !utf8.Valid(name) {
			return false
		}
		ok = s.walk(c, depth)
		s.path = s.path[:before]
		if !ok {
			return false
		}
	}
}
