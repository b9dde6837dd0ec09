package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
)

// renderWays draws the way back and to the neighbours in the results.
func (r *reading) renderWays() app.UI {
	back, name := address{view: viewStories}, "All stories"
	if r.At.isSought() {
		back, name = r.At.sought(), "Results for “"+r.At.query+"”"
	}
	return app.Elem("nav").Class("ways").Aria("label", "Around this text").Body(
		app.Elem("a").ID("back").Class("way").Attr("href", back.String()).Body(icon(iconBack), app.Elem("span").Text(name)),
		r.renderPlace(),
	)
}

func (r *reading) renderPlace() app.UI {
	place := r.results.Place(r.At.doc)
	if !r.At.isSought() || place < 0 || !r.At.asks(r.results.Query) {
		return app.Elem("div").Hidden(true)
	}
	return app.Elem("div").Class("ways-place").Body(
		r.renderStep(-1, "previous", "Previous result", iconBack),
		app.Elem("span").Class("ways-count").Text(number(place+1)+" of "+number(r.results.Answer.Total)),
		r.renderStep(+1, "next", "Next result", iconNext),
	)
}

func (r *reading) renderStep(by int, id, name, sign string) app.UI {
	to, ok := r.neighbour(by)
	if !ok {
		return app.Elem("span").Class("tool", "tool-off").Aria("hidden", "true").Body(icon(sign))
	}
	return app.Elem("a").ID(id).Class("tool").Attr("href", to.String()).Aria("label", name).Title(name).Body(icon(sign))
}

// renderHead draws what is known about the article.
func (r *reading) renderHead() app.UI {
	doc := &r.page.article.Document
	return app.Elem("header").Class("article-head").Body(
		app.If(doc.Section != "", func() app.UI { return app.Elem("p").Class("article-section").Text(doc.Section) }),
		app.Elem("div").Class("article-line").Body(r.renderTitle(), r.headPencil("title")),
		app.If(doc.Subtitle != "", r.renderSubtitle),
		app.If(len(doc.Byline) > 0, func() app.UI {
			return app.Elem("div").Class("article-byline").Body(
				app.Elem("p").Text("By "+joinNames(doc.Byline)), r.headPencil("byline"),
			)
		}),
		r.renderFacts(),
		app.Range(doc.Warnings).Slice(func(i int) app.UI {
			return app.Elem("p").Class("view-warning").Text(doc.Warnings[i])
		}),
	)
}

func (r *reading) renderTitle() app.UI {
	doc := &r.page.article.Document
	title := app.Elem("h1").Class("article-title").TabIndex(-1).DataSet("focus", 1)
	switch {
	case doc.Title == "":
		return title.Class("article-untitled").Text("No headline")
	case r.page.title != nil:
		return title.Body(pieces(doc.Text, r.page.title)...)
	}
	return title.Text(doc.Title)
}

func (r *reading) renderSubtitle() app.UI {
	doc := &r.page.article.Document
	subtitle := app.Elem("p").Class("article-subtitle")
	if r.page.subtitle != nil {
		return subtitle.Body(pieces(doc.Text, r.page.subtitle)...)
	}
	return subtitle.Text(doc.Subtitle)
}

// changed is when the article was last changed, if that tells more than when it
// was published.
func changed(m protocol.Meta) string {
	if m.Modified == m.Date {
		return ""
	}
	return moment(m.Modified)
}

// joinNames writes names as a sentence does: "A, B and C".
func joinNames(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}
