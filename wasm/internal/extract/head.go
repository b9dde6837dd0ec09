package extract

import (
	"strings"

	"clippings/wasm/protocol"
)

const (
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
