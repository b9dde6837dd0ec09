package analysis

import "unicode/utf8"

// IsUnspaced reports whether a folded word or a term is of a script that writes
// more than one word without a space, and that the scan leaves in one piece: Hangul
// and katakana. A query for 서울 means 서울에서 too, one for サッカー means
// サッカーボール, so the query word may stand anywhere inside a longer term.
//
// Chinese, hiragana, Thai, Lao, Khmer and Burmese need no such search: every
// character is a word there, and a query of several is a phrase of words side by
// side. A word of one syllable or sign is told false: it would stand in thousands
// of terms.
func IsUnspaced(word []byte) bool {
	n := 0
	for i := 0; i < len(word); n++ {
		r, size := utf8.DecodeRune(word[i:])
		if !isKatakana(r) && !isHangul(r) {
			return false
		}
		i += size
	}
	return n > 1
}

// isKatakana reports whether r is katakana as it is after folding, without
// half-width forms.
func isKatakana(r rune) bool {
	return 0x30A1 <= r && r <= 0x30FF && r != '・' || 0x31F0 <= r && r <= 0x31FF
}

// isHangul reports whether r is a syllable, or a letter of one that is not composed.
func isHangul(r rune) bool {
	return 0xAC00 <= r && r <= 0xD7A3 || 0x1100 <= r && r <= 0x11FF || 0x3131 <= r && r <= 0x318E
}
