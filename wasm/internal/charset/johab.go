package charset

import "unicode/utf8"

// Johab (KS X 1001, annex 3) writes a syllable as three groups of five bits:
// initial, vowel and final. The numbers of each group have holes; these strings
// give the place in Unicode's order by number, 'x' where there is none and '-' for
// "no such letter".
const (
	johabInitial = "x-ABCDEFGHIJKLMNOPQRSxxxxxxxxxxx"
	johabVowel   = "xx-ABCDExxFGHIJKxxLMNOPQxxRSTUxx"
	johabFinal   = "x-ABCDEFGHIJKLMNOPxQRSTUVWXYZ[xx"
)

// The letters that stand alone, in Unicode's order of initials and finals.
var (
	loneInitial = [...]rune{'ㄱ', 'ㄲ', 'ㄴ', 'ㄷ', 'ㄸ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅃ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅉ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ'}
	loneFinal   = [...]rune{'ㄱ', 'ㄲ', 'ㄳ', 'ㄴ', 'ㄵ', 'ㄶ', 'ㄷ', 'ㄹ', 'ㄺ', 'ㄻ', 'ㄼ', 'ㄽ', 'ㄾ', 'ㄿ', 'ㅀ', 'ㅁ', 'ㅂ', 'ㅄ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ'}
)

// decodeJohab decodes syllables by their letters; symbols and Chinese characters
// stand in the order of KS X 1001 and are collected as EUC-KR.
func decodeJohab(data []byte) string {
	b := make([]byte, 0, len(data)+len(data)/2)
	for len(data) > 0 {
		c := data[0]
		if c < utf8.RuneSelf {
			b = append(b, c)
			data = data[1:]
			continue
		}
		if len(data) == 1 || data[1] < 0x31 {
			b = utf8.AppendRune(b, utf8.RuneError)
			data = data[1:]
			continue
		}
		if c < 0xD8 {
			b = utf8.AppendRune(b, johabSyllable(c, data[1]))
			data = data[2:]
			continue
		}
		var wide []byte
		wide, data = johabWide(data)
		b = append(b, decodeBrowser(wide, "euc-kr")...)
	}
	return string(b)
}

func johabSyllable(lead, trail byte) rune {
	n := uint(lead)<<8 | uint(trail)
	initial, vowel, final := johabInitial[n>>10&31], johabVowel[n>>5&31], johabFinal[n&31]
	if initial == 'x' || vowel == 'x' || final == 'x' {
		return utf8.RuneError
	}
	switch {
	case initial != '-' && vowel != '-':
		syllable := rune(initial-'A')*588 + rune(vowel-'A')*28 + 0xAC00
		if final != '-' {
			syllable += rune(final-'A') + 1
		}
		return syllable
	case initial != '-' && final == '-':
		return loneInitial[initial-'A']
	case vowel != '-' && initial == '-' && final == '-':
		return 'ㅏ' + rune(vowel-'A')
	case final != '-' && initial == '-' && vowel == '-':
		return loneFinal[final-'A']
	}
	return utf8.RuneError
}

// johabWide takes the run of symbols and Chinese characters at the start of data,
// whose first byte is 0xD8 or more, and returns it as EUC-KR and what follows. Two
// rows of KS X 1001 share a first byte.
func johabWide(data []byte) (euc, rest []byte) {
	for len(data) >= 2 && data[0] >= 0xD8 && data[1] >= 0x31 {
		row, column := int(data[0]), int(data[1])
		if row >= 0xE0 {
			row = (row-0xE0)*2 + 0xCA
		} else {
			row = (row-0xD9)*2 + 0xA1
		}
		switch {
		case column >= 0xA1:
			row++
		case column >= 0x91:
			column += 0xEF - 0x91
		case column < 0x7F:
			column += 0xA1 - 0x31
		default:
			row = 0xFF
		}
		if row < 0xA1 || row > 0xFD || column > 0xFE {
			row, column = 0xFF, ' '
		}
		euc = append(euc, byte(row), byte(column))
		data = data[2:]
	}
	if len(euc) == 0 {
		return []byte{0xFF}, data[1:]
	}
	return euc, data
}
