package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// notice is a quiet bar across the page: one sentence, perhaps a button.
func notice(kind string, body ...app.UI) app.UI {
	return app.Elem("div").Class("notice", "notice-"+kind).Attr("role", "status").Body(
		app.Elem("div").Class("notice-in").Body(body...),
	)
}

func updateNotice() app.UI {
	return notice("update",
		app.Elem("p").Text("A new version of Clippings is ready."),
		app.Elem("button").ID("update").Class("button").Attr("type", "button").Text("Reload into it").OnClick(onUpdate),
	)
}

func onUpdate(app.Context, app.Event) { app.Window().Get("clippings").Call("update") }

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
