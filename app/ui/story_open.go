package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
)

// renderOpen draws what an opened story holds, as far as it is shown: groups of
// copies with the representative first, then the texts that stand alone.
func (r *storyRow) renderOpen(i, shown int, more app.EventHandler) app.UI {
	body := make([]app.UI, 0, len(r.groups)+2)
	rest := shown
	for _, g := range r.groups {
		if rest <= 0 {
			break
		}
		body = append(body, g.render(rest-1))
		rest -= 1 + len(g.members)
	}
	if len(r.lone) > 0 && rest > 0 {
		body = append(body, r.renderLone(rest))
	}
	if hidden := r.document - shown; hidden > 0 {
		body = append(body, app.Button().Class("link", "story-more").Type("button").
			OnClick(more, app.EventScope("more", i)).
			Text("Show more: "+many(hidden, "text is", "texts are")+" still folded"))
	}
	return app.Div().ID("story-" + strconv.Itoa(i)).Class("story-open").Body(body...)
}

// render draws the representative and as many of the members as are shown.
func (g groupView) render(shown int) app.UI {
	members := g.members[:min(shown, len(g.members))]
	return app.Div().Class("group").Body(
		app.H3().Class("group-name").Text(strconv.Itoa(1+len(g.members))+" printings of one text"),
		app.Ul().Class("texts", "texts-copies").Body(
			textLine(g.representative, "text-first", "Shown first: "+g.why),
			app.Range(members).Slice(func(i int) app.UI {
				return textLine(members[i].summary, "text-copy", relation(members[i].pair, "the text above"))
			}),
		),
	)
}

func (r *storyRow) renderLone(shown int) app.UI {
	name := "Told in their own words"
	if len(r.lone) == 1 {
		name = "Told in its own words"
	}
	lone := r.lone[:min(shown, len(r.lone))]
	return app.Div().Class("group").Body(
		app.H3().Class("group-name").Text(name),
		app.Ul().Class("texts").Body(
			app.Range(lone).Slice(func(i int) app.UI { return textLine(lone[i], "text-lone", "") }),
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

// relation says how the document p.A stands to p.B, which other names, and on
// what grounds.
func relation(p protocol.Pair, other string) string {
	return withRun(relationTo(p, other), p)
}

// withRun adds to a relation the longest run of words both texts have. An exact
// copy needs no such proof.
func withRun(text string, p protocol.Pair) string {
	if text == "" || p.Run == 0 || p.Relation == protocol.RelationExact {
		return text
	}
	return text + "; longest run " + many(p.Run, "word", "words")
}

func relationTo(p protocol.Pair, other string) string {
	switch p.Relation {
	case protocol.RelationExact:
		return "Exact copy: the same words as " + other
	case protocol.RelationNear:
		return "Near copy: " + percent(p.Jaccard) + " of the wording of both is the same"
	case protocol.RelationContained:
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
