package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

// header stands above every view: the name, the search box, the ways.
type header struct {
	app.Compo
	View         view
	Query        string // of the address
	HasDocuments bool

	theme   theme
	command string // the key beside the space bar
}

// searchID is the id of the search box.
const searchID = "search"

func (h *header) OnMount(ctx app.Context) {
	h.theme = loadTheme(ctx)
	h.command = commandKey()
	ctx.ObserveState(themeState, &h.theme)
	ctx.Defer(h.fill)
}

func (h *header) OnUpdate(ctx app.Context) { ctx.Defer(h.fill) }

// fill shows the query of the address, unless the person is typing it. The box
// keeps its own text: go-app cannot clear an input.
func (h *header) fill(app.Context) {
	box := app.Window().GetElementByID(searchID)
	active := app.Window().Get("document").Get("activeElement")
	if !box.Truthy() || box.Equal(active) {
		return
	}
	if h.View == viewSearch || h.Query != "" {
		box.Set("value", h.Query)
	}
}

func (h *header) Render() app.UI {
	brand := address{view: viewHome}
	if h.HasDocuments {
		brand = address{view: viewStories}
	}
	return app.Elem("header").Class("header").Body(
		app.Elem("a").Class("skip").Attr("href", "#/").Text("Skip to the text").OnClick(onSkip),
		app.Elem("div").Class("header-in").Body(
			app.Elem("a").Class("brand").Attr("href", brand.String()).Text("Clippings"),
			app.Elem("form").Class("find").Attr("role", "search").OnSubmit(h.onSubmit).Body(
				icon(iconSearch),
				app.Elem("label").Class("unseen").Attr("for", searchID).Text("Search all texts"),
				app.Elem("input").ID(searchID).Class("find-box").Attr("type", "search").
					Attr("placeholder", "Search all texts").
					Attr("autocomplete", "off").Spellcheck(false).
					Attr("autocapitalize", "off").Attr("enterkeyhint", "search").
					Aria("keyshortcuts", "/").
					OnInput(h.onInput).OnKeyDown(h.onKey),
				app.Elem("kbd").Class("find-key").Aria("hidden", "true").Text("/"),
			),
			app.Elem("nav").Class("nav").Aria("label", "Views").Body(
				h.link(viewStories, "Stories"),
				h.link(viewLedger, "Files"),
				h.link(viewAbout, "About"),
			),
			app.Elem("div").Class("tools").Body(
				app.Elem("a").ID("add").Class("button", "button-add").Attr("href", address{}.String()).Body(
					icon(iconAdd), app.Elem("span").Class("tool-word").Text("Add files"),
				),
				app.Elem("button").ID("palette-open").Class("tool", "tool-wide").Attr("type", "button").
					Title("Go to a text or command").OnClick(onPalette).Body(
					app.Elem("span").Class("unseen").Text("Go to a text or command"),
					app.Elem("kbd").Text(h.command+" K"),
				),
				app.Elem("button").ID("theme").Class("tool").Attr("type", "button").
					Title("Theme: "+h.themeName()).Aria("label", "Theme: "+h.themeName()).
					OnClick(h.onTheme).Body(icon(h.theme.icon())),
				app.Elem("button").ID("help-open").Class("tool", "tool-help").Attr("type", "button").
					Title("Keyboard shortcuts (?)").Aria("label", "Keyboard shortcuts").
					OnClick(onHelp).Body(app.Elem("span").Class("tool-sign").Text("?")),
			),
		),
	)
}

func (h *header) themeName() string {
	if h.theme == "" {
		return string(themeSystem)
	}
	return string(h.theme)
}

func (h *header) link(v view, name string) app.UI {
	a := app.Elem("a").Class("nav-link").Attr("href", address{view: v}.String()).Text(name)
	if h.View == v {
		a.Aria("current", "page")
	}
	return a
}

func (h *header) onInput(ctx app.Context, _ app.Event) {
	box := ctx.JSSrc()
	text := box.Get("value").String()
	q := protocol.Query{Text: text, Typing: isTyping(text, caret(box))}
	h.search(ctx, q)
}

// caret is where the next letter would go, in UTF-16 units; -1 when the browser
// does not tell.
func caret(box app.Value) int {
	if at := box.Get("selectionStart"); at.Truthy() {
		return at.Int()
	}
	return -1
}

// isTyping reports whether the last word of a query may still be growing: the
// caret stands right behind it.
func isTyping(text string, caret int) bool {
	if text == "" || strings.HasSuffix(text, " ") {
		return false
	}
	return caret < 0 || caret >= utf16Len(text)
}

// utf16Len is the length of text as JavaScript counts it.
func utf16Len(text string) int {
	n := 0
	for _, r := range text {
		n++
		if r > 0xFFFF {
			n++
		}
	}
	return n
}

// search shows the results of q: one step in the history for a whole query.
func (h *header) search(ctx app.Context, q protocol.Query) {
	to := address{view: viewSearch, query: q.Text}
	ctx.NewActionWithValue(action.Find, q)
	if h.View == viewSearch {
		replaceAddress(to)
		ctx.NewActionWithValue(typedQuery, q.Text)
		return
	}
	to.follow(ctx)
}

// typedQuery tells the shell what stands in the search box.
const typedQuery = "ui/query" // string

func (h *header) onSubmit(ctx app.Context, e app.Event) {
	e.PreventDefault()
	text := app.Window().GetElementByID(searchID).Get("value").String()
	h.search(ctx, protocol.Query{Text: text})
	ctx.Defer(func(app.Context) { focusRow(0) })
}

// onKey leads from the box into the list below it.
func (h *header) onKey(_ app.Context, e app.Event) {
	switch e.Get("key").String() {
	case "ArrowDown":
		e.PreventDefault()
		focusRow(0)
	case "Escape":
		app.Window().GetElementByID(searchID).Call("blur")
	}
}

func (h *header) onTheme(ctx app.Context, _ app.Event) { setTheme(ctx, h.theme.next()) }

func onPalette(ctx app.Context, _ app.Event) { ctx.NewActionWithValue(showOverlay, overlayPalette) }

func onHelp(ctx app.Context, _ app.Event) { ctx.NewActionWithValue(showOverlay, overlayHelp) }
