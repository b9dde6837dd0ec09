package ui

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// search shows the hits of the query in the search box, as it is typed.
type search struct {
	app.Compo
	At address

	results action.Results
	version int
	heights *heights
}

// hitGuess is how tall a hit with a snippet of two lines is.
const hitGuess = 132

func (s *search) OnMount(ctx app.Context) {
	ctx.ObserveState(action.ResultsState, &s.results).OnChange(s.arrange)
	s.arrange()
	s.ask(ctx)
}

func (s *search) OnUpdate(ctx app.Context) { s.ask(ctx) }

// ask searches for the query of the address, unless the search box did.
func (s *search) ask(ctx app.Context) {
	if !s.At.asks(s.results.Query) {
		ctx.NewActionWithValue(action.Find, s.At.find())
	}
}

func (s *search) arrange() {
	n := len(s.results.Answer.Hits)
	if s.heights == nil || s.version != s.results.Version {
		s.version = s.results.Version
		s.heights = newHeights(n, hitGuess)
	}
	s.heights.grow(n)
}

func (s *search) Render() app.UI {
	return app.Elem("section").ID("results").Class("search").Aria("busy", s.results.Status == action.Loading).Body(
		app.Elem("div").Class("view-head").Body(
			app.Elem("h1").Class("view-title", "unseen").TabIndex(-1).DataSet("focus", 1).Text("Search"),
			app.Elem("p").ID("results-count").Class("view-note", "view-count").Attr("role", "status").Text(s.count()),
		),
		s.renderErrors(),
		app.If(s.results.Answer.Lost > 0, renderLost),
		s.renderBody(),
	)
}

// count says how much was found, exactly.
func (s *search) count() string {
	a := s.results.Answer
	switch {
	case s.At.query == "" || s.results.Status == action.Idle || s.results.Status == action.Failed:
		return ""
	case s.results.Version == 0:
		return "Searching …"
	case a.Total == 0:
		return "No results"
	case a.Documents > a.Total:
		return many(a.Total, "result", "results") + ", " + number(a.Documents) + " documents with copies"
	}
	return many(a.Total, "result", "results")
}

// renderErrors shows what is wrong with the query, at its place.
func (s *search) renderErrors() app.UI {
	text := s.results.Query.Text
	errors := s.results.Answer.Errors
	if s.results.Status != action.Ready || len(errors) == 0 {
		return app.Elem("div").Hidden(true)
	}
	return app.Elem("div").ID("query-errors").Class("query-errors").Attr("role", "status").Body(
		app.Range(errors).Slice(func(i int) app.UI { return queryError(text, errors[i]) }),
	)
}

// queryError shows the query with the fault underlined, what it is, and how it is
// mended.
func queryError(text string, e protocol.QueryError) app.UI {
	start := min(int(e.Span.Start), len(text))
	end := max(start, min(int(e.Span.End), len(text)))
	fault := text[start:end]
	if fault == "" {
		fault = "\u00a0\u00a0" // underlined, where something is missing
	}
	return app.Elem("div").Class("query-error").Body(
		app.Elem("p").Class("query-text").Body(
			app.Text(text[:start]), app.Elem("strong").Class("query-fault").Text(fault), app.Text(text[end:]),
		),
		app.Elem("p").Text(e.Message+" (character "+strconv.Itoa(len([]rune(text[:start]))+1)+"). "+e.Remedy),
	)
}

func renderLost() app.UI {
	return app.Elem("p").Class("view-warning").Text("Partial result: a part of the program broke down, and the texts it held are missing here. Reload the page to get them back.")
}

func (s *search) renderBody() app.UI {
	hits := s.results.Answer.Hits
	switch {
	case s.At.query == "":
		return renderSearchHelp()
	case s.results.Status == action.Failed:
		return failure("The search did not work", s.results.Err)
	case len(hits) == 0 && s.results.Version > 0:
		return s.renderNone()
	case len(hits) == 0:
		return app.Elem("div")
	}
	return app.Elem("div").Body(
		&virtualList{
			ID: "hits", Label: "Results", Heights: s.heights,
			Row: s.renderHit, OnRange: s.onRange,
		},
		app.If(s.results.Growing, func() app.UI { return app.Elem("p").Class("empty").Text("Loading more …") }),
	)
}

