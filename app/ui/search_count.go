package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// count says how much was found, exactly. How often the words stand there is
// known a moment later.
func (s *search) count() string {
	a := s.results.Answer
	switch {
	case !s.At.isSought() || s.results.Status == action.Idle || s.results.Status == action.Failed:
		return ""
	case s.results.Version == 0:
		return "Searching …"
	case a.Total == 0:
		return "No results"
	}
	text := many(a.Documents, "document", "documents")
	tally, known := s.tally()
	if known && tally.Occurrences > 0 {
		text = many(tally.Occurrences, "hit", "hits") + " in " + text
	}
	switch {
	case known:
		text += ", " + many(tally.Texts, "distinct text", "distinct texts")
	case a.Query.Fold == protocol.FoldCopies:
		text += ", " + many(a.Total, "distinct text", "distinct texts")
	}
	if a.Query.Fold == protocol.FoldStories {
		text += ", " + many(a.Total, "story", "stories")
	}
	return text
}

// tally is the count of what is shown, if it is there.
func (s *search) tally() (coord.Tally, bool) {
	asked, shown := s.counted.Query, s.results.Answer.Query
	asked.Fold, asked.Order = shown.Fold, shown.Order
	return s.counted.Answer, s.counted.Status == action.Ready && asked == shown
}

// mostSpelt is how many spellings of a word are named; the others are counted.
const mostSpelt = 8

// spelt names spellings and what they were searched for.
func spelt(list []string, word string, tell bool) string {
	text := ""
	for i, s := range list[:min(len(list), mostSpelt)] {
		if i > 0 {
			text += ", "
		}
		text += s
	}
	if rest := len(list) - mostSpelt; rest > 0 {
		text += " and " + number(rest) + " more"
	}
	if tell {
		text += " for “" + word + "”"
	}
	return text
}

// alsoWords tells in which other spellings, and in which other forms, the words of
// a query were searched. With several words it tells which belong to which.
func alsoWords(list []coord.Spelling) (typos, forms string) {
	join := func(to *string, text string) {
		if *to != "" {
			*to += "; "
		}
		*to += text
	}
	for _, s := range list {
		if len(s.Typos) > 0 {
			join(&typos, spelt(s.Typos, s.Word, len(list) > 1))
		}
		if len(s.Forms) > 0 {
			join(&forms, spelt(s.Forms, s.Word, false))
		}
	}
	return typos, forms
}

// renderAlso says what else was searched for, and offers not to.
func (s *search) renderAlso() app.UI {
	if !s.At.isSought() || s.results.Status == action.Failed || s.results.Version == 0 {
		return app.Elem("div").Hidden(true)
	}
	a := s.results.Answer
	typos, forms := alsoWords(a.Also)
	var lines []app.UI
	if a.Some {
		lines = append(lines, markup(`<p id=some class=also-some>No document has all of these words: showing those with some.</p>`))
	}
	switch {
	case s.At.exactly:
		lines = append(lines, markup(`<p class=also>Only as spelt. $</p>`,
			button("exactly", "link", "Forgive spelling", s.onExactly)))
	case typos != "":
		lines = append(lines, markup(`<p class=also>also: <b class=also-typos>$</b> $</p>`,
			typos, button("exactly", "link", "exact only", s.onExactly)))
		if forms != "" {
			lines = append(lines, words("p", "also also-forms", "also "+forms))
		}
	case forms != "":
		lines = append(lines, markup(`<p class='also also-forms'>also $ $</p>`,
			forms, button("exactly", "link link-quiet", "exact only", s.onExactly)))
	}
	if len(lines) == 0 {
		return app.Elem("div").Hidden(true)
	}
	return app.Elem("div").ID("also").Class("also-lines").Body(lines...)
}

func (s *search) onExactly(ctx app.Context, _ app.Event) {
	to := s.At
	to.exactly = !to.exactly
	s.goTo(ctx, to)
}
