package table

import (
	"strings"

	"clippings/wasm/protocol"
)

// timeOfDay finds the time after or else before a date: "T10:49" or "".
func timeOfDay(before, after string) string {
	for _, s := range [...]string{after, before} {
		for i := 0; i < len(s); i++ {
			n := digits(s[i:])
			if n == 0 {
				continue
			}
			if n <= 2 && i+n+2 < len(s)+0 && (s[i+n] == ':' || s[i+n] == 'h' || s[i+n] == '.') && digits(s[i+n+1:]) == 2 {
				return clockAt(s, i, n)
			}
			i += n - 1
		}
	}
	return ""
}

// clockAt reads 10:49, 10:49:30 PM, 10h49 whose hour has n digits.
func clockAt(s string, i, n int) string {
	hour, minute := number(s[i:i+n]), number(s[i+n+1:i+n+3])
	rest := s[i+n+3:]
	second := 0
	if len(rest) > 2 && rest[0] == ':' && digits(rest[1:]) == 2 {
		second = number(rest[1:3])
		rest = rest[3:]
	}
	half := strings.ToLower(strings.TrimLeft(rest, " "))
	switch {
	case strings.HasPrefix(half, "pm") || strings.HasPrefix(half, "p.m"):
		if hour < 12 {
			hour += 12
		}
	case strings.HasPrefix(half, "am") || strings.HasPrefix(half, "a.m"):
		if hour == 12 {
			hour = 0
		}
	case hour == 0 && minute == 0 && second == 0:
		return ""
	}
	return formatTime(hour, minute)
}

func formatTime(hour, minute int) string {
	if hour > 23 || minute > 59 {
		return ""
	}
	return string([]byte{'T', byte('0' + hour/10), byte('0' + hour%10), ':', byte('0' + minute/10), byte('0' + minute%10)})
}

// formatDay is 2025-07-03, or "" if there is no such day. Before 1600 and after
// 2199 no article was written.
func formatDay(year, month, day int) string {
	if year < 1600 || year > 2199 || month < 1 || month > 12 || day < 1 || day > protocol.DaysIn(year, month) {
		return ""
	}
	return string([]byte{byte('0' + year/1000), byte('0' + year/100%10), byte('0' + year/10%10), byte('0' + year%10), '-',
		byte('0' + month/10), byte('0' + month%10), '-', byte('0' + day/10), byte('0' + day%10)})
}

// months holds, for each month, how its name begins in English, German, French,
// Spanish, Italian, Portuguese, Dutch, the Nordic languages, Polish and Russian.
var months = [12]string{
	"jan ene gen jän sty янв", "feb fév fev lut фев", "mar mär maa mrt mrz мар", "apr avr abr kwi апр", "may mai maj mag mei май мая", "jun juin giu cze июн",
	"jul juil lug lip июл", "aug ago aoû aou sie авг", "sep set wrz сен", "oct okt out ott paź окт", "nov lis ноя", "dec déc dez dic des gru дек",
}

// notMonths begin like a month and are days of the week, "martes", "mardi".
const notMonths = " mardi martes martedì martedi mar. "

// monthOf is the number of the month a word names, 0 for any other word.
func monthOf(word string) int {
	if len(word) < 3 || len(word) > 24 {
		return 0
	}
	word = strings.ToLower(word)
	if strings.Contains(notMonths, " "+word+" ") {
		return 0
	}
	best, found := 0, 0
	for m, names := range months {
		for name := range strings.SplitSeq(names, " ") {
			if len(name) > best && strings.HasPrefix(word, name) {
				best, found = len(name), m+1
			}
		}
	}
	return found
}

// number is the value of decimal digits, at most ten of them.
func number(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// digits is how many s begins with.
func digits(s string) int {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return n
}

// letters is how many bytes of letters s begins with; all of a longer rune are.
func letters(s string) int {
	n := 0
	for n < len(s) && isLetter(s[n]) {
		n++
	}
	return n
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || c >= 0x80 }

// separator is the length of what stands between the numbers of a date.
func separator(s string) int {
	for _, mark := range [...]string{"-", "/", ".", "年", "月", "년 ", "월 ", "년", "월", " "} {
		if strings.HasPrefix(s, mark) {
			return len(mark)
		}
	}
	return 0
}

// skipOrdinal passes over the ending of 3rd, 1er and 3., "de" and the spaces.
func skipOrdinal(s string, j int) int {
	for _, end := range [...]string{"st", "nd", "rd", "th", "er", "º", "."} {
		if rest, ok := strings.CutPrefix(s[j:], end); ok && (rest == "" || !isLetter(rest[0])) {
			j += len(end)
			break
		}
	}
	for j < len(s) && strings.IndexByte(" -/,", s[j]) >= 0 {
		j++
	}
	if strings.HasPrefix(s[j:], "de ") || strings.HasPrefix(s[j:], "of ") {
		j += len("de ")
	}
	return j
}
