package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
)

// renderOpen draws what an opened story holds: groups of copies with the
// representative first, then the texts that stand alone.
func (r *storyRow) renderOpen(i int) app.UI {
	body := make([]app.UI, 0, len(r.groups)+1)
	for _, g := range r.groups {
		body = append(body, g.render())
	}
	if len(r.lone) > 0 {
		body = append(body, r.renderLone())
	}
	return app.Div().ID("story-" + strconv.Itoa(i)).Class("story-open").Body(body...)
}

func (g groupView) render() app.UI {
	return app.Div().Class("group").Body(
		app.H3().Class("group-name").Text(strconv.Itoa(1+len(g.members))+" printings of one text"),
		app.Ul().Class("texts", "texts-copies").Body(
			textLine(g.representative, "text-first", "Shown first: "+g.why),
			app.Range(g.members).Slice(func(i int) app.UI {
				m := g.members[i]
				return textLine(m.summary, "text-copy", relation(m.pair, "the text above"))
			}),
		),
	)
}

func (r *storyRow) renderLone() app.UI {
	name := "Told in their own words"
	if len(r.lone) == 1 {
		name = "Told in its own words"
	}
	return app.Div().Class("group").Body(
		app.H3().Class("group-name").Text(name),
		app.Ul().Class("texts").Body(
			app.Range(r.lone).Slice(func(i int) app.UI {
				return textLine(r.lone[i], "text-lone", "")
			}),
		),
	)
}

// textLine is a document in a list within a list, with a word about it.
func textLine(s protocol.Summary, class, note string) app.UI {
	title, isTitle := headline(s)
	link := app.A().Class("text-title").Href(address{view: viewReading, doc: s.ID}.String()).Text(title)
	if !isTitle {
		link.Class("is-lead")
	}
	return app.Li().Class("text", class).Body(
		link,
		app.P().Class("text-facts").Text(facts(outlet(s), day(s.Date), s.Agency, many(s.Words, "word", "words"))),
		app.If(note != "", func() app.UI { return app.P().Class("text-note").Text(note) }),
	)
}

// relation says how the document p.A stands to p.B, which other names.
func relation(p protocol.Pair, other string) string {
	switch p.Relation {
	case protocol.RelationExact:
		return "Exact copy: the same words as " + other
	case protocol.RelationNear:
		return "Near copy: " + percent(p.Jaccard) + " of the wording of both is the same"
	case protocol.RelationEdited:
		if p.AInB >= p.BInA {
			return "Edited copy: " + percent(p.AInB) + " of its wording stands in " + other
		}
		return "Longer version: holds " + percent(p.BInA) + " of the wording of " + other
	case protocol.RelationRelated:
		return "Shares some wording: " + percent(max(p.AInB, p.BInA))
	case protocol.RelationPassage:
		return "Shares a passage: " + percent(max(p.AInB, p.BInA)) + " of the wording"
	}
	return ""
}
