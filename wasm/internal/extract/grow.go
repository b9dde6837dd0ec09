package extract

const (
	growWords  = 4    // a shorter line does not make up for furniture above it
	growBad    = 2    // lines of furniture in a row that end an article
	growProse  = 8    // words of a sentence that an article may go on with after them
	growShared = 0.25 // of its words that the article has said: advertising in the same block speaks of other things
)

// growBlock takes in the short sentences right after the run: scores below zero
// never end a best run, and articles do end with "He was 67." On a page it takes
// in what else stands in the article's own container.
func (p *page) growBlock() {
	if p.whole {
		return
	}
	for p.hi > 0 && p.hi < len(p.lines) {
		l := &p.lines[p.hi]
		if l.end != endSentence || l.words < 3 || l.phrase || l.kind != kindNone || l.repeat >= 0 || l.Links > 30 || l.Hints&roomHints != 0 {
			break
		}
		p.hi++
	}
	tight, named := p.containers()
	if named.to > 0 {
		p.growInside(tight, named)
	}
}

// growInside takes in the rest of the block that is named for the article, up to
// the second line in a row that is furniture by its form; and past such lines a
// sentence on the article's matter in the very block of its paragraphs: lists,
// pictures and boxes stand between the parts of an article.
func (p *page) growInside(tight, named container) {
	lead := p.lead()
	bad := 0
	for i := p.hi; i < len(p.lines) && named.has(&p.lines[i]); i++ {
		l := &p.lines[i]
		if isBad(l) || bad >= growBad && !(tight.has(l) && goesOn(l) && lead.share(l.text) >= growShared) {
			bad++
			continue
		}
		if l.words >= growWords || l.Hints&HintList != 0 {
			bad = 0
		}
		p.hi = i + 1
	}
}

// isBad reports a line in the article's container that is furniture by its form.
func isBad(l *line) bool {
	return l.Links > 50 || l.phrase || l.Hints&roomHints != 0 || l.kind != kindNone && l.kind != kindBullet || l.words < 2 || l.end == endEllipsis && l.words < 4
}

// goesOn reports a sentence that an article may go on with.
func goesOn(l *line) bool {
	return l.score > 0 && l.end == endSentence && l.words >= growProse && l.Links <= 30 && l.kind == kindNone
}
