package quote

import (
	"unicode"
	"unicode/utf8"
)

// side is what stands next to a mark.
type side uint8

const (
	edge   side = iota // of the paragraph
	space              // or something that cannot be seen
	letter             // of any script
	digit
	opener  // what stands before a word: ( [ ¿ dashes, $
	closer  // what stands behind a word: . , ! ? )
	another // quotation mark
)

// isOpen reports sides in front of which, or behind which, there is no word.
func (s side) isOpen() bool { return s == edge || s == space }

// isWord reports a letter or digit.
func (s side) isWord() bool { return s == letter || s == digit }

// before is what stands in front of the mark.
func (p *paragraph) before(m mark) side {
	if m.at <= p.start {
		return edge
	}
	if c := p.text[m.at-1]; c < utf8.RuneSelf {
		return asciiSide(c)
	}
	r, _ := utf8.DecodeLastRuneInString(p.text[p.start:m.at])
	return runeSide(r)
}

// after is what stands behind the mark.
func (p *paragraph) after(m mark) side {
	if m.end >= len(p.text) {
		return edge
	}
	if c := p.text[m.end]; c < utf8.RuneSelf {
		return asciiSide(c)
	}
	r, _ := utf8.DecodeRuneInString(p.text[m.end:])
	return runeSide(r)
}

func asciiSide(c byte) side {
	switch {
	case 'a' <= c|0x20 && c|0x20 <= 'z':
		return letter
	case '0' <= c && c <= '9':
		return digit
	case c <= ' ' || c == 0x7F:
		return space
	}
	switch c {
	case '"', '\'', '`':
		return another
	case '.', ',', ';', ':', '!', '?', ')', ']', '}', '%', '*':
		return closer
	}
	return opener
}

func runeSide(r rune) side {
	switch {
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return letter
	case kindOf(r) != none:
		return another
	case unicode.IsSpace(r) || 0x200B <= r && r <= 0x200F || r == 0x2060 || r == 0xFEFF:
		return space
	case unicode.IsDigit(r):
		return digit
	}
	switch r {
	case '…', '。', '、', '，', '！', '？', '；', '：', '）', '؟', '،', '।':
		return closer
	}
	return opener
}

// isHebrew reports whether a Hebrew letter stands in front of the mark: between
// two of them it is part of a word, a numeral or an abbreviation.
func (p *paragraph) isHebrew(m mark) bool {
	r, _ := utf8.DecodeLastRuneInString(p.text[p.start:m.at])
	return 0x5D0 <= r && r <= 0x5EA
}
