package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// showDialog opens a <dialog> over the page: the browser keeps the focus inside,
// makes the rest inert, and gives the focus back when it is closed.
func showDialog(id string) {
	if app.IsServer {
		return
	}
	if d := app.Window().GetElementByID(id); d.Truthy() && !d.Get("open").Bool() {
		d.Call("showModal")
	}
}

// dialog is a <dialog> that is called by its heading and explained by its note,
// whose ids begin with its own.
//
//go:noinline
func dialog(id, class string, onClose app.EventHandler, body ...app.UI) app.HTMLElem {
	return with(elem("dialog", class, body...),
		"id", id, "aria-labelledby", id+"-title", "aria-describedby", id+"-note").On("close", onClose)
}

// These are functions, and not inlined, for the size of the program: every chain
// of setters becomes a kilobyte where it stands.

//go:noinline
func elem(tag, class string, body ...app.UI) app.HTMLElem {
	return app.Elem(tag).Class(class).Body(body...)
}

// words is an element that holds text alone.
//
//go:noinline
func words(tag, class, text string) app.HTMLElem {
	return app.Elem(tag).Class(class).Text(text)
}

// with gives an element attributes: name, value, name, value.
//
//go:noinline
func with(e app.HTMLElem, pairs ...string) app.HTMLElem {
	for i := 0; i+1 < len(pairs); i += 2 {
		e.Attr(pairs[i], pairs[i+1])
	}
	return e
}

//go:noinline
func button(id, class, text string, on app.EventHandler) app.HTMLElem {
	return app.Elem("button").ID(id).Class(class).Attr("type", "button").Text(text).OnClick(on)
}

//go:noinline
func submit(id, text string) app.HTMLElem {
	return app.Elem("button").ID(id).Class("button button-main").Attr("type", "submit").Text(text)
}

// closeDialog closes a dialog as Escape does.
func closeDialog(id string) {
	if !app.IsServer && isOpen(id) {
		app.Window().GetElementByID(id).Call("close")
	}
}

// isOpen reports whether a dialog lies over the page.
func isOpen(id string) bool {
	d := app.Window().GetElementByID(id)
	return d.Truthy() && d.Get("open").Bool()
}

// closeOverlay puts the overlay away.
func closeOverlay(ctx app.Context) { ctx.NewActionWithValue(showOverlay, overlayNone) }

func onDialogClose(ctx app.Context, _ app.Event) { closeOverlay(ctx) }

// onBackdrop closes a dialog when the page around it is pressed.
func onBackdrop(ctx app.Context, e app.Event) {
	if e.Get("target").Get("tagName").String() == "DIALOG" {
		ctx.JSSrc().Call("close")
	}
}
