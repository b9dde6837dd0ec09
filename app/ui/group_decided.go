package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

// decidedStep is how many decisions are listed at once.
const decidedStep = 20

// renderDecided lists what the person decided, the last first.
func (p *groupingPanel) renderDecided() app.UI {
	all := p.now.Decisions
	shown := min(len(all), p.decided)
	hint := ""
	if len(all) == 0 {
		hint = "Nothing yet. Open a story and press Change beside a text: it can be shown first, taken out, or joined with another."
	}
	var more app.UI
	if shown < len(all) {
		more = button("grouping-more", "link", "Show "+number(min(decidedStep, len(all)-shown))+" more", p.onMoreDecided)
	}
	return markup(`
		<section id=grouping-decided class=grouping-part>
			<h3 class=grouping-name>What you decided</h3>
			<p class=slider-hint>$</p>
			<ul class=decided>$</ul>
			$
		</section>`, hint, several(shown, p.renderDecision), more)
}

// renderToDecided leads to what the person decided.
func (p *groupingPanel) renderToDecided() app.UI {
	text := "Nothing was decided by hand yet"
	if n := len(p.now.Decisions); n > 0 {
		text = "By hand you made " + many(n, "decision", "decisions")
	}
	return markup(`<p class=grouping-part>$. <a id=grouping-all class=link href=$>All settings</a></p>`,
		text, address{view: viewSettings}.String())
}

// renderDecision draws the i-th from the last.
func (p *groupingPanel) renderDecision(i int) app.UI {
	n := len(p.now.Decisions) - 1 - i
	text := decisionWords(p.now.Decisions[n])
	return markup(`
		<li class=decision>
			<span>$.</span>
			<button class='link link-quiet' type=button data-column=$ aria-label=$ onclick=$>Take back</button>
		</li>`, text, n, "Take back: "+text, p.onTakeBack)
}

func (p *groupingPanel) onMoreDecided(app.Context, app.Event) { p.decided += decidedStep }

func (p *groupingPanel) onTakeBack(ctx app.Context, _ app.Event) {
	if i := dataInt(ctx, "column"); i >= 0 && i < len(p.now.Decisions) {
		ctx.NewActionWithValue(action.TakeBack, p.now.Decisions[i].Decision)
	}
}

// decisionWords says what the person decided, without a stop.
func decisionWords(d action.Decision) string {
	a, b := subjectName(d.Of[0], d.A), subjectName(d.Of[1], d.B)
	switch d.Kind {
	case protocol.AreCopies:
		return a + " and " + b + " are copies of one text"
	case protocol.NotCopies:
		return a + " is not a copy of " + b
	case protocol.SameStory:
		return a + " and " + b + " tell one story"
	case protocol.OtherStory:
		return a + ", with its copies, is not of the story of " + b
	}
	return a + " is shown first of its copies"
}

func subjectName(s action.Subject, name string) string {
	return called(protocol.Summary{Name: name, Title: s.Title, Lead: s.Lead, Outlet: s.Outlet})
}

// calledLen is how much of a headline stands in a sentence.
const calledLen = 60

// called is a document within a sentence: “Night train returns” (Harbour Gazette).
// Copies often have the same headline.
func called(s protocol.Summary) string {
	title, _ := headline(s)
	if len(title) > calledLen {
		title = cut(title, calledLen)
	}
	return "“" + title + "” (" + shorten(outlet(s), amongLen) + ")"
}
