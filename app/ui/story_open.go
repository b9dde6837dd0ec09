package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
)

// renderOpen draws what an opened story holds, as far as it is shown: groups of
// copies with the representative first, then the texts that stand alone.
func (r *storyRow) renderOpen(at rowState) app.UI {
	body := make([]app.UI, 0, len(r.groups)+3)
	rest := at.shown
	for i := range r.groups {
		if rest <= 0 {
			break
		}
		body = append(body, r.renderGroup(i, at, rest))
		rest -= len(r.groups[i].texts)
	}
	if len(r.lone) > 0 && rest > 0 {
		body = append(body, r.renderLone(at, rest))
	}
	if hidden := r.document - at.shown; hidden > 0 {
		body = append(body, app.Button().Class("link", "story-more").Type("button").
			OnClick(at.more, app.EventScope("more", at.place)).
			Text("Show more: "+many(hidden, "text is", "texts are")+" still folded"))
	}
	for _, note := range r.notes {
		body = append(body, words("p", "story-note", note))
	}
	return elem("div", "story-open", body...).ID("story-" + strconv.Itoa(at.place))
}

// renderGroup draws the representative and as many of the members as are shown.
func (r *storyRow) renderGroup(group int, at rowState, rest int) app.UI {
	g := r.groups[group]
	lines := make([]app.UI, 0, len(g.texts))
	for i := range g.texts[:min(rest, len(g.texts))] {
		class := "text text-copy"
		if i == 0 {
			class = "text text-first"
		}
		lines = append(lines, r.renderText(textPlace{g.texts[i], group, i}, class, at.acting))
	}
	return elem("div", "group",
		words("h3", "group-name", strconv.Itoa(len(g.texts))+" printings of one text"),
		words("p", "group-note", g.note),
		elem("ul", "texts texts-copies", lines...),
	)
}

func (r *storyRow) renderLone(at rowState, rest int) app.UI {
	name := "Told in their own words"
	if len(r.lone) == 1 {
		name = "Told in its own words"
	}
	lines := make([]app.UI, 0, len(r.lone))
	for i := range r.lone[:min(rest, len(r.lone))] {
		lines = append(lines, r.renderText(textPlace{r.lone[i], -1, i}, "text text-lone", at.acting))
	}
	return elem("div", "group", words("h3", "group-name", name), elem("ul", "texts", lines...))
}

// textPlace is a document and where it stands in its story.
type textPlace struct {
	*textView
	group int // -1 for a lone text
	i     int // among the texts of the group, the representative first, or the lone texts
}

// renderText draws a document with a word about it and what can be done with it.
func (r *storyRow) renderText(t textPlace, class, acting string) app.UI {
	title, isTitle := headline(t.summary)
	link := with(words("a", "text-title", title), "href", address{view: viewReading, doc: t.summary.ID}.String())
	if !isTitle {
		link.Class("is-lead")
	}
	body := []app.UI{link,
		words("p", "text-facts", facts(outlet(t.summary), day(t.summary.Date), t.summary.Agency, many(t.summary.Words, "word", "words")))}
	if t.uncredited {
		body = append(body, words("p", "text-flag", "Agency copy without the credit"))
	}
	if t.note != "" {
		body = append(body, words("p", "text-note", t.note))
	}
	return elem("li", class, append(body, r.renderWays(t, acting))...)
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
	case protocol.RelationQuote:
		return "Shares quotations only: " + percent(max(p.AInB, p.BInA)) + " of the wording"
	case protocol.RelationStory:
		return "Tells of the same event in its own words"
	}
	return ""
}
