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
			app.Elem("div").Class("help-parts").Body(
				keys("Everywhere",
					shortcut("/", "search"), shortcut("Ctrl K", "go to a text, file or command"),
					shortcut("?", "this list"), shortcut("Esc", "close, leave the search box")),
				keys("In the search box",
					shortcut("↓  ↑", "through what is offered, then the results"),
					shortcut("Tab", "take what is offered"), shortcut("Enter", "search, go to the results")),
				keys("In lists",
					shortcut("j  ↓", "next"), shortcut("k  ↑", "previous"),
					shortcut("Enter", "open")),
				keys("While reading",
					shortcut("f", "show or fold page furniture"), shortcut("e", "where each fact was found"),
					shortcut("n", "next result"), shortcut("p", "previous result"),
					shortcut("b", "back to the list")),
			),
			elem("section", "help-search", words("h3", "help-name", "What can be searched for"), renderSyntax()),
			app.Elem("form").Attr("method", "dialog").Body(
				app.Elem("button").Class("button").Attr("type", "submit").Text("Close"),
			),
		),
	)
}

func keys(name string, lines ...app.UI) app.UI {
	return app.Elem("section").Class("help-part").Body(
		app.Elem("h3").Class("help-name").Text(name),
		app.Elem("dl").Body(lines...),
	)
}

func shortcut(key, does string) app.UI {
	return app.Elem("div").Class("help-line").Body(app.Elem("dt").Body(app.Elem("kbd").Text(key)), app.Elem("dd").Text(does))
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
