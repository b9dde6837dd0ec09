package ui

import (
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
	sheets   int  // drawn so far
	unfolded bool // all folds are open
	evidence bool // every field is shown, with where it was found
	correct  correcting
	later    func(func(app.Context)) // calls back once something is drawn
	beside   int                     // documents shown in each list of the side column
	version  int                     // counts articles shown
	asked    address
	shown    address // that of page
}

func (r *reading) OnMount(ctx app.Context) {
	ctx.ObserveState(action.ResultsState, &r.results)
	ctx.ObserveState(action.ArticleState, &r.article).OnChange(func() { r.arrange(ctx) })
	ctx.Handle(keyAction, r.handleKey)
	r.later = ctx.Defer
	r.ask(ctx)
}

func (r *reading) OnUpdate(ctx app.Context) { r.ask(ctx) }

// ask opens the document of the address.
func (r *reading) ask(ctx app.Context) {
	if r.asked == r.At {
		return
	}
	r.asked = r.At
	q := r.At.find()
	if r.At.asks(r.results.Query) {
		q = r.results.Query
	}
	ctx.NewActionWithValue(action.Read, action.Reading{ID: r.At.doc, Query: q})
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
	if r.page != nil && r.shown == r.At && r.page.article.Document.ID == r.At.doc {
		r.renew(ctx) // what is related to it has changed
		return
	}
	r.shown = r.At
	r.page = newPage(a.Answer, r.At.at)
	r.sheets, r.beside = 1, sideStep
	r.correct = correcting{}
	r.version++
	ctx.Page().SetTitle("%s – Clippings", docName(&a.Answer.Document))
	ctx.Defer(func(app.Context) { focusMain() })
	r.drawMore(ctx)
}

func docName(doc *protocol.Document) string {
	if doc.Title != "" {
		return doc.Title
	}
	return fileName(doc.Name)
}

// drawMore draws the rest of a long text, a sheet in every frame, and then goes
// to the passage a link led to.
func (r *reading) drawMore(ctx app.Context) {
	version := r.version
	ctx.Defer(func(ctx app.Context) {
		switch {
		case version != r.version:
		case r.sheets*sheetLen >= len(r.page.blocks):
			if r.At.at.Len() > 0 {
				reveal(app.Window().Get("document").Call("querySelector", "#text .block-target"), "center")
			}
		default:
			ctx.Dispatch(func(ctx app.Context) {
				r.sheets++
				r.drawMore(ctx)
			})
		}
	})
}

func (r *reading) handleKey(ctx app.Context, a app.Action) {
	switch a.Value {
	case "f":
		r.unfolded = !r.unfolded
	case "e":
		r.toggleEvidence()
	case "n":
		r.step(ctx, +1)
	case "p":
		r.step(ctx, -1)
	case "b":
		if r.At.isSought() {
			r.At.sought().follow(ctx)
		} else {
			address{view: viewStories}.follow(ctx)
		}
	}
}

// step goes to another hit of the search the document was found by.
func (r *reading) step(ctx app.Context, by int) {
	if to, ok := r.neighbour(by); ok {
		to.follow(ctx)
	}
}

// neighbour is the address of the hit that stands by places further in the
// results.
func (r *reading) neighbour(by int) (address, bool) {
	hits := r.results.Answer.Hits
	i := r.results.Place(r.At.doc)
	if !r.At.isSought() || i < 0 || !r.At.asks(r.results.Query) || i+by < 0 || i+by >= len(hits) {
		return address{}, false
	}
	return r.At.found(hits[i+by].Summary.ID), true
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
			app.Elem("article").Class("article").Lang(r.page.article.Document.Lang).Body(
				r.renderHead(),
				r.renderText(),
			),
			r.renderSide(),
		),
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
