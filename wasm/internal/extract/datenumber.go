package extract

import (
	"strings"
	"unicode/utf8"
)

// isoDate reads 2025-07-03, 2025/07/03, 2025.07.03 and 2025. 7. 3., whose year
// stands at i.
func isoDate(text string, i, year int) (stamp, bool) {
	_, _, j := digits(text, i)
	if j >= len(text) || strings.IndexByte("-/.", text[j]) < 0 {
		return stamp{}, false
	}
	month, count, k := digits(text, afterDot(text, j))
	if count == 0 || count > 2 || k >= len(text) || text[k] != text[j] {
		return stamp{}, false
	}
	day, count, end := digits(text, afterDot(text, k))
	if count == 0 || count > 2 {
		return stamp{}, false
	}
	return makeStamp(year, month, day, i, end)
}

// afterDot is the place after the separator at j, and after the space that may
// follow if it is a dot.
func afterDot(text string, j int) int {
	if text[j] == '.' && j+1 < len(text) && text[j+1] == ' ' {
		return j + 2
	}
	return j + 1
}

// numericDate reads a.b.yyyy with any of the three separators, and a.b.yy with
// dots. Dots mean day first; with the others the order is certain only if one of
// the two is over 12 or both are equal, else the stamp has both readings.
func numericDate(text string, i int) (stamp, bool) {
	a, _, j := digits(text, i)
	sep := text[j]
	b, count, k := digits(text, afterDot(text, j))
	if count == 0 || count > 2 || k >= len(text) || text[k] != sep {
		return stamp{}, false
	}
	year, count, end := digits(text, afterDot(text, k))
	if count != 4 {
		return stamp{}, false
	}
	switch {
	case sep == '.' || a > 12 || a == b:
		return makeStamp(year, b, a, i, end)
	case b > 12:
		return makeStamp(year, a, b, i, end)
	}
	st, ok := makeStamp(year, b, a, i, end)
	if sw, ok := makeStamp(year, a, b, i, end); ok {
		st.swapped = sw.value
	}
	return st, ok
}

// yearFirst reads 2025年7月3日, 2025년 7월 3일 and "2025. július 3.", whose year
// stands at i.
func yearFirst(text string, i, year int) (stamp, bool) {
	_, _, j := digits(text, i)
	if st, ok := unitDate(text, i, year); ok {
		return st, true
	}
	if j >= len(text) || text[j] != '.' && text[j] != ' ' && text[j] != ',' {
		return stamp{}, false
	}
	month, k := monthAt(text, skipSpaces(text, j+1))
	if month == 0 {
		return stamp{}, false
	}
	day, count, end := digits(text, skipSpaces(text, k))
	if count == 0 || count > 2 || end < len(text) && isLetterByte(text[end]) || text[j] == ',' {
		return stamp{}, false
	}
	if _, after := yearAfter(text, end); after > end { // "in 2024 July 3, 2025": the day belongs to the other
		if n, _ := yearAfter(text, end); n > 0 {
			return stamp{}, false
		}
	}
	return makeStamp(year, month, day, i, end)
}

// dateUnits are the signs after year, month and day.
var dateUnits = [3][3]string{{"年", "月", "日"}, {"年", "月", "号"}, {"년", "월", "일"}}

// unitDate reads 2025年7月3日 and its Korean sister; the year's number is known
// and stands at i.
func unitDate(text string, i, year int) (stamp, bool) {
	_, _, j := eastNumber(text, i)
	j = skipSpaces(text, j)
	for _, unit := range dateUnits {
		rest, ok := strings.CutPrefix(text[j:], unit[0])
		if !ok {
			continue
		}
		month, count, k := eastNumber(text, skipSpaces(text, len(text)-len(rest)))
		k = skipSpaces(text, k)
		if count == 0 || !strings.HasPrefix(text[k:], unit[1]) {
			continue
		}
		day, count, k := eastNumber(text, skipSpaces(text, k+len(unit[1])))
		k = skipSpaces(text, k)
		if count > 0 && strings.HasPrefix(text[k:], unit[2]) {
			return makeStamp(year, month, day, i, k+len(unit[2]))
		}
	}
	return stamp{}, false
}

// eras are those of Japan, and of the Republic of China, by the year before
// their first.
var eras = [...]struct {
	name   string
	before int
}{{"令和", 2018}, {"平成", 1988}, {"昭和", 1925}, {"大正", 1911}, {"明治", 1867}, {"民國", 1911}, {"民国", 1911}}

// dateAtEra reads 令和7年7月3日, and 二〇二五年七月三日 whose year is written
// in signs.
func dateAtEra(text string, i int) (stamp, bool) {
	if text[i] < 0xE3 || text[i] > 0xE9 { // the signs of China
		return stamp{}, false
	}
	for _, era := range eras {
		if !strings.HasPrefix(text[i:], era.name) {
			continue
		}
		at := i + len(era.name)
		year, count, _ := eastNumber(text, at)
		if count == 0 {
			return stamp{}, false
		}
		st, ok := unitDate(text, at, era.before+year)
		st.start = i
		return st, ok
	}
	if year, count, _ := eastNumber(text, i); count == 4 {
		return unitDate(text, i, year)
	}
	return stamp{}, false
}

// eastNumber reads digits of any kind, or a number in Chinese signs: 二〇二五,
// 三十一, 元.
func eastNumber(text string, i int) (n, count, end int) {
	if n, count, end = digits(text, i); count > 0 {
		return n, count, end
	}
	for end = i; end < len(text) && count < 8; count++ {
		r, size := utf8.DecodeRuneInString(text[end:])
		k := strings.IndexRune("〇一二三四五六七八九", r) / len("一")
		switch {
		case r == '元' && count == 0:
			return 1, 1, end + size
		case r == '零' || r == '○':
			n *= 10
		case r == '十' && n == 0:
			n = 10
		case r == '十':
			if next, _ := utf8.DecodeRuneInString(text[end+size:]); strings.IndexRune("一二三四五六七八九", next) < 0 {
				n *= 10
			}
		case strings.IndexRune("〇一二三四五六七八九", r) < 0:
			return n, count, end
		case n == 10 && strings.HasSuffix(text[:end], "十"):
			n += k
		default:
			n = n*10 + k
		}
		end += size
	}
	return n, count, end
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

// digits reads the decimal at i in digits of any script, how many they are, and
// where it ends.
func digits(text string, i int) (n, count, end int) {
	for end = i; end < len(text); count++ {
		d, size := digitAt(text, end)
		if size == 0 {
			break
		}
		if count < 9 {
			n = n*10 + d
		}
		end += size
	}
	return n, count, end
}

// digitAt is the digit at i and its size in bytes, 0 where there is none: those
// of ASCII, Arabic, Persian, Devanagari, Thai, and the wide ones.
func digitAt(text string, i int) (d, size int) {
	if i >= len(text) {
		return 0, 0
	}
	c := text[i]
	if c < utf8.RuneSelf {
		if isDigit(c) {
			return int(c - '0'), 1
		}
		return 0, 0
	}
	if c != 0xD9 && c != 0xDB && c != 0xE0 && c != 0xEF {
		return 0, 0
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	for _, zero := range [...]rune{'٠', '۰', '०', '๐', '０'} {
		if zero <= r && r <= zero+9 {
			return int(r - zero), size
		}
	}
	return 0, 0
}
