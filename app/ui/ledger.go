package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

// ledger accounts for every file: read as what, or left out and why.
type ledger struct {
	app.Compo

	state   action.Ledger
	filter  ledgerFilter
	shown   []int // places in state.Entries
	heights *heights
	version int
}

// ledgerFilter says which entries are shown.
type ledgerFilter uint8

const (
	showAll ledgerFilter = iota
	showRead
	showSkipped
	showWarned
)

// entryGuess is how tall an entry on two lines is.
const entryGuess = 61

func (l *ledger) OnMount(ctx app.Context) {
	ctx.ObserveState(action.LedgerState, &l.state).OnChange(l.arrange)
	l.arrange()
}

// arrange picks the entries to show.
func (l *ledger) arrange() {
	l.shown = make([]int, 0, len(l.state.Entries))
	for i := range l.state.Entries {
		if l.filter.takes(&l.state.Entries[i]) {
			l.shown = append(l.shown, i)
		}
	}
	l.heights = newHeights(len(l.shown), entryGuess)
	l.version++
}

func (f ledgerFilter) takes(e *protocol.Entry) bool {
	switch f {
	case showRead:
		return e.Skip == protocol.SkipNone
	case showSkipped:
		return e.Skip != protocol.SkipNone
	case showWarned:
		return len(e.Warnings) > 0
	}
	return true
}

func (l *ledger) Render() app.UI {
	s := l.state
	if len(s.Entries) == 0 {
		return app.Section().Class("ledger").Body(
			app.Div().Class("view-head").Body(
				app.H1().Class("view-title").TabIndex(-1).DataSet("focus", "").Text("Files"),
			),
			nothingOpen("No files have been read yet."),
		)
	}
	return app.Section().Class("ledger").Body(
		app.Div().Class("view-head").Body(
			app.H1().Class("view-title").TabIndex(-1).DataSet("focus", "").Text("Files"),
			app.P().ID("ledger-count").Class("view-note").Text(facts(
				many(s.Files, "file", "files"),
				many(s.Read, "document", "documents")+" read",
				number(s.Skipped)+" left out",
				many(s.Words, "word", "words"),
				size(s.Bytes),
			)),
			l.renderFilter(),
			&forget{Files: s.Files},
		),
		&virtualList{ID: "ledger", Label: "Files", Heights: l.heights, Row: l.renderRow},
	)
}

func (l *ledger) renderFilter() app.UI {
	return app.Div().Class("choice").Attr("role", "group").Aria("label", "Which files").Body(
		l.filterButton(showAll, "All"),
		l.filterButton(showRead, "Read"),
		l.filterButton(showSkipped, "Left out"),
		l.filterButton(showWarned, "With remarks"),
	)
}

func (l *ledger) filterButton(f ledgerFilter, name string) app.UI {
	return app.Button().Class("choice-button").Type("button").Text(name).
		DataSet("filter", int(f)).
		Aria("pressed", l.filter == f).
		OnClick(func(app.Context, app.Event) {
			l.filter = f
			l.arrange()
		}, app.EventScope("filter", int(f)))
}

func (l *ledger) renderRow(i int) app.UI {
	if i >= len(l.shown) {
		return app.Div()
	}
	return entryRow(&l.state.Entries[l.shown[i]])
}

func entryRow(e *protocol.Entry) app.UI {
	if e.Skip != protocol.SkipNone {
		return skippedRow(e)
	}
	return app.Article().Class("entry").DataSet("entry", "read").Body(
		app.P().Class("entry-sign").Text("Read"),
		app.Div().Class("entry-main").Body(
			app.A().Class("row-link", "entry-path").Href(address{view: viewReading, doc: e.ID}.String()).Text(entryName(e)),
			app.P().Class("entry-facts").Text(facts(e.Title, e.Format, e.Encoding, many(e.Words, "word", "words"))),
			app.Range(e.Warnings).Slice(func(i int) app.UI {
				return app.P().Class("entry-warning").Text(e.Warnings[i])
			}),
		),
		app.P().Class("entry-size").Text(size(e.Bytes)),
	)
}

func skippedRow(e *protocol.Entry) app.UI {
	return app.Article().Class("entry", "entry-skipped").DataSet("entry", "skipped").Body(
		app.P().Class("entry-sign").Text("Left out"),
		app.Div().Class("entry-main").Body(
			app.P().Class("row-link", "entry-path").TabIndex(-1).Text(entryName(e)),
			app.If(e.Detail != "", func() app.UI { return app.P().Class("entry-facts").Text(e.Detail) }),
			app.P().Class("entry-why").Text(e.Skip.Explanation()),
		),
		app.P().Class("entry-size").Text(size(e.Bytes)),
	)
}

// entryName is the path of the file and, of several, the record in it.
func entryName(e *protocol.Entry) string {
	if e.Record == "" {
		return e.Path
	}
	return e.Path + " # " + e.Record
}
