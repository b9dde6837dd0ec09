package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"clippings/wasm/protocol"
)

// readLines reads bylines, dates, datelines, slugs and credits off the lines
// that are no furniture. A caption is evidence of nothing.
func (p *page) readLines() {
	for i := range p.lines {
		l := &p.lines[i]
		if l.role == protocol.RoleFurniture || l.role == protocol.RoleRepeat || l.role == protocol.RoleCaption {
			continue
		}
		switch {
		case l.kind == kindByline && l.role == protocol.RoleByline:
			p.bylineFacts(i)
		case l.kind == kindSignoff:
			p.signoffFacts(i)
		case l.kind == kindDate && l.role == protocol.RoleDate:
			p.dateFacts(i)
		case l.kind == kindSlug && l.role == protocol.RoleDateline:
			p.slugFacts(i)
		case l.kind == kindContrib || l.kind == kindRights:
			if code := longAgencyIn(l.text); code != "" && !namesPicture(l.text) {
				p.lineFact(i, 0, len(l.text), protocol.Fact{Field: "agency", Value: code, Rule: "credit"})
			}
		case l.role == protocol.RoleLabel && i < p.title:
			p.sectionFact(i)
		}
	}
	p.datelineFacts()
	p.creditFacts()
	p.contributorFacts()
}

func (p *page) bylineFacts(i int) {
	text := p.lines[i].text
	b, ok := parseByline(text)
	if !ok {
		b = byline{rule: "author element"}
		b.readNames(cutTail(cutDay(text)), true)
	}
	for _, name := range b.names {
		p.lineFact(i, 0, len(text), protocol.Fact{Field: "byline", Value: name, Rule: b.rule})
	}
	if b.agency != "" {
		p.lineFact(i, 0, len(text), protocol.Fact{Field: "agency", Value: b.agency, Rule: b.rule})
	}
	if b.date.value != "" {
		rule := "posted line"
		if b.rule == "forum post" {
			rule = b.rule
		}
		p.dateFact(i, 0, b.date, protocol.Fact{Field: "date", Rule: rule})
	}
}

func (p *page) signoffFacts(i int) {
	text := p.lines[i].text
	at := strings.LastIndexByte(text, ',')
	p.lineFact(i, 0, len(text), protocol.Fact{Field: "agency", Value: agencyNamed(text[at+1:]), Rule: "sign-off"})
	for _, name := range splitNames(text[:at]) {
		p.lineFact(i, 0, len(text), protocol.Fact{Field: "byline", Value: titleName(name), Rule: "sign-off"})
	}
}

// dateFacts reads each date of a line, "modified" after a word that says so.
func (p *page) dateFacts(i int) {
	text := p.lines[i].text
	for at := 0; at < len(text); {
		st, ok := findDate(text[at:])
		if !ok {
			return
		}
		field, rule := "date", "date line"
		for k := at; k < at+st.start; k++ {
			if k > 0 && isLetterByte(text[k-1]) {
				continue
			}
			if w, ok := dateWordAt(text[k:]); ok {
				field, rule = "date", "posted line"
				if w.modified {
					field, rule = "modified", "updated line"
				}
				break
			}
		}
		p.dateFact(i, at, st, protocol.Fact{Field: field, Rule: rule})
		at += st.end
	}
}

func (p *page) slugFacts(i int) {
	s := parseSlug(p.lines[i].text)
	for k, f := range [...]protocol.Fact{1: {Field: "outlet", Value: s.outlet}, 2: {Field: "dateline", Value: s.city}, 3: {Field: "byline", Value: s.author}} {
		if f.Value != "" {
			f.Rule = "slug line"
			p.lineFact(i, s.span[k][0], s.span[k][1], f)
		}
	}
}

// datelineFacts reads the dateline of the article's first lines.
func (p *page) datelineFacts() {
	seen := 0
	for i := p.lo; i < p.hi && seen < 3; i++ {
		l := &p.lines[i]
		if l.role != protocol.RoleBody {
			continue
		}
		seen++
		d, ok := parseDateline(l.text)
		if !ok {
			continue
		}
		if d.city != "" {
			p.lineFact(i, 0, d.end, protocol.Fact{Field: "dateline", Value: d.city, Rule: "dateline"})
		}
		if d.agency != "" {
			p.lineFact(i, 0, d.end, protocol.Fact{Field: "agency", Value: d.agency, Rule: "dateline"})
		}
		if st, ok := findDate(l.text[:d.end]); ok {
			p.dateFact(i, 0, st, protocol.Fact{Field: "date", Rule: "dateline day"})
		}
		return
	}
}

// genericLabels stand above titles and name no section.
var genericLabels = []string{"top story", "top stories", "breaking news", "breaking", "featured", "latest", "latest news", "exclusive", "home", "news", "updated", "live", "headlines"}

// sectionFact reads the section off a label, two labels glued together apart:
// "Top StoryUS" is "Top Story" and "US".
func (p *page) sectionFact(i int) {
	text := p.lines[i].text
	start := 0
	for at := range text {
		if at > 0 && isGlued(text, at) && isGeneric(text[:at]) {
			start = at
		}
	}
	if isGeneric(text[start:]) {
		return
	}
	p.lineFact(i, start, len(text), protocol.Fact{Field: "section", Value: text[start:], Rule: "label above the title"})
}

// isGlued reports a capital right after a small letter.
func isGlued(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	return unicode.IsLower(before) && unicode.IsUpper(after)
}

func isGeneric(s string) bool {
	for _, g := range genericLabels {
		if strings.EqualFold(s, g) {
			return true
		}
	}
	return false
}
