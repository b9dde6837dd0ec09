package analysis

// wideKind is what a rune of more than one byte is to the word rules, where that
// can be told without the tables of uax29.
type wideKind uint8

const (
	wideHard   wideKind = iota // anything else, and every mark: ask uax29
	wideLetter                 // ALetter, and a letter: Latin, Greek, Cyrillic, Arabic, Hangul
	wideSign                   // a word by itself: Han, hiragana
	wideBreak                  // joins nothing: dashes, quotes, signs
	wideQuote                  // ‘ and ’: as the ASCII apostrophe
	widePoint                  // breaks outside a word; inside one, ask uax29
)

// isHard reports whether only uax29 knows the rune at i, which has more than one
// byte.
func isHard(text string, i int) bool {
	kind, _ := kindOf(text, i)
	return kind == wideHard
}

// kindOf is the kind and the width in bytes of the rune at i, which has more than
// one byte. Text cut short or not UTF-8 is wideHard.
func kindOf(text string, i int) (kind wideKind, width int) {
	if i+1 >= len(text) {
		return wideHard, 1
	}
	c0, c1 := text[i], text[i+1]
	if c0 < 0xC2 || c1&0xC0 != 0x80 {
		return wideHard, 1
	}
	if c0 < 0xE0 {
		return kindOfTwo(rune(c0&0x1F)<<6 | rune(c1&0x3F)), 2
	}
	if i+2 >= len(text) || c0 >= 0xF0 || text[i+2]&0xC0 != 0x80 {
		return wideHard, 1
	}
	return kindOfThree(rune(c0&0x0F)<<12 | rune(c1&0x3F)<<6 | rune(text[i+2]&0x3F)), 3
}

// kindOfTwo is kindOf for a rune of two bytes.
func kindOfTwo(r rune) wideKind {
	switch {
	case r < 0xA0: // C1 controls
		return wideHard
	case r < 0xC0:
		return latinSign[r-0xA0]
	case r <= 0x2AF:
		if r == '×' || r == '÷' {
			return wideBreak
		}
		return wideLetter
	case 0x388 <= r && r <= 0x3FF:
		// Not assigned, or not a letter.
		if r == 0x38B || r == 0x38D || r == 0x3A2 || r == 0x3F6 {
			return wideHard
		}
		return wideLetter
	case 0x400 <= r && r <= 0x481, 0x48A <= r && r <= 0x52F,
		0x620 <= r && r <= 0x64A, 0x671 <= r && r <= 0x6D3:
		return wideLetter
	}
	return wideHard
}

// latinSign are the kinds of U+00A0 to U+00BF. Hard are © and ® (pictographs),
// the soft hyphen, the middle dot, the cedilla (a letter to UAX #29), and the digits
// and fractions, which are words.
var latinSign = [0x20]wideKind{
	0x00: wideBreak, 0x01: wideBreak, 0x02: wideBreak, 0x03: wideBreak,
	0x04: wideBreak, 0x05: wideBreak, 0x06: wideBreak, 0x07: wideBreak,
	0x08: wideBreak, 0x0A: wideLetter, 0x0B: wideBreak, 0x0C: wideBreak,
	0x0F: wideBreak, 0x10: wideBreak, 0x11: wideBreak, 0x14: wideBreak,
	0x15: wideLetter, 0x16: wideBreak, 0x1A: wideLetter,
	0x1B: wideBreak, 0x1F: wideBreak,
}

// kindOfThree is kindOf for a rune of three bytes.
func kindOfThree(r rune) wideKind {
	switch {
	case 0x4E00 <= r && r <= 0x9FFF, 0x3041 <= r && r <= 0x3096:
		return wideSign
	case 0xAC00 <= r && r <= 0xD7A3:
		return wideLetter
	case r == '‘' || r == '’':
		return wideQuote
	case 0x2010 <= r && r <= 0x2023, r == '…', r == '€', 0x3001 <= r && r <= 0x3003, 0x3008 <= r && r <= 0x3011:
		return wideBreak
	case 0xFF01 <= r && r <= 0xFF0F, 0xFF1A <= r && r <= 0xFF20:
		return widePoint
	}
	return wideHard
}
