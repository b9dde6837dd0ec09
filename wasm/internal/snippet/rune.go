package snippet

import (
	"unicode"
	"unicode/utf8"

	"clippings/wasm/protocol"
)

// isCut reports whether a text may be cut at a place: between two characters as
// a person sees them. It is the grapheme clusters of UAX #29
// (https://unicode.org/reports/tr29/#Grapheme_Cluster_Boundaries) but for rare
// signs that stand before what they belong to.
func isCut(text string, at uint32) bool {
	if at == 0 || int(at) >= len(text) {
		return true
	}
	if !utf8.RuneStart(text[at]) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(text[at:])
	last, n := utf8.DecodeLastRuneInString(text[:at])
	if next < 0x80 && last < 0x80 {
		return next != '\n' || last != '\r'
	}
	switch {
	case joins(next):
		return unicode.IsControl(last)
	case last == zeroWidthJoiner:
		return next < 0x2000 // no emoji
	case isVirama(last):
		return !unicode.IsLetter(next)
	case isFlagLetter(last) && isFlagLetter(next):
		return flagLetters(text[:int(at)-n])%2 == 1
	}
	return true
}

const zeroWidthJoiner = '\u200d'

// isJoiner reports whether text begins with a rune that belongs to what is
// before it.
func isJoiner(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return joins(r)
}

// joins reports whether a rune belongs to the one before it: a mark, the second
// part of a Hangul syllable, a colour of skin.
func joins(r rune) bool {
	switch {
	case r < 0x300:
		return false
	case unicode.Is(unicode.M, r), 0x1160 <= r && r <= 0x11FF, 0xD7B0 <= r && r <= 0xD7FB,
		0x1F3FB <= r && r <= 0x1F3FF, 0xE0020 <= r && r <= 0xE007F:
		return true
	}
	switch r {
	case zeroWidthJoiner, '\u200c', 'ﾞ', 'ﾟ', 'ำ', 'ຳ':
		return true
	}
	return false
}

// isVirama reports whether the mark joins two consonants of an Indian script.
func isVirama(r rune) bool {
	switch r {
	case 0x94D, 0x9CD, 0xACD, 0xB4D, 0xC4D, 0xD4D:
		return true
	}
	return false
}

// isFlagLetter reports whether two of the rune make a flag.
func isFlagLetter(r rune) bool { return 0x1F1E6 <= r && r <= 0x1F1FF }

// maxFlags bounds how far back flags are counted.
const maxFlags = 64

// flagLetters counts those at the end of a text.
func flagLetters(text string) int {
	n := 0
	for n < maxFlags {
		r, width := utf8.DecodeLastRuneInString(text)
		if !isFlagLetter(r) {
			break
		}
		text = text[:len(text)-width]
		n++
	}
	return n
}

// cutBack is the last place in s where the text may be cut, behind its start: in
// the middle of a character that is longer than s, but not in that of a rune.
func cutBack(text string, s protocol.Span) uint32 {
	for at := s.End; at > s.Start; at-- {
		if isCut(text, at) {
			return at
		}
	}
	at := s.End
	for at > s.Start && int(at) < len(text) && !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}
