package extract

import (
	"cmp"
	"strings"

	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// A rankedFact is a fact with the trust in its rule: lower is better.
type rankedFact struct {
	protocol.Fact
	rank    int
	swapped string // of a date whose day and month could be either, the other
	half    bool   // the date has "AM" or "PM"
}

// addFact keeps a fact, with the trust that its rule deserves.
func (p *page) addFact(f protocol.Fact) {
	w := weightOf(&f)
	if isDateField(f.Field) && !isDate(f.Value) {
		w = weight{rankUnused, protocol.TrustGuess}
	}
	if f.Field == "byline" && isDesk(f.Value) && f.Trust != protocol.TrustPerson {
		w.rank = rankUnused
	}
	f.Trust = w.trust
	p.facts = append(p.facts, rankedFact{Fact: f, rank: int(w.rank)})
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
		if f.Value == "" {
			continue
		}
		if f.Rule == FileNameRule {
			continue // inferDate asks for it last
		}
		if isDateField(f.Field) {
			p.knownDate(f)
			continue
		}
		if f.Field == "byline" && f.Trust != protocol.TrustPerson {
			f = p.knownByline(f)
		}
		if f.Field == "lang" {
			if f.Value = languageCode(f.Value); f.Value == "" {
				continue
			}
		}
		p.addFact(f)
	}
	p.languageFact()
	p.titleFact()
	p.titleDate()
	p.guessOrder()
	p.inferDate()
	ordering.By(p.facts, func(a, b rankedFact) int {
		return cmp.Or(strings.Compare(a.Field, b.Field), a.rank-b.rank)
	})
	p.preferTime()
	p.fillMeta()
	p.paragraphLanguages()
}

// titleFact adds the title and subtitle lines that were found.
func (p *page) titleFact() {
	if p.title >= 0 {
		l := &p.lines[p.title]
		rule := "title line"
		if l.Hints&HintH1 != 0 {
			rule = "h1"
		}
		if p.in.Lines != nil && rule == "title line" && !p.sameAsKnown(l.text) && p.knows("title") && !p.saysMore(p.title) {
			return
		}
		p.lineFact(p.title, 0, len(l.text), protocol.Fact{Field: "title", Value: l.text, Rule: rule})
		p.confirmTitle()
	}
	if p.subtitle >= 0 {
		l := &p.lines[p.subtitle]
		p.lineFact(p.subtitle, 0, len(l.text), protocol.Fact{Field: "subtitle", Value: l.text, Rule: "second line before prose"})
	}
}

// confirmTitle puts the title's line, whose fact is the last, before the markup's
// best fact if it has the same words, and lets it have its trust: the reader is shown where
// the title stands.
func (p *page) confirmTitle() {
	line := &p.facts[len(p.facts)-1]
	var best *rankedFact
	for i := range p.facts[:len(p.facts)-1] {
		if f := &p.facts[i]; f.Field == "title" && (best == nil || f.rank < best.rank) {
			best = f
		}
	}
	if best != nil && best.Span.Len() == 0 && strings.EqualFold(best.Value, line.Value) {
		line.rank = min(line.rank, best.rank-1)
		line.Trust = max(line.Trust, best.Trust)
	}
}

// saysMore reports whether the line of the title shares clearly more words with
// the article than the title that the markup gives, which may name the outlet
// alone. Little more is enough where the line stands right over the article and
// the other is only that of the window.
func (p *page) saysMore(i int) bool {
	lead := p.lead()
	for _, f := range p.in.Known {
		if f.Field != "title" {
			continue
		}
		more := 0.3
		if f.Rule == "title element" && (i+1 == p.lo || p.isOverByline(i)) {
			more = 0.1
		}
		return lead.share(p.lines[i].text) > lead.share(f.Value)+more
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
	rule := ""
	for _, f := range p.facts {
		d.Facts = append(d.Facts, f.Fact)
		if f.Field == "byline" && f.rank < rankUnused {
			if rule == "" {
				rule = f.Rule
			}
			if f.Rule == rule && !has(d.Byline, f.Value) {
				d.Byline = append(d.Byline, f.Value)
			}
			continue
		}
		if f.Field == "contributors" && !has(d.Contributors, f.Value) && !has(d.Byline, f.Value) {
			d.Contributors = append(d.Contributors, f.Value)
		}
		if field := d.Single(f.Field); field != nil && *field == "" && f.rank < rankUnused {
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
