package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// help lists the keys.
type help struct {
	app.Compo
}

func (h *help) OnMount(ctx app.Context) {
	ctx.Defer(func(app.Context) { showDialog("help") })
}

func (h *help) Render() app.UI {
	return app.Elem("dialog").ID("help").Class("overlay", "help").Aria("labelledby", "help-title").
		On("close", onDialogClose).On("click", onBackdrop).Body(
		app.Elem("div").Class("help-in").Body(
			app.Elem("h2").ID("help-title").Class("help-title").Text("Keyboard"),
			app.Elem("div").Class("help-parts").Body(
				keys("Everywhere",
					shortcut("/", "search"), shortcut("Ctrl K", "go to a text, file or command"),
					shortcut("?", "this list"), shortcut("Esc", "close, leave the search box")),
				keys("In lists",
					shortcut("j  ↓", "next"), shortcut("k  ↑", "previous"),
					shortcut("Enter", "open")),
				keys("While reading",
					shortcut("f", "show or fold page furniture"), shortcut("e", "where each fact was found"),
					shortcut("n", "next result"), shortcut("p", "previous result"),
					shortcut("b", "back to the list")),
			),
			app.Elem("form").Attr("method", "dialog").Body(
				app.Elem("button").Class("button").Attr("type", "submit").Text("Close"),
			),
		),
	)
}

func keys(name string, lines ...app.UI) app.UI {
	return app.Elem("section").Class("help-part").Body(
		app.Elem("h3").Class("help-name").Text(name),
		app.Elem("dl").Body(lines...),
	)
}

func shortcut(key, does string) app.UI {
	return app.Elem("div").Class("help-line").Body(app.Elem("dt").Body(app.Elem("kbd").Text(key)), app.Elem("dd").Text(does))
}
