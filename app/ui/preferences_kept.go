package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
)

// renderKept says what is kept on this device and lets the person forget it.
func (p *preferences) renderKept() app.UI {
	return markup(`
		<section id=kept-here class=preference aria-labelledby=preference-kept>
			<h2 id=preference-kept class=preference-name>What you have set and said</h2>
			<p class=preference-note>$</p>
			<dl class=preference-facts>$</dl>
		</section>`, p.keptNote(), several(len(keptKinds), p.renderKind))
}

func (p *preferences) keptNote() string {
	if p.searches.Failed {
		return "This browser keeps nothing for pages: all of it lasts until the page is closed."
	}
	return "It is part of the workspace that is open. Clearing the data of this site in the browser forgets all workspaces, these settings, and the copy of the program for use without a network."
}

// keptKind is a kind of thing that can be forgotten.
type keptKind struct {
	kept  action.Kept
	name  string
	count func(*preferences) string // "" for none
}

var keptKinds = []keptKind{
	{action.KeptDecisions, "Decisions made by hand", func(p *preferences) string { return counted(len(p.grouping.Decisions), "decision", "decisions") }},
	{action.KeptCorrections, "Corrections, tags and notes", func(p *preferences) string {
		if k := p.keeping; k.Corrections > 0 {
			return many(k.Corrections, "value", "values") + " in " + many(k.Files, "file", "files")
		}
		return ""
	}},
	{action.KeptSaved, "Saved searches", func(p *preferences) string { return counted(len(p.searches.Saved), "search", "searches") }},
	{action.KeptHistory, "Searches made before", func(p *preferences) string { return counted(len(p.searches.History), "search", "searches") }},
}

func counted(n int, one, more string) string {
	if n == 0 {
		return ""
	}
	return many(n, one, more)
}

func (p *preferences) renderKind(i int) app.UI {
	k := keptKinds[i]
	count := k.count(p)
	none := count == ""
	if none {
		count = "none"
	}
	return markup(`
		<div class=preference-fact>
			<dt>$</dt>
			<dd>$ <button class='link link-quiet' type=button data-column=$ aria-label=$ disabled=$ onclick=$>Forget</button></dd>
		</div>`, k.name, count, i, "Forget: "+k.name, none, p.onForget)
}

func (p *preferences) onForget(ctx app.Context, _ app.Event) {
	if i := dataInt(ctx, "column"); i >= 0 && i < len(keptKinds) {
		ctx.NewActionWithValue(action.Forget, keptKinds[i].kept)
	}
}
