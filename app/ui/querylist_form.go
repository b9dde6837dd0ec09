package ui

import (
	"path"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
)

const (
	queriesBoxID   = "queries-box"
	queriesTitleID = "queries-title"
)

// namesQueries reports a file that may hold a list of queries by its name.
func namesQueries(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".csv", ".tsv", ".tab", ".txt", ".list", "":
		return true
	}
	return false
}

// renderDraft draws the text and how it is read.
func (l *queryList) renderDraft() app.UI {
	d := &l.Desk.draft
	file := app.Elem("input").ID("queries-file").Class("unseen").Attr("type", "file").
		Attr("accept", ".csv,.tsv,.tab,.txt,text/plain,text/csv").OnChange(onChosen)
	return markup(`
		<form class=queries-draft onsubmit=$>
			<label class=queries-label for=queries-box>Paste queries here, one a line, or drop a list or a CSV file on this page.</label>
			<textarea id=queries-box class=queries-box rows=8 spellcheck=false autocapitalize=off placeholder=$ oninput=$ onpaste=$></textarea>
			$
			<div class=queries-reading>$$$$</div>
			<p id=queries-preview class=queries-preview role=status>$</p>
			<div class=queries-ways>
				<button id=queries-start class='button button-main' type=submit disabled=$>$</button>
				$
				$
			</div>
		</form>`,
		l.onCount, "bridge closed\n\"night train\" -bus\noutlet:\"Bay Star\" ferr*", l.onText, l.onPaste, l.renderRefused(),
		renderSelect(selectField{id: "queries-as", label: "Read as", options: readings, at: d.as, on: l.onAs}),
		l.renderColumn(),
		tick("queries-header", "The first row names the columns", d.header, d.as == asLines || d.as == "", l.onHeader),
		tick("queries-exactly", "Only as spelt: no other form of a word, no slip forgiven", d.exactly, false, l.onExactly),
		l.preview(), len(d.queries) == 0, countName(len(d.queries)),
		app.Elem("label").Class("file-button", "button").Body(file, app.Elem("span").Text("Choose a file")),
		app.If(d.text != "", func() app.UI { return button("queries-clear", "button", "Empty the list", l.onClear) }))
}

func countName(n int) string {
	if n == 0 {
		return "Count"
	}
	return "Count " + many(n, "query", "queries")
}

func (l *queryList) renderRefused() app.UI {
	if l.Desk.refused == "" {
		return app.Elem("div").Hidden(true)
	}
	return words("p", "view-warning", l.Desk.refused)
}

// tick is a box to tick, with its label; there is none if it is hidden.
func tick(id, label string, on, hidden bool, change app.EventHandler) app.UI {
	if hidden {
		return app.Elem("span").Hidden(true)
	}
	box := with(app.Elem("input"), "id", id, "type", "checkbox").Attr("checked", on).On("change", change)
	return elem("label", "queries-tick", box, words("span", "", label))
}

func (l *queryList) renderColumn() app.UI {
	d := &l.Desk.draft
	names := d.columns()
	if len(names) < 2 {
		return app.Elem("span").Hidden(true)
	}
	list := make([]option, len(names))
	for i, name := range names {
		list[i] = option{strconv.Itoa(i), name}
	}
	return renderSelect(selectField{id: "queries-column", label: "Column of the queries", options: list, at: strconv.Itoa(d.column), on: l.onColumn})
}

// preview shows the first queries as they will be counted.
func (l *queryList) preview() string {
	d := &l.Desk.draft
	if len(d.queries) == 0 {
		if strings.TrimSpace(d.text) != "" {
			return "Read like this, there is no query in it."
		}
		return ""
	}
	text := number(len(d.queries)) + " to count"
	if d.name != "" {
		text += " of " + fileName(d.name)
	}
	if d.over > 0 {
		text += "; " + number(d.over) + " more are left out: make a second list of them"
	}
	if d.as == asLines {
		return text + "."
	}
	first := make([]string, 0, 3)
	for _, q := range d.queries[:min(3, len(d.queries))] {
		first = append(first, clipped(q))
	}
	return text + ". The first: " + strings.Join(first, " · ")
}

