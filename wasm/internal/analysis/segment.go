package analysis

import (
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// advance finds the next word and sets start, end and pos.
func (s *Scanner) advance() bool {
	for s.pos < len(s.text) {
		start := s.pos
		end := s.boundary(start)
		s.pos = end
		if isWord(s.text[start:end]) {
			s.start, s.end = start, end
			return true
		}
	}
	return false
}

// boundary is the end of the UAX #29 segment that begins at start.
func (s *Scanner) boundary(start int) int {
	if s.segment == nil {
		s.segment = words.FromString("")
	}
	s.segment.SetText(s.text[start:])
	s.segment.Next()
	return start + s.segment.End()
}

// isWord reports whether a segment is a word: it holds a letter or digit, and
// does not begin with ASCII white space or punctuation. (Only a mark that
// Unicode counts as a letter can follow those, such as the half-width voicing
// mark U+FF9E.)
func isWord(segment string) bool {
	if c := segment[0]; c < utf8.RuneSelf && !isASCIIWord(c) {
		return false
	}
	for _, r := range segment {
		if r < utf8.RuneSelf {
			if r != '_' && isASCIIWord(byte(r)) {
				return true
			}
		} else if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return true
		}
	}
	return false
}

// isASCIIWord reports whether c is a letter, a digit or the underscore.
func isASCIIWord(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c == '_'
}
