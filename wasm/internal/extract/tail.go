package extract

import "clippings/wasm/protocol"

// judgeTail gives roles to the lines after the article. Credits and sign-offs
// belong to it while nothing but them and end marks has come; the rest is
// furniture.
func (p *page) judgeTail() {
	near := true
	for i := p.hi; i < len(p.lines); i++ {
		l := &p.lines[i]
		l.role, l.why = protocol.RoleFurniture, "after the article"
		if i < p.others {
			l.why = "other stories"
			continue
		}
		if i < p.notes && l.kind == kindNone {
			l.why = "note below the article"
			continue
		}
		if !near || p.hi == 0 {
			continue
		}
		switch l.kind {
		case kindEndMark:
			l.why = "no words"
		case kindMarkup:
			l.why = "markup"
		case kindContrib:
			l.role, l.why = protocol.RoleCredit, "contributors"
		case kindRights:
			l.role, l.why = protocol.RoleCredit, "rights note"
		case kindSignoff, kindByline:
			l.role, l.why = protocol.RoleByline, "byline form"
		case kindCaption:
			l.role, l.why = protocol.RoleCaption, "caption form"
		case kindDate:
			l.role, l.why = protocol.RoleDate, "date form"
		case kindField, kindFieldText:
			l.why = "form field"
		default:
			near = false
			if l.phrase {
				l.why = "furniture phrase"
			}
		}
	}
}

// judgeRepeats gives the second printing of a passage its role: RoleRepeat for
// every line of it if most of what it repeats is article, and furniture for what
// was inserted, which is advertising. A second printing of furniture stays
// furniture.
func (p *page) judgeRepeats() {
	for _, run := range p.printings {
		article, all := int32(0), int32(0)
		for _, l := range p.lines[run.lo:run.hi] {
			if l.repeat >= 0 {
				all += l.words
				if p.lines[l.repeat].role.IsArticle() {
					article += l.words
				}
			}
		}
		if article*2 <= all {
			continue
		}
		for i := run.lo; i < run.hi; i++ {
			l := &p.lines[i]
			switch {
			case l.repeat >= 0:
				l.role, l.why = protocol.RoleRepeat, "printed above"
			case i >= p.lo && i < p.hi && l.score > 0 && p.in.Lines != nil:
				// the head of a page is printed twice, the article after the second time
			default:
				l.role, l.why = protocol.RoleFurniture, "between repeated lines"
			}
		}
	}
}
