package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

// search shows the hits of the query in the search box, as it is typed:
//
//	how much was found, how it is sorted and folded
//	filters in force: chips
//	what else was searched for, what is wrong with the query
//	hits                                   what they have in common: facets
type search struct {
	app.Compo
	At address

	results action.Results
	counted action.Counted
	hits    action.Hits
	version int
	heights *heights
	opened  map[protocol.DocID]hitParts
	narrow  bool // facets are shown where there is no column for them
}

// hitParts says what of a hit is open.
type hitParts struct{ copies, why bool }

// searchTitleID is the id of the heading, which is for screen readers.
const searchTitleID = "results-title"

// hitGuess is how tall a hit with a snippet of two lines is.
const hitGuess = 132

func (s *search) OnMount(ctx app.Context) {
	ctx.Handle(typedQuery, s.handleTyped)
	ctx.ObserveState(action.CountedState, &s.counted)
	ctx.ObserveState(action.HitsState, &s.hits)
	ctx.ObserveState(action.ResultsState, &s.results).OnChange(func() {
		if s.arrange() {
			refocus(ctx, searchTitleID)
		}
	})
	s.arrange()
	s.ask(ctx)
}

// handleTyped notes what is typed: it is drawn with what is found.
func (s *search) handleTyped(ctx app.Context, a app.Action) {
	s.At.query, _ = a.Value.(string)
	ctx.PreventUpdate()
}

func (s *search) OnUpdate(ctx app.Context) { s.ask(ctx) }

// ask searches for the query of the address, unless the search box did.
func (s *search) ask(ctx app.Context) {
	if !s.At.asks(s.results.Query) {
		ctx.NewActionWithValue(action.FindShown, s.At.find())
	}
}

// arrange makes room for the hits and reports whether they are new.
func (s *search) arrange() bool {
	n := len(s.results.Answer.Hits)
	news := s.heights == nil || s.version != s.results.Version
	if news {
		s.version = s.results.Version
		s.heights = newHeights(n, hitGuess)
		s.opened = make(map[protocol.DocID]hitParts)
	}
	s.heights.grow(n)
	return news
}

// isCurrent reports whether what is shown is of the query of the address: only
// then what was found in its text can be pointed at.
func (s *search) isCurrent() bool {
	return s.results.Status == action.Ready && s.At.asks(s.results.Query)
}

func (s *search) Render() app.UI {
	return app.Elem("section").ID("results").Class("search").Aria("busy", s.results.Status == action.Loading).
		DataSet("of", s.results.Answer.Query.Text).DataSet("typing", s.results.Answer.Query.Typing).Body(
		app.Elem("div").Class("view-head").Body(
			app.Elem("h1").ID(searchTitleID).Class("view-title", "unseen").TabIndex(-1).DataSet("focus", 1).Text("Search"),
			app.Elem("p").ID("results-count").Class("view-note", "view-count").Attr("role", "status").Text(s.count()),
			app.If(s.hasHits(), s.renderWays),
		),
		s.renderChips(),
		s.renderAlso(),
		s.renderErrors(),
		app.If(s.results.Answer.Lost > 0, renderLost),
		s.renderBody(),
	).OnClick(s.onDo)
}

func (s *search) hasHits() bool { return s.At.isSought() && len(s.results.Answer.Hits) > 0 }

func renderLost() app.UI {
	return app.Elem("p").Class("view-warning").Text("Partial result: a part of the program broke down, and the texts it held are missing here. Reload the page to get them back.")
}

func (s *search) renderBody() app.UI {
	hits := s.results.Answer.Hits
	switch {
	case !s.At.isSought():
		return renderSearchHelp()
	case s.results.Status == action.Failed:
		return failure("The search did not work", s.results.Err)
	case len(hits) == 0 && s.results.Version > 0:
		return s.renderNone()
	case len(hits) == 0:
		return app.Elem("div")
	}
	return app.Elem("div").Class("search-columns").Body(
		app.Elem("div").Class("search-hits").Body(
			&virtualList{
				ID: "hits", Label: "Results", Heights: s.heights,
				Row: s.renderHit, OnRange: s.onRange,
			},
			app.If(s.results.Growing, func() app.UI { return app.Elem("p").Class("empty").Text("Loading more …") }),
		),
		&facets{Open: s.narrow},
	)
}

func (s *search) onRange(ctx app.Context, r action.Range) {
	if r.To >= len(s.results.Answer.Hits)-action.HitPageLen/2 && s.results.More() &&
		s.results.Status == action.Ready && !s.results.Growing {
		ctx.NewAction(action.FindMore)
	}
}

// goTo searches as another address says, and shows what comes first.
func (s *search) goTo(ctx app.Context, to address) { goSearch(ctx, to) }

func goSearch(ctx app.Context, to address) {
	to.follow(ctx)
	if scrolled() > 0 {
		scrollTo(0)
	}
}

// refocus moves the focus to an element when what had it is gone from the page.
func refocus(ctx app.Context, id string) {
	ctx.Defer(func(app.Context) {
		if app.IsServer {
			return
		}
		if document := app.Window().Get("document"); document.Get("activeElement").Equal(document.Get("body")) {
			focus(document.Call("getElementById", id))
		}
	})
}