// fill puts the text of the draft into the box. The box keeps its own text, since
// drawing it anew at every key would take longer than a key may.
func (l *queryList) fill() {
	if box := app.Window().GetElementByID(queriesBoxID); box.Truthy() && box.Get("value").String() != l.Desk.draft.text {
		box.Set("value", l.Desk.draft.text)
	}
}

// onText reads the text once nothing was typed for a moment.
func (l *queryList) onText(ctx app.Context, _ app.Event) {
	l.typed++
	now, box := l.typed, ctx.JSSrc()
	ctx.PreventUpdate()
	ctx.After(typingPause, func(ctx app.Context) {
		if now != l.typed {
			ctx.PreventUpdate()
			return
		}
		l.take(box.Get("value").String())
	})
}

// fewPasted bytes are pasted by the browser, which can take them back.
const fewPasted = 2000

// onPaste puts a long text into the box: Chromium takes a third of a second to
// paste two thousand lines itself.
func (l *queryList) onPaste(ctx app.Context, e app.Event) {
	ctx.PreventUpdate()
	text := e.Get("clipboardData").Call("getData", "text/plain").String()
	if len(text) <= fewPasted {
		return
	}
	e.PreventDefault()
	box := ctx.JSSrc()
	box.Call("setRangeText", text, box.Get("selectionStart"), box.Get("selectionEnd"), "end")
	l.onText(ctx, e)
}

// take reads what was typed or pasted. A reading that was chosen stays while
// there is something to read.
func (l *queryList) take(text string) {
	d := &l.Desk.draft
	l.Desk.refused = ""
	if d.text == "" || strings.TrimSpace(text) == "" {
		d.take("", text)
		return
	}
	if len(text) > mostQueryBytes {
		l.Desk.refused = "That is too long for a list of queries: the first " + size(mostQueryBytes) + " are read."
		text = head(text, mostQueryBytes)
	}
	d.text = text
	d.read()
}

func (l *queryList) onAs(ctx app.Context, _ app.Event) { l.Desk.draft.readAs(chosenValue(ctx)) }

func (l *queryList) onColumn(ctx app.Context, _ app.Event) {
	if n, err := strconv.Atoi(chosenValue(ctx)); err == nil {
		l.Desk.draft.column = max(0, n)
		l.Desk.draft.pick()
	}
}

func (l *queryList) onHeader(ctx app.Context, _ app.Event) {
	l.Desk.draft.header = ctx.JSSrc().Get("checked").Bool()
	l.Desk.draft.pick()
}

func (l *queryList) onExactly(ctx app.Context, _ app.Event) {
	l.Desk.draft.exactly = ctx.JSSrc().Get("checked").Bool()
}

func (l *queryList) onClear(ctx app.Context, _ app.Event) {
	l.Desk.draft = queryDraft{as: asLines, exactly: l.Desk.draft.exactly}
	l.Desk.editing, l.Desk.refused = false, ""
	ctx.NewAction(action.ForgetQueries)
	l.drawn(queriesBoxID)
}

// onCount counts the queries as they stand in the box.
func (l *queryList) onCount(ctx app.Context, e app.Event) {
	e.PreventDefault()
	l.typed++
	if box := app.Window().GetElementByID(queriesBoxID); box.Truthy() {
		if text := box.Get("value").String(); text != l.Desk.draft.text {
			l.take(text)
		}
	}
	l.count(ctx)
}

func (l *queryList) count(ctx app.Context) {
	d := &l.Desk.draft
	if len(d.queries) == 0 {
		return
	}
	l.Desk.editing, l.Desk.order = false, queryOrder{}
	ctx.NewActionWithValue(action.CountQueries, action.Querying{Queries: d.queries, Exactly: d.exactly})
	l.drawn(queriesTitleID)
}
