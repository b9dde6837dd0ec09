package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
)

// forget lets the person start over. It asks once more, in the page: what is
// forgotten has to be read again.
type forget struct {
	app.Compo
	Files int

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
	return app.Div().Class(class).Body(
		app.Button().ID(forgetID).Class("link", "link-quiet").Type("button").
			Hidden(f.asking).
			Disabled(f.importing.Status == action.Loading).
			Text("Forget everything…").OnClick(f.onAsk),
		app.Div().Class("forget-ask").Hidden(!f.asking).
			Attr("role", "group").Aria("labelledby", "forget-question").Body(
			app.P().ID("forget-question").Text("Forget all that was read from "+many(f.Files, "file", "files")+
				"? What is on your disk stays as it is."),
			app.Div().Class("forget-ways").Body(
				app.Button().ID("forget-yes").Class("button", "button-main").Type("button").
					Text("Forget everything").OnClick(f.onForget),
				app.Button().ID(keepID).Class("button").Type("button").Text("Keep").OnClick(f.onKeep),
			),
		),
	)
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
