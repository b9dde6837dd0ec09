package extract

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/protocol"
)

// A rankedFact is a fact with the trust in its rule: lower is better.
type rankedFact struct {
	protocol.Fact
	rank int
}

// Ranks of the rules, by field. The markup's own statement comes before what is
// read from the text, a crawl prefix before a "Posted" line, a byline before a
// sign-off; see SCIENCE.md, section 1.
var ranks = map[string]int{
	"json-ld": 10, "front matter": 5, "og:title": 20, "meta": 30, "title line": 15, "title element": 40, "h1": 12,
	"crawl prefix": 25, "posted line": 30, "updated line": 30, "forum post": 28, "date line": 35, "dateline day": 60,
	"time element": 45, "url": 50,
	"by line": 32, "author line": 33, "slug line": 34, "sign-off": 50, "author element": 36,
	"dateline": 20, "credit": 40, "og:site_name": 20,
}

func rankOf(rule string) int {
	if r, ok := ranks[rule]; ok {
		return r
	}
	return 38 // other markup
}

func (p *page) addFact(f protocol.Fact) {
	p.facts = append(p.facts, rankedFact{f, rankOf(f.Rule)})
}

// lineFact is a fact that stands at [start, end) of line i.
func (p *page) lineFact(i, start, end int, f protocol.Fact) {
	base := int(p.lines[i].Span.Start)
	f.Span = protocol.Span{Start: uint32(base + start), End: uint32(base + end)}
	p.addFact(f)
}

// settle reads the facts off the judged lines and fills Meta and Facts.
func (p *page) settle() {
	p.readLines()
	for _, f := range p.in.Known {
		if f.Value != "" {
			p.addFact(f)
		}
	}
	p.titleFact()
	sort.SliceStable(p.facts, func(i, j int) bool {
		a, b := &p.facts[i], &p.facts[j]
		if a.Field != b.Field {
			return a.Field < b.Field
		}
		return a.rank < b.rank
	})
	p.preferTime()
	p.fillMeta()
	if p.doc.Lang == "" {
		p.doc.Lang = analysis.Language(p.sample())
	}
}

// sampleSize is enough text to tell a language by: some 200 words.
const sampleSize = 1200

// sample is the start of the article, or of the text where there is none.
func (p *page) sample() string {
	start := 0
	if p.lo < p.hi && p.hi <= len(p.lines) {
		start = int(p.lines[p.lo].Span.Start)
	}
	end := min(len(p.doc.Text), start+sampleSize)
	for end < len(p.doc.Text) && !utf8.RuneStart(p.doc.Text[end]) {
		end--
	}
	return p.doc.Text[start:end]
}

// titleFact adds the title and subtitle lines that were found.
func (p *page) titleFact() {
	if p.title >= 0 {
		l := &p.lines[p.title]
		rule := "title line"
		if l.Hints&HintH1 != 0 {
			rule = "h1"
		}
		if p.in.Lines != nil && rule == "title line" && !p.sameAsKnown(l.text) && p.knows("title") && !p.saysMore(l.text) {
			return
		}
		p.lineFact(p.title, 0, len(l.text), protocol.Fact{Field: "title", Value: l.text, Rule: rule})
	}
	if p.subtitle >= 0 {
		l := &p.lines[p.subtitle]
		p.lineFact(p.subtitle, 0, len(l.text), protocol.Fact{Field: "subtitle", Value: l.text, Rule: "second line before prose"})
	}
}

// saysMore reports whether text shares clearly more words with the article than
// the title that the markup gives, which may name the outlet alone.
func (p *page) saysMore(text string) bool {
	lead := p.lead()
	for _, f := range p.in.Known {
		if f.Field == "title" {
			return lead.share(text) > lead.share(f.Value)+0.3
		}
	}
	return true
}

func (p *page) knows(field string) bool {
	for _, f := range p.in.Known {
		if f.Field == field && f.Value != "" {
			return true
		}
	}
	return false
}

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
			if code := longAgencyIn(l.text); code != "" {
				p.lineFact(i, 0, len(l.text), protocol.Fact{Field: "agency", Value: code, Rule: "credit"})
			}
		case l.role == protocol.RoleLabel && i < p.title:
			p.sectionFact(i)
		}
	}
	p.datelineFacts()
}

func (p *page) bylineFacts(i int) {
	text := p.lines[i].text
	b, ok := parseByline(text)
	if !ok {
		b = byline{rule: "author element"}
		b.readNames(cutTail(text), true)
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
		p.lineFact(i, b.date.start, b.date.end, protocol.Fact{Field: "date", Value: b.date.value, Rule: rule})
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
		p.lineFact(i, at+st.start, at+st.end, protocol.Fact{Field: field, Value: st.value, Rule: rule})
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
			p.lineFact(i, st.start, st.end, protocol.Fact{Field: "date", Value: st.value, Rule: "dateline day"})
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

// preferTime puts the best fact that gives the same day with a time of day
// first, for the two dates.
func (p *page) preferTime() {
	for i := range p.facts {
		f := &p.facts[i]
		if i > 0 && p.facts[i-1].Field == f.Field || len(f.Value) != len("2025-07-03") {
			continue
		}
		for j := i + 1; j < len(p.facts) && p.facts[j].Field == f.Field; j++ {
			if strings.HasPrefix(p.facts[j].Value, f.Value+"T") {
				better := p.facts[j]
				copy(p.facts[i+1:j+1], p.facts[i:j])
				p.facts[i] = better
				break
			}
		}
	}
}

// fillMeta sets each field from its first fact; all names of the best rule make
// the byline.
func (p *page) fillMeta() {
	d := p.doc
	d.Facts = make([]protocol.Fact, 0, len(p.facts))
	fields := map[string]*string{
		"title": &d.Title, "subtitle": &d.Subtitle, "section": &d.Section, "date": &d.Date, "modified": &d.Modified,
		"agency": &d.Agency, "dateline": &d.Dateline, "outlet": &d.Outlet, "url": &d.URL, "lang": &d.Lang,
	}
	rule := ""
	for _, f := range p.facts {
		d.Facts = append(d.Facts, f.Fact)
		if f.Field == "byline" {
			if rule == "" {
				rule = f.Rule
			}
			if f.Rule == rule && !has(d.Byline, f.Value) {
				d.Byline = append(d.Byline, f.Value)
			}
			continue
		}
		if field := fields[f.Field]; field != nil && *field == "" {
			*field = f.Value
		}
	}
}

func has(list []string, s string) bool {
	for _, x := range list {
		if strings.EqualFold(x, s) {
			return true
		}
	}
	return false
}
