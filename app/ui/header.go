package ui

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
)

// header stands above every view: the name, the search box, the ways.
type header struct {
	app.Compo
	View         view
	Query        string  // of the address
	Setting      setting // of the search, or of the last
	HasDocuments bool

	theme   theme
	command string // the key beside the space bar

	searches  action.Searches
	suggested action.Suggested
	offers    offers
	asking    bool // what may be offered
	unwritten unwritten
}

// searchID is the id of the search box.
const searchID = "search"

func (h *header) OnMount(ctx app.Context) {
	h.theme = loadTheme(ctx)
	h.command = commandKey()
	ctx.ObserveState(themeState, &h.theme)
	h.watchOffers(ctx)
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
	return markup(`
		<header class=header>
			<a class=skip href='#/' onclick=$>Skip to the text</a>
			$
			<div class=header-in>
				<a class=brand href=$>Clippings</a>
				<form class=find role=search onsubmit=$>
					$
					<label class=unseen for=search>Search all texts</label>
					<input id=search class=find-box type=search placeholder='Search all texts' autocomplete=off spellcheck=false
						autocapitalize=off enterkeyhint=search aria-keyshortcuts='/' role=combobox aria-autocomplete=list
						aria-expanded=$ aria-controls=$ aria-activedescendant=$
						oninput=$ onkeydown=$ onfocus=$ onclick=$ onblur=$/>
					<kbd class=find-key aria-hidden=true>/</kbd>
					$$
				</form>
				<nav class=nav aria-label=Views>$$$$$</nav>
				<div class=tools>
					$
					<a id=add class='button button-add' href='#/'>$<span class=tool-word>Add files</span></a>
					<button id=palette-open class='tool tool-wide' type=button title='Go to a text or command' onclick=$>
						<span class=unseen>Go to a text or command</span><kbd>$ K</kbd>
					</button>
					<button id=theme class=tool type=button title=$ aria-label=$ onclick=$>$</button>
					<button id=help-open class='tool tool-help' type=button title='Keyboard shortcuts (?)' aria-label='Keyboard shortcuts' onclick=$>
						<span class=tool-sign>?</span>
					</button>
				</div>
			</div>
		</header>`,
		onSkip, h.renderSkip(), brand.String(), h.onSubmit, icon(iconSearch),
		strconv.FormatBool(len(h.offers.list) > 0), offersID, h.activeOffer(),
		h.onInput, h.onKey, h.onEnterBox, h.onEnterBox, h.onLeaveBox,
		h.renderStar(), h.offers.render(h.onOffer),
		h.link(viewStories, "Stories"), h.link(viewLedger, "Files"), h.link(viewQueries, "Queries"), h.link(viewSettings, "Settings"), h.link(viewAbout, "About"),
		&keptLine{}, icon(iconAdd), onPalette, h.command,
		"Theme: "+h.themeName(), "Theme: "+h.themeName(), h.onTheme, icon(h.theme.icon()), onHelp)
}

// renderSkip leads past a list to what narrows it down. Where there is none it is
// hidden, not left out: go-app compares by position, and the search box behind it
// would be another one, without the focus and what is being typed.
func (h *header) renderSkip() app.UI {
	hidden := !h.HasDocuments || h.View != viewSearch && h.View != viewStories
	return markup(`<a class=skip href='#/' hidden=$ onclick=$>Skip to the filters</a>`, hidden, onSkipToFilters)
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
	h.search(ctx, text, isTyping(text, caret(box)))
	h.offer(ctx, text, cursorOf(box, text))
}

// activeOffer is the id of the line of the list that the keys stand on.
func (h *header) activeOffer() string {
	if h.offers.at < 0 || h.offers.at >= len(h.offers.list) {
		return ""
	}
	return offerID(h.offers.at)
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

// search shows the results of a text, set as the search before: one step in the
// history for a whole query.
func (h *header) search(ctx app.Context, text string, typing bool) {
	to := h.addressOf(text)
	q := to.find()
	q.Typing = typing
	if h.View == viewSearch {
		// First: a frame between the two would have the view ask for what the address
		// said before, and that would stand.
		ctx.NewActionWithValue(typedQuery, text)
		h.writeLater(ctx, to)
	}
	ctx.NewActionWithValue(action.Find, q)
	if h.View != viewSearch {
		to.follow(ctx)
	}
}

// addressOf is where a text typed into the box is searched for.
func (h *header) addressOf(text string) address {
	to := address{view: viewSearch, query: text, setting: h.Setting}
	if h.View != viewSearch {
		to.exactly = false // that was meant for other words
	}
	return to
}

// typedQuery tells the shell what stands in the search box.
const typedQuery = "ui/query" // string

func (h *header) onSubmit(ctx app.Context, e app.Event) {
	e.PreventDefault()
	text := app.Window().GetElementByID(searchID).Get("value").String()
	h.dismiss(ctx)
	h.search(ctx, text, false)
	h.writeAddress()
	ctx.NewActionWithValue(action.Remember, h.addressOf(text).find())
	ctx.Defer(func(app.Context) { focusRow(0) })
}

// onKey leads from the box into the list below it. Keys that put a letter
// together, as for Chinese, are none.
func (h *header) onKey(ctx app.Context, e app.Event) {
	if e.Get("isComposing").Bool() || h.onListKey(ctx, e) {
		return
	}
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
