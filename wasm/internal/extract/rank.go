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

// weights of the rules. The markup's own statement comes before what is read
// from the text, a crawl prefix before a "Posted" line, a byline before a
// sign-off; see SCIENCE.md, section 1. What is inferred comes last.
var weights = map[string]weight{
	"front matter":      {5, protocol.TrustCertain},
	"json-ld":           {10, protocol.TrustCertain},
	"h1":                {22, protocol.TrustCertain},
	"itemprop":          {26, protocol.TrustCertain},
	"og:title":          {20, protocol.TrustCertain},
	"og:site_name":      {20, protocol.TrustCertain},
	"og:url":            {20, protocol.TrustCertain},
	"canonical":         {18, protocol.TrustCertain},
	"crawl prefix":      {25, protocol.TrustCertain},
	"meta":              {24, protocol.TrustCertain},
	"title line":        {23, protocol.TrustLikely},
	"forum post":        {28, protocol.TrustLikely},
	"posted line":       {30, protocol.TrustLikely},
	"updated line":      {30, protocol.TrustLikely},
	"by line":           {32, protocol.TrustLikely},
	"author line":       {33, protocol.TrustLikely},
	"slug line":         {34, protocol.TrustLikely},
	"date line":         {35, protocol.TrustLikely},
	"author element":    {36, protocol.TrustLikely},
	"dateline":          {20, protocol.TrustLikely},
	"html lang":         {30, protocol.TrustLikely},
	wordsAgainst:        {2, protocol.TrustLikely},
	"words of the text": {61, protocol.TrustLikely},
	"credit":            {40, protocol.TrustLikely},
	"title element":     {40, protocol.TrustLikely},
	"time element":      {45, protocol.TrustLikely},
	"sign-off":          {50, protocol.TrustLikely},
	"dateline day":      {60, protocol.TrustLikely},

	"second line before prose": {38, protocol.TrustLikely},
	"label above the title":    {38, protocol.TrustLikely},
	"contributors line":        {38, protocol.TrustLikely},

	"url":             {80, protocol.TrustGuess},
	"day in the text": {90, protocol.TrustGuess},
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
	if w, ok := weights[f.Rule]; ok {
		return w
	}
	switch f.Trust {
	case protocol.TrustCertain:
		return weight{rankContainer, f.Trust}
	case protocol.TrustLikely:
		return weight{rankLikely, f.Trust}
	}
	return weight{rankGuess, f.Trust}
}
