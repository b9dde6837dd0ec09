package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// clockReach is how many bytes a time stands after its date at the most:
// "Thursday, at about 10:49".
const clockReach = 32

// withTime adds the time of day that follows the date within a few words:
// "10:49 am", "at 7:17 PM", "T10:49:00Z", ", 14.39 Uhr", "à 14h39", "下午2:39",
// "오후 2:39", "14时39分".
func withTime(text string, st stamp) stamp {
	i, half := clockStart(text, st.end)
	if i < 0 {
		return st
	}
	hour, count, j := digits(text, i)
	if count > 2 || j >= len(text) {
		return st
	}
	minute, k, ok := minutes(text, j)
	if !ok {
		return st
	}
	after, end := dayHalf(text, k)
	if half == 0 {
		half = after
	}
	if k == j && half == 0 || text[j] == '.' && half == 0 && !isOClock(text, k) {
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
	if st.swapped != "" {
		st.swapped += string(b)
	}
	st.end = end
	return st
}

// clockStart is where the digits of a time begin after a date, -1 if there are
// none near, and the half of the day if it is named before them.
func clockStart(text string, i int) (at int, half byte) {
	limit := min(len(text), i+clockReach)
	start := i
	for i < limit {
		if _, n := digitAt(text, i); n > 0 {
			if i == start && text[i-1] < utf8.RuneSelf { // 2025年7月3日14时 needs no space
				return -1, 0
			}
			return i, half
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsSpace(r) && !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune(",;.|@–—-·•()،（）", r) {
			return -1, 0
		}
		for _, h := range [...]struct {
			word string
			half byte
		}{{"下午", 'p'}, {"晚上", 'p'}, {"上午", 'a'}, {"午後", 'p'}, {"午前", 'a'}, {"오후", 'p'}, {"오전", 'a'}} {
			if strings.HasPrefix(text[i:], h.word) {
				half = h.half
			}
		}
		i += n
	}
	return -1, 0
}

// minutes reads what follows the hour at j: ":39", "h39", ".39", "时39分". A mere
// hour is right too, its end is j.
func minutes(text string, j int) (minute, end int, ok bool) {
	k := j
	switch c := text[j]; {
	case c == ':' || c == 'h' || c == '.':
		k = j + 1
	default:
		for _, unit := range [...]string{"时", "時", "点", "點", "시 ", "시", "："} {
			if strings.HasPrefix(text[j:], unit) {
				k = j + len(unit)
				break
			}
		}
	}
	if k == j {
		return 0, j, true
	}
	minute, count, end := digits(text, k)
	if count != 2 {
		return 0, j, text[j] != ':' && text[j] != 'h' && text[j] != '.'
	}
	for _, unit := range [...]string{"分", "분"} {
		if strings.HasPrefix(text[end:], unit) {
			end += len(unit)
		}
	}
	return minute, end, true
}

// isOClock reports the word that makes 14.39 a time: Uhr, Uhr's sisters.
func isOClock(text string, k int) bool {
	rest := text[skipSpaces(text, k):]
	return strings.HasPrefix(rest, "Uhr") || strings.HasPrefix(rest, "uur") || strings.HasPrefix(rest, "WIB")
}

// dayHalf reads "am", "p.m.", م and their like, with seconds before it if there
// are any: 'a', 'p' or 0, and the end of the time.
func dayHalf(text string, k int) (half byte, end int) {
	end = k
	if k+2 < len(text) && text[k] == ':' && isDigit(text[k+1]) {
		_, end = number(text, k+1)
	}
	j := skipSpaces(text, end)
	if j+1 >= len(text) {
		return 0, end
	}
	for _, h := range [...]struct {
		word string
		half byte
	}{{"مساء", 'p'}, {"صباح", 'a'}, {"μ.μ.", 'p'}, {"π.μ.", 'a'}, {"م", 'p'}, {"ص", 'a'}} {
		if strings.HasPrefix(text[j:], h.word) {
			return h.half, j + len(h.word)
		}
	}
	c := text[j] | 0x20
	if c != 'a' && c != 'p' {
		return 0, end
	}
	j++
	if text[j] == '.' {
		j++
	}
	if j < len(text) && text[j] == ' ' { // "p. m."
		j++
	}
	if j >= len(text) || text[j]|0x20 != 'm' || j+1 < len(text) && isLetterByte(text[j+1]) {
		return 0, end
	}
	return c, j + 1
}
