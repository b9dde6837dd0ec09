package analysis

import (
	"unicode"
	"unicode/utf8"
)

// appendFolded appends the first form of a word to dst.
//
// It is close to NFKC case folding with accents removed, but made for matching
// words, not for identifiers: marks that make another letter (the breve of й,
// the voicing of が, the vowel signs of Indic scripts) stay, alef and yeh forms
// are one, and digits of other scripts become ASCII.
func appendFolded(dst []byte, word string) []byte {
	for i := 0; i < len(word); {
		c := word[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c |= 0x20
			}
			dst = append(dst, c)
			i++
			continue
		}
		if c >= 0xE0 || c < 0xC2 {
			r, n := utf8.DecodeRuneInString(word[i:])
			if i += n; isPlainSign(r) {
				dst = append(dst, word[i-n:i]...)
			} else {
				dst = appendFoldedRune(dst, r)
			}
			continue
		}
		n := 0
		dst, n = appendFoldedPairs(dst, word[i:])
		i += n
	}
	return dst
}

// appendFoldedPairs appends the folded form of the runes of two bytes with which
// word begins, and returns how many bytes that took. Russian or Arabic words are
// such a run from end to end.
func appendFoldedPairs(dst []byte, word string) ([]byte, int) {
	table := foldTable()
	for i := 0; ; i += 2 {
		if i+1 >= len(word) || word[i] < 0xC2 || word[i] >= 0xE0 || word[i+1]&0xC0 != 0x80 {
			if i == 0 { // not UTF-8
				return appendFoldedRune(dst, utf8.RuneError), 1
			}
			return dst, i
		}
		r := rune(word[i]&0x1F)<<6 | rune(word[i+1]&0x3F)
		switch v := table[r]; {
		case 0x80 <= v && v < 0x800:
			dst = append(dst, 0xC0|byte(v>>6), 0x80|byte(v&0x3F))
		case 0 < v && v < 0x80:
			dst = append(dst, byte(v))
		default:
			dst = appendFoldedRune(dst, r)
		}
	}
}

// isPlainSign reports whether r, of three bytes, folds to itself: Han, kana but
// for the voicing marks, Hangul syllables.
func isPlainSign(r rune) bool {
	return 0x309D <= r && r < 0xA000 || 0xAC00 <= r && r <= 0xD7A3 || 0x3041 <= r && r <= 0x3096
}

// appendFoldedRune appends the folded form of r, which may be nothing, or may
// change the rune before it where the two compose.
func appendFoldedRune(dst []byte, r rune) []byte {
	if r < foldLimit {
		switch v := foldTable()[r]; {
		case v == 0:
			return composeMark(dst, r)
		case v >= foldMulti:
			return append(dst, foldStrings[v-foldMulti]...)
		default:
			r = rune(v)
		}
		if 0x1161 <= r && r <= 0x11C2 {
			return composeJamo(dst, r)
		}
		return utf8.AppendRune(dst, r)
	}
	return appendFoldedHigh(dst, r)
}

// appendFoldedHigh is appendFoldedRune from foldLimit on.
func appendFoldedHigh(dst []byte, r rune) []byte {
	switch {
	case r == 0x3099 || r == 0x309A:
		return composeVoice(dst, r-0x3098)
	case r < 0xA000: // Han, kana, bopomofo
	case 0xFB00 <= r && r <= 0xFB06:
		return append(dst, foldLigatures[r-0xFB00]...)
	case 0xFE00 <= r && r <= 0xFE0F, 0xFE20 <= r && r <= 0xFE2F, r == 0xFEFF:
		return dst // variation selectors, combining half marks, byte order mark
	case 0xFE70 <= r && r <= 0xFEFC:
		return appendArabicForm(dst, r)
	case 0xFF01 <= r && r <= 0xFF5E: // full-width ASCII
		return append(dst, byte(unicode.ToLower(r-0xFEE0)))
	case 0xFF66 <= r && r <= 0xFF9D:
		return utf8.AppendRune(dst, foldHalfKana[r-0xFF66])
	case r == 0xFF9E || r == 0xFF9F:
		return composeVoice(dst, r-0xFF9D)
	case 0x1D400 <= r && r <= 0x1D6A3: // mathematical letters, as posts use for bold
		return append(dst, 'a'+byte((r-0x1D400)%26))
	case 0x1D7CE <= r && r <= 0x1D7FF:
		return append(dst, '0'+byte((r-0x1D7CE)%10))
	default:
		r = unicode.ToLower(r)
	}
	return utf8.AppendRune(dst, r)
}

// appendArabicForm undoes the positional shape of an Arabic letter, as text
// taken from PDF files has it. The forms before U+FE80 are vowel signs.
func appendArabicForm(dst []byte, r rune) []byte {
	switch {
	case r < 0xFE80:
		return dst
	case r >= 0xFEF5:
		return append(dst, "لا"...)
	}
	return appendFoldedRune(dst, foldArabicForms[r-0xFE80])
}

// composeMark handles a mark that is dropped, unless it makes a letter of its
// own together with the Cyrillic one before it.
func composeMark(dst []byte, mark rune) []byte {
	if mark < 0x0300 || mark > 0x0308 || len(dst) < 2 {
		return dst
	}
	base, n := utf8.DecodeLastRune(dst)
	var r rune
	switch {
	case mark == 0x0306 && base == 'и':
		r = 'й'
	case mark == 0x0306 && base == 'у':
		r = 'ў'
	case mark == 0x0308 && base == 'і':
		r = 'ї'
	case mark == 0x0301 && base == 'г':
		r = 'ѓ'
	case mark == 0x0301 && base == 'к':
		r = 'ќ'
	default:
		return dst
	}
	return utf8.AppendRune(dst[:len(dst)-n], r)
}

// composeVoice joins the voiced (1) or half-voiced (2) mark to the kana before
// it. In the kana blocks a voiced letter follows its plain one.
func composeVoice(dst []byte, step rune) []byte {
	base, n := utf8.DecodeLastRune(dst)
	k := base
	if 0x30A1 <= k && k <= 0x30FD {
		k -= 0x60 // katakana as hiragana
	}
	isH := k >= 'は' && k <= 'ほ' && (k-'は')%3 == 0
	isVoiced := k >= 'か' && k <= 'ち' && (k-'か')%2 == 0 || k == 'つ' || k == 'て' || k == 'と'
	switch {
	case isH, isVoiced && step == 1:
		return utf8.AppendRune(dst[:len(dst)-n], base+step)
	case k == 'う' && step == 1:
		return utf8.AppendRune(dst[:len(dst)-n], base+('ゔ'-'う'))
	}
	return dst
}

// composeJamo joins a Hangul vowel or final consonant to the syllable that is
// being built (Unicode, section 3.12).
func composeJamo(dst []byte, r rune) []byte {
	base, n := utf8.DecodeLastRune(dst)
	switch {
	case r <= 0x1175 && 0x1100 <= base && base <= 0x1112:
		r = 0xAC00 + ((base-0x1100)*21+(r-0x1161))*28
	case r >= 0x11A8 && 0xAC00 <= base && base <= 0xD7A3 && (base-0xAC00)%28 == 0:
		r = base + (r - 0x11A7)
	default:
		return utf8.AppendRune(dst, r)
	}
	return utf8.AppendRune(dst[:len(dst)-n], r)
}
