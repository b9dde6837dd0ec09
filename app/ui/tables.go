package ui

import (
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

// tables asks how tables are to be read before they are: each column with what
// it was taken for, above the first rows. It opens by itself when tables wait.
type tables struct {
	app.Compo

	state    action.Tables
	open     int  // the group whose columns are shown
	bringing bool // the dialog closes because its tables are read
}

const (
	tablesID      = "tables"
	tablesBringID = "tables-bring"
)

func (t *tables) OnMount(ctx app.Context) {
	ctx.ObserveState(action.TablesState, &t.state).OnChange(func() { t.arrived(ctx) })
	t.arrived(ctx)
}

// arrived opens the dialog when the first tables wait.
func (t *tables) arrived(ctx app.Context) {
	if len(t.state.Groups) == 0 {
		t.open, t.bringing = 0, false
		return
	}
	ctx.Defer(func(app.Context) {
		if app.IsServer || isOpen(tablesID) {
			return
		}
		showDialog(tablesID)
		if button := app.Window().GetElementByID(tablesBringID); !button.Get("disabled").Bool() {
			focus(button)
		}
	})
}

func (t *tables) Render() app.UI {
	s := t.state
	if len(s.Groups) == 0 {
		return elem("div", "", app.If(s.Status == action.Loading, func() app.UI {
			return notice("tables", app.Elem("p").Text("Looking at the tables…"))
		}))
	}
	return dialog(tablesID, "overlay tables", t.onClose,
		elem("form", "tables-in",
			elem("div", "tables-head",
				with(words("h2", "help-title", "Check the columns"), "id", "tables-title"),
				with(words("p", "tables-note", tablesNote(s)), "id", "tables-note"),
			),
			elem("div", "tables-groups",
				app.Range(s.Groups).Slice(func(i int) app.UI { return t.renderGroup(i) }),
			),
			t.renderFoot(),
		).On("submit", t.onBring),
	)
}

// tablesNote says what waits and what to do.
func tablesNote(s action.Tables) string {
	files := 0
	for _, g := range s.Groups {
		files += len(g.Sources)
	}
	text := "Each row of this table becomes an article, read like this."
	if files > 1 {
		text = "Each row of these " + number(files) + " tables becomes an article, read like this."
	}
	text += " Change what is not right; the files stay as they are."
	if s.Further > 0 {
		text += " " + many(s.Further, "more table is", "more tables are") + " read without being shown here."
	}
	return text
}

// renderGroup shows one group: its columns, or of several groups that are not
// open its name alone.
func (t *tables) renderGroup(i int) app.UI {
	g := &t.state.Groups[i]
	several, isOpen := len(t.state.Groups) > 1, i == min(t.open, len(t.state.Groups)-1)
	return with(elem("section", "table-group",
		app.If(several, func() app.UI { return t.renderToggle(i, isOpen) }).
			Else(func() app.UI { return words("h3", "table-name", groupName(g)) }),
		app.If(!several || isOpen, func() app.UI { return t.renderTable(i) }),
	), "aria-label", groupName(g))
}

func (t *tables) renderToggle(i int, isOpen bool) app.UI {
	g := &t.state.Groups[i]
	return elem("h3", "table-name",
		with(elem("button", "table-toggle",
			icon(iconOpen),
			words("span", "", groupName(g)),
			app.If(!hasText(g), func() app.UI { return words("span", "table-lack", "no article text yet") }),
		), "type", "button", "data-group", strconv.Itoa(i), "aria-expanded", strconv.FormatBool(isOpen)).On("click", t.onOpen),
	)
}

func (t *tables) renderTable(i int) app.UI {
	g := &t.state.Groups[i]
	return with(elem("div", "table-open",
		renderDialect(t, i),
		with(words("p", "table-status", groupStatus(g)), "role", "status"),
		app.If(len(g.Seen.Layout.Columns) > 0, func() app.UI { return renderColumns(t, i) }),
	), "aria-busy", strconv.FormatBool(g.Busy))
}

// groupStatus says what the person should know of the rows shown.
func groupStatus(g *action.TableGroup) string {
	switch {
	case g.Busy:
		return "Reading the first rows again…"
	case g.Err != nil:
		return reason(g.Err)
	case g.Seen.Layout.Kind == "":
		return "Read like this it is no table of articles: " + g.Seen.Detail + "."
	case len(g.Seen.Cells) == 0:
		return "There are no rows to show."
	case len(g.Sources) > 1:
		return "The first rows of " + fileName(g.Sources[0].Path) + ". The others are read in the same way."
	}
	return "The first rows, as they will be read."
}

func (t *tables) renderFoot() app.UI {
	lack := t.lack()
	return elem("div", "tables-foot",
		with(words("p", "tables-lack", lack), "id", "tables-lack", "role", "status"),
		elem("div", "tables-ways",
			button("tables-leave", "button", "Leave out", t.onLeave).Title("Read none of them (Esc)"),
			submit(tablesBringID, "Bring in").Title("Read them like this (Enter)").
				Attr("disabled", lack != "").Aria("describedby", "tables-lack"),
		),
	)
}

// lack says why the tables cannot be brought in as they stand, or "".
func (t *tables) lack() string {
	i := slices.IndexFunc(t.state.Groups, func(g action.TableGroup) bool { return !hasText(&g) })
	if i < 0 {
		return ""
	}
	text := "Choose the column that holds the article text"
	if len(t.state.Groups) > 1 {
		text += " in " + groupName(&t.state.Groups[i])
	}
	return text + ": without it there is nothing to read."
}

// hasText reports whether a column holds the texts of articles.
func hasText(g *action.TableGroup) bool {
	return slices.ContainsFunc(g.Seen.Layout.Columns, func(c protocol.Column) bool { return c.Field == "body" })
}

// groupName is the file, or how many there are with the same columns.
func groupName(g *action.TableGroup) string {
	if len(g.Sources) == 1 {
		return g.Sources[0].Path
	}
	return number(len(g.Sources)) + " files with the same columns"
}

func (t *tables) onOpen(ctx app.Context, _ app.Event) { t.open = dataInt(ctx, "group") }

func (t *tables) onBring(ctx app.Context, e app.Event) {
	e.PreventDefault()
	t.bring(ctx)
}

func (t *tables) bring(ctx app.Context) {
	if t.lack() != "" {
		return
	}
	t.bringing = true
	ctx.NewAction(action.BringTables)
	closeDialog(tablesID)
}

// onLeave closes the dialog as Escape does.
func (t *tables) onLeave(ctx app.Context, _ app.Event) {
	if app.IsServer {
		t.leave(ctx)
	}
	closeDialog(tablesID)
}

func (t *tables) onClose(ctx app.Context, _ app.Event) { t.leave(ctx) }

func (t *tables) leave(ctx app.Context) {
	if !t.bringing {
		ctx.NewAction(action.LeaveTables)
	}
}

// dataInt is a number that the element of an event carries.
func dataInt(ctx app.Context, name string) int {
	n, err := strconv.Atoi(ctx.JSSrc().Get("dataset").Get(name).String())
	if err != nil {
		return -1
	}
	return n
}
