package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// openExport opens the dialog from which documents are handed out; its value is
// what the result shown is, or nil.
const openExport = "clippings/ui/export"

// exportAsked is a part of the documents that can be handed out by itself.
type exportAsked struct {
	query protocol.Query // asks for nothing: there is no such part
	name  string
}

// exportedHere is the part of the documents that an address shows.
func exportedHere(at address) exportAsked {
	switch {
	case at.view == viewStories && at.within != "":
		return exportAsked{protocol.Query{Within: at.within}, "The documents listed: " + at.within}
	case (at.view == viewSearch || at.view == viewReading) && at.isSought():
		q := at.sought().find()
		return exportAsked{q, "The result: " + queryName(q)}
	}
	return exportAsked{}
}

// export is the dialog: what, in which form; how much that is; how it goes.
type export struct {
	app.Compo
	Here exportAsked

	what   string // a value of exportWhats
	tag    string // of the documents with one
	form   protocol.Form
	one    bool
	bare   bool
	before int // files written before the dialog was opened
	state  action.Exporting
}

const (
	exportID   = "export"
	exportAll  = "all"
	exportHere = "here"
	exportTag  = "tag"
)

// exportForms are the forms, by what people know them as.
var exportForms = []option{
	{"1", "Spreadsheet (CSV)"},
	{"0", "JSON lines, to be read by programs and by Clippings"},
	{"2", "Text files, in a zip"},
	{"3", "Markdown files, in a zip"},
	{"6", "Report of copies: a page with all differences"},
	{"4", "Copies: groups as a spreadsheet (CSV)"},
	{"5", "Copies: pairs and passages as a spreadsheet (CSV)"},
}

func (x *export) OnMount(ctx app.Context) {
	x.what, x.form, x.bare = exportAll, protocol.FormCSV, true
	if x.Here != (exportAsked{}) {
		x.what = exportHere
	}
	ctx.ObserveState(action.ExportState, &x.state)
	x.before = x.state.Count
	x.measure(ctx)
	ctx.Defer(func(app.Context) { showDialog(exportID) })
}

// asked is what is to be handed out.
func (x *export) asked() coord.Export {
	of := coord.Export{Form: x.form, OnePerCopies: x.one && !x.form.IsReport(), Furniture: !x.bare && !x.form.IsReport()}
	switch {
	case x.form == protocol.FormPairs:
	case x.what == exportHere:
		of.Query = x.Here.query
	case x.what == exportTag:
		of.Query = protocol.Query{Text: filterText("tag", x.tag)}
	}
	return of
}

// isComplete reports whether it is known what is to be handed out.
func (x *export) isComplete() bool { return x.what != exportTag || x.tag != "" }

// measure asks how much it would be.
func (x *export) measure(ctx app.Context) {
	if x.isComplete() {
		ctx.NewActionWithValue(action.MeasureExport, x.asked())
	}
}

func (x *export) Render() app.UI {
	isLoading := x.state.Status == action.Loading
	return dialog(exportID, "overlay saved export", onDialogClose,
		elem("div", "saved-in",
			with(words("h2", "help-title", "Export"), "id", exportID+"-title", "tabindex", "-1"),
			elem("div", "export-choices",
				renderSelect(selectField{id: "export-what", label: "What", options: x.whats(), at: x.what, on: x.onWhat}),
				x.renderTag(),
				renderSelect(selectField{id: "export-form", label: "As", options: exportForms, at: strconv.Itoa(int(x.form)), on: x.onForm}),
				x.renderChecks(),
			),
			with(words("p", "export-size", x.size()), "id", "export-size", "role", "status"),
			x.renderWork(),
			with(words("p", "saved-note", "It is written on this computer and sent nowhere."), "id", exportID+"-note"),
			markup(`<form class=saved-foot method=dialog><button id=export-begin class='button button-main' type=button disabled=$ onclick=$>Save …</button><button class=button type=submit>Close</button></form>`,
				isLoading || !x.isComplete() || x.isEmpty(), x.onBegin),
		),
	).On("click", onBackdrop)
}

// whats is what can be chosen from. Pairs are told of all documents.
func (x *export) whats() []option {
	list := []option{{exportAll, "All documents"}}
	if x.form == protocol.FormPairs {
		return list
	}
	if x.Here != (exportAsked{}) {
		list = append(list, option{exportHere, x.Here.name})
	}
	return append(list, option{exportTag, "Documents with a tag"})
}

