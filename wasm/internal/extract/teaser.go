package extract

const (
	minTeasers  = 3   // headline and one paragraph, so many times in a row
	teaserShare = 24  // percent of their words that teasers share with the article above
	minGap      = 3   // lines of furniture in a row
	gapShare    = 35  // percent of their words that lines below a gap share with the article; at 60, parts of articles were lost
	minProse    = 4   // lines of prose above: teasers above would be as good
	minAbove    = 120 // words of prose above: fewer say little of what the article is about
)

// cutTeasers ends the run before other stories: headline, one paragraph,
// headline, one paragraph, to the end, or a little prose below a gap, with hardly
// a word of the article. Parts of one article that have the same form speak of
// the same.
func (p *page) cutTeasers() {
	if p.whole {
		return
	}
	if at, count := p.teasers(); count >= minTeasers {
		p.cutStrange(at, teaserShare)
	}
	if at := p.lastGap(); at > 0 {
		p.cutStrange(at, gapShare)
	}
}

// cutStrange ends the run at a line if what follows there shares less than that
// percentage of its words with what stands above.
func (p *page) cutStrange(at, share int) {
	above, lines := int32(0), 0
	for i := p.lo; i < at; i++ {
		if l := &p.lines[i]; l.score > 0 {
			above += l.words
			lines++
		}
	}
	if above < minAbove || lines < minProse {
		return
	}
	hi := p.hi
	p.hi = at
	lead := p.lead()
	shared, all := 0, 0
	for i := at; i < hi; i++ {
		if p.lines[i].score <= dropScore {
			continue
		}
		for w := (stemWalk{text: p.lines[i].text}); w.next(); all++ {
			if lead.has(w.hash) {
				shared++
			}
		}
	}
	if shared*100 > all*share {
		p.hi = hi
		return
	}
	p.others = max(p.others, hi)
}

// lastGap is the first of the last lines of the run that are no prose by their
// form or place, minGap of them in a row with little prose below, 0 if there are
// none.
func (p *page) lastGap() int {
	bad, below := 0, int32(0)
	total := int32(0)
	for i := p.lo; i < p.hi; i++ {
		if l := &p.lines[i]; l.score > 0 {
			total += l.words
		}
	}
	for i := p.hi - 1; i > p.lo; i-- {
		l := &p.lines[i]
		if l.score <= dropScore || l.Hints&roomHints != 0 {
			if bad++; bad >= minGap && p.lines[i-1].score > 0 {
				return i
			}
			continue
		}
		if l.score > 0 {
			bad = 0
			if below += l.words; below*4 > total {
				return 0
			}
		}
	}
	return 0
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
