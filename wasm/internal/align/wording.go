package align

// Wording is what the passages of two texts amount to.
type Wording uint8

const (
	NoWording     Wording = iota // nothing of substance in common
	QuotesOnly                   // all matches of substance are quoted
	SharedPassage                // a passage of one's own words is in the other
)

// What makes a shared passage, in words outside quotation marks that stand in
// runs of five or more (Passage.Own). Single equal words do not count: a rewrite
// keeps the names, figures and small words of its source, and reaches 27 equal
// words in a passage, but only 12 of them solid, in hand-labelled rewrites of
// agency copy. Against 25 equal words, 12 twice or a run of 20, of 150 pairs of
// independent reports of one event 7 instead of 8 have a passage, and of 45-word
// excerpts of edited copies two in a hundred more are known.
const (
	onePassage  = 20 // of one passage: nobody hits on them again
	twoPassages = 12 // of each of two in close wording: one may be chance, two are not
)

// judge says what a comparison's passages amount to. What is told again does not
// count.
func judge(c *Comparison, opt Options) Wording {
	quotes, close := int(c.QuotedRun) >= opt.Quote, 0
	for i := range c.Passages {
		p := &c.Passages[i]
		if p.Again {
			continue
		}
		if p.Own >= onePassage {
			return SharedPassage
		}
		if p.Own >= twoPassages && p.isClose() {
			close++
		}
		quotes = quotes || int(p.Words) >= opt.Quote && p.isQuote()
	}
	switch {
	case close >= 2 || c.OwnRun >= onePassage: // of what seeds no passage, too
		return SharedPassage
	case quotes:
		return QuotesOnly
	}
	return NoWording
}

// isClose reports whether three quarters of the side with fewer words are equal:
// copies of one sentence have more, rewrites mostly less.
func (p Passage) isClose() bool {
	return 4*p.Words >= 3*min(p.A[1]-p.A[0], p.B[1]-p.B[0])
}

// isQuote reports whether a passage is a quote but for a quarter, as when one
// side has "he said" where the other quotes on.
func (p Passage) isQuote() bool { return 4*p.Quoted >= 3*p.Words }
