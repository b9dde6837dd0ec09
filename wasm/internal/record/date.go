package record

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// AddDate adds a fact with a date in the form of protocol.Meta.Date, or as it
// stood where Date cannot read it.
func (r *Record) AddDate(field, value, rule string) {
	if date, ok := Date(value); ok {
		value = date
	}
	r.Add(field, value, rule)
}

// Date reads the date that the field of a container states and returns it as
// 2025-07-03, or 2025-07-03T10:49 where a time of day is stated too. The time
// is that of the stamp's own zone: what the newsroom's clock showed, and the
// same whichever zone the reader is in.
//
// It knows RFC 822 and what feeds make of it (names of months in seven
// languages, no weekday, two digits for the year, am and pm), ISO 8601 long and
// short, the order of asctime, numeric dates where the order of day and month is
// certain, and seconds or milliseconds since 1970. A year alone, a month alone
// and 03/04/2025 are no dates.
func Date(stated string) (string, bool) {
	if len(stated) > maxDate {
		return "", false
	}
	s := strings.TrimSpace(stated)
	if t, ok := epoch(s); ok {
		return t.Format(minuteForm), true
	}
	d := dateReader{rest: fold(s), hour: -1}
	for d.next() {
	}
	return d.date()
}

const (
	maxDate    = 100 // bytes; stated dates have at most some 40
	minuteForm = "2006-01-02T15:04"
)

// epoch reads seconds and milliseconds since 1970, which have 10 and 13 digits
// from 2001 to 2286.
func epoch(s string) (time.Time, bool) {
	n, err := strconv.ParseUint(s, 10, 63)
	switch {
	case err == nil && len(s) == 10:
		return time.Unix(int64(n), 0).UTC(), true
	case err == nil && len(s) == 13:
		return time.UnixMilli(int64(n)).UTC(), true
	}
	return time.Time{}, false
}

// fold brings the letters of month names to lower-case ASCII.
func fold(s string) string {
	s = strings.ToLower(s)
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return bare.Replace(s)
		}
	}
	return s
}

var bare = strings.NewReplacer("é", "e", "û", "u", "ä", "a", "ç", "c")

// A dateReader collects what the words and numbers of a date say.
type dateReader struct {
	rest    string
	numbers [3]number // of the date, as they come
	n       int
	month   int // by name
	minute  int
	hour    int // -1 before there is one
	word    string
	bad     bool
}

type number struct {
	value, width int
	before       byte // the character in front of it, 't' for any letter
}

