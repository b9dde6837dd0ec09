package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"clippings/wasm/protocol"
)

// A stamp is a date, perhaps with a time of day, found in a text.
type stamp struct {
	value      string // 2025-07-03 or 2025-07-03T10:49
	swapped    string // of 03/07/2025, which could be either: value is day first, this is month first
	start, end int    // bytes of the text it was read from, time included
}

// ParseDate reads the first date of text and returns it as 2025-07-03, or with
// a time of day as 2025-07-03T10:49, and "" where there is none. It knows ISO
// 8601, day and year around the name of a month in some thirty languages, the
// East Asian forms with their eras, Arabic and other digits, and numeric dates
// whose order of day and month is certain: 3.7.2025 is German, 07/03/2025 could
// be either and is none. Years before 1800 and after 2100 are no dates of an
// article.
func ParseDate(text string) string {
	st, _ := findDate(text)
	if st.swapped != "" {
		return ""
	}
	return st.value
}

// findDate is the first date of text. It reads each word once.
func findDate(text string) (stamp, bool) {
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf && !isDigit(c) && !isLetterByte(c) {
			i++
			continue
		}
		st, end, ok := dateAt(text, i)
		if ok {
			return withTime(text, st), true
		}
		i = end
	}
	return stamp{}, false
}

// dateAt reads a date at the digit or letter at i, or else says where the next
// word may begin.
func dateAt(text string, i int) (st stamp, end int, ok bool) {
	if _, n := digitAt(text, i); n > 0 {
		if st, ok = dateAtDigit(text, i); ok {
			return st, 0, true
		}
		_, _, end = digits(text, i)
		if text[i] < utf8.RuneSelf { // "12th" is one word, "第3" is not
			end = skipAlnum(text, i)
		}
		return st, max(end, i+n), false
	}
	if st, ok = dateAtEra(text, i); ok {
		return st, 0, true
	}
	if st, ok = dateAtMonth(text, i); ok {
		return st, 0, true
	}
	return st, skipLetters(text, i), false
}

// dateAtDigit reads a date that begins with a number: 2025-07-03, 3 July 2025,
// 3. Juli 2025, 1er juillet 2025, 03.07.2025, 13/07/2025, 2025年7月3日.
func dateAtDigit(text string, i int) (stamp, bool) {
	n, count, j := digits(text, i)
	switch {
	case count == 4:
		if st, ok := isoDate(text, i, n); ok {
			return st, true
		}
		return yearFirst(text, i, n)
	case count == 8 && n >= 18000101:
		return makeStamp(n/10000, n/100%100, n%100, i, j)
	case count > 2 || j >= len(text):
		return stamp{}, false
	}
	if sep := text[j]; sep == '.' || sep == '/' || sep == '-' {
		if st, ok := numericDate(text, i); ok {
			return st, true
		}
	}
	return dayFirst(text, i, n, j)
}

// dayFirst reads the month and year after the day n, which ends at j.
func dayFirst(text string, i, n, j int) (stamp, bool) {
	k := skipSpaces(text, skipOrdinal(text, j))
	for _, of := range [...]string{"of ", "de ", "d'", "d’", "del ", "ta' "} {
		if strings.HasPrefix(text[k:], of) {
			k += len(of)
			break
		}
	}
	month, end := monthAt(text, k)
	if month == 0 {
		return stamp{}, false
	}
	year, end := yearAfter(text, end)
	if year == 0 {
		return stamp{}, false
	}
	return makeStamp(year, month, n, i, end)
}

// dateAtMonth reads July 3, 2025 and Jul. 3rd 2025, whose month stands at i.
func dateAtMonth(text string, i int) (stamp, bool) {
	month, j := monthAt(text, i)
	if month == 0 {
		return stamp{}, false
	}
	day, count, k := digits(text, skipSpaces(text, j))
	if count == 0 || count > 2 {
		return stamp{}, false
	}
	year, end := yearAfter(text, skipOrdinal(text, k))
	if year == 0 {
		return stamp{}, false
	}
	return makeStamp(year, month, day, i, end)
}

// The years in which articles were written.
const (
	minYear = 1800
	maxYear = 2100
)

// makeStamp is a stamp if there is such a day.
func makeStamp(year, month, day, start, end int) (stamp, bool) {
	if year >= 2400 && year <= 2650 { // of the Buddhist era, as Thai has it
		year -= 543
	}
	if year < minYear || year > maxYear || month < 1 || month > 12 || day < 1 || day > protocol.DaysIn(year, month) {
		return stamp{}, false
	}
	return stamp{value: writeDay(year, month, day), start: start, end: end}, true
}

func writeDay(year, month, day int) string {
	b := []byte("0000-00-00")
	putNumber(b[0:4], year)
	putNumber(b[5:7], month)
	putNumber(b[8:10], day)
	return string(b)
}

// putNumber writes n in decimal over the zeros of b, right aligned.
func putNumber(b []byte, n int) {
	for i := len(b) - 1; i >= 0; i-- {
		b[i] = byte('0' + n%10)
		n /= 10
	}
}

// yearAfter reads ", 2025", " 2025", " de 2025" or "del 2025" at j, and what
// some languages write after a year.
func yearAfter(text string, j int) (year, end int) {
	for j < len(text) {
		r, n := utf8.DecodeRuneInString(text[j:])
		if r != ',' && r != '.' && r != '-' && r != '،' && !unicode.IsSpace(r) {
			break
		}
		j += n
	}
	for _, of := range [...]string{"de ", "del ", "năm ", "عام ", "של "} {
		if strings.HasPrefix(text[j:], of) {
			j += len(of)
		}
	}
	if n, count, k := digits(text, j); count == 4 {
		return n, k
	}
	return 0, j
}

// skipOrdinal passes over the ending of 3rd, 1st, 1er, 1º and the dot of 3.
func skipOrdinal(text string, j int) int {
	for _, s := range [...]string{"st", "nd", "rd", "th", "er", ".º", "º", "°", "-го", "ος", "."} {
		if strings.HasPrefix(text[j:], s) {
			return j + len(s)
		}
	}
	return j
}

func skipSpaces(text string, j int) int {
	for j < len(text) {
		if text[j] == '-' {
			j++
		} else if n := spaceLen(text, j); n > 0 && text[j] != '\n' && text[j] != '\r' {
			j += n
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

// skipLetters is where a date may next begin after the letter at i: at the next
// digit or after the next character that is no letter. Scripts that write no
// spaces are read letter by letter.
func skipLetters(text string, i int) int {
	if text[i] >= utf8.RuneSelf {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) || isWide(r) {
			return i + n
		}
	}
	for i < len(text) {
		if c := text[i]; c < utf8.RuneSelf {
			if !isDigit(c) && !isLetterByte(c) {
				break
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) || isWide(r) {
			break
		}
		i += n
	}
	return i
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// isLetterByte reports an ASCII letter or any byte of a longer rune.
func isLetterByte(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || c >= utf8.RuneSelf
}

// IsDate reports a text that is a date and nothing else, whatever the order of
// its day and month.
func IsDate(text string) bool {
	st, ok := findDate(text)
	return ok && st.start == 0 && st.end == len(text)
}
