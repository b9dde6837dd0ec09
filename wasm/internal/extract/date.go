package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A stamp is a date, perhaps with a time of day, found in a text.
type stamp struct {
	value      string // 2025-07-03 or 2025-07-03T10:49
	start, end int    // bytes of the text it was read from, time included
}

// ParseDate reads the first date of text and returns it as 2025-07-03, or with
// a time of day as 2025-07-03T10:49, and "" where there is none. It knows ISO
// 8601, day and year around an English, German or French month name, and
// numeric dates whose order of day and month is certain: 3.7.2025 is German,
// 07/03/2025 could be either and is none.
func ParseDate(text string) string {
	st, _ := findDate(text)
	return st.value
}

// findDate is the first date of text. It reads each word once.
func findDate(text string) (stamp, bool) {
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case isDigit(c):
			if st, ok := dateAtDigit(text, i); ok {
				return withTime(text, st), true
			}
			i = skipAlnum(text, i)
		case isLetterByte(c):
			if st, ok := dateAtMonth(text, i); ok {
				return withTime(text, st), true
			}
			i = skipAlnum(text, i)
		default:
			i++
		}
	}
	return stamp{}, false
}

// dateAtDigit reads a date that begins with a number: 2025-07-03, 3 July 2025,
// 3. Juli 2025, 1er juillet 2025, 03.07.2025, 13/07/2025.
func dateAtDigit(text string, i int) (stamp, bool) {
	n, j := number(text, i)
	if j-i == 4 {
		return isoDate(text, i, n)
	}
	if j-i == 8 && n >= 19000101 {
		return makeStamp(n/10000, n/100%100, n%100, i, j)
	}
	if j-i > 2 || j >= len(text) {
		return stamp{}, false
	}
	if sep := text[j]; sep == '.' || sep == '/' || sep == '-' {
		if st, ok := numericDate(text, i, j); ok {
			return st, true
		}
	}
	k := skipOrdinal(text, j)
	k = skipSpaces(text, k)
	if strings.HasPrefix(text[k:], "of ") {
		k += len("of ")
	}
	month, k2 := monthAt(text, k)
	if month == 0 {
		return stamp{}, false
	}
	year, end := yearAfter(text, k2)
	if year == 0 {
		return stamp{}, false
	}
	return makeStamp(year, month, n, i, end)
}

// isoDate reads 2025-07-03, 2025/07/03 and 2025.07.03, whose year stands at i.
func isoDate(text string, i, year int) (stamp, bool) {
	j := i + 4
	if j >= len(text) || strings.IndexByte("-/.", text[j]) < 0 {
		return stamp{}, false
	}
	month, k := number(text, j+1)
	if k == j+1 || k-j > 3 || k >= len(text) || text[k] != text[j] {
		return stamp{}, false
	}
	day, end := number(text, k+1)
	if end == k+1 || end-k > 3 {
		return stamp{}, false
	}
	return makeStamp(year, month, day, i, end)
}

// numericDate reads a.b.yyyy with any of the three separators. Dots mean day
// first; with the others the order is certain only if one of the two is over 12
// or both are equal.
func numericDate(text string, i, j int) (stamp, bool) {
	a, _ := number(text, i)
	sep := text[j]
	b, k := number(text, j+1)
	if k == j+1 || k-j > 3 || k >= len(text) || text[k] != sep {
		return stamp{}, false
	}
	year, end := number(text, k+1)
	if end-k != 5 {
		return stamp{}, false
	}
	switch {
	case sep == '.' || a > 12 || a == b:
		return makeStamp(year, b, a, i, end)
	case b > 12:
		return makeStamp(year, a, b, i, end)
	}
	return stamp{}, false
}

// dateAtMonth reads July 3, 2025 and Jul. 3rd 2025, whose month stands at i.
func dateAtMonth(text string, i int) (stamp, bool) {
	month, j := monthAt(text, i)
	if month == 0 {
		return stamp{}, false
	}
	j = skipSpaces(text, j)
	day, k := number(text, j)
	if k == j || k-j > 2 {
		return stamp{}, false
	}
	year, end := yearAfter(text, skipOrdinal(text, k))
	if year == 0 {
		return stamp{}, false
	}
	return makeStamp(year, month, day, i, end)
}

// makeStamp is a stamp if there is such a day. Years before 1600 and after 2199
// are no dates of an article.
func makeStamp(year, month, day, start, end int) (stamp, bool) {
	if year < 1600 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return stamp{}, false
	}
	if end < 0 {
		return stamp{}, false
	}
	b := []byte("0000-00-00")
	putNumber(b[0:4], year)
	putNumber(b[5:7], month)
	putNumber(b[8:10], day)
	return stamp{value: string(b), start: start, end: end}, true
}

