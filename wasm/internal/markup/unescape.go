package markup

import (
	"strings"

	"golang.org/x/net/html"
)

// Unescape resolves entities: numeric ones, the five of XML, and those that
// HTML names, with or without a semicolon as HTML has it. What is none stays as
// it stands.
func Unescape(s string) string {
	i := strings.IndexByte(s, '&')
	if i < 0 {
		return s
	}
	b := make([]byte, 0, len(s)+8)
	for i >= 0 {
		b = append(b, s[:i]...)
		s = s[i:]
		n := entityLen(s)
		b = append(b, entity(s[:n])...)
		s = s[n:]
		i = strings.IndexByte(s, '&')
	}
	return string(append(b, s...))
}

// maxEntity is longer than the longest name, &CounterClockwiseContourIntegral;.
const maxEntity = 34

// entityLen is how many bytes may belong to the entity that s begins with, the
// ampersand at least.
func entityLen(s string) int {
	most := len(s)
	if !strings.HasPrefix(s, "&#") {
		most = min(most, maxEntity)
	}
	for i := 1; i < most; i++ {
		switch c := s[i]; {
		case c == ';':
			return i + 1
		case c == '#' && i == 1:
		case c|0x20 < 'a' || c|0x20 > 'z':
			if c < '0' || c > '9' {
				return i
			}
		}
	}
	return most
}

// entity resolves one; the five of XML, which are nearly all there are, without
// a look into the table.
func entity(s string) string {
	switch s {
	case "&lt;":
		return "<"
	case "&gt;":
		return ">"
	case "&amp;":
		return "&"
	case "&quot;":
		return "\""
	case "&apos;", "&#39;":
		return "'"
	}
	return html.UnescapeString(s)
}
