package extract

import "strings"

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
