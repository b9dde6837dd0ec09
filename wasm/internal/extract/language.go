package extract

import (
	"strings"
	"unicode/utf8"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/protocol"
)

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

// language is the language that the article's text is in, by itself.
func (p *page) language() string { return analysis.Language(p.sample()) }

// languageFact adds the language that the article's own words are in. It goes
// before what the markup says if they do not agree and the text has nothing of
// that language: pages are made from templates in English.
func (p *page) languageFact() {
	sample := p.sample()
	heard := analysis.Language(sample)
	if heard == "" {
		return
	}
	rule := "words of the text"
	if stated := p.statedLanguage(); stated != "" && stated != heard && !areSisters(stated, heard) && !analysis.Speaks(sample, stated) {
		rule = wordsAgainst
	}
	p.addFact(protocol.Fact{Field: "lang", Value: heard, Rule: rule})
}

// wordsAgainst is the rule of a language that what is stated does not agree with.
const wordsAgainst = "words of the text, against what is stated"

// statedLanguage is the language that the best fact gives.
func (p *page) statedLanguage() string {
	best, rank := "", rankUnused
	for i := range p.facts {
		if f := &p.facts[i]; f.Field == "lang" && f.rank < rank {
			best, rank = f.Value, f.rank
		}
	}
	return best
}

// sisters are groups of languages that are close enough for the markup to know
// better.
var sisters = [...]string{"da no nb nn sv", "hr sr bs sl", "cs sk", "es gl ca pt", "id ms", "bg mk", "ru be uk", "ur fa ps"}

func areSisters(a, b string) bool {
	for _, group := range sisters {
		if isOneOf(a, group) && isOneOf(b, group) {
			return true
		}
	}
	return false
}

// languageCode is the ISO 639-1 code of "en-GB", "de_DE" or "nb", "" for what has
// none.
func languageCode(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	if len(s) > 2 && (s[2] == '-' || s[2] == '_') {
		s = s[:2]
	}
	if len(s) != 2 || s[0] < 'a' || s[0] > 'z' || s[1] < 'a' || s[1] > 'z' {
		return ""
	}
	switch s {
	case "nb", "nn":
		return "no"
	case "iw":
		return "he"
	case "in":
		return "id"
	}
	return s
}

// minLangWords is how many words a paragraph has whose language is told apart
// from the document's, and minLangBytes how many bytes that takes at the least.
const (
	minLangWords = 20
	minLangBytes = 60
)

// paragraphLanguages marks the paragraphs of the article that are clearly in
// another language than the document.
func (p *page) paragraphLanguages() {
	if p.doc.Lang == "" {
		return
	}
	for i := range p.doc.Paragraphs {
		g := &p.doc.Paragraphs[i]
		if !g.Role.IsArticle() || g.Span.Len() < minLangBytes {
			continue
		}
		text := g.Of(p.doc.Text)
		if analysis.Speaks(text, p.doc.Lang) || countWords(text) < minLangWords {
			continue
		}
		if heard := analysis.Language(text); heard != p.doc.Lang && !areSisters(heard, p.doc.Lang) {
			g.Lang = heard
		}
	}
}

// countWords counts what stands between white space, and two signs of a script
// without spaces as one.
func countWords(text string) int {
	n, wide := 0, 0
	eachWord(text, func(w string) {
		n++
		for _, r := range w {
			if isWide(r) {
				wide++
			}
		}
	})
	return n + wide/2
}
