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
	return app.Elem("section").Class("home").Body(
		app.If(h.Documents == 0, h.renderMasthead).Else(h.renderMore),
		h.renderDrop(),
		&workspaces{},
		app.If(h.Documents == 0, renderPromises),
	)
}

func (h *home) renderMasthead() app.UI {
	return app.Elem("div").Class("masthead").Body(
		app.Elem("h1").Class("masthead-name").TabIndex(-1).DataSet("focus", 1).Text("Clippings"),
		app.Elem("p").Class("masthead-line").Text("A reading room for a pile of news articles"),
	)
}

func (h *home) renderMore() app.UI {
	return app.Elem("div").Class("view-head").Body(
		app.Elem("h1").Class("view-title").TabIndex(-1).DataSet("focus", 1).Text("Add files"),
		app.Elem("p").Class("view-note").Text(many(h.Documents, "document is", "documents are")+
			" open. What you add is compared with them."),
	)
}

func (h *home) renderDrop() app.UI {
	return app.Elem("div").ID("drop").Class("drop").Body(
		app.Elem("p").Class("drop-title").Text("Drop articles, folders or zip archives here"),
		app.Elem("p").Class("drop-note").Body(
			app.Text("or anywhere on this page. Text can be pasted too, with "),
			app.Elem("kbd").Text("Ctrl"), app.Text(" "), app.Elem("kbd").Text("V"), app.Text("."),
		),
		app.Elem("div").Class("drop-buttons").Body(
			fileButton("choose-files", "Choose files", false),
			fileButton("choose-folder", "Choose a folder", true),
		),
		app.Elem("p").Class("drop-note").Body(
			app.Text("Nothing at hand? "),
			app.Elem("button").ID("sample").Class("link").Attr("type", "button").Attr("disabled", h.Busy).
				Text("Open the sample collection").OnClick(onSample),
		),
		app.Elem("p").Class("drop-formats").Text("Reads text, web pages, PDF, Word, OpenDocument, EPUB, mail, feeds, tables (CSV, JSON) and web archives, also inside .zip, .tar and .gz."),
		app.Elem("p").Class("drop-limits").Body(limitsButton()),
	)
}

// fileButton is a button that opens the browser's own chooser. The label is the
// button; the input in it keeps the focus and the keyboard.
func fileButton(id, name string, folder bool) app.UI {
	input := app.Elem("input").ID(id).Class("unseen").Attr("type", "file").Attr("multiple", true).OnChange(onChosen)
	class := "button"
	if folder {
		input.Attr("webkitdirectory", "true")
	} else {
		class = "button button-main"
	}
	return app.Elem("label").Class("file-button", class).Body(input, app.Elem("span").Text(name))
}

func onChosen(ctx app.Context, _ app.Event) { files.FromInput(ctx.JSSrc()) }

func onSample(ctx app.Context, _ app.Event) { ctx.NewAction(openSample) }

func renderPromises() app.UI {
	return app.Elem("div").Class("promises").Body(
		promise("See who copied whom", "Versions of one text are put together, with what each of them shares, changes or leaves out."),
		promise("Find every word", "Results come while you type. Copies count once, and nothing is hidden."),
		promise("Nothing leaves this computer", "The page reads your files itself. Once it is open it makes no request at all: its security policy forbids it."),
	)
}

func promise(title, text string) app.UI {
	return app.Elem("div").Class("promise").Body(
		app.Elem("h2").Class("promise-title").Text(title),
		app.Elem("p").Text(text),
	)
}
