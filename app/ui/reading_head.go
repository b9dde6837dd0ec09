package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
)

// renderWays draws where the text was come from, and the way to its neighbours.
func (r *reading) renderWays() app.UI {
	back, name := address{view: viewStories}, "All stories"
	if r.At.isSought() {
		back, name = r.At.sought(), "Results for “"+r.At.query+"”"
		if r.At.query == "" {
			name = "Results"
		}
	}
	var story app.UI
	if ids := r.page.article.Relatives.Story.DocIDs(); !r.At.isSought() && len(ids) > 1 {
		title, _ := headline(r.page.article.Summaries[ids[0]])
		story = markup(`<li><a id=to-story class='way way-story' href=$><span>$</span></a></li>`, r.storyAddress().String(), title)
	}
	return markup(`<div class=ways><nav aria-label=Breadcrumb><ol class=crumbs>
			<li><a id=back class=way href=$>$<span>$</span></a></li>
			$
			<li class=crumb-here aria-current=page>This text</li>
		</ol></nav>$</div>`, back.String(), icon(iconBack), name, story, r.renderPlace())
}

func (r *reading) renderPlace() app.UI {
	place, all, ok := r.placeAmong()
	if !ok {
		return app.Elem("div").Hidden(true)
	}
	what := "result"
	if !r.At.isSought() {
		what = "text of the story"
	}
	return markup(`<nav class=ways-place aria-label=Neighbours>$<span class=ways-count>$ of $</span>$</nav>`,
		r.renderStep(-1, "previous", "Previous "+what, iconBack), number(place+1), number(all),
		r.renderStep(+1, "next", "Next "+what, iconNext))
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
	return app.Elem("header").ID(headAnchor).Class("article-head").Body(
		app.If(doc.Section != "", func() app.UI { return app.Elem("p").Class("article-section").Text(doc.Section) }),
		app.Elem("div").Class("article-line").Body(r.renderTitle(), r.headPencil("title")),
		app.If(doc.Subtitle != "", r.renderSubtitle),
		app.If(len(doc.Byline) > 0, func() app.UI {
			return app.Elem("div").Class("article-byline").Body(
				app.Elem("p").Text("By "+joinNames(doc.Byline)), r.headPencil("byline"),
			)
		}),
		r.renderFacts(),
		r.renderTools(),
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
		return title.DataSet("from", from(r.page.title)).Body(r.page.pieces(r.page.title)...)
	}
	return title.Text(doc.Title)
}

func (r *reading) renderSubtitle() app.UI {
	doc := &r.page.article.Document
	subtitle := app.Elem("p").Class("article-subtitle")
	if r.page.subtitle != nil {
		return subtitle.DataSet("from", from(r.page.subtitle)).Body(r.page.pieces(r.page.subtitle)...)
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
