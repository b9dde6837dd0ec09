package ui

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

// palette leads by a few letters to a text or a command.
type palette struct {
	app.Compo

	typed    string
	choices  action.Choices
	searches action.Searches
	now      action.Workspace
	kept     action.Workspaces
	at       int // the entry the keys stand on
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
	ctx.ObserveState(action.SearchesState, &p.searches)
	ctx.ObserveState(action.WorkspaceState, &p.now)
	ctx.ObserveState(action.WorkspacesState, &p.kept)
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
		Attr("placeholder", "Go to a text, an outlet, a person, a search or a command").
		Attr("autocomplete", "off").Spellcheck(false).
		Attr("role", "combobox").Aria("label", "Go to a text, an outlet, a person, a search or a command").
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

// entries are the commands that begin with what was typed, the saved searches and
// the texts that match, and the other commands and searches that do. What stands
// first does so before the texts have come, and keeps its place when they do.
func (p *palette) entries() []paletteEntry {
	typed := strings.ToLower(strings.TrimSpace(p.typed))
	var first, last []paletteEntry
	for _, c := range append(commands[:len(commands):len(commands)], workspaceEntries(&p.now, p.kept.List)...) {
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
	if typed == "" {
		return slices.Concat(first, p.searched(p.searches.Saved, typed), p.searched(p.searches.History, typed))
	}
	return slices.Concat(first, p.searched(p.searches.Saved, typed), p.texts(), last, p.searched(p.searches.History, typed))
}

// searched are the searches of a list that match, by their names or queries.
func (p *palette) searched(searches []action.KeptSearch, typed string) []paletteEntry {
	var list []paletteEntry
	for _, k := range searches {
		e := paletteEntry{kind: "Saved search", text: k.Name}
		if k.Name == "" {
			e.kind, e.text = "Search", queryName(k.Query)
			if p.searches.Find(k.Query) >= 0 {
				continue // it is there by its name
			}
		}
		matches, ok := letters(e.text, typed)
		if !ok {
			if _, ok = letters(queryName(k.Query), typed); !ok {
				continue
			}
		}
		to := queryAddress(k.Query)
		e.matches, e.run = matches, func(ctx app.Context) { to.follow(ctx) }
		if list = append(list, e); len(list) == mostRecent {
			break
		}
	}
	return list
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
	goCommand("Settings", viewSettings),
	goCommand("About Clippings", viewAbout),
	{kind: "Command", text: "Theme: light", run: func(ctx app.Context) { setTheme(ctx, themeLight) }},
	{kind: "Command", text: "Theme: dark", run: func(ctx app.Context) { setTheme(ctx, themeDark) }},
	{kind: "Command", text: "Theme: as the system", run: func(ctx app.Context) { setTheme(ctx, themeSystem) }},
	{kind: "Command", text: "New workspace", run: func(ctx app.Context) { onNewWorkspace(ctx, app.Event{}) }},
	{kind: "Command", text: "Save workspace as a file", run: func(ctx app.Context) { ctx.NewAction(action.SaveWorkspaceFile) }},
	{kind: "Command", text: "Undo", run: func(ctx app.Context) { ctx.NewAction(action.Undo) }},
	{kind: "Command", text: "Redo", run: func(ctx app.Context) { ctx.NewAction(action.Redo) }},
	{kind: "Command", text: "Export documents or the report of copies", run: onExportHere},
	{kind: "Command", text: "Saved searches", run: func(ctx app.Context) { ctx.NewActionWithValue(showOverlay, overlaySaved) }},
	{kind: "Command", text: "Size limits", run: func(ctx app.Context) { ctx.NewActionWithValue(showOverlay, overlayLimits) }},
	{kind: "Command", text: "Keyboard shortcuts and search help", run: func(ctx app.Context) { ctx.NewActionWithValue(showOverlay, overlayHelp) }},
}

func goCommand(name string, v view) paletteEntry {
	return paletteEntry{kind: "Go to", text: name, run: func(ctx app.Context) { address{view: v}.follow(ctx) }}
}

// letters finds the letters of pattern in text, in order and with gaps, case and
// the accents of western Europe aside. It is for short lists that the page has
// itself; what the corpus holds is found by the engine.
func letters(text, pattern string) ([]protocol.Span, bool) {
	var spans []protocol.Span
	wanted := []rune(strings.ReplaceAll(pattern, " ", ""))
	for at, r := range text {
		if len(wanted) == 0 {
			break
		}
		if bareLetter(r) != bareLetter(wanted[0]) {
			continue
		}
		wanted = wanted[1:]
		_, n := utf8.DecodeRuneInString(text[at:])
		start, end := uint32(at), uint32(at+n)
		if last := len(spans) - 1; last >= 0 && spans[last].End == start {
			spans[last].End = end
		} else {
			spans = append(spans, protocol.Span{Start: start, End: end})
		}
	}
	if len(wanted) > 0 {
		return nil, false
	}
	return spans, true
}

// bareLetters are what stands for U+00E0 to U+00FF without an accent.
const bareLetters = "aaaaaaaceeeeiiiidnooooo/ouuuuypy"

func bareLetter(r rune) rune {
	if r = unicode.ToLower(r); 0xE0 <= r && r <= 0xFF {
		return rune(bareLetters[r-0xE0])
	}
	return r
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
