package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// notice is a quiet bar across the page: one sentence, perhaps a button.
func notice(kind string, body ...app.UI) app.UI {
	return app.Elem("div").Class("notice", "notice-"+kind).Attr("role", "status").Body(
		app.Elem("div").Class("notice-in").Body(body...),
	)
}

func sampleNotice() app.UI {
	return notice("error",
		app.Elem("p").Text("The sample collection could not be loaded. Reload the page while you are connected, then try again."),
	)
}

func (s *Shell) engineNotice() app.UI {
	return notice("error",
		app.Elem("p").Text("The part of Clippings that reads files did not start: "+s.starting.Err.Error()+"."),
		app.Elem("button").Class("button").Attr("type", "button").Text("Reload the page").OnClick(onReload),
	)
}

func onReload(ctx app.Context, _ app.Event) { ctx.Reload() }
