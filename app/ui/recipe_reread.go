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
	return settingsDialog(rereadID, "Read again",
		r.Path+" is read anew in this way, and what was read from it before is replaced. What you have corrected stays.",
		elem("form", "",
			renderSelect(selectField{
				id: "reread-encoding", label: "Characters", at: r.encoding, on: r.onEncoding,
				options: encodingChoices("", &protocol.Previewed{}),
			}),
			elem("label", "tick",
				with(elem("input", ""), "id", "reread-whole", "type", "checkbox").Attr("checked", r.whole).On("change", r.onWhole),
				app.Text("One article, even if it looks like several"),
			),
			elem("details", "settings-more",
				words("summary", "", "Limits for this file"),
				r.form.render(r.onInput),
			),
			elem("div", "settings-ways",
				button("reread-cancel", "button", "Cancel", onCancelReread),
				submit("reread-go", "Read again"),
			),
		).On("submit", r.onGo),
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
