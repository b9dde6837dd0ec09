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
