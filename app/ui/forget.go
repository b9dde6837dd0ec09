package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
)

// forget lets the person start over. It asks once more, in the page: what is
// forgotten has to be read again.
type forget struct {
	app.Compo
	Files  int  // that are open
	Device bool // everything that is kept on this device

	asking    bool
	importing action.Import
}

const (
	forgetID = "forget"      // the button that asks
	keepID   = "forget-keep" // the answer that does nothing
)

func (f *forget) OnMount(ctx app.Context) { ctx.ObserveState(action.ImportState, &f.importing) }

// Render hides the question and the button in turn: what is pressed must stay, or
// go-app gives up what it asked for.
func (f *forget) Render() app.UI {
	class := "forget"
	if f.asking {
		class = "forget forget-asking"
	}
	return app.Elem("div").Class(class).Body(
		app.Elem("button").ID(forgetID).Class("link", "link-quiet").Attr("type", "button").
			Hidden(f.asking).
			Attr("disabled", f.importing.Status == action.Loading).
			Text(f.does()+"…").OnClick(f.onAsk),
		app.Elem("div").Class("forget-ask").Hidden(!f.asking).
			Attr("role", "group").Aria("labelledby", "forget-question").Body(
			app.Elem("p").ID("forget-question").Text(f.question()),
			app.Elem("div").Class("forget-ways").Body(
				app.Elem("button").ID("forget-yes").Class("button", "button-main").Attr("type", "button").
					Text(f.does()).OnClick(f.onForget),
				app.Elem("button").ID(keepID).Class("button").Attr("type", "button").Text("Keep").OnClick(f.onKeep),
			),
		),
	)
}

func (f *forget) does() string {
	if f.Device {
		return "Forget everything on this device"
	}
	return "Forget these files"
}

func (f *forget) question() string {
	if f.Device {
		return "Forget all workspaces, with their texts, tags, notes, decisions and searches, and all settings? The files on your disk stay as they are."
	}
	return "Forget all that was read from " + many(f.Files, "file", "files") +
		", with tags, notes, decisions and saved searches? What is on your disk stays as it is."
}

// onAsk puts the focus on the answer that does no harm.
func (f *forget) onAsk(ctx app.Context, _ app.Event) {
	f.asking = true
	focusLater(ctx, keepID)
}

func (f *forget) onKeep(ctx app.Context, _ app.Event) {
	f.asking = false
	focusLater(ctx, forgetID)
}

func (f *forget) onForget(ctx app.Context, _ app.Event) {
	f.asking = false
	if f.Device {
		ctx.NewAction(action.ForgetDevice)
		focusLater(ctx, workspacesID)
		return
	}
	ctx.NewAction(action.StartOver)
	address{}.follow(ctx)
}

// focusLater moves the focus to an element once it is drawn.
func focusLater(ctx app.Context, id string) {
	ctx.Defer(func(app.Context) {
		if !app.IsServer {
			focus(app.Window().GetElementByID(id))
		}
	})
}
