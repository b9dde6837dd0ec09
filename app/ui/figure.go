package ui

import (
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"clippings/wasm/protocol"
)

// How numbers, sizes, dates and lengths of time are written. All text on screen
// goes through here, so that it is written alike everywhere.

// number writes thousands apart: 12,345.
func number[N int | uint32 | uint64 | int64](n N) string {
	s := strconv.FormatInt(int64(n), 10)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// many writes a count with its noun: "1 copy", "12,345 copies".
func many[N int | uint32 | uint64](n N, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return number(n) + " " + more
}

// size writes a number of bytes.
func size(n uint64) string {
	const unit = 1000 // as file managers count
	switch {
	case n < unit:
		return many(n, "byte", "bytes")
	case n < unit*unit:
		return strconv.FormatFloat(float64(n)/unit, 'f', 0, 64) + " kB"
	case n < unit*unit*unit:
		return strconv.FormatFloat(float64(n)/unit/unit, 'f', 1, 64) + " MB"
	}
	return strconv.FormatFloat(float64(n)/unit/unit/unit, 'f', 1, 64) + " GB"
}

// percent writes a share, 0 to 1. Only all is 100 % and only nothing is 0 %.
func percent(share float64) string {
	p := math.Round(share * 100)
	if share < 1 {
		p = min(p, 99)
	}
	if share > 0 {
		p = max(p, 1)
	}
	return strconv.FormatFloat(p, 'f', 0, 64) + "\u202f%"
}

// left writes an estimate of time, coarsely, as it is no better than that.
func left(d time.Duration) string {
	switch {
	case d <= 0:
		return ""
	case d < 10*time.Second:
		return "a few seconds left"
	case d < time.Minute:
		return "about " + strconv.Itoa(int(d.Round(10*time.Second).Seconds())) + " seconds left"
	case d < time.Hour:
		return "about " + many(int(math.Ceil(d.Minutes())), "minute", "minutes") + " left"
	}
	return "about " + many(int(math.Ceil(d.Hours())), "hour", "hours") + " left"
}

// parseDate reads a date in the form of protocol.Meta.
func parseDate(s string) (t time.Time, hasTime, ok bool) {
	if len(s) >= 16 {
		if t, err := time.Parse("2006-01-02T15:04", s[:16]); err == nil {
			return t, true, true
		}
	}
	if len(s) >= 10 {
		if t, err := time.Parse("2006-01-02", s[:10]); err == nil {
			return t, false, true
		}
	}
	return time.Time{}, false, false
}

// day writes the day of a date: "3 Jul 2025". What is no date is left as it is.
func day(s string) string {
	t, _, ok := parseDate(s)
	if !ok {
		return s
	}
	return t.Format("2 Jan 2006")
}

// moment writes a date with its time, if it has one: "3 July 2025, 10:49".
func moment(s string) string {
	t, hasTime, ok := parseDate(s)
	switch {
	case !ok:
		return s
	case hasTime:
		return t.Format("2 January 2006, 15:04")
	}
	return t.Format("2 January 2006")
}

// days writes the first and the last of some dates, without saying a year or
// month twice: "3–5 Jul 2025", "30 Jun – 2 Jul 2025". It is "" without dates.
func days(dates []string) string {
	var first, last time.Time
	var low, high string // of those, as written: they sort as they are
	for _, s := range dates {
		if low != "" && low <= s && s <= high {
			continue
		}
		t, _, ok := parseDate(s)
		if !ok {
			continue
		}
		if first.IsZero() || t.Before(first) {
			first, low = t, s
		}
		if last.IsZero() || t.After(last) {
			last, high = t, s
		}
	}
	if first.IsZero() {
		return ""
	}
	end := last.Format("2 Jan 2006")
	switch {
	case first.Year() == last.Year() && first.YearDay() == last.YearDay():
		return end
	case first.Year() != last.Year():
		return first.Format("2 Jan 2006") + " – " + end
	case first.Month() != last.Month():
		return first.Format("2 Jan") + " – " + end
	}
	return first.Format("2") + "–" + end
}

// headline is what a document is called in a list: its title, or the start of
// its text when it has none.
func headline(s protocol.Summary) (text string, isTitle bool) {
	switch {
	case s.Title != "":
		return s.Title, true
	case s.Lead != "":
		return cut(s.Lead, leadLen), false
	}
	return s.Name, false
}

// leadLen is how much of a text stands for its headline: about one line.
const leadLen = 90

// cut shortens text to at most n bytes, between words.
func cut(text string, n int) string {
	if len(text) > n {
		end := strings.LastIndexByte(text[:n+1], ' ')
		for end < 0 && !utf8.RuneStart(text[n]) {
			n--
		}
		if end < 0 {
			end = n
		}
		text = text[:end]
	}
	return strings.TrimRight(text, " .,;:–—-") + " …"
}

// outlet is who published a document, or where it stands when that is not known:
// many sort what they keep into a folder for each outlet.
func outlet(s protocol.Summary) string {
	if s.Outlet != "" {
		return s.Outlet
	}
	return shorten(whereabouts(s.Name), whereLen)
}

const (
	// whereLen is how many characters of a path are shown beside other facts.
	whereLen = 60
	// amongLen is how many are shown among others: three fit into a row.
	amongLen = 36
)

// whereabouts is the folder and the file a name ends with: "harbour-gazette/storm.txt"
// of "sample.zip#harbour-gazette/storm.txt". The key of a record within a file,
// which is neither, stays with the file: "pile.mbox#12".
func whereabouts(name string) string {
	file, record := name, ""
	if i := strings.LastIndexByte(name, '#'); i >= 0 && strings.ContainsAny(name[i:], "./") {
		file = name[i+1:]
	} else if i >= 0 {
		file, record = name[:i], name[i:]
	}
	folder := strings.LastIndexByte(file, '/')
	if folder >= 0 {
		folder = strings.LastIndexByte(file[:folder], '/')
	}
	return file[folder+1:] + record
}

// shorten leaves out the middle of a path of more than n characters, and of its
// file rather than of its folder, which may be an outlet. The end of what is cut
// says more than its start, so it gets two thirds.
func shorten(path string, n int) string {
	if utf8.RuneCountInString(path) <= n {
		return path
	}
	file := strings.LastIndexByte(path, '/') + 1
	if folder := utf8.RuneCountInString(path[:file]); 0 < folder && folder <= n/2 {
		return path[:file] + shorten(path[file:], n-folder)
	}
	runes := []rune(path)
	start := (n - 1) / 3
	return string(runes[:start]) + "…" + string(runes[len(runes)-(n-1-start):])
}

// fileName is the last part of a path.
func fileName(path string) string {
	return path[strings.LastIndexByte(path, '/')+1:]
}

// facts joins what is not empty with middle dots.
func facts(parts ...string) string {
	kept := parts[:0:0]
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, " · ")
}
