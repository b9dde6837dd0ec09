package table

import "strings"

// parseDate reads a value that is a date and returns it as 2025-07-03 or
// 2025-07-03T10:49, and "" if it is none or leaves day or month open. The time
// stays that of the zone it is written in; seconds since 1970 become UTC.
// Midnight to the second is taken for "no time": databases fill it in.
//
// It knows ISO 8601 and its relatives, RFC 5322, day and year around a month's
// name in a dozen languages, 03.07.2025, 03/07/2025 as the order says, and
// 2025年7月3日. It asks more than record.Date, which is told that a field states a
// date: what parseDate takes for one decides which column holds them.
func parseDate(s string, order Order) string {
	s = strings.TrimSpace(s)
	if len(s) < 6 || len(s) > 80 {
		return ""
	}
	if d := digitsDate(s); d != "" {
		return d
	}
	day, ok := findDay(s, order)
	if !ok {
		return ""
	}
	d := formatDay(day.year, day.month, day.day)
	if d == "" {
		return ""
	}
	return d + timeOfDay(s[:day.start], s[day.end:])
}

// digitsDate reads values of digits alone: 20250703, 20250703104900,
// 20250703T104900Z, and seconds, milli- or microseconds since 1970.
func digitsDate(s string) string {
	s = strings.TrimSuffix(s, "Z")
	if whole, fraction, ok := strings.Cut(s, "."); ok && digits(fraction) == len(fraction) && len(whole) >= 9 {
		s = whole // 1751539740.0
	}
	n := digits(s)
	switch {
	case n == 8 && (len(s) == 8 || len(s) >= 13 && s[8] == 'T' && digits(s[9:]) >= 4):
		clock := ""
		if len(s) > 8 {
			clock = formatTime(number(s[9:11]), number(s[11:13]))
		}
		return withClock(formatDay(number(s[:4]), number(s[4:6]), number(s[6:8])), clock)
	case n != len(s):
		return ""
	case n == 14 && (s[0] == '1' || s[0] == '2') && s[1] != '7': // 17… is microseconds cut short, if anything
		return withClock(formatDay(number(s[:4]), number(s[4:6]), number(s[6:8])), formatTime(number(s[8:10]), number(s[10:12])))
	case n == 9 || n == 10:
		return epoch(number(s))
	case n == 13:
		return epoch(number(s[:10]))
	case n == 16 || n == 19:
		return epoch(number(s[:10]))
	}
	return ""
}

func withClock(day, clock string) string {
	if day == "" {
		return ""
	}
	return day + clock
}

// epoch is the minute so many seconds after 1970 began, in UTC.
// Days to a date: Howard Hinnant, http://howardhinnant.github.io/date_algorithms.html
func epoch(seconds int) string {
	z := seconds/86400 + 719468
	era := z / 146097
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	day, month, year := doy-(153*mp+2)/5+1, mp+3, yoe+era*400
	if month > 12 {
		month, year = month-12, year+1
	}
	s := seconds % 86400
	if s == 0 {
		return formatDay(year, month, day)
	}
	return withClock(formatDay(year, month, day), formatTime(s/3600, s/60%60))
}

// calendarDay is a day and the bytes it was read from.
type calendarDay struct{ year, month, day, start, end int }

// findDay is the first day in s.
func findDay(s string, order Order) (calendarDay, bool) {
	for i := 0; i < len(s); {
		n := digits(s[i:])
		switch {
		case n > 0:
			if d, ok := dayAtNumber(s, i, n, order); ok {
				return d, true
			}
			i += n
		case isLetter(s[i]):
			n = letters(s[i:])
			if d, ok := dayAtMonth(s, i, n); ok {
				return d, true
			}
			i += n
		default:
			i++
		}
	}
	return calendarDay{}, false
}

