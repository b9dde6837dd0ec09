package ui

import (
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
)

// said tells what the person changed last, and offers to undo it. It goes away by
// itself, unless the focus or the pointer is in it; Ctrl+Z undoes all the same.
type said struct {
	app.Compo

	changes  action.Changes
	grouping action.Grouping
	told     int // of Changes.Count
	closed   int
	held     bool // the focus or the pointer is in it
	waits    int  // counts waits for it to go
}

const (
	saidUndoID  = "said-undo"
	saidRedoID  = "said-redo"
	saidCloseID = "said-close"
)

// saidFor is how long it stays after nobody is in it any more.
const saidFor = 12 * time.Second

func (s *said) OnMount(ctx app.Context) {
	ctx.ObserveState(action.GroupingState, &s.grouping)
	ctx.ObserveState(action.ChangesState, &s.changes).OnChange(func() { s.arrived(ctx) })
}

func (s *said) arrived(ctx app.Context) {
	if s.told == s.changes.Count || app.IsServer {
		return
	}
	s.told, s.held = s.changes.Count, false
	s.wait(ctx)
	if s.changes.Last.Of == action.OfDecision || s.changes.Last.Of == action.OfDecisionTakenBack {
		ctx.Defer(func(app.Context) { catchFocus() })
	}
}

// catchFocus leads the focus here from a button beside a text that is gone, or is
// another text's by now. It is taken from nowhere else.
func catchFocus() {
	active := app.Window().Get("document").Get("activeElement")
	if active.Truthy() && active.Get("tagName").String() != "BODY" &&
		!active.Call("closest", "[data-do], #grouping-decided, #said, #join").Truthy() {
		return
	}
	for _, id := range []string{saidUndoID, saidRedoID, saidCloseID} {
		if b := app.Window().GetElementByID(id); b.Truthy() {
			focus(b)
			return
		}
	}
}

// wait puts it away when nobody was in it for a time.
func (s *said) wait(ctx app.Context) {
	s.waits++
	waits := s.waits
	ctx.After(saidFor, func(app.Context) {
		if s.waits == waits && !s.held {
			s.closed = s.told
		}
	})
}

func (s *said) onEnter(ctx app.Context, _ app.Event) {
	s.held = true
	ctx.PreventUpdate()
}

func (s *said) onLeave(ctx app.Context, _ app.Event) {
	s.held = false
	s.wait(ctx)
	ctx.PreventUpdate()
}

func (s *said) Render() app.UI {
	text := s.text()
	if text == "" {
		return markup(`<div id=said class='said said-empty'><p id=said-text role=status/></div>`)
	}
	var way app.UI
	switch c := &s.changes; {
	case c.Did == action.DidUndo && c.CanRedo:
		way = button(saidRedoID, "button", "Do it again", s.onRedo)
	case c.CanUndo && c.Did != action.DidFail:
		way = button(saidUndoID, "button", "Undo", s.onUndo)
	}
	return markup(`
		<div id=said class=said onfocusin=$ onfocusout=$ onpointerenter=$ onpointerleave=$>
			<p id=said-text class=said-text role=status>$</p>
			<div class=said-ways>$<button id=said-close class='link link-quiet' type=button onclick=$>Close</button></div>
		</div>`, s.onEnter, s.onLeave, s.onEnter, s.onLeave, text, way, s.onClose)
}

func (s *said) text() string {
	c := &s.changes
	if c.Did == action.DidNothing || c.Count == s.closed {
		return ""
	}
	text := changeWords(&c.Last)
	switch {
	case c.Did == action.DidFail:
		return "It could not be done: " + text + ". " + reason(c.Err)
	case s.grouping.Status == action.Failed && isGrouping(&c.Last):
		return "The texts could not be grouped. " + reason(s.grouping.Err)
	case c.Did == action.DidUndo:
		return "Undone: " + text + "."
	case c.Did == action.DidRedo:
		return "Done again: " + text + "."
	case c.Last.Of == action.OfDecision:
		return "Done: " + text + "."
	case c.Last.Of == action.OfDecisionTakenBack:
		return "Taken back: " + text + "."
	}
	return sentence(text)
}

// isGrouping reports whether everything is grouped anew by a change.
func isGrouping(c *action.Change) bool {
	return c.Of == action.OfDecision || c.Of == action.OfDecisionTakenBack || c.Of == action.OfSettings
}

// changeWords says what was changed, without a stop.
func changeWords(c *action.Change) string {
	switch c.Of {
	case action.OfDecision, action.OfDecisionTakenBack:
		return decisionWords(c.Decision)
	case action.OfSettings:
		return "what counts as a copy and as one story changed"
	case action.OfLimits:
		return "the limits of reading changed"
	case action.OfPreference:
		return "how spelling is shown changed"
	case action.OfFact:
		if f, ok := fieldOf(c.Name); ok {
			return lower(f.name) + " changed"
		}
		return lower(c.Name) + " changed"
	case action.OfSearch:
		name := c.Name
		if len(name) > calledLen {
			name = cut(name, calledLen)
		}
		return savingWords(c.Saved) + " “" + name + "”"
	case action.OfWorkspace:
		return "this workspace is now called “" + c.Name + "”"
	case action.OfQueries:
		return "the list of queries was put away"
	}
	return forgottenWords(c.Kept)
}

func savingWords(s action.Saving) string {
	switch s {
	case action.SearchDropped:
		return "deleted the search"
	case action.SearchRenamed:
		return "the search is now called"
	}
	return "saved the search"
}

func forgottenWords(k action.Kept) string {
	switch k {
	case action.KeptCorrections:
		return "corrections forgotten for the next time; texts that are open stay as they are"
	case action.KeptDecisions:
		return "decisions forgotten"
	case action.KeptSaved:
		return "saved searches forgotten"
	}
	return "searches made before forgotten"
}

func (s *said) onUndo(ctx app.Context, _ app.Event) { ctx.NewAction(action.Undo) }

func (s *said) onRedo(ctx app.Context, _ app.Event) { ctx.NewAction(action.Redo) }

func (s *said) onClose(app.Context, app.Event) {
	s.closed = s.changes.Count
	focusMain()
}

// lower begins with a small letter, if it begins with a plain one.
func lower(text string) string {
	if text != "" && 'A' <= text[0] && text[0] <= 'Z' {
		return string(text[0]-'A'+'a') + text[1:]
	}
	return text
}
