package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

// openReread asks how a file is to be read again; its value is the file's path.
const openReread = "clippings/ui/reread" // string

// reread asks how one file is to be read again.
type reread struct {
	app.Compo
	Path string

	encoding string
	whole    bool
	form     limitForm
}

const rereadID = "reread"

func (r *reread) OnMount(ctx app.Context) {
	r.form = newLimitForm(rereadID, limitFields[:3], protocol.Limits{})
	ctx.Defer(func(app.Context) { showDialog(rereadID) })
}

func (r *reread) Render() app.UI {
	return app.Elem("dialog").ID(rereadID).Class("overlay", "settings").
		Aria("labelledby", "reread-title").Aria("describedby", "reread-note").
		On("close", onDialogClose).On("click", onBackdrop).Body(
		app.Form().Class("help-in").OnSubmit(r.onGo).Body(
			app.H2().ID("reread-title").Class("help-title").Text("Read again"),
			app.P().ID("reread-note").Class("settings-note").
				Text(r.Path+" is read anew in this way, and what was read from it before is replaced. What you have corrected stays."),
			renderSelect(selectField{
				id: "reread-encoding", label: "Characters", at: r.encoding, on: r.onEncoding,
				options: encodingChoices("", &protocol.Previewed{}),
			}),
			app.Label().Class("tick").Body(
				app.Input().ID("reread-whole").Type("checkbox").Checked(r.whole).OnChange(r.onWhole),
				app.Span().Text("One article, even if it looks like several"),
			),
			app.Elem("details").Class("settings-more").Body(
				app.Elem("summary").Text("Limits for this file"),
				r.form.render(r.onInput),
			),
			app.Div().Class("settings-ways").Body(
				app.Button().ID("reread-cancel").Class("button").Type("button").Text("Cancel").OnClick(onCancelReread),
				app.Button().ID("reread-go").Class("button", "button-main").Type("submit").Text("Read again"),
			),
		),
	)
}

func (r *reread) onEncoding(ctx app.Context, _ app.Event) { r.encoding = chosenValue(ctx) }

func (r *reread) onWhole(ctx app.Context, _ app.Event) {
	r.whole = ctx.JSSrc().Get("checked").Bool()
}

func (r *reread) onInput(ctx app.Context, _ app.Event) { r.form.onInput(ctx) }

func (r *reread) onGo(ctx app.Context, e app.Event) {
	e.PreventDefault()
	r.read(ctx)
}

func (r *reread) read(ctx app.Context) {
	limits, err := r.form.limits()
	if r.form.wrong = err; err != nil {
		return
	}
	ctx.NewActionWithValue(action.Reread, action.Rereading{
		Path:   r.Path,
		Recipe: protocol.Recipe{Encoding: r.encoding, Whole: r.whole, Limits: limits},
	})
	closeDialog(rereadID)
}

func onCancelReread(app.Context, app.Event) { closeDialog(rereadID) }
