package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// help lists the keys, and what can be written into the search box.
type help struct {
	app.Compo
}

func (h *help) OnMount(ctx app.Context) {
	ctx.Defer(func(app.Context) {
		showDialog("help")
		// The browser goes to the button at the end.
		focus(app.Window().GetElementByID("help-title"))
		if d := app.Window().GetElementByID("help"); d.Truthy() {
			d.Set("scrollTop", 0)
		}
	})
}

func (h *help) Render() app.UI {
	return app.Elem("dialog").ID("help").Class("overlay", "help").Aria("labelledby", "help-title").
		On("close", onDialogClose).On("click", onBackdrop).Body(
		app.Elem("div").Class("help-in").Body(
			app.Elem("h2").ID("help-title").Class("help-title").TabIndex(-1).Text("Keyboard and search"),
			elem("div", "help-parts", renderShortcuts()...),
			elem("section", "help-search", words("h3", "help-name", "What can be searched for"), renderSyntax()),
			app.Elem("form").Attr("method", "dialog").Body(
				app.Elem("button").Class("button").Attr("type", "submit").Text("Close"),
			),
		),
	)
}

// renderShortcuts lists all keys, by their parts.
func renderShortcuts() []app.UI {
	var parts []app.UI
	var lines []app.UI
	for i := range shortcuts {
		s := &shortcuts[i]
		lines = append(lines, markup(`<div class=help-line><dt>$</dt><dd>$</dd></div>`, several(2*len(s.names())-1, func(k int) app.UI {
			if k%2 == 1 {
				return app.Text(" ")
			}
			return words("kbd", "", s.names()[k/2])
		}), s.does))
		if i+1 == len(shortcuts) || shortcuts[i+1].part != s.part {
			parts = append(parts, markup(`<section class=help-part><h3 class=help-name>$</h3><dl>$</dl></section>`, s.part, lines))
			lines = nil
		}
	}
	return parts
}

// querySyntax is the query language by examples, between backquotes, of words and
// of fields.
var querySyntax = [][][2]string{
	{
		{"`bridge closed`", "texts that hold both words, in any of their forms"},
		{"`\"bridge closed\"`", "these words side by side"},
		{"`bridge OR ferry`", "either of them"},
		{"`bridge -ferry`", "the first without the second"},
		{"`(bridge OR ferry) closed`", "what belongs together"},
		{"`clos*`  `*ship`  `wom?n`", "parts of words; ? is one letter"},
		{"`bridge~1`", "a letter may differ; ~2: two"},
		{"`bridge NEAR/5 closed`  `\"bridge closed\"~5`", "at most five words between them, in any order"},
		{"`=Zürich`  `=\"Bay Star\"`", "exactly as spelt"},
		{"`/colou?rs?/`", "words by a regular expression"},
	},
	{
		{"`title:bridge`", "in the headline; also `subtitle:` `body:` `caption:`"},
		{"`outlet:\"Bay Star\"`", "who published it; `outlet:=Star` is the whole name"},
		{"`by:marder`", "who wrote it; also `agency:` `place:` `tag:`"},
		{"`lang:en`", "its language; also `format:` `source:` of its file"},
		{"`date:2025-07`", "when: a year, month or day, `date:2025-07-01..2025-07-04`, `date:>2025`, `date:none`"},
		{"`is:unique`", "without copies; also `is:copy` `is:representative` `is:untitled`"},
		{"`in:furniture cookies`", "in menus, notices and other text around the article"},
		{"`outlet:(ap OR reuters)`", "one of several"},
		{"`-lang:de`", "leave these out"},
	},
}

// renderSyntax draws the query language, words beside fields.
func renderSyntax() app.UI {
	return elem("div", "syntaxes", several(len(querySyntax), func(i int) app.UI {
		part := querySyntax[i]
		return elem("dl", "syntax", several(len(part), func(k int) app.UI {
			return elem("div", "syntax-line", elem("dt", "", coded(part[k][0])...), elem("dd", "", coded(part[k][1])...))
		})...)
	})...)
}

// coded is text in which what stands between backquotes is typed as it is.
func coded(text string) []app.UI {
	var list []app.UI
	for i, part := range strings.Split(text, "`") {
		if part == "" {
			continue
		}
		if i%2 == 1 {
			list = append(list, words("kbd", "", part))
		} else {
			list = append(list, app.Text(part))
		}
	}
	return list
}