func (x *export) renderTag() app.UI {
	return with(markup(`<div class=menu><label class=menu-label for=export-tag>Tag</label><input id=export-tag class=menu-box type=text autocomplete=off value=$ oninput=$/></div>`,
		x.tag, x.onTag).(app.HTMLElem), "class", "menu").Hidden(x.what != exportTag || x.form == protocol.FormPairs)
}

// renderChecks draws what is left out of documents.
func (x *export) renderChecks() app.UI {
	return markup(`
		<div class=export-checks hidden=$>
			<label class=export-check><input id=export-one type=checkbox checked=$ onchange=$/> One document of each group of copies</label>
			<label class=export-check><input id=export-bare type=checkbox checked=$ onchange=$/> Without furniture: menus, adverts, other stories</label>
		</div>`, x.form.IsReport(), x.one, x.onOne, x.bare, x.onBare)
}

func (x *export) isEmpty() bool {
	return x.isMeasured() && x.state.Size.Documents == 0
}

func (x *export) isMeasured() bool {
	return x.state.Sizing == action.Ready && x.state.Measured == x.asked()
}

// size says how much it is.
func (x *export) size() string {
	s := x.state
	switch {
	case !x.isComplete():
		return "Which tag?"
	case s.Sizing == action.Failed:
		return reason(s.Err)
	case !x.isMeasured():
		return "Counting …"
	case x.isEmpty() && x.form.IsReport():
		return "There are no copies among these documents."
	case x.isEmpty():
		return "There are no such documents."
	}
	text := many(s.Size.Documents, "document", "documents") + ", about " + size(s.Size.Bytes)
	if s.Size.Lost > 0 {
		text += ". Partial: a part of the program broke down, and the texts it held are missing"
	}
	return text
}

// renderWork shows how it goes and what came of it.
func (x *export) renderWork() app.UI {
	s := x.state
	if s.Status == action.Loading {
		bar := with(elem("progress", "progress-bar"), "aria-label", "Writing", "max", "1000")
		if s.Of > 0 {
			bar.Attr("value", permille(uint64(s.Done), uint64(s.Of)))
		}
		return markup(`<div class=export-work>$<p>$</p><button id=export-stop class=button type=button onclick=$>Stop</button></div>`,
			bar, number(s.Done)+" of "+number(s.Of)+" written, "+size(s.Bytes), func(ctx app.Context, _ app.Event) { ctx.NewAction(action.StopExport) })
	}
	text := ""
	switch {
	case s.Status == action.Failed:
		text = reason(s.Err)
	case s.Count > x.before:
		text = "Saved " + size(s.Bytes) + " as " + s.Name + "."
	}
	return with(words("p", "export-done", text), "id", "export-done", "role", "status")
}

func (x *export) onBegin(ctx app.Context, _ app.Event) {
	ctx.NewActionWithValue(action.BeginExport, x.asked())
}

func (x *export) onWhat(ctx app.Context, _ app.Event) {
	x.what = chosenValue(ctx)
	x.measure(ctx)
}

func (x *export) onForm(ctx app.Context, _ app.Event) {
	n, _ := strconv.Atoi(chosenValue(ctx))
	x.form = protocol.Form(n)
	x.bare = x.form != protocol.FormJSONL // which says what is furniture
	x.measure(ctx)
}

func (x *export) onTag(ctx app.Context, _ app.Event) {
	x.tag = ctx.JSSrc().Get("value").String()
	x.measure(ctx)
}

func (x *export) onOne(ctx app.Context, _ app.Event) {
	x.one = ctx.JSSrc().Get("checked").Bool()
	x.measure(ctx)
}

func (x *export) onBare(ctx app.Context, _ app.Event) {
	x.bare = ctx.JSSrc().Get("checked").Bool()
	x.measure(ctx)
}

// renderExport draws the button of a view.
func renderExport() app.UI {
	return button("export-open", "button", "Export …", func(ctx app.Context, _ app.Event) { onExportHere(ctx) })
}

// onExportHere offers what the view shows.
func onExportHere(ctx app.Context) { ctx.NewAction(openExport) }
