package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
)

// sideStep is how many documents a list of the side column shows at once.
const sideStep = 20

// renderSide draws the column beside the text: its copies, then the rest of its
// story, each with a map of what of this text stands there.
func (r *reading) renderSide() app.UI {
	copies := 0 // they come first
	for copies < len(r.page.related) && r.page.related[copies].copy {
		copies++
	}
	doc := &r.page.article.Document
	return app.Elem("aside").ID("side").Class("side").Aria("label", "Related texts").Body(
		&jotter{Doc: doc.ID, Source: doc.Source, Record: doc.Record, Note: doc.Note, Tags: doc.Tags, Refused: r.article.Refused.Field},
		r.renderVoices(),
		r.renderRelatives("copies", "Copies", r.page.related[:copies]),
		r.renderRelatives("siblings", "Same story", r.page.related[copies:]),
		button("side-join", "link link-quiet", "Join with another text …", r.onJoin),
	).OnClick(r.onSide)
}

// onSide hears the buttons of all relatives.
func (r *reading) onSide(ctx app.Context, e app.Event) {
	if r.follow(ctx, e) {
		return
	}
	do, doc, _, ok := doneBy(e)
	if !ok || do != doWhy {
		ctx.PreventUpdate()
		return
	}
	ctx.NewActionWithValue(openWhy, r.whyAsked(doc))
}

// whyAsked asks how another document is related to the open one.
func (r *reading) whyAsked(doc protocol.DocID) whyAsked {
	asked := whyAsked{a: r.page.article.Document.ID, b: doc}
	for _, rel := range r.page.related {
		asked.among = append(asked.among, rel.summary)
	}
	return asked
}

func (r *reading) onJoin(ctx app.Context, _ app.Event) {
	ctx.NewActionWithValue(openJoin, r.joinAsked())
}

// joinAsked asks what to join the open document with: texts of its story that are
// no copies of it come first.
func (r *reading) joinAsked() joinAsked {
	doc := &r.page.article.Document
	asked := joinAsked{of: protocol.Summary{ID: doc.ID, Name: doc.Name, Title: doc.Title, Outlet: doc.Outlet}}
	for _, rel := range r.page.related {
		if !rel.copy {
			asked.others = append(asked.others, joinText{Summary: rel.summary})
		}
	}
	return asked
}

func (r *reading) renderRelatives(id, name string, list []relative) app.UI {
	if len(list) == 0 && id != "copies" {
		return app.Elem("div").Hidden(true)
	}
	shown := list[:min(len(list), r.beside)]
	return app.Elem("section").ID(id).Class("side-part").Body(
		app.Elem("h2").Class("side-name").Body(app.Text(name), app.If(len(list) > 1, func() app.UI {
			return app.Elem("span").Class("side-count").Text(number(len(list)))
		})),
		r.renderAll(id),
		app.If(len(list) == 0, func() app.UI {
			return app.Elem("p").Class("side-none").Text("No copy of this text is among the files.")
		}),
		app.Elem("ul").Class("side-list").Body(app.Range(shown).Slice(func(i int) app.UI {
			return r.renderRelative(&shown[i])
		})),
		app.If(len(shown) < len(list), func() app.UI {
			return app.Elem("button").Class("link", "side-more").Attr("type", "button").OnClick(r.onBeside).
				Text("Show " + number(min(sideStep, len(list)-len(shown))) + " more")
		}),
	)
}

// renderAll leads to all texts of a list at once.
func (r *reading) renderAll(id string) app.UI {
	to, n := r.page.versions()
	name := compareAll(n)
	if id != "copies" {
		to, n, name = r.storyAddress(), 2, "The whole story"
	}
	if n < 2 {
		return app.Elem("span").Hidden(true)
	}
	return markup(`<p class=side-all><a id=$ class=link href=$>$</a></p>`, "all-"+id, to.String(), name)
}

func (r *reading) onBeside(app.Context, app.Event) { r.beside += sideStep }

func (r *reading) renderRelative(rel *relative) app.UI {
	title, isTitle := headline(rel.summary)
	link := app.Elem("a").Class("side-title").Attr("href", address{view: viewReading, doc: rel.id}.String()).Text(title)
	if !isTitle {
		link.Class("is-lead")
	}
	note := relationHere(rel.pair)
	switch {
	case note != "":
	case rel.words > 0:
		note = "Shares " + many(rel.words, "word", "words") + " in passages"
	case rel.copy:
		note = "In the same group of copies"
	case r.page.article.Relatives.Story.ByHand:
		note = "In the same story, which you changed"
	default:
		note = relationTo(protocol.Pair{Relation: protocol.RelationStory}, "")
	}
	return app.Elem("li").Class("relative").DataSet("doc", formatDocID(rel.id)).Body(
		link,
		app.Elem("p").Class("side-facts").Text(facts(outlet(rel.summary), day(rel.summary.Date))),
		app.If(note != "", func() app.UI { return app.Elem("p").Class("side-note").Text(note) }),
		app.If(len(rel.spans) > 0, func() app.UI { return r.page.renderMap(rel.spans) }),
		markup(`<p class=side-ways><a class='link link-quiet' href=$ aria-label=$>Side by side</a>$</p>`,
			address{view: viewBeside, doc: r.At.doc, other: rel.id}.String(), "Side by side with "+called(rel.summary), doButton(doWhy, "Why?", &rel.summary)),
	)
}

// relationHere says how the listed document p.B stands to the open one, p.A, and
// on what grounds.
func relationHere(p protocol.Pair) string { return withRun(relationInto(p), p) }

func relationInto(p protocol.Pair) string {
	switch p.Relation {
	case protocol.RelationExact:
		return "Exact copy: the same words"
	case protocol.RelationContained:
		if p.BInA >= p.AInB {
			return "Edited copy: " + percent(p.BInA) + " of its wording stands here"
		}
		return "Longer version: holds " + percent(p.AInB) + " of the wording here"
	case protocol.RelationPassage:
		return "Shares a passage: " + percent(p.AInB) + " of the wording here"
	case protocol.RelationQuote:
		return "Shares hardly more than quotations: " + percent(p.AInB) + " of the wording here"
	case protocol.RelationRelated:
		return "Shares some wording: " + percent(p.AInB) + " of the wording here"
	}
	return relationTo(p, "")
}

// mapWidth is the width of a map in its own units; the column stretches it.
const mapWidth = 400

// renderMap draws which parts of the text stand in another: the text from its
// start at the left to its end at the right. The note above says it in words.
func (p *page) renderMap(spans []protocol.Span) app.UI {
	all := max(1, len(p.article.Document.Text))
	shapes := []app.UI{svg("rect").Class("map-all").Attr("width", mapWidth).Attr("height", 6)}
	for _, s := range spans {
		x := int(s.Start) * mapWidth / all
		w := max(2, s.Len()*mapWidth/all)
		shapes = append(shapes, svg("rect").Class("map-part").
			Attr("x", strconv.Itoa(x)).Attr("width", strconv.Itoa(w)).Attr("height", 6))
	}
	return svg("svg").Class("map").Attr("viewBox", "0 0 400 6").
		Attr("preserveAspectRatio", "none").Aria("hidden", "true").Body(shapes...)
}
