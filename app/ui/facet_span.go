package ui

import (
	"strconv"
	"time"

	"clippings/wasm/protocol"
)

// bar is some days in a row and how many documents are of them.
type bar struct {
	from, to  int32 // days since 1970-01-01, inclusive
	documents uint64
}

// mostBars fit beside the hits; then longer spans of time become one.
const mostBars = 60

// spanUnit is what one bar stands for. Years of a unit are n years in a row.
type spanUnit struct {
	kind  byte // 'd', 'w', 'm', 'y'
	years int
}

var spanUnits = []spanUnit{{'d', 0}, {'w', 0}, {'m', 0}, {'y', 1}, {'y', 10}, {'y', 100}, {'y', 1000}}

const secondsPerDay = 24 * 60 * 60

func dayTime(day int32) time.Time { return time.Unix(int64(day)*secondsPerDay, 0).UTC() }

// dayAt counts the days to a midnight: no fraction is cut off, before 1970 either.
func dayAt(year int, month time.Month, day int) int32 {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix()
	return int32(t / secondsPerDay)
}

// start is the first day of the unit that a day is in.
func (u spanUnit) start(day int32) int32 {
	t := dayTime(day)
	switch u.kind {
	case 'w': // 1970-01-01 was a Thursday; a week begins on Monday
		return day - ((day+3)%7+7)%7
	case 'm':
		return dayAt(t.Year(), t.Month(), 1)
	case 'y':
		return dayAt(t.Year()-t.Year()%u.years, 1, 1)
	}
	return day
}

// next is the first day of the unit after the one that begins on a day.
func (u spanUnit) next(start int32) int32 {
	t := dayTime(start)
	switch u.kind {
	case 'w':
		return start + 7
	case 'm':
		return dayAt(t.Year(), t.Month()+1, 1)
	case 'y':
		return dayAt(t.Year()+u.years, 1, 1)
	}
	return start + 1
}

// unitFor is the shortest unit of which a span has at most mostBars.
func unitFor(first, last int32) spanUnit {
	for _, u := range spanUnits[:len(spanUnits)-1] {
		n := 0
		for day := u.start(first); day <= last && n <= mostBars; day = u.next(day) {
			n++
		}
		if n <= mostBars {
			return u
		}
	}
	return spanUnits[len(spanUnits)-1]
}

// barsOf sums days up in at most mostBars bars without gaps. Days are sorted.
func barsOf(days []protocol.DayCount) []bar {
	if len(days) == 0 {
		return nil
	}
	first, last := days[0].Day, days[len(days)-1].Day
	u := unitFor(first, last)
	var bars []bar
	i := 0
	for day := u.start(first); day <= last && len(bars) < mostBars; {
		next := u.next(day)
		b := bar{from: day, to: next - 1}
		for ; i < len(days) && days[i].Day < next; i++ {
			b.documents += days[i].Documents
		}
		bars = append(bars, b)
		day = next
	}
	return bars
}

// name says which days a bar stands for: "3 Jul 2025", "3–9 Mar 2025", "Mar 2025",
// "2025", "1980–1989".
func (b bar) name() string {
	from, to := dayTime(b.from), dayTime(b.to)
	switch {
	case b.from == b.to:
		return from.Format("2 Jan 2006")
	case from.Day() != 1 || dayTime(b.to+1).Day() != 1:
		return days([]string{isoDay(b.from), isoDay(b.to)})
	case from.Year() == to.Year() && from.Month() == to.Month():
		return from.Format("Jan 2006")
	case from.YearDay() == 1 && dayTime(b.to+1).YearDay() == 1 && from.Year() == to.Year():
		return strconv.Itoa(from.Year())
	case from.YearDay() == 1 && dayTime(b.to+1).YearDay() == 1:
		return strconv.Itoa(from.Year()) + "–" + strconv.Itoa(to.Year())
	}
	return from.Format("Jan 2006") + " – " + to.Format("Jan 2006")
}

func isoDay(day int32) string { return dayTime(day).Format("2006-01-02") }

// across is the span of several bars as one.
func across(bars []bar) bar {
	b := bar{from: bars[0].from, to: bars[len(bars)-1].to}
	for i := range bars {
		b.documents += bars[i].documents
	}
	return b
}

// dateText is the filter for the days of a bar.
func (b bar) dateText() string {
	if b.from == b.to {
		return "date:" + isoDay(b.from)
	}
	return "date:" + isoDay(b.from) + ".." + isoDay(b.to)
}

// chooseDates is the address with the dates of a filter in the place of those it
// has.
func chooseDates(at address, filters []protocol.QueryFilter, part string) address {
	for i := len(filters) - 1; i >= 0; i-- { // from the end, so that the others stay where they stand
		if filters[i].Field == "date" && !filters[i].Not {
			at.query = cutOut(at.query, filters[i].Span)
		}
	}
	if at.view == viewStories {
		for _, c := range lockedChips(at.within) {
			if c.isDate() {
				at.within = replacePart(at.within, c.part, "")
			}
		}
	}
	return at.with(part)
}

// isDate reports whether the chip asks for dates.
func (c chip) isDate() bool { return c.field == "date" && !c.not }
