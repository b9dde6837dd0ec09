package extract

const (
	minTeasers  = 3   // headline and one paragraph, so many times in a row
	teaserShare = 24  // percent of their words that teasers share with the article above
	minProse    = 4   // lines of prose above them: teasers above would be as good
	minAbove    = 120 // words of prose above them: fewer say little of what the article is about
)

// cutTeasers ends the run before other stories: headline, one paragraph,
// headline, one paragraph, to the end, with hardly a word of the article. Parts
// of one article that have the same form speak of the same.
func (p *page) cutTeasers() {
	if p.whole {
		return
	}
	at, count := p.teasers()
	above, lines := int32(0), 0
	for i := p.lo; i < at; i++ {
		if l := &p.lines[i]; l.score > 0 {
			above += l.words
			lines++
		}
	}
	if count < minTeasers || above < minAbove || lines < minProse {
		return
	}
	hi := p.hi
	p.hi = at
	lead := p.lead()
	shared, all := 0, 0
	for i := at; i < hi; i++ {
		for w := (stemWalk{text: p.lines[i].text}); w.next(); all++ {
			if lead.has(w.hash) {
				shared++
			}
		}
	}
	if shared*100 > all*teaserShare {
		p.hi = hi
		return
	}
	p.others = hi
}

// teasers is the first line of the headlines with one paragraph each that end
// the run, and how many there are.
func (p *page) teasers() (at, count int) {
	at = p.hi
	for i := p.hi - 1; i > p.lo; i-- {
		if p.lines[i].score <= 0 {
			continue
		}
		if p.lines[i-1].score > 0 {
			break
		}
		for i--; i > p.lo && p.lines[i-1].score <= 0; i-- {
		}
		at = i
		count++
	}
	return at, count
}
