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
	return app.Section().ID("about").Class("about", "prose").Body(
		app.H1().Class("view-title").TabIndex(-1).DataSet("focus", "").Text("About Clippings"),
		app.P().Text("Clippings shows which articles of a pile are the same story, who copied whom, and what each version changes. It reads, compares and searches them inside this page."),
		app.If(a.version != "", func() app.UI { return app.P().Class("about-version").Text("Version " + a.version) }),
		app.H2().Text("Nothing leaves this computer"),
		app.P().Text("Your files are read by this page, in the memory of this browser. There is no server behind it, no account and no counting of visits."),
		app.Ul().Body(
			app.Li().Text("When the page has loaded, it closes the network behind itself: its security policy then forbids every request, to any address, its own host included."),
			app.Li().Text("The parts that read your files run under the same policy."),
			app.Li().Text("It works with the network switched off. Try it."),
			app.Li().Text("Nothing of your files is kept after the page is closed. What you correct in them and the limits you set stay in this browser."),
		),
		app.H2().Text("Work of others in it"),
		app.Dl().Class("licences").Body(
			licence("Go and its text and net libraries", "The Go Authors", "BSD 3-Clause"),
			licence("go-app", "Maxence Charrière", "MIT"),
			licence("fuzzy", "Sahil Muthoo", "MIT"),
			licence("uax29", "Matt Sherman", "MIT"),
			licence("xxhash", "Caleb Spare", "MIT"),
			licence("compress (zstd)", "Klaus Post and the Go Authors", "BSD 3-Clause"),
			licence("xz", "Michael Cross, after Lasse Collin and Igor Pavlov", "0BSD"),
			licence("uuid", "Google", "BSD 3-Clause"),
		),
		app.P().Text("Clippings itself is free software under the MIT licence."),
	)
}

func licence(name, who, terms string) app.UI {
	return app.Div().Class("licence").Body(app.Dt().Text(name), app.Dd().Text(facts(who, terms)))
}