func (s *search) renderHit(i int) app.UI {
	if i >= len(s.results.Answer.Hits) {
		return app.Elem("div")
	}
	return renderHit(s.results.Answer.Hits[i], s.At)
}

func renderHit(h coord.Hit, at address) app.UI {
	link := app.Elem("a").Class("row-link", "hit-title").
		Attr("href", at.found(h.Summary.ID).String())
	if h.Summary.Title != "" {
		link.Body(marked(h.Summary.Title, h.Title)...)
	} else {
		text, _ := headline(h.Summary)
		link.Class("is-lead").Text(text)
	}
	return app.Elem("article").Class("hit").Body(
		app.Elem("h2").Class("hit-head").Body(link),
		app.Range(h.Snippets).Slice(func(i int) app.UI {
			return app.Elem("p").Class("hit-snippet").Body(snippet(h.Snippets[i])...)
		}),
		app.Elem("p").Class("hit-facts").Body(
			app.Text(facts(outlet(h.Summary), day(h.Summary.Date), h.Summary.Agency)),
			app.If(h.Copies > 0, func() app.UI {
				return app.Elem("span").Class("hit-copies").Text("+" + many(h.Copies, "copy", "copies"))
			}),
		),
	)
}

// snippet is the excerpt of a hit, with a sign where it was cut out of a sentence.
func snippet(s protocol.Snippet) []app.UI {
	parts := marked(s.Text, s.Matches)
	if s.Start > 0 && beginsInside(s.Text) {
		parts = append([]app.UI{app.Text("… ")}, parts...)
	}
	if endsInside(s.Text) {
		parts = append(parts, app.Text(" …"))
	}
	return parts
}

// beginsInside reports whether text seems to begin within a sentence: with a
// small letter, or with what stands between words. What stood before it is not
// known, so a name within a sentence passes for a beginning.
func beginsInside(text string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, "“”‘’\"'«»([ "))
	return unicode.IsLower(first) || strings.ContainsRune(",;:–—-.)…", first)
}

// endsInside reports whether text ends before its sentence does.
func endsInside(text string) bool {
	text = strings.TrimRight(text, "“”‘’\"'«»)] \n\t")
	last, _ := utf8.DecodeLastRuneInString(text)
	return text != "" && !strings.ContainsRune(".!?…。！？", last)
}

func (s *search) onRange(ctx app.Context, r action.Range) {
	if r.To >= len(s.results.Answer.Hits)-action.HitPageLen/2 && s.results.More() &&
		s.results.Status == action.Ready && !s.results.Growing {
		ctx.NewAction(action.FindMore)
	}
}

func (s *search) renderNone() app.UI {
	return app.Elem("div").Class("empty").Body(
		app.Elem("p").Class("empty-title").Text("No text has all of this."),
		app.Elem("ul").Class("advice").Body(
			app.Elem("li").Text("Leave a word out: a text must hold all of them."),
			app.Elem("li").Body(app.Text("Search for either of two words with "), app.Elem("kbd").Text("OR"), app.Text(".")),
			app.Elem("li").Body(app.Text("End a word early with a star: "), app.Elem("kbd").Text("ceasefi*"), app.Text(".")),
		),
	)
}

func renderSearchHelp() app.UI {
	return app.Elem("div").Class("empty").Body(
		app.Elem("p").Class("empty-title").Text("Type what you are looking for."),
		app.Elem("dl").Class("syntax").Body(
			syntax("bridge closed", "texts that hold both words"),
			syntax(`"bridge closed"`, "these words side by side"),
			syntax("bridge OR ferry", "either of them"),
			syntax("bridge -ferry", "the first without the second"),
			syntax("clos*", "words that begin like this"),
		),
	)
}

func syntax(example, meaning string) app.UI {
	return app.Elem("div").Class("syntax-line").Body(
		app.Elem("dt").Body(app.Elem("kbd").Text(example)),
		app.Elem("dd").Text(meaning),
	)
}
