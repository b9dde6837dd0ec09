package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

// settings are the limits of files brought in from now on.
type settings struct {
	app.Compo

	now  protocol.Limits
	form limitForm
}

func (s *settings) OnMount(ctx app.Context) {
	ctx.GetState(action.LimitsState, &s.now)
	s.form = newLimitForm("limits", limitFields, s.now)
	ctx.Defer(func(app.Context) { showDialog("limits") })
}

func (s *settings) Render() app.UI {
	return settingsDialog("limits", "Limits",
		"They keep one damaged or hostile file from taking all the memory. Those set here hold for files added from now on; an empty box has the usual value.",
		elem("form", "",
			s.form.render(s.onInput),
			elem("div", "settings-ways",
				button("limits-back", "link link-quiet", "Set back", s.onBack),
				button("limits-cancel", "button", "Cancel", onCancelLimits),
				submit("limits-save", "Save"),
			),
		).On("submit", s.onSave),
	)
}

// settingsDialog is a small dialog: its name, a note, and a form.
func settingsDialog(id, name, note string, form app.UI) app.UI {
	return dialog(id, "overlay settings", onDialogClose,
		elem("div", "help-in",
			with(words("h2", "help-title", name), "id", id+"-title"),
			with(words("p", "settings-note", note), "id", id+"-note"),
			form,
		),
	).On("click", onBackdrop)
}

func (s *settings) onInput(ctx app.Context, _ app.Event) { s.form.onInput(ctx) }

func (s *settings) onSave(ctx app.Context, e app.Event) {
	e.PreventDefault()
	s.save(ctx)
}

func (s *settings) save(ctx app.Context) {
	limits, err := s.form.limits()
	if s.form.wrong = err; err != nil {
		return
	}
	ctx.NewActionWithValue(action.Limit, limits)
	closeDialog("limits")
}

// onBack empties the boxes, as if the person had: go-app cannot clear an input.
func (s *settings) onBack(ctx app.Context, _ app.Event) {
	s.form = newLimitForm(s.form.id, limitFields, protocol.Limits{})
	ctx.NewActionWithValue(action.Limit, protocol.Limits{})
	closeDialog("limits")
}

func onCancelLimits(app.Context, app.Event) { closeDialog("limits") }

// limitsButton opens the settings, wherever it stands.
func limitsButton() app.UI {
	return button("limits-open", "link link-quiet", "Limits…", onLimits).
		Title("How large files and archives may be")
}

func onLimits(ctx app.Context, _ app.Event) { ctx.NewActionWithValue(showOverlay, overlayLimits) }
