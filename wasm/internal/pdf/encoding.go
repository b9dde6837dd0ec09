package pdf

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// The upper halves of the encodings of ISO 32000-1, annex D. "\x00" is a code
// that stands for nothing.
const (
	winHigh = "€\x00‚ƒ„…†‡ˆ‰Š‹Œ\x00Ž\x00\x00‘’“”•–—˜™š›œ\x00žŸ" // 0x80 to 0x9f, then Latin-1

	macHigh = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø" +
		"¿¡¬√ƒ≈∆«»… ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\x00ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ" // from 0x80

	standardHigh = "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ\x00–†‡·\x00¶•‚„”»…‰\x00¿\x00`´ˆ˜¯˘˙¨\x00˚¸\x00˝˛ˇ—" +
		"\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00Æ\x00ª\x00\x00\x00\x00ŁØŒº" +
		"\x00\x00\x00\x00\x00æ\x00\x00\x00ı\x00\x00łøœß" // from 0xa1

	docLow  = "˘ˇˆ˙˝˛˚˜"                             // 0x18 to 0x1f
	docHigh = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\x00€" // 0x80 to 0xa0

	symbolLow = " !∀#∃%&∍()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾" +
		"αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼" // from 0x20
)

// fill writes the characters of a table into an encoding from first on.
func fill(e *[256]string, first int, table string) {
	for i, r := range []rune(table) {
		if r == 0 {
			e[first+i] = ""
		} else {
			e[first+i] = string(r)
		}
	}
}

// baseEncoding is one of the encodings that have names; any other name gives the
// standard encoding.
func baseEncoding(n name) (e [256]string) {
	for c := ' '; c < 127; c++ {
		e[c] = string(c)
	}
	switch n {
	case "WinAnsiEncoding":
		for c := rune(0xa0); c < 256; c++ {
			e[c] = string(c)
		}
		fill(&e, 0x80, winHigh)
	case "MacRomanEncoding":
		fill(&e, 0x80, macHigh)
	case "Symbol":
		fill(&e, 0x20, symbolLow)
	default:
		fill(&e, 0xa1, standardHigh)
		e['\''], e['`'] = "’", "‘"
	}
	return e
}

// textString is a string for people: UTF-16 or UTF-8 with a byte order mark, else
// PDFDocEncoding (ISO 32000-1, 7.9.2).
func textString(s string) string {
	switch {
	case strings.HasPrefix(s, "\xfe\xff"), strings.HasPrefix(s, "\xff\xfe"):
		high := 0
		if s[0] == 0xff {
			high = 1
		}
		units := make([]uint16, 0, len(s)/2)
		for i := 2; i+1 < len(s); i += 2 {
			units = append(units, uint16(s[i+high])<<8|uint16(s[i+1-high]))
		}
		return clean(dropEscapes(string(utf16.Decode(units))))
	case strings.HasPrefix(s, "\xef\xbb\xbf"):
		return clean(strings.ToValidUTF8(s[3:], "\uFFFD"))
	case !isASCII(s) && utf8.ValidString(s):
		return clean(s) // against the rule, and common
	}
	var b strings.Builder
	low, high := []rune(docLow), []rune(docHigh)
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 0x18 && c < 0x20:
			b.WriteRune(low[c-0x18])
		case c >= 0x80 && c <= 0xa0:
			b.WriteRune(high[c-0x80])
		default:
			b.WriteRune(rune(c))
		}
	}
	return clean(b.String())
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// dropEscapes takes out the language marks that may stand between two U+001B.
func dropEscapes(s string) string {
	for {
		before, rest, ok := strings.Cut(s, "\x1b")
		if !ok {
			return s
		}
		_, after, ok := strings.Cut(rest, "\x1b")
		if !ok {
			return before + rest
		}
		s = before + after
	}
}

// clean turns control characters into spaces.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == 0:
			return -1
		case r < ' ' || r >= 0x7f && r < 0xa0:
			return ' '
		}
		return r
	}, s)
}
