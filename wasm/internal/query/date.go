package query

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// noDate is the value of a date filter for documents without a date.
const noDate = "none"

// howToDate is the remedy for what is no date.
const howToDate = "write 2025, 2025-07, 2025-07-03, 2025-07-01..2025-07-04, >2025-07 or none"

// span is days since 1970-01-01, inclusive.
type span struct{ from, to int32 }

// mistake is what is wrong with the text of a date, at [start, end) of it.
type mistake struct {
	start, end      int
	message, remedy string
}

// date makes n, with the text of t, a filter of days.
func (p *parser) date(t token, n *Node) *Node {
	text := strings.TrimRight(spaceless(t.text), "*")
	s, m := parseDates(text)
	if m != nil && p.opts.PrefixLast && t.end == len(p.q) && (t.kind == word || t.unclosed) {
		if s, m = finished(&text, s, m); text == "" {
			p.lost++
			return nil
		}
	}
	if m != nil {
		p.fail(p.within(t, text, *m), m.message, m.remedy)
		return nil
	}
	n.Text, n.From, n.To, n.Exact = text, s.from, s.to, false
	if strings.EqualFold(text, noDate) {
		n.Text = noDate
	}
	return p.leaf(n)
}

// within is the place of a mistake in text, which was read of t.
func (p *parser) within(t token, text string, m mistake) token {
	i := strings.Index(p.q[t.start:t.end], text)
	if i < 0 || m.end <= m.start {
		return token{start: t.start, end: t.end}
	}
	return token{start: t.start + i + m.start, end: t.start + i + m.end}
}

// spaceless is a date without the spaces it may hold between quotation marks.
func spaceless(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// finished cuts from a date that somebody is typing what is not one yet, if it
// can become one: of 2025-0, 2025 stays, of 20, nothing.
func finished(text *string, s span, m *mistake) (span, *mistake) {
	at := strings.LastIndexAny(*text, "<>=.…–-") // the last sign and digits after it
	sign, digits := "", *text
	if at >= 0 {
		_, n := utf8.DecodeRuneInString((*text)[at:])
		sign, digits = (*text)[at:at+n], (*text)[at+n:]
	}
	isYear := sign != "-"
	switch {
	case strings.Trim(digits, "0123456789") != "":
		if strings.HasPrefix(noDate, strings.ToLower(*text)) {
			*text = ""
		}
		return s, m
	case isYear && len(digits) > 3, !isYear && digits != "" && digits != "0":
		return s, m
	}
	cut := (*text)[:len(*text)-len(digits)]
	if !isYear {
		cut = cut[:at]
	}
	if s, m := parseDates(cut); m == nil {
		*text = cut
		return s, nil
	}
	*text = ""
	return s, m
}

// parseDates reads a period, a comparison with one, or two with ".." between.
func parseDates(s string) (span, *mistake) {
	if strings.EqualFold(s, noDate) {
		return span{Always, Ever}, nil
	}
	for _, op := range [...]string{">=", "<=", ">", "<"} {
		if rest, ok := strings.CutPrefix(s, op); ok {
			return compared(op, rest)
		}
	}
	for _, sep := range [...]string{"...", "..", "…", "–"} {
		if i := strings.Index(s, sep); i >= 0 {
			return between(s, i, i+len(sep))
		}
	}
	return period(s, 0)
}

// compared reads a period after op: after means after its end.
func compared(op, s string) (span, *mistake) {
	d, m := period(s, len(op))
	if m != nil {
		return span{}, m
	}
	switch op {
	case ">":
		return span{d.to + 1, Ever}, nil
	case "<":
		return span{Always, d.from - 1}, nil
	case ">=":
		return span{d.from, Ever}, nil
	}
	return span{Always, d.to}, nil
}

// between reads two periods, one of which may be missing, with a separator at
// [i, j) of s.
func between(s string, i, j int) (span, *mistake) {
	d := span{Always, Ever}
	if i > 0 {
		first, m := period(s[:i], 0)
		if m != nil {
			return d, m
		}
		d.from = first.from
	}
	if j < len(s) {
		last, m := period(s[j:], j)
		if m != nil {
			return d, m
		}
		d.to = last.to
	}
	switch {
	case i == 0 && j == len(s):
		return d, &mistake{0, len(s), "this is no date", howToDate}
	case d.from > d.to:
		return d, &mistake{0, len(s), "the first day comes after the last", "write “date:" + s[j:] + ".." + s[:i] + "”"}
	}
	return d, nil
}

// period reads a year, month or day that begins at byte at of the value.
func period(s string, at int) (span, *mistake) {
	fields := strings.FieldsFunc(s, func(r rune) bool { return r == '-' || r == '/' })
	no := &mistake{at, at + len(s), "this is no date", howToDate}
	if len(fields) > 3 || s != strings.Join(fields, "-") && s != strings.Join(fields, "/") {
		return span{}, no
	}
	numbers := [3]int{0, 1, 1}
	for i, f := range fields {
		n, err := strconv.ParseUint(f, 10, 16)
		if err != nil || i == 0 && len(f) != 4 || i > 0 && len(f) > 2 {
			if len(fields) == 3 && len(fields[2]) == 4 || strings.Count(s, ".") == 2 {
				no.remedy = "write the year first, such as 2025-07-03"
			}
			return span{}, no
		}
		numbers[i] = int(n)
	}
	if len(fields) == 0 {
		return span{}, no
	}
	return days(numbers, fields, at)
}

// days are those of a year, of its month, or of its day: d in numbers, fields as
// written at byte at of the value.
func days(d [3]int, fields []string, at int) (span, *mistake) {
	year, month, day := d[0], d[1], d[2]
	if year == 0 {
		return span{}, &mistake{at, at + 4, "there is no year 0", howToDate}
	}
	at += len("2025-")
	if month < 1 || month > 12 {
		return span{}, &mistake{at, at + len(fields[1]), "there is no month " + strconv.Itoa(month), "write a month from 01 to 12"}
	}
	length := time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	if day < 1 || day > length {
		at += len(fields[1]) + 1
		return span{}, &mistake{at, at + len(fields[2]),
			time.Month(month).String() + " " + fields[0] + " has no day " + strconv.Itoa(day),
			"write a day from 01 to " + strconv.Itoa(length)}
	}
	first := dayNumber(year, month, day)
	switch len(fields) {
	case 1:
		return span{first, dayNumber(year+1, 1, 1) - 1}, nil
	case 2:
		return span{first, dayNumber(year, month+1, 1) - 1}, nil
	}
	return span{first, first}, nil
}

// dayNumber is days since 1970-01-01; a month past the twelfth is of the next year.
func dayNumber(year, month, day int) int32 {
	return int32(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix() / (24 * 60 * 60))
}
