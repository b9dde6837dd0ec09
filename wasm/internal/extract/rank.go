package extract

import (
	"strings"

	"clippings/wasm/protocol"
)

// A weight is what a rule's facts are worth: rank orders the facts of a field,
// lower is better, and trust is what the reader is told.
type weight struct {
	rank  uint8
	trust protocol.Trust
}

// A ruleWeight is the weight of a rule's facts.
type ruleWeight struct {
	rule string
	weight
}

// weights of the rules. The markup's own statement comes before what is read
// from the text, a crawl prefix before a "Posted" line, a byline before a
// sign-off; see SCIENCE.md, section 1. What is inferred comes last.
var weights = [...]ruleWeight{
	{wordsAgainst, weight{2, protocol.TrustLikely}},
	{"front matter", weight{5, protocol.TrustCertain}},
	{"json-ld", weight{10, protocol.TrustCertain}},
	{"canonical", weight{18, protocol.TrustCertain}},
	{"og:title", weight{20, protocol.TrustCertain}},
	{"og:site_name", weight{20, protocol.TrustCertain}},
	{"og:url", weight{20, protocol.TrustCertain}},
	{"dateline", weight{20, protocol.TrustLikely}},
	{"h1", weight{22, protocol.TrustCertain}},
	{"dc:creator", weight{23, protocol.TrustCertain}},
	{"title line", weight{23, protocol.TrustLikely}},
	{"meta", weight{24, protocol.TrustCertain}},
	{"crawl prefix", weight{25, protocol.TrustCertain}},
	{"itemprop", weight{26, protocol.TrustCertain}},
	{"forum post", weight{28, protocol.TrustLikely}},
	{"posted line", weight{30, protocol.TrustLikely}},
	{"updated line", weight{30, protocol.TrustLikely}},
	{"html lang", weight{30, protocol.TrustLikely}},
	{"by line", weight{32, protocol.TrustLikely}},
	{"author line", weight{33, protocol.TrustLikely}},
	{"slug line", weight{34, protocol.TrustLikely}},
	{"date line", weight{35, protocol.TrustLikely}},
	{"author element", weight{36, protocol.TrustLikely}},
	{"second line before prose", weight{38, protocol.TrustGuess}},
	{"label above the title", weight{38, protocol.TrustGuess}},
	{"contributors line", weight{38, protocol.TrustLikely}},
	{"credit", weight{40, protocol.TrustLikely}},
	{"title element", weight{40, protocol.TrustLikely}},
	{"time element", weight{45, protocol.TrustLikely}},
	{"sign-off", weight{50, protocol.TrustGuess}},
	{"dateline day", weight{60, protocol.TrustLikely}},
	{"words of the text", weight{61, protocol.TrustLikely}},
	{"title", weight{64, protocol.TrustLikely}},
	{"url", weight{80, protocol.TrustGuess}},
	{FileNameRule, weight{82, protocol.TrustGuess}},
	{"day in the text", weight{90, protocol.TrustGuess}},
}

// Ranks of facts whose rule is the name of a field of their container. A field
// that states a fact comes next after the page's own statement; what a reader of
// a container only thinks likely comes after what the text says.
const (
	rankPerson    = 0
	rankContainer = 11
	rankLikely    = 62
	rankGuess     = 85
	rankOrder     = 70  // a date whose day and month could be either
	rankUnused    = 200 // evidence that is kept and not believed
)

// weightOf is the weight of a fact: its rule's, or for rules of containers what
// its own trust makes of it.
func weightOf(f *protocol.Fact) weight {
	if f.Trust == protocol.TrustPerson {
		return weight{rankPerson, f.Trust}
	}
	if strings.HasSuffix(f.Rule, guessedOrder) {
		return weight{rankOrder, protocol.TrustGuess}
	}
	for i := range weights {
		if weights[i].rule == f.Rule {
			return weights[i].weight
		}
	}
	switch f.Trust {
	case protocol.TrustCertain:
		return weight{rankContainer, f.Trust}
	case protocol.TrustLikely:
		return weight{rankLikely, f.Trust}
	}
	return weight{rankGuess, f.Trust}
}
