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
	return app.Elem("dialog").ID("limits").Class("overlay", "settings").
		Aria("labelledby", "limits-title").Aria("describedby", "limits-note").
		On("close", onDialogClose).On("click", onBackdrop).Body(
		app.Form().Class("help-in").OnSubmit(s.onSave).Body(
			app.H2().ID("limits-title").Class("help-title").Text("Limits"),
			app.P().ID("limits-note").Class("settings-note").
				Text("They keep one damaged or hostile file from taking all the memory. Those set here hold for files added from now on; an empty box has the usual value."),
			s.form.render(s.onInput),
			app.Div().Class("settings-ways").Body(
				app.Button().ID("limits-back").Class("link", "link-quiet").Type("button").Text("Set back").
					Title("All limits as they usually are").OnClick(s.onBack),
				app.Button().ID("limits-cancel").Class("button").Type("button").Text("Cancel").OnClick(onCancelLimits),
				app.Button().ID("limits-save").Class("button", "button-main").Type("submit").Text("Save"),
			),
		),
	)
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
	return app.Button().Class("link", "link-quiet", "limits-open").Type("button").Text("Limits…").
		Title("How large files and archives may be").OnClick(onLimits)
}

func onLimits(ctx app.Context, _ app.Event) { ctx.NewActionWithValue(showOverlay, overlayLimits) }
