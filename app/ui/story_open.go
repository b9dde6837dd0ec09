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
	if hidden := r.known() - at.shown; hidden > 0 {
		body = append(body, app.Elem("button").Class("link", "story-more").Attr("type", "button").
			OnClick(at.more, app.EventScope("more", at.place)).
			Text("Show more: "+many(hidden, "text is", "texts are")+" still folded"))
	}
	if r.unknown > 0 && at.shown >= r.known() {
		body = append(body, markup(`<p class=story-more><a class=link href=$>All $ documents</a></p>`, r.address().String(), number(r.document)))
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
	return markup(`
		<div class=group>
			<h3 class=group-name>$</h3>
			<p class=group-note>$</p>
			<p class=group-ways><a class=link href=$>$</a></p>
			<ul class='texts texts-copies'>$</ul>
		</div>`, printings(g), g.note, address{view: viewVersions, doc: g.texts[0].summary.ID}.String(), compareAll(len(g.texts)), lines)
}

// compareAll names the way to all versions of a text.
func compareAll(versions int) string {
	if versions == 2 {
		return "Compare both versions"
	}
	return "Compare all " + number(versions) + " versions"
}

// printings is what a group is called; its letter is that of the time line.
func printings(g *groupView) string {
	name := number(len(g.texts)) + " printings of one text"
	if g.letter != "" {
		return "Text " + g.letter + ": " + name
	}
	return name
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
	return markup(`<div class=group><h3 class=group-name>$</h3><ul class=texts>$</ul></div>`, name, lines)
}

// textPlace is a document and where it stands in its story.
type textPlace struct {
	*textView
	group int // -1 for a lone text
	i     int // among the texts of the group, the representative first, or the lone texts
}

// renderText draws a document with a word about it and what can be done with it.
func (r *storyRow) renderText(t textPlace, class, acting string) app.UI {
	s := &t.summary
	title, isTitle := headline(*s)
	name := "text-title"
	if !isTitle {
		name += " is-lead"
	}
	note := t.note
	if t.member != nil {
		note = memberWords(t.member)
	}
	var flag app.UI
	if t.uncredited {
		flag = words("p", "text-flag", "Agency copy without the credit")
	}
	return markup(`
		<li class=$>
			<a class=$ href=$>$</a>
			<p class=text-facts>$</p>
			$
			<p class=text-note>$</p>
			<div class=text-ways>$</div>
		</li>`,
		class, name, address{view: viewReading, doc: s.ID}.String(), title,
		facts(outlet(*s), day(s.Date), s.Agency, many(s.Words, "word", "words")), flag, note, r.renderWays(t, acting))
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
		return "Shares some wording: " + percent(p.Containment())
	case protocol.RelationPassage:
		return "Shares a passage: " + percent(p.Containment()) + " of the wording"
	case protocol.RelationQuote:
		return "Shares hardly more than quotations: " + percent(p.Containment()) + " of the wording"
	case protocol.RelationStory:
		return "Tells of the same event in its own words"
	}
	return ""
}
