package analysis

import (
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// What a byte is to the word rules of UAX #29. A lead byte of a longer rune has
// no class of its own; a continuation byte counts as a letter because the fast
// path only ever stands behind a letter of more than one byte.
const (
	isLetter    = 1 << iota // ALetter
	isDigit                 // Numeric
	inWord                  // a letter, a digit, or the underscore (ExtendNumLet)
	_                       //
	midLetter               // joins two letters: . ' :
	midDigit                // joins two digits: . ' , ;
	midShift    = 4         // from midLetter to isLetter, from midDigit to isDigit
	joinedKinds = isLetter | isDigit
)

var byteClass = func() (c [256]uint8) {
	for b := range c {
		switch {
		case 'a' <= b|0x20 && b|0x20 <= 'z' && b < 0x80:
			c[b] = isLetter | inWord
		case '0' <= b && b <= '9':
			c[b] = isDigit | inWord
		case b >= 0x80:
			c[b] = isLetter
		}
	}
	c['_'] = inWord
	c['.'], c['\''] = midLetter|midDigit, midLetter|midDigit
	c[':'] = midLetter
	c[','], c[';'] = midDigit, midDigit
	return c
}()

// foldASCII is the small letter or digit for each ASCII letter, digit or
// underscore, and 0 for every other byte.
var foldASCII = func() (f [256]byte) {
	for b := range f {
		if byteClass[b]&inWord != 0 {
			f[b] = byte(b)
			if 'A' <= b && b <= 'Z' {
				f[b] |= 0x20
			}
		}
	}
	return f
}()

// advance finds the next word and sets start, end and pos.
//
// Its fast path knows ASCII and the runes of wideKind. At the first other rune
// it hands the segment to uax29; at a place where such a rune may be a mark that
// belongs to the character before it, that character too.
func (s *Scanner) advance() bool {
	text, i := s.text, s.pos
	for i < len(text) {
		c := text[i]
		if c < utf8.RuneSelf {
			if byteClass[c]&inWord == 0 {
				i++
				if i < len(text) && text[i] >= utf8.RuneSelf && isHard(text, i) {
					i = s.boundary(i - 1)
				}
				continue
			}
			end := s.wordEnd(i)
			if c != '_' || isWord(text[i:end]) {
				s.start, s.end, s.pos = i, end, end
				return true
			}
			i = end
			continue
		}
		end, isWord := s.wideEnd(i)
		if isWord {
			s.start, s.end, s.pos = i, end, end
			return true
		}
		i = end
	}
	s.pos = i
	return false
}

// wordEnd is the end of the segment that begins at start with a letter, a digit
// or an underscore.
func (s *Scanner) wordEnd(start int) int {
	text, i := s.text, start
	for {
		for i < len(text) && byteClass[text[i]]&inWord != 0 {
			i++
		}
		if i == len(text) {
			return i
		}
		joins, width := byteClass[text[i]]>>midShift, 1
		if text[i] >= utf8.RuneSelf {
			var kind wideKind
			switch kind, width = kindOf(text, i); kind {
			case wideLetter:
				i += width
				continue
			case wideSign, wideBreak:
				return i
			case wideQuote:
				joins = joinedKinds
			default:
				return s.boundary(start)
			}
		}
		joins &= byteClass[text[i-1]]
		if joins == 0 || i+width == len(text) {
			return i
		}
		n, isKnown := joined(text, i+width, joins)
		switch {
		case !isKnown:
			return s.boundary(start)
		case n == 0:
			return i
		}
		i += width + n
	}
}

// joined is the width of the rune at i if it is a letter or digit of a kind that
// the point before it joins, else 0. It is not known if only uax29 knows the rune.
func joined(text string, i int, joins uint8) (width int, isKnown bool) {
	if text[i] < utf8.RuneSelf {
		return int(min(byteClass[text[i]]&joins, 1)), true
	}
	kind, n := kindOf(text, i)
	if kind == wideLetter && joins&isLetter != 0 {
		return n, true
	}
	return 0, kind != wideHard
}

// wideEnd is the end of the segment that begins at start with a rune of more
// than one byte, and whether it is a word.
func (s *Scanner) wideEnd(start int) (end int, ok bool) {
	kind, n := kindOf(s.text, start)
	if kind == wideLetter {
		return s.wordEnd(start), true
	}
	end = start + n
	if kind == wideHard || end < len(s.text) && s.text[end] >= utf8.RuneSelf && isHard(s.text, end) {
		end = s.boundary(start)
		return end, isWord(s.text[start:end])
	}
	if kind != wideSign {
		return end, false
	}
	// Han and hiragana fold to themselves.
	s.n, s.state = copy(s.short[shortAt:], s.text[start:end]), isShort
	return end, true
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
	if c := segment[0]; c < utf8.RuneSelf && byteClass[c]&inWord == 0 {
		return false
	}
	for _, r := range segment {
		if r < utf8.RuneSelf {
			if byteClass[r]&joinedKinds != 0 {
				return true
			}
		} else if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return true
		}
	}
	return false
}
