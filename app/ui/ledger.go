package ui

import (
	"context"
	"strconv"
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

// ledger accounts for every file: read as what, or left out and why.
//
// What is shown is worked out beside the drawing, in steps that give the page
// its thread back: a ledger may have 100,000 entries.
type ledger struct {
	app.Compo

	state   action.Ledger
	listed  action.Published // what the files of a collection are, once that has come
	view    ledgerView
	tally   ledgerTally
	shown   []int32 // places in entries
	entries []protocol.Entry
	whole   bool // that is all of them, in their order
	heights *heights
	stop    context.CancelFunc // of what is being worked out
	typed   int                // counts what was typed into the box
	saved   action.Saved
	savings int // made before this view was opened
}

const (
	// entryGuess is how tall an entry on two lines is.
	entryGuess = 67
	// typingPause is how long nothing is typed before the entries are looked through.
	typingPause = 150 * time.Millisecond
	// atOnce is up to how many entries are arranged before the next frame: 5 ms.
	atOnce = 2000
)

func (l *ledger) OnMount(ctx app.Context) {
	ctx.ObserveState(action.LedgerState, &l.state).OnChange(func() { l.arrange(ctx) })
	ctx.ObserveState(action.SavedState, &l.saved)
	ctx.ObserveState(action.PublishedState, &l.listed)
	ctx.NewAction(action.ListPublished)
	l.savings = l.saved.Count
	l.arrange(ctx)
}

func (l *ledger) OnDismount() {
	if l.stop != nil {
		l.stop()
	}
}

// arrange works out what is shown, unless something newer is asked meanwhile.
func (l *ledger) arrange(ctx app.Context) {
	if l.stop != nil {
		l.stop()
	}
	work, stop := context.WithCancel(ctx)
	l.stop = stop
	entries, view := l.state.Entries, l.view
	if len(entries) <= atOnce {
		l.work(work, entries, view)()
		return
	}
	ctx.Async(func() {
		take := l.work(work, entries, view)
		ctx.Dispatch(func(ctx app.Context) {
			if work.Err() != nil {
				ctx.PreventUpdate()
				return
			}
			take()
		})
	})
}

// work gives what has what it worked out shown.
func (l *ledger) work(work context.Context, entries []protocol.Entry, view ledgerView) func() {
	p := newPace(work)
	sum, err := tally(entries, p)
	if err != nil {
		return func() {}
	}
	shown, err := view.arrange(entries, p)
	if err != nil {
		return func() {}
	}
	heights := newHeights(len(shown), entryGuess)
	return func() {
		l.tally, l.shown, l.entries, l.heights = sum, shown, entries, heights
		l.whole = view.isWhole()
		l.stop()
		l.stop = nil
	}
}

func (l *ledger) isBusy() bool { return l.stop != nil }

func (l *ledger) Render() app.UI {
	title := with(words("h1", "view-title", "Files"), "tabindex", "-1", "data-focus", "true")
	if len(l.state.Entries) == 0 {
		return elem("section", "ledger", elem("div", "view-head", title), l.renderNone())
	}
	sum := facts(many(l.state.Words, "word", "words"), size(l.state.Bytes), tallyLine(l.tally.read))
	parts := []app.UI{tallyPart("Read", sum)}
	if l.state.Skipped > 0 {
		parts = append(parts, tallyPart("Left out", facts(size(l.tally.leftBytes), tallyLine(l.tally.reasons))))
	}
	return with(elem("section", "ledger",
		elem("div", "view-head", title, words("p", "view-note", ledgerSentence(&l.state)).ID("ledger-count"), &forget{Files: l.state.Files}),
		elem("dl", "ledger-tally", parts...).ID("ledger-tally"),
		l.renderTools(),
		l.renderList(),
	), "aria-busy", strconv.FormatBool(l.isBusy()))
}

// renderNone says why no file is listed.
func (l *ledger) renderNone() app.UI {
	switch {
	case l.listed.Listing == action.Failed:
		return words("p", "empty", "The list of files could not be fetched: "+l.listed.ListErr.Error()).Attr("role", "alert")
	case l.listed.Is && l.state.Read > 0:
		return words("p", "empty", "The list of "+many(l.state.Read, "document", "documents")+" is being fetched …").Attr("role", "status")
	}
	return nothingOpen("No files have been read yet.")
}

func tallyPart(name, text string) app.UI {
	return elem("div", "ledger-part", words("dt", "", name), words("dd", "", text))
}

func (l *ledger) renderList() app.UI {
	switch {
	case l.heights == nil:
		return app.Elem("p").Class("empty").Text("Counting …")
	case len(l.shown) == 0:
		return app.Elem("p").Class("empty").Text("No file is like this. Choose All, any format, and empty the box to see every file.")
	}
	return &virtualList{ID: "ledger", Label: "Files", Heights: l.heights, Row: l.renderRow}
}

func (l *ledger) renderRow(i int) app.UI {
	if i >= len(l.shown) {
		return app.Elem("div")
	}
	return entryRow(&l.entries[l.shown[i]])
}

// chosen are the entries that are shown.
func (l *ledger) chosen() []protocol.Entry {
	if l.whole {
		return l.entries
	}
	list := make([]protocol.Entry, len(l.shown))
	for i, place := range l.shown {
		list[i] = l.entries[place]
	}
	return list
}

// look shows other entries once nothing was typed for a moment. What is typed
// draws nothing itself: the rows would take longer than a keystroke may.
func (l *ledger) look(ctx app.Context, typed string) {
	l.typed++
	now := l.typed
	ctx.PreventUpdate()
	ctx.After(typingPause, func(ctx app.Context) {
		if now != l.typed {
			ctx.PreventUpdate()
			return
		}
		l.view.words = strings.Fields(strings.ToLower(typed))
		l.arrange(ctx)
	})
}
