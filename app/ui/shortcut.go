package ui

import (
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
)

// shortcut is a key and what it does. The list that help shows and the keys that
// the page answers are the same table.
type shortcut struct {
	keys    string // of KeyboardEvent.key, a space between two that do the same; first the one that is shown
	shown   string // if it is not called like that
	does    string
	part    string // of the list
	in      []view // that answer it; nil: all
	command bool   // with Ctrl or Cmd, which works while typing too unless texts have it
	texts   bool   // a text field means something else by it

	// run does it and reports whether there was anything to do. Where it is nil the
	// view is told by keyAction; unless own: then the element that has the focus
	// answers it by itself, and the table only lists it.
	run func(app.Context) bool
	own bool
}

// Parts of the list of keys.
const (
	keysEverywhere = "Everywhere"
	keysSearch     = "In the search box"
	keysLists      = "In lists"
	keysReading    = "While reading"
	keysBeside     = "While comparing"
)

var inReading, inDifferences = []view{viewReading}, []view{viewVersions, viewBeside}

// shortcuts are all keys of the page.
var shortcuts = []shortcut{
	{keys: "/", does: "search", part: keysEverywhere, run: runSearch},
	{keys: "k K", shown: "K", command: true, does: "go to a text, file or command", part: keysEverywhere, run: runOverlay(overlayPalette)},
	{keys: "z", shown: "Z", command: true, texts: true, does: "undo what you changed last", part: keysEverywhere, run: runAction(action.Undo)},
	{keys: "Z y", shown: "⇧ Z", command: true, texts: true, does: "do it again", part: keysEverywhere, run: runAction(action.Redo)},
	{keys: "?", does: "this list", part: keysEverywhere, run: runOverlay(overlayHelp)},
	{keys: "Escape", shown: "Esc", does: "close, leave the search box", part: keysEverywhere, own: true},

	{keys: "ArrowDown ArrowUp", shown: "↓  ↑", does: "through what is offered, then the results", part: keysSearch, own: true},
	{keys: "Tab", does: "take what is offered", part: keysSearch, own: true},
	{keys: "Enter", does: "search, go to the results", part: keysSearch, own: true},

	{keys: "j", does: "next", part: keysLists, run: runRow(+1)},
	{keys: "ArrowDown", shown: "↓", does: "next, when one has the focus", part: keysLists, run: arrow(+1)},
	{keys: "k", does: "previous", part: keysLists, run: runRow(-1)},
	{keys: "ArrowUp", shown: "↑", does: "previous, when one has the focus", part: keysLists, run: arrow(-1)},
	{keys: "Enter", does: "open", part: keysLists, own: true},

	{keys: "f", does: "show or fold page furniture", part: keysReading, in: inReading},
	{keys: "e", does: "where each fact was found", part: keysReading, in: inReading},
	{keys: "n", does: "next result", part: keysReading, in: inReading},
	{keys: "p", does: "previous result", part: keysReading, in: inReading},
	{keys: "]", does: "next match of the search", part: keysReading, in: inReading},
	{keys: "[", does: "previous match", part: keysReading, in: inReading},
	{keys: "c", does: "compare all versions", part: keysReading, in: inReading},
	{keys: "s", does: "the story it belongs to", part: keysReading, in: inReading},
	{keys: "i", does: "find in the text", part: keysReading, in: inReading},
	{keys: "o", does: "the text as it was read", part: keysReading, in: inReading},
	{keys: "b", does: "back to the list, also from a story", part: keysReading, in: []view{viewReading, viewStory}},

	{keys: "] n", does: "next difference", part: keysBeside, in: inDifferences},
	{keys: "[ p", does: "previous difference", part: keysBeside, in: inDifferences},
}

// isFor reports whether the page is to answer a key by it.
func (s *shortcut) isFor(p press, in view) bool {
	switch {
	case s.own || p.alt || p.command != s.command:
		return false
	case p.typing && (!s.command || s.texts):
		return false
	case s.in != nil && !slices.Contains(s.in, in):
		return false
	}
	return slices.Contains(strings.Fields(s.keys), p.key)
}

// names are the keys as the list shows them.
func (s *shortcut) names() []string {
	switch {
	case s.command && s.shown != "":
		return []string{commandKey() + " " + s.shown}
	case s.shown != "":
		return []string{s.shown}
	}
	return strings.Fields(s.keys)
}

func runSearch(app.Context) bool {
	box := app.Window().GetElementByID(searchID)
	focus(box)
	box.Call("select")
	return true
}

func runOverlay(o overlay) func(app.Context) bool {
	return func(ctx app.Context) bool {
		ctx.NewActionWithValue(showOverlay, o)
		return true
	}
}

func runAction(name string) func(app.Context) bool {
	return func(ctx app.Context) bool {
		ctx.NewAction(name)
		return true
	}
}

func runRow(step int) func(app.Context) bool {
	return func(app.Context) bool {
		focusRow(step)
		return true
	}
}
