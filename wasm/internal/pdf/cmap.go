package pdf

import (
	"unicode/utf16"
	"unicode/utf8"
)

// cmap maps character codes to text or to glyph numbers (Adobe Technical Note
// 5014; ISO 32000-1, 9.7.5 and 9.10.3).
type cmap struct {
	spaces []codeSpace
	ranges []codeRange // sorted by first; of two that cover a code the later wins
	wide   bool        // writing mode 1: from top to bottom
}

// codeSpace says that codes of so many bytes lie from low to high.
type codeSpace struct {
	bytes     int
	low, high uint32
}

// codeRange maps first to text or number, the next code to the next, and so on.
type codeRange struct {
	first, last uint32
	text        string // for bf ranges: the last character goes up with the code
	number      uint32 // for cid ranges
}

// readCMap reads a character map. Words that it does not know are passed over.
func readCMap(src []byte) *cmap {
	m := &cmap{}
	p := parser{lexer{src: src}}
	for {
		t := p.next()
		if t.kind == tokenEnd {
			break
		}
		if t.kind != tokenKeyword {
			if t.kind == tokenName && string(t.text) == "WMode" {
				m.wide = p.next().num == 1
			}
			continue
		}
		switch string(t.text) {
		case "begincodespacerange":
			m.readSpaces(&p)
		case "beginbfchar", "begincidchar":
			m.readRanges(&p, false)
		case "beginbfrange", "begincidrange":
			m.readRanges(&p, true)
		}
	}
	sorted(m.ranges, func(a, b *codeRange) bool { return a.first < b.first })
	return m
}

// code is a string token as a big-endian number.
func code(t token) (n uint32, ok bool) {
	for _, b := range t.text {
		n = n<<8 | uint32(b)
	}
	return n, t.kind == tokenString && len(t.text) <= 4 && len(t.text) > 0
}

func (m *cmap) readSpaces(p *parser) {
	for len(m.spaces) < 100 {
		a := p.next()
		low, ok := code(a)
		if !ok {
			return
		}
		high, ok := code(p.next())
		if !ok {
			return
		}
		m.spaces = append(m.spaces, codeSpace{len(a.text), low, high})
	}
}

// readRanges reads the lines of a section: a code or two, and what it stands for.
func (m *cmap) readRanges(p *parser, two bool) {
	for {
		first, ok := code(p.next())
		if !ok {
			return
		}
		last := first
		if two {
			if last, ok = code(p.next()); !ok {
				return
			}
		}
		switch to := p.next(); to.kind {
		case tokenNumber:
			m.ranges = append(m.ranges, codeRange{first: first, last: last, number: uint32(max(0, to.num))})
		case tokenString:
			m.ranges = append(m.ranges, codeRange{first: first, last: last, text: utf16Text(to.text)})
		case tokenName:
			m.ranges = append(m.ranges, codeRange{first: first, last: last, text: glyphText(string(to.text))})
		case tokenArrayOpen:
			for to = p.next(); to.kind == tokenString || to.kind == tokenName; to = p.next() {
				if first <= last {
					m.ranges = append(m.ranges, codeRange{first: first, last: first, text: utf16Text(to.text)})
				}
				first++
			}
		default:
			return
		}
	}
}

// find is the range that covers a code.
func (m *cmap) find(code uint32) *codeRange {
	i := -1 // the last range that does not begin behind it
	for high := len(m.ranges); high-i > 1; {
		if middle := (i + high) / 2; m.ranges[middle].first <= code {
			i = middle
		} else {
			high = middle
		}
	}
	// A range that holds another may begin some places before it.
	for n := 0; i >= 0 && n < 8; n++ {
		if m.ranges[i].last >= code {
			return &m.ranges[i]
		}
		i--
	}
	return nil
}

// text is what a code stands for, "" when the map does not say.
func (m *cmap) text(code uint32) string {
	r := m.find(code)
	if r == nil || r.text == "" {
		return ""
	}
	if code == r.first {
		return r.text
	}
	last, n := utf8.DecodeLastRuneInString(r.text)
	return r.text[:len(r.text)-n] + string(last+rune(code-r.first))
}

// number is the glyph number of a code.
func (m *cmap) number(code uint32) (uint32, bool) {
	if r := m.find(code); r != nil {
		return r.number + code - r.first, true
	}
	return 0, false
}

// next takes one code from s and reports its length in bytes.
func (m *cmap) next(s []byte) (c uint32, n int) {
	for n = 1; n <= 4 && n <= len(s); n++ {
		c = c<<8 | uint32(s[n-1])
		for _, space := range m.spaces {
			if space.bytes == n && space.holds(c) {
				return c, n
			}
		}
	}
	if len(m.spaces) > 0 {
		n = m.spaces[0].bytes
	} else {
		n = 2
	}
	n = min(n, len(s))
	c = 0
	for _, b := range s[:n] {
		c = c<<8 | uint32(b)
	}
	return c, n
}

// holds reports whether each byte of c lies in its own range.
func (s codeSpace) holds(c uint32) bool {
	for shift := 0; shift < 8*s.bytes; shift += 8 {
		if b := byte(c >> shift); b < byte(s.low>>shift) || b > byte(s.high>>shift) {
			return false
		}
	}
	return true
}

// utf16Text is big-endian UTF-16, or one byte of Latin-1 as some writers have it.
func utf16Text(b []byte) string {
	if len(b) == 1 {
		return string(rune(b[0]))
	}
	units := make([]uint16, 0, min(len(b)/2, 64))
	for ; len(b) > 1 && len(units) < 64; b = b[2:] {
		units = append(units, uint16(b[0])<<8|uint16(b[1]))
	}
	for len(units) > 0 && units[len(units)-1] == 0 {
		units = units[:len(units)-1]
	}
	return string(utf16.Decode(units))
}
