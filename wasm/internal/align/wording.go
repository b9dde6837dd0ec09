package align

// Wording is what the passages of two texts amount to.
type Wording uint8

const (
	NoWording     Wording = iota // nothing of substance in common
	QuotesOnly                   // all matches of substance are quoted
	SharedPassage                // a passage of one's own words is in the other
)

var wordingNames = [...]string{"none", "quotes only", "shared passage"}

// String is the wording's name as reports print it.
func (w Wording) String() string {
	if int(w) < len(wordingNames) {
		return wordingNames[w]
	}
	return "unknown"
}

// What makes a shared passage, in equal words outside quotation marks.
const (
	onePassage  = 25 // of one passage: a sentence
	twoPassages = 12 // of each of two: a clause copied may be chance, two are not
	ownRun      = 20 // of a run: nobody hits on twenty words in a row again
)

// judge says what a comparison's passages amount to. What is told again does not
// count.
func judge(c *Comparison, opt Options) Wording {
	quotes, long := false, 0
	for i := range c.Passages {
		p := &c.Passages[i]
		if p.Again {
			continue
		}
		if p.own() >= onePassage {
			return SharedPassage
		}
		if p.own() >= twoPassages {
			long++
		}
		quotes = quotes || p.isQuote(opt.Quote)
	}
	switch {
	case long >= 2 || c.OwnRun >= ownRun:
		return SharedPassage
	case quotes:
		return QuotesOnly
	}
	return NoWording
}

// isQuote reports whether a passage is one for its quoted words: it has a whole
// quote and around it no passage, or is a quote but for a quarter, as when one
// side has "he said" where the other quotes on.
func (p *Passage) isQuote(least int) bool {
	return p.own() < twoPassages && int(p.Quoted) >= least ||
		int(p.Words) >= least && 4*p.own() <= p.Words
}
