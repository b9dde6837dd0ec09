package ui

import (
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

// reading is one article to be read: its head, its text, what is related to it.
type reading struct {
	app.Compo
	At address

	article  action.Article
	results  action.Results
	page     *page
	sheets   int    // drawn so far
	whole    bool   // the text is shown as it was read
	unfolded bool   // all folds are open
	open     int    // a fold that is open for what was found in it, -1 for none
	match    int    // of the query, that the person went to, from 1; 0 for none
	finding  bool   // the box to find words in is open
	told     string // what came of copying or saving
	evidence bool   // every field is shown, with where it was found
	correct  correcting
	later    func(func(app.Context)) // calls back once something is drawn
	beside   int                     // documents shown in each list of the side column
	version  int                     // counts articles shown
	settled  bool                    // the side column is drawn
	asked    address
	shown    address // that of page
}

func (r *reading) OnMount(ctx app.Context) {
	ctx.ObserveState(action.ResultsState, &r.results)
	ctx.ObserveState(action.ArticleState, &r.article).OnChange(func() { r.arrange(ctx) })
	ctx.Handle(keyAction, r.handleKey)
	ctx.Handle(openFold, r.handleOpenFold)
	ctx.Handle(drawnText, r.handleDrawn)
	ctx.Handle(endFinding, r.handleEndFinding)
	r.open = -1
	r.later = ctx.Defer
	r.ask(ctx)
}

func (r *reading) OnUpdate(ctx app.Context) { r.ask(ctx) }

func (r *reading) OnDismount() { r.leaveMatch() }

// ask opens the document of the address.
func (r *reading) ask(ctx app.Context) {
	if r.asked == r.sameText() {
		if r.whole != r.At.whole && r.page != nil {
			ctx.Dispatch(func(ctx app.Context) {
				ctx.Page().SetTitle("%s – Clippings", docName(&r.page.article.Document))
				r.show(r.page)
			})
		}
		return
	}
	r.asked = r.sameText()
	q := r.At.find()
	if r.At.asks(r.results.Query) {
		q = r.results.Query
	}
	ctx.NewActionWithValue(action.Read, action.Reading{ID: r.At.doc, Query: q})
}

// sameText is the address whichever way the text is shown.
func (r *reading) sameText() address {
	at := r.At
	at.whole = false
	return at
}

// show draws a page from its start.
func (r *reading) show(p *page) {
	r.leaveMatch()
	r.page, r.open = p, -1
	if r.whole = r.At.whole; r.whole && p.rows == nil {
		p.rows = rowsOf(p)
	}
	r.version++
}

// arrange makes the article that arrived ready.
func (r *reading) arrange(ctx app.Context) {
	a := r.article
	if r.answered(ctx) {
		return
	}
	if a.Status != action.Ready || a.Reading.ID != r.At.doc {
		return
	}
	if r.page != nil && r.shown == r.sameText() && r.page.article.Document.ID == r.At.doc {
		r.renew(ctx) // what is related to it has changed
		return
	}
	r.shown, r.beside = r.sameText(), sideStep
	r.correct, r.finding, r.told = correcting{}, false, ""
	ctx.Page().SetTitle("%s – Clippings", docName(&a.Answer.Document))
	r.show(newPage(a.Answer, r.At.at))
	r.settle(ctx)
}

// settle draws what stands beside the text, and moves the focus, once the browser
// has laid out the text: all in one task would take twice as long.
func (r *reading) settle(ctx app.Context) {
	r.settled = app.IsServer
	version := r.version
	ctx.After(settleAfter, func(ctx app.Context) {
		if version == r.version {
			r.settled = true
			if !r.finding { // typing goes on
				focusMain()
			}
		}
	})
}

func docName(doc *protocol.Document) string {
	if doc.Title != "" {
		return doc.Title
	}
	return fileName(doc.Name)
}

// handleDrawn goes to the passage a link led to, once all of the text is drawn.
func (r *reading) handleDrawn(ctx app.Context, a app.Action) {
	if a.Value == r.version && r.At.at.Len() > 0 {
		r.goToPlace(ctx, (r.At.at.Start+r.At.at.End)/2)
	}
}

func (r *reading) handleKey(ctx app.Context, a app.Action) {
	if r.page == nil {
		return
	}
	switch a.Value {
	case "f":
		r.unfolded = !r.unfolded
	case "e":
		r.toggleEvidence()
	case "n":
		r.step(ctx, +1)
	case "p":
		r.step(ctx, -1)
	case "]":
		r.stepMatch(ctx, +1)
	case "[":
		r.stepMatch(ctx, -1)
	case "i":
		r.openFinder(ctx)
	case "o":
		r.otherWay().follow(ctx)
	case "c":
		if to, n := r.page.versions(); n > 1 {
			to.follow(ctx)
		}
	case "s":
		if r.page.article.Relatives.Story.Documents() > 1 {
			r.storyAddress().follow(ctx)
		}
	case "b":
		if r.At.isSought() {
			r.At.sought().follow(ctx)
		} else {
			address{view: viewStories}.follow(ctx)
		}
	}
}

// otherWay is the address of the same text shown the other way: as it was read,
// or as an article.
func (r *reading) otherWay() address {
	to := r.At
	to.whole = !to.whole
	return to
}

func (r *reading) storyAddress() address { return address{view: viewStory, doc: r.At.doc} }

// versions is the address of all copies of the text in one, and how many there
// are.
func (p *page) versions() (address, int) {
	g, ok := p.article.Relatives.Story.GroupOf(p.article.Document.ID)
	if !ok {
		return address{}, 0
	}
	return address{view: viewVersions, doc: g.Representative}, 1 + len(g.Members)
}

// step goes to another hit of the search the document was found by.
func (r *reading) step(ctx app.Context, by int) {
	if to, ok := r.neighbour(by); ok {
		to.follow(ctx)
	}
}

// neighbour is the address of the text that stands by places further in the
// results or, if the text was not searched for, in its story.
func (r *reading) neighbour(by int) (address, bool) {
	place, _, ok := r.placeAmong()
	if !ok {
		return address{}, false
	}
	if hits := r.results.Answer.Hits; r.At.isSought() {
		if place+by < 0 || place+by >= len(hits) {
			return address{}, false
		}
		return r.At.found(hits[place+by].Summary.ID), true
	}
	ids := r.page.article.Relatives.Story.DocIDs()
	if place+by < 0 || place+by >= len(ids) {
		return address{}, false
	}
	return address{view: viewReading, doc: ids[place+by]}, true
}

// placeAmong is the place of the text, from 0, in the results it was found by, or
// among the texts of its story; and how many those are.
func (r *reading) placeAmong() (place, all int, ok bool) {
	if r.At.isSought() {
		place, all = r.results.Place(r.At.doc), int(r.results.Answer.Total)
		return place, all, place >= 0 && r.At.asks(r.results.Query)
	}
	if r.page == nil {
		return 0, 0, false
	}
	ids := r.page.article.Relatives.Story.DocIDs()
	place = slices.Index(ids, r.At.doc)
	return place, len(ids), place >= 0 && len(ids) > 1
}

func (r *reading) Render() app.UI {
	if r.article.Status == action.Failed && r.article.Reading.ID == r.At.doc {
		return app.Elem("section").ID("reading").Class("reading").Body(r.renderFailure())
	}
	if r.page == nil {
		return app.Elem("section").ID("reading").Class("reading").Aria("busy", true).Body(
			app.Elem("p").Class("empty").Attr("role", "status").Text("Opening …"),
		)
	}
	return app.Elem("section").ID("reading").Class("reading").
		Aria("busy", r.article.Status == action.Loading).
		DataSet("doc", formatDocID(r.page.article.Document.ID)).Body(
		r.renderWays(),
		app.Elem("div").Class("reading-columns").Body(
			app.Elem("article").Class("article").Lang(r.page.article.Document.Lang).Dir("auto").Body(
				r.renderHead(),
				r.renderReuse(),
				&flow{Page: r.page, Version: r.version, Whole: r.whole, Unfolded: r.unfolded, Open: r.open},
			).OnClick(r.onGo),
			app.If(r.settled, r.renderSide),
		),
		r.renderFinder(),
	)
}

func (r *reading) renderFailure() app.UI {
	return app.Elem("div").Class("empty").Attr("role", "alert").Body(
		app.Elem("h1").Class("empty-title").TabIndex(-1).DataSet("focus", 1).Text("This text cannot be shown."),
		app.Elem("p").Text(reason(r.article.Err)),
		app.Elem("p").Body(app.Elem("a").Class("link").Attr("href", address{}.String()).Text("Add files"),
			app.Text(" to open it again: nothing of a visit is kept after the page is closed.")),
	)
}
