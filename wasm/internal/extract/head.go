package extract

import (
	"strings"

	"clippings/wasm/protocol"
)

const (
	maxTitle    = 30  // words
	titleReach  = 40  // lines before the article in which its title is sought
	maxLabel    = 4   // words
	minSubtitle = 6   // words
	maxSubtitle = 35  // words: a longer one is the lead
	minLead     = 18  // words
	leadReach   = 10  // lines after the title in which the lead is sought
	pullReach   = 300 // score below zero that may stand between a lead and the rest: thirty labels
)

// pullUp takes in the lead: prose right after the title that a box of other
// stories or a row of buttons parts from the rest. What parts them is furniture.
func (p *page) pullUp() {
	if p.title < 0 {
		return
	}
	lead := -1
	for i := p.title + 1; i < min(p.lo, p.title+leadReach); i++ {
		if l := &p.lines[i]; l.score > 0 && l.words >= minLead {
			lead = i
			break
		}
	}
	if lead < 0 {
		return
	}
	between, last := int32(0), lead
	for i := lead; i < p.lo; i++ {
		l := &p.lines[i]
		if l.score > 0 {
			last = i
			continue
		}
		if between += l.score; between < -pullReach {
			return
		}
	}
	if p.lo-last > 2 {
		for i := last + 1; i < p.lo; i++ {
			p.lines[i].score = min(p.lines[i].score, dropScore)
		}
	}
	p.lo = lead
}

// judgeHead gives roles to the lines before the article.
func (p *page) judgeHead() {
	if p.hi == 0 {
		p.allBody()
		return
	}
	for i := 0; i < p.lo; i++ {
		l := &p.lines[i]
		l.role, l.why = protocol.RoleFurniture, "before the article"
		if l.kind == kindMarkup {
			l.why = "markup"
		}
		if i == p.title {
			l.role, l.why = protocol.RoleTitle, "title before prose"
		}
	}
	from := p.title + 1
	if p.title < 0 {
		from = max(0, p.lo-6)
	}
	p.judgeBetween(from)
	p.judgeLabels()
}

// allBody is for a text without one line of prose, a note or a list: all of it
// is the article but what is surely not.
func (p *page) allBody() {
	p.hi = len(p.lines)
	if len(p.lines) > 1 && p.canTitle(0) && p.lines[0].gap && p.lines[1].gap {
		p.title, p.lo = 0, 1
		p.lines[0].role, p.lines[0].why = protocol.RoleTitle, "first line"
	}
	for i := p.lo; i < p.hi; i++ {
		l := &p.lines[i]
		if l.role, l.why = p.roleInside(i); l.role == protocol.RoleFurniture && l.kind == kindNone && !l.phrase && l.Hints == 0 {
			l.role, l.why = protocol.RoleBody, ""
		}
	}
}

// canTitle reports a line that may be a headline by its form.
func (p *page) canTitle(i int) bool {
	l := &p.lines[i]
	if l.kind != kindNone || l.phrase || l.words < 2 || l.words > maxTitle || l.Hints&roomHints != 0 {
		return false
	}
	if l.wide > 0 && l.runes > 60 {
		return false
	}
	last := l.text[len(l.text)-1]
	return l.end == endOpen || last == '?' || last == '!' || l.Hints&HintH1 != 0
}

// findTitle picks the line that shares most with the lead, says most by its
// place, and comes first.
func (p *page) findTitle() {
	p.title, p.subtitle = -1, -1
	if p.hi == 0 || p.slugTitle() {
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
	if best < minTitle {
		p.title = -1
	}
	p.preferHeadline()
}

// minTitle is the score under which no line is the title.
const minTitle = 0.6

// preferHeadline gives the title to the line right above when both could be it:
// the second of two lines that stand together is the standfirst, which being
// longer shares more with the lead. A label above a title is shorter, a menu
// shares nothing. Markup tells the two apart by itself.
func (p *page) preferHeadline() {
	i := p.title - 1
	if p.in.Lines != nil || i < 0 || !p.canTitle(i) || p.lines[i].words <= maxLabel || p.lines[i+1].words < minSubtitle {
		return
	}
	if p.lead().share(p.lines[i].text) > 0 && p.titleScore(i) >= minTitle {
		p.title = i
	}
}

// titleScore is about 1 for a headline and 0 for a line of a menu.
func (p *page) titleScore(i int) float64 {
	l := &p.lines[i]
	s := p.lead().share(l.text)
	switch {
	case l.Hints&HintH1 != 0:
		s += 0.8
	case l.Hints&HintTitle != 0:
		s += 0.5
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
	if p.sameAsKnown(l.text) {
		s += 1
	}
	return s
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
		if f.Field == "title" && strings.Contains(f.Value, text) && len(text)*3 > len(f.Value) {
			return true
		}
	}
	return false
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

// judgeBetween gives roles to the lines from the title to the article.
func (p *page) judgeBetween(from int) {
	for i := from; i < p.lo; i++ {
		l := &p.lines[i]
		switch l.kind {
		case kindByline, kindSignoff:
			l.role, l.why = protocol.RoleByline, "byline form"
			continue
		case kindDate:
			l.role, l.why = protocol.RoleDate, "date form"
			continue
		case kindCaption:
			l.role, l.why = protocol.RoleCaption, "caption form"
			continue
		case kindSlug:
			l.role, l.why = protocol.RoleDateline, "slug line"
			continue
		case kindContrib, kindRights:
			l.role, l.why = protocol.RoleCredit, "rights note"
			continue
		}
		if p.title < 0 || l.kind == kindAge || l.kind == kindEndMark || l.kind == kindMarkup || l.kind == kindField || l.kind == kindFieldText || l.phrase ||
			l.Hints&roomHints != 0 || l.Links > 50 {
			continue
		}
		p.judgeStandfirst(i)
	}
}

// judgeStandfirst gives a role to a line of no kind between title and article.
func (p *page) judgeStandfirst(i int) {
	l := &p.lines[i]
	switch {
	case l.kind == kindBullet:
		l.role, l.why = protocol.RoleBullet, "list mark"
	case l.words <= maxLabel && l.end != endSentence:
		l.role, l.why = protocol.RoleLabel, "short line before prose"
	case l.words >= minSubtitle && l.words <= maxSubtitle && p.subtitle < 0:
		p.subtitle = i
		l.role, l.why = protocol.RoleSubtitle, "second line before prose"
	}
}

// judgeLabels marks the section names that stand right above a title at the
// very top of a plain file.
func (p *page) judgeLabels() {
	if p.in.Lines != nil || p.title < 1 || p.title > 2 {
		return
	}
	for i := 0; i < p.title; i++ {
		l := &p.lines[i]
		if l.words <= maxLabel && l.kind == kindNone && l.end == endOpen && !isMenuWord(l.text) {
			l.role, l.why = protocol.RoleLabel, "label above the title"
		}
	}
}

func isMenuWord(t string) bool {
	switch strings.ToLower(t) {
	case "menu", "home", "search", "close", "login", "log in", "sign in", "subscribe", "share", "print":
		return true
	}
	return false
}
