package ui

import (
	"errors"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/app/files"
)

// queryList counts a list of queries: how often each is found, in how many
// documents and distinct texts.
//
//	a text, and how it is read as queries: the draft
//	what was counted, stop or go on, save
//	a line a query, sorted by any column
type queryList struct {
	app.Compo
	Desk *queryDesk

	list    action.QueryList
	saved   action.Saved
	savings int // made before this view was opened
	typed   int // counts changes of the box
	later   func(func(app.Context))
}

// queryDesk is what lies on the desk while the page is open.
type queryDesk struct {
	draft   queryDraft
	editing bool // the draft is shown, though there is a list
	refused string
	order   queryOrder
	shown   []int32 // places of the lines, sorted
	number  int     // of the list shown
	heights *heights
}

// openQueries hands the view a file that was dropped or chosen.
const openQueries = "ui/queries" // files.Picked

// queryGuess is how tall a line without remarks is.
const queryGuess = 41

func (l *queryList) OnMount(ctx app.Context) {
	ctx.Handle(openQueries, l.handleOpen)
	ctx.ObserveState(action.QueriesState, &l.list).OnChange(l.arrange)
	ctx.ObserveState(action.SavedState, &l.saved)
	l.savings = l.saved.Count
	l.arrange()
	l.later = ctx.Defer
	l.drawn("")
}

// drawn fills the box and moves the focus once what has changed is drawn. What
// was pressed may be gone by then.
func (l *queryList) drawn(focused string) {
	if app.IsServer || l.later == nil {
		return
	}
	l.later(func(app.Context) {
		l.fill()
		if focused != "" {
			focus(app.Window().GetElementByID(focused))
		}
	})
}

// arrange sorts the lines. Those of a list that has grown keep their heights.
func (l *queryList) arrange() {
	d := l.Desk
	if d.heights == nil || d.number != l.list.Number {
		d.number, d.heights = l.list.Number, newHeights(len(l.list.Lines), queryGuess)
	}
	d.shown = d.order.arrange(&l.list)
}

func (l *queryList) Render() app.UI {
	hasList := len(l.list.Lines) > 0
	return elem("section", "queries",
		elem("div", "view-head",
			with(words("h1", "view-title", "List of queries"), "id", queriesTitleID, "tabindex", "-1", "data-focus", "true"),
			with(words("p", "view-note", l.summary()), "id", "queries-count", "role", "status"),
		),
		app.If(!hasList || l.Desk.editing, l.renderDraft),
		app.If(hasList, l.renderTools),
		app.If(hasList, l.renderTable),
	)
}

// summary says what was counted.
func (l *queryList) summary() string {
	q := &l.list
	if len(q.Lines) == 0 {
		return ""
	}
	found, wrong := 0, 0
	for i := range q.Lines[:q.Done] {
		line := &q.Lines[i]
		if _, documents, _ := line.Counts(); documents > 0 {
			found++
		}
		if line.Err != nil || len(line.Tally.Errors) > 0 {
			wrong++
		}
	}
	text := many(q.Done, "query", "queries") + ": " + number(found) + " found, " + number(q.Done-found) + " not"
	if found == q.Done {
		text = many(q.Done, "query", "queries") + ", all found"
	}
	if q.Done < len(q.Lines) {
		text = number(q.Done) + " of " + many(len(q.Lines), "query", "queries") + " counted"
	}
	if wrong > 0 {
		text += "; " + many(wrong, "has a mistake", "have mistakes")
	}
	if q.Exactly {
		text += "; only as spelt"
	}
	return text
}

// renderTools draws how far counting has come, and what can be done.
func (l *queryList) renderTools() app.UI {
	q := &l.list
	parts := []app.UI{}
	say := func(text string) { parts = append(parts, words("p", "queries-say", text)) }
	switch {
	case q.Status == action.Loading:
		parts = append(parts,
			markup(`<progress id=queries-bar class=progress-bar max=$ value=$ aria-label='Queries counted'></progress>`, len(q.Lines), q.Done),
			button("queries-stop", "button", "Stop", l.onStop))
	case q.Status == action.Failed:
		say("It could not be counted. " + reason(q.Err))
		parts = append(parts, button("queries-go", "button", "Try again", l.onGo))
	case q.Stale:
		say("The files have changed since.")
		parts = append(parts, button("queries-go", "button", "Count again", l.onGo))
	case q.Done == 0:
		parts = append(parts, button("queries-go", "button", "Count", l.onGo))
	case q.Done < len(q.Lines):
		say("Stopped.")
		parts = append(parts, button("queries-go", "button", "Go on", l.onGo))
	}
	edit := "Change the list"
	if l.Desk.editing {
		edit = "Leave the list as it is"
	}
	return elem("div", "queries-tools",
		elem("div", "queries-now", parts...),
		elem("div", "queries-ways",
			button("queries-save", "button", "Save as CSV", l.onSave),
			button("queries-edit", "button", edit, l.onEdit),
		),
		with(words("p", "queries-saved", savedText(&l.saved, l.savings)), "role", "status"),
	)
}

func (l *queryList) onStop(ctx app.Context, _ app.Event) { ctx.NewAction(action.StopQueries) }

func (l *queryList) onGo(ctx app.Context, _ app.Event) { ctx.NewAction(action.ResumeQueries) }

func (l *queryList) onSave(ctx app.Context, _ app.Event) {
	if l.saved.Status != action.Loading {
		ctx.NewActionWithValue(action.ExportQueries, l.Desk.shown)
	}
}

func (l *queryList) onEdit(app.Context, app.Event) {
	l.Desk.editing = !l.Desk.editing
	if l.Desk.editing {
		l.drawn(queriesBoxID)
	}
}

// handleOpen reads a file as a list of queries.
func (l *queryList) handleOpen(ctx app.Context, a app.Action) {
	p, ok := a.Value.(files.Picked)
	if !ok {
		return
	}
	files.Text(p, func(text string, err error) {
		ctx.Dispatch(func(ctx app.Context) { l.open(ctx, p, text, err) })
	})
}

func (l *queryList) open(ctx app.Context, p files.Picked, text string, err error) {
	d := l.Desk
	d.refused = ""
	if errors.Is(err, files.ErrNoText) {
		d.refused = "The browser could not read " + fileName(p.Path) + ". Is it still there? Copy its queries and paste them here."
		return
	}
	d.draft.take(p.Path, text)
	d.editing = len(l.list.Lines) > 0
	l.drawn("queries-start")
}

// isQueryFile reports whether a file given to this view is a list of queries.
func isQueryFile(list []files.Picked) bool {
	if len(list) != 1 || list[0].Problem != "" || list[0].Size > mostQueryBytes {
		return false
	}
	return namesQueries(list[0].Path)
}
