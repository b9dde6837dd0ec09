package mail

import (
	"fmt"
	"strings"
)

// A stamp is a date as it is put together from its pieces; zero is none.
type stamp struct {
	year, month, day int
	clock            bool
	hour, minute     int
	afternoon        bool
}

// parseDate reads the date of a message as it was on the sender's clock, in the
// form 2006-01-02T15:04, or "" if there is none. Besides RFC 5322 it takes what
// mail programs have written instead: asctime, ISO 8601, dashes, two-digit
// years, wrong or missing zones and weekdays, comments. The zone is not
// applied: a reader wants the day that stood on the letter.
func parseDate(s string) string {
	var d stamp
	for _, token := range strings.FieldsFunc(withoutComments(s[:min(len(s), 200)]), isDateGap) {
		if !d.takeISO(token) {
			d.take(token)
		}
	}
	return d.String()
}

func isDateGap(r rune) bool { return r == ' ' || r == '\t' || r == ',' || r == '\u00a0' }

func withoutComments(s string) string {
	var b strings.Builder
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '(':
			depth++
		case ')':
			depth = max(depth-1, 0)
		default:
			if depth == 0 {
				b.WriteByte(s[i])
			}
		}
	}
	return b.String()
}

// takeISO reads 2018-03-21 and 2018-03-21T14:14:32Z, also with slashes or dots.
func (d *stamp) takeISO(token string) bool {
	if len(token) < 8 || strings.IndexByte("-/.", token[4]) < 0 || d.year != 0 {
		return false
	}
	year, ok := number(token[:4])
	month, rest, ok2 := cutNumber(token[5:])
	if !ok || !ok2 || rest == "" || rest[0] != token[4] {
		return false
	}
	day, rest, ok := cutNumber(rest[1:])
	if !ok || month > 12 {
		return false
	}
	d.year, d.month, d.day = year, month, day
	if rest != "" && rest[0] == 'T' {
		d.takeClock(rest[1:])
	}
	return true
}

func (d *stamp) take(token string) {
	switch {
	case strings.Contains(token, ":"):
		d.takeClock(token)
	case strings.EqualFold(token, "pm"):
		d.afternoon = true
	case strings.EqualFold(token, "am"):
		if d.hour == 12 {
			d.hour = 0
		}
	case token[0] >= '0' && token[0] <= '9' && strings.ContainsAny(token, "-."):
		d.takeDashed(token)
	case token[0] >= '0' && token[0] <= '9':
		if n, ok := number(token); ok {
			d.takeNumber(n, len(token))
		}
	case d.month == 0:
		d.month = monthOf(token)
	}
}

// takeDashed reads 21-Mar-18, 21.03.2018.
func (d *stamp) takeDashed(token string) {
	parts := strings.FieldsFunc(token, func(r rune) bool { return r == '-' || r == '.' })
	if len(parts) != 3 || d.month != 0 {
		return
	}
	day, ok := number(parts[0])
	month := monthOf(parts[1])
	if month == 0 {
		month, _ = number(parts[1])
	}
	year, ok2 := number(parts[2])
	if ok && ok2 {
		d.day, d.month, d.year = day, month, fullYear(year, len(parts[2]))
	}
}

// takeNumber takes the first small number for the day and the next for the
// year.
func (d *stamp) takeNumber(n, digits int) {
	switch {
	case digits <= 2 && d.day == 0:
		d.day = n
	case d.year == 0 && digits <= 4:
		d.year = fullYear(n, digits)
	}
}

// fullYear reads years of two digits, and of three as programs wrote that
// counted from 1900.
func fullYear(n, digits int) int {
	switch {
	case digits <= 2 && n < 70:
		return n + 2000
	case digits <= 3:
		return n + 1900
	}
	return n
}

// takeClock reads 14:14, 14:14:32 and what may stand behind.
func (d *stamp) takeClock(token string) {
	hour, rest, ok := cutNumber(token)
	if !ok || d.clock || rest == "" || rest[0] != ':' {
		return
	}
	minute, rest, ok := cutNumber(rest[1:])
	if !ok || hour > 23 || minute > 59 {
		return
	}
	d.clock, d.hour, d.minute = true, hour, minute
	if len(rest) >= 2 && strings.EqualFold(rest[len(rest)-2:], "pm") {
		d.afternoon = true
	}
}

// String is the date, or "" if it cannot be one. Years before 1971 are clocks
// that were never set.
func (d stamp) String() string {
	if d.year < 1971 || d.year > 2099 || d.month < 1 || d.month > 12 || d.day < 1 || d.day > daysIn(d.year, d.month) {
		return ""
	}
	date := fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
	if !d.clock {
		return date
	}
	if d.afternoon && d.hour < 12 {
		d.hour += 12
	}
	return date + fmt.Sprintf("T%02d:%02d", d.hour, d.minute)
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// monthOf is the month whose English name begins with the first three letters
// of s, or 0.
func monthOf(s string) int {
	if len(s) < 3 {
		return 0
	}
	const names = "janfebmaraprmayjunjulaugsepoctnovdec"
	i := strings.Index(names, strings.ToLower(s[:3]))
	if i < 0 || i%3 != 0 {
		return 0
	}
	return i/3 + 1
}

// number is a number of at most four digits.
func number(s string) (n int, ok bool) {
	n, rest, ok := cutNumber(s)
	return n, ok && rest == ""
}

// cutNumber cuts the digits off that s begins with, at most four.
func cutNumber(s string) (n int, rest string, ok bool) {
	i := 0
	for i < len(s) && i < 4 && '0' <= s[i] && s[i] <= '9' {
		n, i = n*10+int(s[i]-'0'), i+1
	}
	return n, s[i:], i > 0
}
