package extract

import (
	"strings"

	"clippings/wasm/protocol"
)

// dateFact is a date that stands in line i, its stamp counted from at.
func (p *page) dateFact(i, at int, st stamp, f protocol.Fact) {
	f.Value = st.value
	p.lineFact(i, at+st.start, at+st.end, f)
	if st.swapped != "" {
		last := &p.facts[len(p.facts)-1]
		last.swapped = st.swapped
		last.half = hasSuffixFold(strings.TrimRight(p.lines[i].text[at+st.start:at+st.end], "."), "m")
	}
}

// guessedOrder marks the rule of a date whose day and month could be either.
const guessedOrder = ", order of day and month guessed"

// guessOrder decides for all dates such as 07/03/2025 what they are, and marks
// them as guesses. The month comes first if another date of the text is certainly
// so, or if the text is English and has "AM" or "PM" beside the date or comes from
// an agency of the United States.
func (p *page) guessOrder() {
	order, english, american, known := 0, false, false, false
	for i := range p.facts {
		f := &p.facts[i]
		if f.swapped == "" {
			continue
		}
		if !known {
			order, english, american, known = p.orderSeen(), p.language() == "en", p.isAmerican(), true
		}
		if order > 0 || order == 0 && english && (american || f.half) {
			f.Value = f.swapped
		}
		f.Rule += guessedOrder
		w := weightOf(&f.Fact)
		f.rank, f.Trust = int(w.rank), w.trust
	}
}

// isAmerican reports that an agency of the United States is credited.
func (p *page) isAmerican() bool {
	for i := range p.facts {
		if f := &p.facts[i]; f.Field == "agency" && (f.Value == "AP" || f.Value == "UPI") {
			return true
		}
	}
	return false
}

func hasSuffixFold(s, lower string) bool {
	return len(s) >= len(lower) && strings.EqualFold(s[len(s)-len(lower):], lower)
}

// orderReach is how many bytes of a text are searched for dates that show the
// order of day and month.
const orderReach = 64 << 10

// orderSeen is 1 if a date in the text has its month first for certain, -1 if one
// has its day first, 0 if there is none.
func (p *page) orderSeen() int {
	text := p.doc.Text[:min(len(p.doc.Text), orderReach)]
	for at := 0; ; {
		i := strings.IndexByte(text[at:], '/')
		if i < 0 {
			return 0
		}
		i += at
		at = i + 1
		start := i
		for start > 0 && isDigit(text[start-1]) && i-start < 2 {
			start--
		}
		if start == i || start > 0 && (isDigit(text[start-1]) || text[start-1] == '/') {
			continue
		}
		st, ok := numericDate(text, start)
		if !ok || st.swapped != "" {
			continue
		}
		if a, _ := number(text, start); a > 12 {
			return -1
		} else if b, _ := number(text, i+1); b > 12 {
			return 1
		}
	}
}

// isDateField reports a field that holds a date.
func isDateField(field string) bool { return field == "date" || field == "modified" }

// knownDate adds the date of a container's or markup's fact in the form of its
// field. One that is no date keeps its words and comes last, unused.
func (p *page) knownDate(f protocol.Fact) {
	st, ok := findDate(f.Value)
	if ok {
		f.Value = st.value
	}
	p.addFact(f)
	p.facts[len(p.facts)-1].swapped = st.swapped
}

// isDate reports a value in the form of a date.
func isDate(value string) bool {
	return len(value) >= len("2025-07-03") && isDigit(value[0]) && ParseDate(value) == value
}

// inferDate looks for a date where nothing states one: in the web address, in the
// file's name, and then among the days that the article names.
func (p *page) inferDate() {
	url := p.doc.URL
	for i := range p.facts {
		f := &p.facts[i]
		if f.Field == "date" && f.rank < rankUnused {
			return
		}
		if f.Field == "url" && url == "" {
			url = f.Value
		}
	}
	if date := urlDate(url); date != "" {
		p.addFact(protocol.Fact{Field: "date", Value: date, Rule: "url"})
		return
	}
	for _, f := range p.in.Known {
		if f.Field == "date" && f.Rule == FileNameRule {
			p.addFact(f)
			return
		}
	}
	p.dayFact()
}

// urlDate is the day in a path such as /2025/07/03/ or /20250703- or
// -2025-07-03.html, "" if there is none.
func urlDate(url string) string {
	i := strings.Index(url, "://")
	if i < 0 {
		return ""
	}
	path := url[i+len("://"):]
	for at := strings.IndexByte(path, '/'); at >= 0 && at < len(path); at++ {
		if !isDigit(path[at]) || at > 0 && isDigit(path[at-1]) {
			continue
		}
		n, end := number(path, at)
		if end < len(path) && isLetterByte(path[end]) {
			continue
		}
		switch end - at {
		case 4:
			if st, ok := isoDate(path, at, n); ok && isWebYear(n) {
				return st.value
			}
		case 8:
			if st, ok := makeStamp(n/10000, n/100%100, n%100, at, end); ok && isWebYear(n/10000) {
				return st.value
			}
		}
	}
	return ""
}

// firstWebYear is the first in which a page could have been published.
const firstWebYear = 1991

// isWebYear reports a year of an address or a file's name. Thai years would be
// read from numbers that are none.
func isWebYear(year int) bool { return firstWebYear <= year && year <= maxYear }
