package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// about tells what this is, how it keeps its promise, and whose work is in it.
type about struct {
	app.Compo

	version string
}

func (a *about) OnMount(app.Context) {
	if c := app.Window().Get("clippings"); c.Truthy() && c.Get("version").Truthy() {
		a.version = c.Get("version").String()
	}
}

func (a *about) Render() app.UI {
	return app.Elem("section").ID("about").Class("about", "prose").Body(
		app.Elem("h1").Class("view-title").TabIndex(-1).DataSet("focus", 1).Text("About Clippings"),
		app.Elem("p").Text("Clippings shows which articles of a pile are the same story, who copied whom, and what each version changes. It reads, compares and searches them inside this page."),
		app.If(a.version != "", func() app.UI { return app.Elem("p").Class("about-version").Text("Version " + a.version) }),
		app.Elem("h2").Text("Nothing leaves this computer"),
		app.Elem("p").Text("Your files are read by this page, in the memory of this browser. There is no server behind it, no account and no counting of visits."),
		app.Elem("ul").Body(
			app.Elem("li").Text("When the page has loaded, it closes the network behind itself: its security policy then forbids every request, to any address, its own host included."),
			app.Elem("li").Text("The parts that read your files run under the same policy."),
			app.Elem("li").Text("It works with the network switched off. Try it."),
			app.Elem("li").Text("Nothing of your files is kept after the page is closed. What you correct in them and the limits you set stay in this browser."),
		),
		app.Elem("h2").Text("Work of others in it"),
		app.Elem("dl").Class("licences").Body(
			licence("Go and its text and net libraries", "The Go Authors", "BSD 3-Clause"),
			licence("go-app", "Maxence Charrière", "MIT"),
			licence("fuzzy", "Sahil Muthoo", "MIT"),
			licence("uax29", "Matt Sherman", "MIT"),
			licence("xxhash", "Caleb Spare", "MIT"),
			licence("compress (zstd)", "Klaus Post and the Go Authors", "BSD 3-Clause"),
			licence("xz", "Michael Cross, after Lasse Collin and Igor Pavlov", "0BSD"),
			licence("uuid", "Google", "BSD 3-Clause"),
		),
		app.Elem("p").Text("Clippings itself is free software under the MIT licence."),
	)
}

func licence(name, who, terms string) app.UI {
	return app.Elem("div").Class("licence").Body(app.Elem("dt").Text(name), app.Elem("dd").Text(facts(who, terms)))
}
