package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// What the page does to the browser around it. Natively all of it does nothing.

// Actions between parts of the page; they do not concern the engine.
const (
	showOverlay = "ui/overlay" // overlay
	openSample  = "ui/sample"  // nil
)

// onSkip leads the focus past the header. The link is not followed: its address
// would be taken for a view's.
func onSkip(_ app.Context, e app.Event) {
	e.PreventDefault()
	e.Call("stopPropagation")
	focusMain()
}

// onSkipToFilters leads the focus past the list, to what narrows it down. On a
// narrow page that is opened first.
func onSkipToFilters(_ app.Context, e app.Event) {
	e.PreventDefault()
	e.Call("stopPropagation")
	title := app.Window().GetElementByID(facetsID + "-title")
	open := app.Window().GetElementByID("narrow")
	switch {
	case title.Truthy() && title.Get("offsetParent").Truthy():
		focus(title)
		reveal(title, "nearest")
	case open.Truthy():
		open.Call("click")
	default:
		focusMain()
	}
}

// focusMain moves the focus to the heading of the view or, where it has none, to
// the view, so that a screen reader begins there.
func focusMain() {
	if app.IsServer {
		return
	}
	document := app.Window().Get("document")
	if document.Get("activeElement").Get("id").String() == searchID {
		return // typing goes on
	}
	target := document.Call("querySelector", "#main [data-focus]")
	if !target.Truthy() {
		target = app.Window().GetElementByID("main")
	}
	focus(target)
}

// focus moves the focus without scrolling.
func focus(element app.Value) {
	if element.Truthy() {
		element.Call("focus", map[string]any{"preventScroll": true})
	}
}

// reveal scrolls as little as needed to show an element.
func reveal(element app.Value, block string) {
	if element.Truthy() {
		element.Call("scrollIntoView", map[string]any{"block": block})
	}
}

func scrolled() int {
	if app.IsServer {
		return 0
	}
	return int(app.Window().Get("scrollY").Float())
}

func scrollTo(y int) { app.Window().Call("scrollTo", 0, y) }

// isBusy reports whether the view waits for what it shows.
func isBusy() bool {
	return app.Window().Get("document").Call("querySelector", `#main > [aria-busy="true"]`).Truthy()
}

// replaceAddress changes the address without a step in the history: for what is
// being typed.
func replaceAddress(a address) {
	app.Window().Get("history").Call("replaceState", nil, "", a.String())
}

func pageTitle(a address) string {
	const name = "Clippings"
	switch a.view {
	case viewStories:
		return "Stories – " + name
	case viewSearch:
		if a.query != "" {
			return a.query + " – " + name
		}
		return "Search – " + name
	case viewLedger:
		return "Files – " + name
	case viewAbout:
		return "About – " + name
	case viewQueries:
		return "List of queries – " + name
	case viewSettings:
		return "Settings – " + name
	case viewStory:
		return "Story – " + name
	case viewVersions:
		return "All versions – " + name
	case viewBeside:
		return "Side by side – " + name
	}
	return name
}

// commandKey is what the key for commands is called on this machine.
func commandKey() string {
	if app.IsClient && strings.HasPrefix(app.Window().Get("navigator").Get("platform").String(), "Mac") {
		return "⌘"
	}
	return "Ctrl"
}
