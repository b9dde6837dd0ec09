package table

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// bodyFirst puts the choice of the text before all others: a first paragraph is
// the text where nothing longer stands, whatever else its name says.
const bodyFirst = 1000

// suit is a column's claim to a field.
type suit struct {
	column int
	field  string
	score  int
	why    string
}

// columns maps what was surveyed: the strongest claim first, one column to a
// field. Without names only the values speak.
func (s *survey) columns(names bool) []Column {
	out := make([]Column, len(s.names))
	var suits []suit
	for i, name := range s.names {
		out[i].Name = name
		suits = s.claims(suits, i, names)
		switch st := &s.stats[i]; {
		case st.dayFirst > 0 && st.monthFirst == 0:
			out[i].Order = DayFirst
		case st.monthFirst > 0 && st.dayFirst == 0:
			out[i].Order = MonthFirst
		}
		if isIn(crawlNames, foldName(name)) {
			out[i].Why = "the day it was collected, not published"
		}
	}
	slices.SortStableFunc(suits, func(a, b suit) int { return cmp.Compare(b.score, a.score) })
	taken := map[string]bool{}
	for _, u := range suits {
		if !taken[u.field] && out[u.column].Field == Ignored {
			taken[u.field] = true
			out[u.column].Field, out[u.column].Why = u.field, u.why
		}
	}
	return out
}

// claims adds every field that column i could be.
func (s *survey) claims(suits []suit, i int, names bool) []suit {
	st, name := &s.stats[i], s.names[i]
	beside, crawl := hasBeside(name), isIn(crawlNames, foldName(name))
	for _, field := range Fields() {
		if field == Ignored || !st.allows(field) {
			continue
		}
		named := 0
		if names {
			named = nameScore(name, field)
		}
		if field == Outlet && named < sureName && !st.most(st.hosts, 70) {
			named = 0 // "domain" is an address, or some other domain
		}
		if named == 0 && (beside || crawl) {
			continue
		}
		value, why := st.value(field, names && !strings.HasPrefix(name, unnamed))
		if named > 0 || value > 0 {
			suits = append(suits, st.suit(suit{i, field, value - strings.Count(name, "."), why}, named))
		}
	}
	return suits
}

// suit adds to a claim by the values what the name is worth.
func (s *stats) suit(u suit, named int) suit {
	u.score += 10 * named
	if u.field == Body {
		u.score += bodyFirst
	}
	switch {
	case s.filled == 0:
		u.score -= 30
		u.why = "its name; no value among the first records"
	case named > 0 && u.why != "":
		u.why = "its name, " + u.why
	case named > 0:
		u.why = "its name"
	}
	return u
}

func hasBeside(name string) bool {
	for p := range strings.SplitSeq(name, ".") {
		if isIn(besideNames, foldName(p)) {
			return true
		}
	}
	return false
}

// allows reports that the values do not speak against a field.
func (s *stats) allows(field string) bool {
	n := s.average()
	if s.filled == 0 {
		return true
	}
	switch field {
	case Body:
		return s.most(s.prose, 30) && !s.most(s.urls, 50)
	case Title:
		return n >= 2 && n <= 300 && !s.most(s.numbers, 50) && !s.most(s.urls, 50) && !s.most(s.dates, 80)
	case Subtitle:
		return n >= 10 && !s.most(s.numbers, 50) && !s.most(s.urls, 50)
	case Date, Modified:
		return s.most(s.dates, 50)
	case Byline, Contributors, Agency, Section:
		return n <= 160 && !s.most(s.urls, 30) && !s.most(s.numbers, 50)
	case Outlet:
		return n <= 100 && !s.most(s.numbers, 50)
	case URL:
		return s.most(s.urls, 50)
	case Lang:
		return s.most(s.langs, 70)
	}
	return n <= 160
}

// value is what the values alone are worth to a field, and why.
func (s *stats) value(field string, named bool) (int, string) {
	n := s.average()
	switch field {
	case Body:
		switch {
		case !s.most(s.prose, 50) || n < 80:
			return 0, ""
		case n < 200:
			return 15, "running text"
		}
		return min(60, 40+n/100), "running text of " + strconv.Itoa(n) + " bytes on average"
	case Date:
		if s.most(s.dates, 80) {
			return 30, "dates"
		}
	case URL:
		if s.most(s.urls, 80) {
			return 30, "web addresses"
		}
	case Lang:
		if !named && s.most(s.langs, 90) {
			return 30, "codes of languages"
		}
	case Title:
		if !named && n >= 15 && n <= 200 && len(s.distinct)*10 >= s.filled*8 && !s.most(s.dates, 30) && !s.most(s.urls, 10) && s.bytes > 0 {
			return 20, "short texts that differ"
		}
	}
	return 0, ""
}
