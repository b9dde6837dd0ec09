package extract

import (
	"strings"
	"unicode/utf8"

	"clippings/wasm/protocol"
)

// titleDate reads the day that the title is of: "Evening news (20250703)",
// "Morning briefing – 3 July 2025", "News of 2025-07-03". A first heading that is
// not the title counts too: an issue of several stories is headed so. What the
// article itself or its page states comes before it.
func (p *page) titleDate() {
	if best := p.bestTitle(); best != nil {
		value, span := best.Value, best.Span
		if st, ok := dayOfTitle(value); ok {
			if int(span.Len()) != len(value) {
				span, st.start, st.end = protocol.Span{}, 0, 0
			}
			p.addTitleDate(st, span.Start)
			return
		}
	}
	for i := 0; i < min(p.lo, titleReach); i++ {
		if l := &p.lines[i]; l.Hints&HintH1 != 0 && l.Hints&roomHints == 0 && l.runes > 0 {
			if st, ok := dayOfTitle(l.text); ok && i != p.title {
				p.addTitleDate(st, l.Span.Start)
			}
			return
		}
	}
}

// addTitleDate adds the day of a title whose text begins at base.
func (p *page) addTitleDate(st stamp, base uint32) {
	f := protocol.Fact{Field: "date", Value: st.value, Rule: "title"}
	if st.end > st.start {
		f.Span = protocol.Span{Start: base + uint32(st.start), End: base + uint32(st.end)}
	}
	p.addFact(f)
	p.facts[len(p.facts)-1].swapped = st.swapped
}

// bestTitle is the fact that the document's title will be of, nil if there is
// none.
func (p *page) bestTitle() *rankedFact {
	var best *rankedFact
	for i := range p.facts {
		if f := &p.facts[i]; f.Field == "title" && f.rank < rankUnused && (best == nil || f.rank < best.rank) {
			best = f
		}
	}
	return best
}

// dayOfTitle is the day that a title begins or ends with and that is set off from
// its words, or written as names of issues are, year first in digits. A day among
// the words is what the story is about: "The vote of 3 July 2025 is void". So may
// be one before firstWebYear: an anniversary's is seen more often than that of a
// scanned page. Two days are a stretch of time, and a month or a year is no day.
func dayOfTitle(title string) (stamp, bool) {
	st, ok := findDate(title)
	if !ok {
		return stamp{}, false
	}
	if year, _ := number(st.value, 0); year < firstWebYear {
		return stamp{}, false
	}
	if _, more := findDate(title[st.end:]); more {
		return stamp{}, false
	}
	before, after := strings.TrimSpace(title[:st.start]), strings.TrimSpace(title[st.end:])
	if before != "" && after != "" && !isBracketed(before, after) {
		return stamp{}, false
	}
	if before == "" && after == "" {
		return st, true
	}
	return st, isSetOffDay(before, after) || isIssueDay(title[st.start:st.end]) && !pointsAtDay(before)
}

// isIssueTitle reports a title that names an issue with its day: what stands below
// it is of many stories, and it shares no word with them.
func isIssueTitle(title string) bool {
	_, ok := dayOfTitle(title)
	return ok
}

// isBracketed reports the opening bracket that ends before and the closing one
// that after is.
func isBracketed(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, size := utf8.DecodeRuneInString(after)
	if !strings.ContainsRune("([（【〔［", last) || !strings.ContainsRune(")]）】〕］", first) {
		return false
	}
	return len(after) == size || strings.TrimRight(before, "([（【〔［") == ""
}

// isSetOffDay reports a mark between a day and the title's words before or after
// it, with at most the day of the week on the day's side of it.
func isSetOffDay(before, after string) bool {
	if before == "" {
		first, _ := utf8.DecodeRuneInString(after)
		return strings.ContainsRune(titleMarks+"，,：", first)
	}
	if i := strings.LastIndexByte(strings.TrimRight(before, " ,"), ' '); i >= 0 && weekdayIn(before[i:]) >= 0 {
		before = strings.TrimSpace(before[:i])
	}
	last, size := utf8.DecodeLastRuneInString(before)
	if !strings.ContainsRune(titleMarks+",，：([（【〔［", last) {
		return false
	}
	rest := strings.TrimSpace(before[:len(before)-size])
	return rest == "" || !isDigit(rest[len(rest)-1]) // "1 – 3 July 2025" is three days
}

// isIssueDay reports a day in digits with the year first, which no headline would
// speak of: 20250703, 2025-07-03.
func isIssueDay(day string) bool {
	if _, end := number(day, 0); end != len("2025") && end != len("20250703") {
		return false
	}
	for i := 0; i < len(day); i++ {
		if day[i] >= utf8.RuneSelf || isLetterByte(day[i]) && day[i] != 'T' && day[i] != 'Z' {
			return false
		}
	}
	return true
}

// pointsAtDay reports a word before a day that makes it the day of something
// else than the news.
func pointsAtDay(before string) bool {
	last := strings.ToLower(before[strings.LastIndexByte(before, ' ')+1:])
	return isOneOf(last, "until till by before after since from to due bis seit nach vor ab depuis avant après hasta desde")
}
