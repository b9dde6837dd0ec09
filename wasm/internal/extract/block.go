package extract

import (
	"strings"

	"clippings/wasm/protocol"
)

const (
	maxHeading  = 14  // words
	dropScore   = -12 // inside the article, a line at or under this is furniture
	shortPhrase = 10  // words: a furniture phrase in a shorter line is the whole line
	dropRepeat  = 8   // words: a shorter line may well be said twice
	maxUnder    = 3   // lines of furniture that make the heading above them theirs
)

// hintScore adds what the place on a page says to what the words say.
func hintScore(l *line) int32 {
	if l.Hints == 0 && l.Links == 0 {
		return 0
	}
	s := int32(0)
	if l.Links > 50 && !isAddress(l.text) {
		s -= l.words * int32(l.Links) / 100
		s -= 10
	}
	if l.Hints&HintTable != 0 {
		s -= 5
	}
	return s
}

// judgeBlock gives roles to the lines of the article's run.
// A heading over nothing but furniture is furniture.
func (p *page) judgeBlock() {
	furniture := maxUnder
	for i := p.hi - 1; i >= p.lo; i-- {
		l := &p.lines[i]
		l.role, l.why = p.roleInside(i)
		switch l.role {
		case protocol.RoleFurniture:
			furniture++
		case protocol.RoleHeading:
			if furniture >= maxUnder {
				l.role, l.why = protocol.RoleFurniture, "heading of furniture"
			}
		default:
			furniture = 0
		}
	}
}

// roleInside is the role of a line inside the run. The lines after it are
// judged already.
func (p *page) roleInside(i int) (protocol.Role, string) {
	l := &p.lines[i]
	switch l.kind {
	case kindAge:
		return protocol.RoleFurniture, "age or counter"
	case kindEndMark:
		return protocol.RoleFurniture, "no words"
	case kindCaption:
		return protocol.RoleCaption, "caption form"
	case kindMarkup:
		return protocol.RoleFurniture, "markup"
	case kindField, kindFieldText:
		return protocol.RoleFurniture, "form field"
	case kindByline, kindSignoff:
		return protocol.RoleByline, "byline form"
	case kindDate:
		return protocol.RoleDate, "date form"
	case kindContrib:
		return protocol.RoleCredit, "contributors"
	case kindRights:
		return protocol.RoleCredit, "rights note"
	case kindSlug:
		if i == p.lo {
			return protocol.RoleDateline, "slug line"
		}
	}
	switch {
	case l.Hints&roomHints != 0:
		return protocol.RoleFurniture, "place on the page"
	case l.phrase && l.words < shortPhrase:
		return protocol.RoleFurniture, "furniture phrase"
	case l.figures:
		return protocol.RoleBody, ""
	case l.score <= dropScore:
		return protocol.RoleFurniture, "line score"
	case l.repeat >= int32(p.lo) && l.words >= dropRepeat && !p.isRefrain(l):
		return protocol.RoleRepeat, "printed above"
	case l.Hints&(HintHeading|HintH1) != 0:
		return protocol.RoleHeading, "heading element"
	case l.Hints&HintQuote != 0:
		return protocol.RoleQuote, "block quotation"
	case l.kind == kindBullet:
		return protocol.RoleBullet, "list mark"
	case p.isHeading(i):
		return protocol.RoleHeading, "short line before prose"
	}
	return protocol.RoleBody, ""
}

// isHeading reports a short line without a full stop before a line of prose. A
// question is a heading if it is written as one, in capitals.
func (p *page) isHeading(i int) bool {
	l := &p.lines[i]
	if l.words > maxHeading || l.words == 0 || i+1 >= p.hi || i == p.lo || l.Hints&(HintList|HintPre|HintTable) != 0 {
		return false
	}
	if l.end == endSentence && (l.text[len(l.text)-1] == '.' || l.caps*3 < l.words*2) {
		return false
	}
	if l.end == endSentence && l.words < 3 || l.end == endColon && l.words > 4 {
		return false
	}
	for j := i + 1; j < p.hi && j < i+4; j++ {
		if next := &p.lines[j]; next.role == protocol.RoleBody || next.role == protocol.RoleQuote || next.role == protocol.RoleBullet {
			return next.isProse() || next.role != protocol.RoleBody
		}
	}
	return false
}

// isRefrain reports a line that stands in the same block of a page as its first
// printing: who wrote the block said it twice. What a page prints twice, pulled
// quotations and teasers, has a block of its own.
func (p *page) isRefrain(l *line) bool {
	nodes := p.in.Nodes
	return len(nodes) > 0 && nodes[l.Node].Parent == nodes[p.lines[l.repeat].Node].Parent
}

// isAddress reports a line that is the address of a page or of a mailbox.
func isAddress(t string) bool {
	return strings.IndexByte(t, ' ') < 0 && (strings.Contains(t, "://") || strings.IndexByte(t, '@') > 0)
}
