package extract

import (
	"strings"
	"unicode/utf8"

	"clippings/wasm/protocol"
)

const (
	maxTitle   = 30  // words
	titleReach = 40  // lines before the article in which its title is sought
	minTitle   = 0.6 // score under which no line is the title
)

// canTitle reports a line that may be a headline by its form.
func (p *page) canTitle(i int) bool {
	l := &p.lines[i]
	if l.kind != kindNone || l.phrase || l.words < 2 || l.words > maxTitle || l.Hints&roomHints != 0 {
		return false
	}
	if l.wide > 0 && l.runes > 60 || strings.HasSuffix(l.text, ",") || namesDesk(l.text) {
		return false
	}
	last := l.text[len(l.text)-1]
	return l.end == endOpen || last == '?' || last == '!' || l.Hints&HintH1 != 0 || l.Hints&HintHeading != 0 && p.isKnown(l.text)
}

// namesDesk reports people and the organisation they write for: "Jane Roe, Northern
// News Service; Harbour Gazette".
func namesDesk(text string) bool {
	if strings.IndexByte(text, ',') < 0 {
		return false
	}
	desk := false
	for _, part := range splitNames(text) {
		if isOrganisation(part) {
			desk = true
		} else if !isName(part) {
			return false
		}
	}
	return desk
}

// findTitle picks the line that shares most with the lead, says most by its
// place, and comes first.
func (p *page) findTitle() {
	p.title, p.subtitle = -1, -1
	if p.headed() || p.hi == 0 || p.slugTitle() {
		return
	}
	best := 0.0
	for i := max(0, p.lo-titleReach); i < p.lo; i++ {
		if !p.canTitle(i) {
			continue
		}
		if s := p.titleScore(i); s > best {
			best, p.title = s, i
		}
	}
	best = p.titleInside(best)
	if best < minTitle {
		p.title = -1
	}
	p.preferHeadline()
}

// headed takes the title that a container gave, and the subtitle below it.
func (p *page) headed() bool {
	n := p.in.Headed
	if n == 0 || len(p.lines) < n {
		return false
	}
	p.title = 0
	if n > 1 {
		p.subtitle = 1
	}
	if p.lo = max(p.lo, n); p.hi <= p.lo {
		p.hi = 0 // no block of prose below it
	}
	return true
}

// judgeHeaded gives roles to the lines that headed took.
func (p *page) judgeHeaded() {
	for i := range min(p.in.Headed, len(p.lines)) {
		l := &p.lines[i]
		l.role, l.why, l.repeat = protocol.RoleTitle, "title given with the text", -1
		if i > 0 {
			l.role, l.why = protocol.RoleSubtitle, "subtitle given with the text"
		}
	}
}

// titleInside looks at the headings that the article begins with on a page:
// where nothing parts headline and prose, the headline was taken in with it. The
// article then begins after it.
func (p *page) titleInside(best float64) float64 {
	if p.in.Lines == nil {
		return best
	}
	for i := p.lo; i < p.hi; i++ {
		l := &p.lines[i]
		if l.Hints&(HintH1|HintHeading|HintTitle) == 0 {
			if l.isProse() {
				break
			}
			continue
		}
		if !p.canTitle(i) {
			continue
		}
		if s := p.titleScore(i); s > best && (l.Hints&HintH1 != 0 || p.sameAsKnown(l.text)) {
			best, p.title = s, i
		}
	}
	if p.title >= p.lo {
		p.lo = p.title + 1
	}
	return best
}

// preferHeadline gives the title to the line right above when both could be it:
// the second of two lines that stand together is the standfirst, which being
// longer shares more with the lead. A label above a title is shorter, a menu
// shares nothing. Markup tells the two apart by itself.
func (p *page) preferHeadline() {
	if p.in.Lines != nil {
		p.preferStart()
		return
	}
	i := p.title - 1
	if i < 0 || !p.canTitle(i) || p.lines[i].words <= maxLabel || p.lines[i+1].words < minSubtitle {
		return
	}
	if p.lead().share(p.lines[i].text) > 0 && p.titleScore(i) >= minTitle {
		p.title = i
	}
}

// preferStart gives the title to the line above which begins what the markup
// gives as title, if the other only goes on with it.
func (p *page) preferStart() {
	for i := p.title - 1; i >= max(0, p.title-3); i-- {
		l := &p.lines[i]
		if l.words < 3 || !p.canTitle(i) {
			continue
		}
		for _, f := range p.in.Known {
			if f.Field == "title" && len(f.Value) > len(l.text) && strings.HasPrefix(f.Value, l.text) && strings.HasSuffix(f.Value, p.lines[p.title].text) {
				p.title = i
				return
			}
		}
	}
}

