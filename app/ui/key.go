package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// keyAction is posted for a key that a view answers: "f" in the reading view.
const keyAction = "ui/key" // string

// listenKeys answers keys wherever the focus is. Letters are commands only
// outside of text fields.
func listenKeys(ctx app.Context, s *Shell) {
	app.Window().Call("addEventListener", "keydown", app.FuncOf(func(_ app.Value, args []app.Value) any {
		e := args[0]
		press := pressOf(e)
		if s.overlay == overlayNone && !isOpen(tablesID) && press.answer(ctx, s.at.view) {
			e.Call("preventDefault")
		}
		return nil
	}))
}

// press is a key with what was held with it.
type press struct {
	key     string
	command bool // Ctrl or Cmd
	alt     bool
	typing  bool // the focus is in a text field
}

func pressOf(e app.Value) press {
	target := e.Get("target")
	return press{
		key:     e.Get("key").String(),
		command: e.Get("ctrlKey").Bool() || e.Get("metaKey").Bool(),
		alt:     e.Get("altKey").Bool(),
		typing:  target.Get("closest").Truthy() && target.Call("closest", textFields).Truthy(),
	}
}

// textFields are those that a letter is typed into or chooses by. A slider or a
// box to tick is none.
const textFields = "textarea, select, [contenteditable], input:not([type=range], [type=checkbox], [type=radio], [type=file])"

// answer does what the key stands for in a view and reports whether it did
// anything.
func (p press) answer(ctx app.Context, in view) bool {
	s := p.shortcut(in)
	if s == nil {
		return false
	}
	if s.run != nil {
		return s.run(ctx)
	}
	ctx.NewActionWithValue(keyAction, p.key)
	return true
}

// shortcut is the one that the key stands for; nil if it is none there.
func (p press) shortcut(in view) *shortcut {
	for i := range shortcuts {
		if s := &shortcuts[i]; s.isFor(p, in) {
			return s
		}
	}
	return nil
}

// arrow moves to another row when one has the focus; else the page scrolls.
func arrow(step int) func(app.Context) bool {
	return func(app.Context) bool {
		if !app.Window().Get("document").Get("activeElement").Call("closest", "[data-row]").Truthy() {
			return false
		}
		focusRow(step)
		return true
	}
}

// focusRow moves the focus by a number of rows from the one that has it; to the
// first row when none has it or step is 0.
func focusRow(step int) {
	document := app.Window().Get("document")
	current := document.Get("activeElement").Call("closest", "[data-row]")
	if !current.Truthy() || step == 0 {
		focusLink(document.Call("querySelector", "[data-row] .row-link"))
		return
	}
	row, err := strconv.Atoi(current.Get("dataset").Get("row").String())
	if err != nil {
		return
	}
	if row+step < 0 {
		focus(app.Window().GetElementByID(searchID))
		return
	}
	focusLink(document.Call("querySelector", `[data-row="`+strconv.Itoa(row+step)+`"] .row-link`))
}

func focusLink(link app.Value) {
	if !link.Truthy() {
		return
	}
	focus(link)
	reveal(link.Call("closest", "[data-row]"), "nearest")
}
