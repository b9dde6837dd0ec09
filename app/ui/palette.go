package ui

import (
	"slices"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

// palette leads by a few letters to a text or a command.
type palette struct {
	app.Compo

	typed   string
	choices action.Choices
	at      int // the entry the keys stand on
}

// entry of the palette: a text or a command.
type paletteEntry struct {
	kind    string
	text    string
	matches []protocol.Span
	run     func(app.Context)
}

func (p *palette) OnMount(ctx app.Context) {
	ctx.ObserveState(action.ChoicesState, &p.choices)
	ctx.NewActionWithValue(action.Choose, "")
	ctx.Defer(func(app.Context) {
		showDialog("palette")
		focus(app.Window().GetElementByID("palette-box"))
	})
}

func (p *palette) Render() app.UI {
	entries := p.entries()
	at := min(p.at, len(entries)-1)
	box := app.Elem("input").ID("palette-box").Class("palette-box").Attr("type", "text").
		Attr("placeholder", "Go to a text, an outlet, a person or a command").
		Attr("autocomplete", "off").Spellcheck(false).
		Attr("role", "combobox").Aria("label", "Go to a text, an outlet, a person or a command").
		Aria("expanded", true).Aria("controls", "palette-list").Aria("autocomplete", "list").
		OnInput(p.onInput).OnKeyDown(p.onKey)
	if at >= 0 {
		box.Aria("activedescendant", choiceID(at))
	}
	return app.Elem("dialog").ID("palette").Class("overlay", "palette").Aria("label", "Go to").
		On("close", onDialogClose).On("click", onBackdrop).Body(
		app.Elem("div").Class("palette-in").Body(
			box,
			app.Elem("ul").ID("palette-list").Class("palette-list").Attr("role", "listbox").Aria("label", "Where to go").Body(
				app.Range(entries).Slice(func(i int) app.UI { return p.renderEntry(i, entries[i], i == at) }),
			),
			app.If(len(entries) == 0, func() app.UI {
				return app.Elem("p").Class("palette-none").Attr("role", "status").Text("Nothing is called like that.")
			}),
		),
	)
}

func choiceID(i int) string { return "choice-" + strconv.Itoa(i) }

func (p *palette) renderEntry(i int, e paletteEntry, selected bool) app.UI {
	return app.Elem("li").ID(choiceID(i)).Class("palette-entry").Attr("role", "option").
		Aria("selected", selected).
		OnClick(func(ctx app.Context, _ app.Event) { p.run(ctx, i) }, app.EventScope("choice", i)).
		Body(
			app.Elem("span").Class("palette-text").Body(marked(e.text, e.matches)...),
			app.Elem("span").Class("palette-kind").Text(e.kind),
		)
}

// entries are the commands that begin with what was typed, the texts that match,
// and the other commands that do. What stands first does so before the texts
// have come, and keeps its place when they do.
func (p *palette) entries() []paletteEntry {
	typed := strings.ToLower(strings.TrimSpace(p.typed))
	var first, last []paletteEntry
	for _, c := range commands {
		matches, ok := letters(c.text, typed)
		c.matches = matches
		switch {
		case !ok:
		case strings.HasPrefix(strings.ToLower(c.text), typed):
			first = append(first, c)
		default:
			last = append(last, c)
		}
	}
	return slices.Concat(first, p.texts(), last)
}

// texts are the texts, files, outlets and people that match, if they answer what
// was typed last.
func (p *palette) texts() []paletteEntry {
	if p.choices.Pattern != strings.TrimSpace(p.typed) {
		return nil
	}
	list := make([]paletteEntry, 0, len(p.choices.Choices))
	for _, c := range p.choices.Choices {
		to := choiceAddress(c)
		list = append(list, paletteEntry{kind: choiceKind(c), text: c.Text, matches: c.Matches,
			run: func(ctx app.Context) { ctx.Navigate(to.String()) }})
	}
	return list
}

// choiceKind says what a choice is, and of how many texts.
func choiceKind(c protocol.Choice) string {
	switch c.What {
	case protocol.WhatFile:
		return "File"
	case protocol.WhatOutlet:
		return "Outlet · " + many(c.Documents, "text", "texts")
	case protocol.WhatPerson:
		return "Person · " + many(c.Documents, "text", "texts")
	}
	return "Text"
}

// choiceAddress is where a choice leads: to the text, or to all of an outlet or a
// person.
func choiceAddress(c protocol.Choice) address {
	switch c.What {
	case protocol.WhatOutlet:
		return address{view: viewSearch, query: filterText("outlet", c.Text)}
	case protocol.WhatPerson:
		return address{view: viewSearch, query: filterText("by", c.Text)}
	}
	return address{view: viewReading, doc: c.ID}
}

// commands of the palette.
var commands = []paletteEntry{
	goCommand("Stories", viewStories),
	goCommand("Files", viewLedger),
	goCommand("List of queries", viewQueries),
	goCommand("Add files", viewHome),
	goCommand("About Clippings", viewAbout),
	{kind: "Command", text: "Theme: light", run: func(ctx app.Context) { setTheme(ctx, themeLight) }},
	{kind: "Command", text: "Theme: dark", run: func(ctx app.Context) { setTheme(ctx, themeDark) }},
	{kind: "Command", text: "Theme: as the system", run: func(ctx app.Context) { setTheme(ctx, themeSystem) }},
	{kind: "Command", text: "Saved searches", run: func(ctx app.Context) { ctx.NewActionWithValue(showOverlay, overlaySaved) }},
	{kind: "Command", text: "Size limits", run: func(ctx app.Context) { ctx.NewActionWithValue(showOverlay, overlayLimits) }},
	{kind: "Command", text: "Keyboard shortcuts", run: func(ctx app.Context) { ctx.NewActionWithValue(showOverlay, overlayHelp) }},
}

func goCommand(name string, v view) paletteEntry {
	return paletteEntry{kind: "Go to", text: name, run: func(ctx app.Context) { address{view: v}.follow(ctx) }}
}

// letters finds the letters of pattern in text, in order and with gaps, case
// aside. Both are ASCII here: the page's own commands.
func letters(text, pattern string) ([]protocol.Span, bool) {
	var spans []protocol.Span
	low, at := strings.ToLower(text), 0
	for _, r := range strings.ToLower(pattern) {
		if r == ' ' {
			continue
		}
		i := strings.IndexRune(low[at:], r)
		if i < 0 {
			return nil, false
		}
		start := uint32(at + i)
		at += i + len(string(r))
		if n := len(spans); n > 0 && spans[n-1].End == start {
			spans[n-1].End = uint32(at)
		} else {
			spans = append(spans, protocol.Span{Start: start, End: uint32(at)})
		}
	}
	return spans, true
}

func (p *palette) onInput(ctx app.Context, _ app.Event) {
	p.typed = ctx.JSSrc().Get("value").String()
	p.at = 0
	ctx.NewActionWithValue(action.Choose, strings.TrimSpace(p.typed))
}

func (p *palette) onKey(ctx app.Context, e app.Event) {
	n := len(p.entries())
	switch e.Get("key").String() {
	case "ArrowDown":
		p.at = (p.at + 1) % max(1, n)
	case "ArrowUp":
		p.at = (p.at + n - 1) % max(1, n)
	case "Enter":
		p.run(ctx, p.at)
	default:
		return
	}
	e.PreventDefault()
	ctx.Defer(func(app.Context) { reveal(app.Window().GetElementByID(choiceID(p.at)), "nearest") })
}

// run goes where the entry leads.
func (p *palette) run(ctx app.Context, i int) {
	entries := p.entries()
	if i >= len(entries) {
		return
	}
	closeOverlay(ctx)
	entries[i].run(ctx)
}