// titleScore is about 1 for a headline and 0 for a line of a menu.
func (p *page) titleScore(i int) float64 {
	l := &p.lines[i]
	shared := p.lead().share(l.text)
	s := shared
	switch {
	case l.Hints&HintH1 != 0:
		s += 0.8
	case l.Hints&HintTitle != 0:
		s += 0.5
	}
	if l.Hints&HintH1 != 0 && isIssueTitle(l.text) {
		s += 0.5
	} else if p.in.Lines != nil && l.words <= 3 && shared <= 0.25 { // "Sports Wire": a section has nothing of the story
		s -= 0.5
	}
	if i == 0 || p.in.Lines == nil && i <= 1 {
		s += 0.4
	}
	if i+1 < len(p.lines) {
		switch p.lines[i+1].kind {
		case kindByline, kindDate, kindSlug:
			s += 0.3
		}
	}
	if i+1 == p.lo {
		s += 0.2
	} else if p.in.Lines != nil && shared > 0 && p.isOverByline(i) {
		s += 0.3
	}
	switch {
	case p.isAlone(i):
		s += 0.3
	case l.words < 3:
		s -= 0.4
	}
	if l.Links > 80 {
		s -= 0.3
	}
	switch {
	case !p.sameAsKnown(l.text):
	case p.in.Lines == nil || l.words > 3 || shared > 0 && p.isKnown(l.text):
		s += 1
	default: // "Gazette - Sports Wire": may be the section
		s += 0.5
	}
	return s
}

// isOverByline reports a line with nothing between it and the article but who
// wrote it and when.
func (p *page) isOverByline(i int) bool {
	if p.lines[i].words < 3 || p.lo-i > 4 {
		return false
	}
	for j := i + 1; j < p.lo; j++ {
		if k := p.lines[j].kind; k != kindByline && k != kindDate {
			return false
		}
	}
	return true
}

// isAlone reports the first line of a plain text with nothing between it and the
// article but who wrote it and when, one of them at least.
func (p *page) isAlone(i int) bool {
	if i != 0 || p.in.Lines != nil || p.lo < 2 {
		return false
	}
	for j := 1; j < p.lo; j++ {
		if k := p.lines[j].kind; k != kindByline && k != kindDate {
			return false
		}
	}
	return true
}

// slugTitle takes the title that a slug line repeats.
func (p *page) slugTitle() bool {
	for i := max(0, p.lo-titleReach); i < min(len(p.lines), p.lo+1); i++ {
		if p.lines[i].kind != kindSlug {
			continue
		}
		title := parseSlug(p.lines[i].text).title
		for j := i - 1; j >= 0; j-- {
			if strings.EqualFold(p.lines[j].text, title) {
				p.title = j
				return true
			}
		}
	}
	return false
}

// sameAsKnown reports whether the markup gives text as title.
func (p *page) sameAsKnown(text string) bool {
	for _, f := range p.in.Known {
		if f.Field == "title" && isPartOf(text, f.Value) {
			return true
		}
	}
	return false
}

// isPartOf reports a line that is a title as markup gives it, case aside, or a
// good part of it, or a smaller one that stands between the marks which set off
// names of outlets and sections: "Outlet - Section - Line".
func isPartOf(text, title string) bool {
	if len(text) > len(title) || len(text) == 0 {
		return false
	}
	i := strings.Index(title, text)
	if i < 0 {
		if !strings.EqualFold(title[:len(text)], text) {
			return false
		}
		i = 0
	}
	if len(text)*3 > len(title) {
		return true
	}
	return strings.Count(text, " ") >= 2 && isSetOff(title, i, i+len(text))
}

// titleMarks set off the parts of a page's title.
const titleMarks = "|:-–—»«·/_>•~"

// isSetOff reports whether one of the marks, or nothing, stands on both sides of
// title[start:end].
func isSetOff(title string, start, end int) bool {
	before, after := strings.TrimRight(title[:start], " \u00a0"), strings.TrimLeft(title[end:], " \u00a0")
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	return (before == "" || strings.ContainsRune(titleMarks, last)) && (after == "" || strings.ContainsRune(titleMarks+"(", first))
}

// isKnown reports whether the markup gives exactly text as title.
func (p *page) isKnown(text string) bool {
	for _, f := range p.in.Known {
		if f.Field == "title" && strings.EqualFold(f.Value, text) {
			return true
		}
	}
	return false
}