// next reads one word or number.
func (d *dateReader) next() bool {
	i := strings.IndexFunc(d.rest, func(r rune) bool { return isDigit(r) || r >= 'a' && r <= 'z' })
	if i < 0 {
		return false
	}
	before := byte(' ')
	switch {
	case i > 0:
		before = d.rest[i-1]
	case d.word != "":
		before = 't'
	}
	d.rest = d.rest[i:]
	if !isDigit(rune(d.rest[0])) {
		d.readWord()
		return true
	}
	value := d.digits()
	value.before = before
	if d.hour >= 0 {
		d.afterTime(value)
	} else if !d.readTime(value) {
		d.addNumber(value)
	}
	d.word = ""
	return true
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// digits cuts a number off. More than 14 digits are none of a date.
func (d *dateReader) digits() number {
	n := 0
	for n < len(d.rest) && isDigit(rune(d.rest[n])) {
		n++
	}
	value, err := strconv.Atoi(d.rest[:n])
	if err != nil || n > 14 {
		d.bad = true
	}
	d.rest = d.rest[n:]
	return number{value: value, width: n}
}

func (d *dateReader) readWord() {
	n := strings.IndexFunc(d.rest, func(r rune) bool { return r < 'a' || r > 'z' })
	if n < 0 {
		n = len(d.rest)
	}
	d.word, d.rest = d.rest[:n], d.rest[n:]
	if m := monthNamed(d.word); m > 0 && d.hour < 0 {
		d.month = m // the last one counts: "mar. 2 dec." begins with a Tuesday
	}
	switch {
	case d.hour < 0:
	case (d.word == "pm" || d.word == "p") && d.hour < 12:
		d.hour += 12
	case (d.word == "am" || d.word == "a") && d.hour == 12:
		d.hour = 0
	}
}

// readTime reads 10:49, or 1049 and 104900 behind a T.
func (d *dateReader) readTime(first number) bool {
	if strings.HasPrefix(d.rest, ":") && first.width <= 2 {
		d.rest = d.rest[1:]
		d.hour, d.minute = first.value, d.digits().value
		d.skipSeconds()
		return true
	}
	if d.word != "t" || first.before != 't' {
		return false
	}
	switch first.width {
	case 2:
		d.hour = first.value
	case 4:
		d.hour, d.minute = first.value/100, first.value%100
	case 6:
		d.hour, d.minute = first.value/10000, first.value/100%100
	default:
		return false
	}
	d.skipSeconds()
	return true
}

func (d *dateReader) skipSeconds() {
	d.rest = strings.TrimLeft(d.rest, ":.0123456789")
}

// afterTime takes the year of "Aug 27 13:08:45 +0000 2008", but not the zone.
func (d *dateReader) afterTime(v number) {
	if v.width == 4 && v.before != '+' && v.before != '-' {
		d.addNumber(v)
	}
}

func (d *dateReader) addNumber(v number) {
	switch {
	case d.n == 0 && v.width >= 12: // 20250703104900
		if v.width == 12 {
			v.value *= 100
		}
		d.hour, d.minute = v.value/10000%100, v.value/100%100
		v.value, v.width = v.value/1000000, 8
		fallthrough
	case d.n == 0 && v.width == 8: // 20250703
		d.numbers = [3]number{{v.value / 10000, 4, 0}, {v.value / 100 % 100, 2, 0}, {v.value % 100, 2, 0}}
		d.n = 3
	case d.n < 3:
		d.numbers[d.n] = v
		d.n++
	}
}

// date puts together what was read.
func (d *dateReader) date() (string, bool) {
	year, month, day := d.order()
	valid := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if d.bad || year < 1000 || year > 2999 || valid.Day() != day || int(valid.Month()) != month {
		return "", false
	}
	if d.hour < 0 || d.hour > 23 || d.minute > 59 {
		return fmt.Sprintf("%04d-%02d-%02d", year, month, day), true
	}
	return fmt.Sprintf("%04d-%02d-%02dT%02d:%02d", year, month, day, d.hour, d.minute), true
}

// order tells which number is which. Zeros are no date.
func (d *dateReader) order() (year, month, day int) {
	a, b, c := d.numbers[0], d.numbers[1], d.numbers[2]
	switch {
	case d.month > 0 && d.n >= 2 && a.width == 4:
		return a.value, d.month, b.value
	case d.month > 0 && d.n >= 2:
		return fullYear(b), d.month, a.value
	case d.n < 3 || d.month > 0:
		return 0, 0, 0
	case a.width == 4:
		return a.value, b.value, c.value
	case c.before == '.' || a.value > 12 || a.value == b.value:
		return fullYear(c), b.value, a.value
	case b.value > 12:
		return fullYear(c), a.value, b.value
	}
	return 0, 0, 0
}

// fullYear reads two digits as RFC 2822 does, section 4.3: from 50 on they are
// of the last century. Three are years since 1900, as programs wrote from 2000 on.
func fullYear(v number) int {
	switch {
	case v.width == 3 && v.value < 200:
		return v.value + 1900
	case v.width > 2 || v.value > 99:
		return v.value
	case v.value < 50:
		return v.value + 2000
	}
	return v.value + 1900
}

// months has the names of each month in English, German, French, Spanish,
// Italian, Portuguese and Dutch, a month a line.
const months = ` january januar janvier enero gennaio janeiro januari
 february februar fevrier febrero febbraio fevereiro februari
 march marz mars marzo marco maart mrt
 april avril abril aprile
 may mai mayo maggio maio mei
 june juni juin junio giugno junho
 july juli juillet julio luglio julho
 august aout agosto augustus
 september septembre septiembre settembre setembro
 october oktober octobre octubre ottobre outubro
 november novembre noviembre novembro
 december dezember decembre diciembre dicembre dezembro
`

// monthNamed is the month whose name begins with the word, 0 for none. Three
// letters are the least.
func monthNamed(word string) int {
	if len(word) < 3 {
		return 0
	}
	i := strings.Index(months, " "+word)
	if i < 0 {
		return 0
	}
	return 1 + strings.Count(months[:i], "\n")
}