// dayAtNumber reads a day that begins with the number of n digits at i.
func dayAtNumber(s string, i, n int, order Order) (calendarDay, bool) {
	if n == 4 {
		return yearFirst(s, i)
	}
	if n > 2 {
		return calendarDay{}, false
	}
	a, j := number(s[i:i+n]), i+n
	if k := j + separator(s[j:]); k > j {
		if m := digits(s[k:]); m == 1 || m == 2 {
			return numeric(s, i, k, order)
		}
	}
	j = skipOrdinal(s, j)
	m := letters(s[j:])
	month := monthOf(s[j : j+m])
	if month == 0 {
		return calendarDay{}, false
	}
	year, end := yearAt(s, j+m)
	return calendarDay{year, month, a, i, end}, year > 0
}

// yearFirst reads 2025-07-03, 2025/7/3, 2025年7月3日, 2025 Jul 3.
func yearFirst(s string, i int) (calendarDay, bool) {
	j := i + 4
	k := j + separator(s[j:])
	if k == j {
		return calendarDay{}, false
	}
	n := digits(s[k:])
	month := 0
	if n == 0 {
		n = letters(s[k:])
		month = monthOf(s[k : k+n])
	} else if n <= 2 {
		month = number(s[k : k+n])
	}
	if month == 0 {
		return calendarDay{}, false
	}
	k += n
	l := k + separator(s[k:])
	n = digits(s[l:])
	if l == k || n == 0 || n > 2 {
		return calendarDay{}, false
	}
	end := l + n
	if strings.HasPrefix(s[end:], "日") || strings.HasPrefix(s[end:], "일") {
		end += len("日")
	}
	return calendarDay{number(s[i : i+4]), month, number(s[l : l+n]), i, end}, true
}

// numeric reads a.b.year: a at i, b at k. Dots mean the day first; with others
// the order must be known, or follow from one being over 12 or both the same.
func numeric(s string, i, k int, order Order) (calendarDay, bool) {
	a, n := number(s[i:i+digits(s[i:])]), digits(s[k:])
	b, mark := number(s[k:k+n]), s[i+digits(s[i:])]
	l := k + n
	if l >= len(s) || s[l] != mark {
		return calendarDay{}, false
	}
	m := digits(s[l+1:])
	year := 0
	if m == 4 || m == 2 {
		year = fullYear(number(s[l+1:l+1+m]), m)
	}
	d := calendarDay{year, b, a, i, l + 1 + m}
	switch {
	case year == 0:
		return d, false
	case b > 12 || order == MonthFirst && a <= 12 && mark != '.':
		d.month, d.day = a, b
	case mark != '.' && a <= 12 && a != b && order != DayFirst:
		return d, false
	}
	return d, true
}

// dayAtMonth reads July 3, 2025, the month's n letters at i.
func dayAtMonth(s string, i, n int) (calendarDay, bool) {
	month := monthOf(s[i : i+n])
	if month == 0 {
		return calendarDay{}, false
	}
	j := i + n
	for j < len(s) && (s[j] == ' ' || s[j] == '.' || s[j] == '-') {
		j++
	}
	m := digits(s[j:])
	if m == 0 || m > 2 {
		return calendarDay{}, false
	}
	year, end := yearAt(s, skipOrdinal(s, j+m))
	return calendarDay{year, month, number(s[j : j+m]), i, end}, year > 0
}

// yearAt reads ", 2025", " de 2025", "-25".
func yearAt(s string, j int) (year, end int) {
	for j < len(s) && strings.IndexByte(" ,.-/", s[j]) >= 0 {
		j++
	}
	if strings.HasPrefix(s[j:], "de ") {
		j += len("de ")
	}
	n := digits(s[j:])
	if n != 4 && n != 2 || n == 2 && j+n < len(s) && s[j+n] == ':' {
		return 0, j
	}
	return fullYear(number(s[j:j+n]), n), j + n
}

// fullYear makes 25 2025 and 98 1998; POSIX draws the line at 69.
func fullYear(n, digits int) int {
	switch {
	case digits == 4:
		return n
	case n < 69:
		return 2000 + n
	}
	return 1900 + n
}
