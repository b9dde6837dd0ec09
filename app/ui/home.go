package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/files"
)

// home is where files come in: the first page of a new visit, and later the
// place to add more.
type home struct {
	app.Compo
	Documents int  // in the corpus
	Busy      bool // files are being read
}

func (h *home) Render() app.UI {
	return app.Section().Class("home").Body(
		app.If(h.Documents == 0, h.renderMasthead).Else(h.renderMore),
		h.renderDrop(),
		app.If(h.Documents == 0, renderPromises),
	)
}

func (h *home) renderMasthead() app.UI {
	return app.Div().Class("masthead").Body(
		app.H1().Class("masthead-name").TabIndex(-1).DataSet("focus", "").Text("Clippings"),
		app.P().Class("masthead-line").Text("A reading room for a pile of news articles"),
	)
}

func (h *home) renderMore() app.UI {
	return app.Div().Class("view-head").Body(
		app.H1().Class("view-title").TabIndex(-1).DataSet("focus", "").Text("Add files"),
		app.P().Class("view-note").Text(many(h.Documents, "document is", "documents are")+
			" open. What you add is compared with them."),
	)
}

func (h *home) renderDrop() app.UI {
	return app.Div().ID("drop").Class("drop").Body(
		app.P().Class("drop-title").Text("Drop articles, folders or zip archives here"),
		app.P().Class("drop-note").Body(
			app.Text("or anywhere on this page. Text can be pasted too, with "),
			app.Kbd().Text("Ctrl"), app.Text(" "), app.Kbd().Text("V"), app.Text("."),
		),
		app.Div().Class("drop-buttons").Body(
			fileButton("choose-files", "Choose files", false),
			fileButton("choose-folder", "Choose a folder", true),
		),
		app.P().Class("drop-note").Body(
			app.Text("Nothing at hand? "),
			app.Button().ID("sample").Class("link").Type("button").Disabled(h.Busy).
				Text("Open the sample collection").OnClick(onSample),
		),
		app.P().Class("drop-formats").Text("Reads text, web pages, PDF, Word, OpenDocument, EPUB, mail, feeds, tables (CSV, JSON) and web archives, also inside .zip, .tar and .gz."),
		app.P().Class("drop-limits").Body(limitsButton()),
	)
}

// fileButton is a button that opens the browser's own chooser. The label is the
// button; the input in it keeps the focus and the keyboard.
func fileButton(id, name string, folder bool) app.UI {
	input := app.Input().ID(id).Class("unseen").Type("file").Multiple(true).OnChange(onChosen)
	class := "button"
	if folder {
		input.Attr("webkitdirectory", "true")
	} else {
		class = "button button-main"
	}
	return app.Label().Class("file-button", class).Body(input, app.Span().Text(name))
}

func onChosen(ctx app.Context, _ app.Event) { files.FromInput(ctx.JSSrc()) }

func onSample(ctx app.Context, _ app.Event) { ctx.NewAction(openSample) }

func renderPromises() app.UI {
	return app.Div().Class("promises").Body(
		promise("See who copied whom", "Versions of one text are put together, with what each of them shares, changes or leaves out."),
		promise("Find every word", "Results come while you type. Copies count once, and nothing is hidden."),
		promise("Nothing leaves this computer", "The page reads your files itself. Once it is open it makes no request at all: its security policy forbids it."),
	)
}

func promise(title, text string) app.UI {
	return app.Div().Class("promise").Body(
		app.H2().Class("promise-title").Text(title),
		app.P().Text(text),
	)
}