func daysIn(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// putNumber writes n in decimal over the zeros of b, right aligned.
func putNumber(b []byte, n int) {
	for i := len(b) - 1; i >= 0; i-- {
		b[i] = byte('0' + n%10)
		n /= 10
	}
}

// number reads the decimal at i and where it ends; the end is i where there is
// none. Nine digits and more are read as a number too large for any date.
func number(text string, i int) (n, end int) {
	for end = i; end < len(text) && isDigit(text[end]); end++ {
		if end-i < 9 {
			n = n*10 + int(text[end]-'0')
		}
	}
	return n, end
}

// yearAfter reads ", 2025" or " 2025" at j.
func yearAfter(text string, j int) (year, end int) {
	for j < len(text) && (text[j] == ',' || text[j] == '.' || text[j] == ' ' || text[j] == '-') {
		j++
	}
	if n, k := number(text, j); k-j == 4 {
		return n, k
	}
	return 0, j
}

// skipOrdinal passes over the ending of 3rd, 1st, 1er and the dot of 3.
func skipOrdinal(text string, j int) int {
	for _, s := range [...]string{"st", "nd", "rd", "th", "er", "."} {
		if strings.HasPrefix(text[j:], s) {
			return j + len(s)
		}
	}
	return j
}

func skipSpaces(text string, j int) int {
	for j < len(text) {
		if c := text[j]; c == ' ' || c == '\t' || c == '-' {
			j++
		} else if strings.HasPrefix(text[j:], "\u00a0") {
			j += len("\u00a0")
		} else {
			break
		}
	}
	return j
}

// skipAlnum is the end of the run of letters and digits at i, at least i+1.
func skipAlnum(text string, i int) int {
	for i++; i < len(text) && (isDigit(text[i]) || isLetterByte(text[i])); i++ {
	}
	return i
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// isLetterByte reports an ASCII letter or any byte of a longer rune.
func isLetterByte(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || c >= utf8.RuneSelf
}

// months holds the first letters, lower case, that tell a month of English,
// German, French or Spanish from all other words that are long enough; full
// names and usual abbreviations.
var months = [12][]string{
	{"january", "jan", "januar", "jänner", "janvier", "janv", "enero", "ene"},
	{"february", "feb", "februar", "feber", "février", "févr", "fév", "fevrier", "febrero"},
	{"march", "mar", "märz", "mär", "mrz", "mars", "marzo"},
	{"april", "apr", "avril", "avr", "abril", "abr"},
	{"may", "mai", "mayo"},
	{"june", "jun", "juni", "juin", "junio"},
	{"july", "jul", "juli", "juillet", "juil", "julio"},
	{"august", "aug", "août", "aout", "agosto"},
	{"september", "sep", "sept", "septembre", "septiembre"},
	{"october", "oct", "oktober", "okt", "octobre", "octubre"},
	{"november", "nov", "novembre", "noviembre"},
	{"december", "dec", "dezember", "dez", "décembre", "déc", "decembre", "diciembre", "dic"},
}

// monthAt reads a month name at i: its number from 1, and the end with the dot
// of an abbreviation; 0 where there is none.
func monthAt(text string, i int) (month, end int) {
	if strings.HasPrefix(text[i:], "de ") {
		i += len("de ")
	}
	j := i
	for j < len(text) && isLetterByte(text[j]) && !strings.HasPrefix(text[j:], "\u00a0") {
		j++
	}
	if j-i < 3 || j-i > 12 {
		return 0, i
	}
	for m, names := range months {
		for _, name := range names {
			if len(name) == j-i && equalFoldText(text[i:j], name) {
				if j < len(text) && text[j] == '.' {
					j++
				}
				end := j
				if k := skipSpaces(text, j); strings.HasPrefix(text[k:], "de ") {
					end = k + len("de ")
				}
				return m + 1, end
			}
		}
	}
	return 0, i
}

// equalFoldText compares with a lower-case pattern; the first byte decides for
// almost every word.
func equalFoldText(word, lower string) bool {
	if c := word[0]; c < utf8.RuneSelf && c|0x20 != lower[0] {
		return false
	}
	return strings.EqualFold(word, lower)
}

// withTime adds the time of day that follows the date within a few words:
// "10:49 am", "at 7:17 PM", "T10:49:00Z", ", 14.39 Uhr", "à 14h39".
func withTime(text string, st stamp) stamp {
	i := st.end
	limit := min(len(text), i+24) // "Thursday, at about 10:49" is as far as a time stands from its date
	for i < limit && !isDigit(text[i]) {
		if r, n := utf8.DecodeRuneInString(text[i:]); unicode.IsSpace(r) || unicode.IsLetter(r) || strings.ContainsRune(",;.|@–—-·•()", r) {
			i += n
			continue
		}
		return st
	}
	if i >= limit || i == st.end {
		return st
	}
	hour, j := number(text, i)
	if j-i > 2 || j >= len(text) {
		return st
	}
	minute, k := 0, j
	switch text[j] {
	case ':', 'h', '.':
		if minute, k = number(text, j+1); k-j != 3 {
			return st
		}
	default:
		k = j
	}
	half, end := dayHalf(text, k)
	if k == j && half == 0 || text[j] == '.' && half == 0 && !strings.HasPrefix(text[skipSpaces(text, k):], "Uhr") {
		return st
	}
	switch {
	case half == 'p' && hour < 12:
		hour += 12
	case half == 'a' && hour == 12:
		hour = 0
	}
	if hour > 23 || minute > 59 {
		return st
	}
	b := []byte("T00:00")
	putNumber(b[1:3], hour)
	putNumber(b[4:6], minute)
	st.value += string(b)
	st.end = end
	return st
}

// dayHalf reads "am", "p.m.", with seconds before it if there are any: 'a', 'p'
// or 0, and the end of the time.
func dayHalf(text string, k int) (half byte, end int) {
	end = k
	if k+2 < len(text) && text[k] == ':' && isDigit(text[k+1]) {
		_, end = number(text, k+1)
	}
	j := skipSpaces(text, end)
	if j+1 >= len(text) {
		return 0, end
	}
	c := text[j] | 0x20
	if c != 'a' && c != 'p' {
		return 0, end
	}
	j++
	if text[j] == '.' {
		j++
	}
	if j >= len(text) || text[j]|0x20 != 'm' || j+1 < len(text) && isLetterByte(text[j+1]) {
		return 0, end
	}
	return c, j + 1
}
