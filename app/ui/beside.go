package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
)

// beside is two documents side by side.
type beside struct {
	app.Compo
	At address

	now action.Facing
}

func (v *beside) OnMount(ctx app.Context) {
	ctx.ObserveState(action.FacingState, &v.now).OnChange(func() { v.ask(ctx) })
	v.ask(ctx)
}

func (v *beside) OnUpdate(ctx app.Context) { v.ask(ctx) }

// ask asks for what the address names; if it was asked before, nothing happens.
func (v *beside) ask(ctx app.Context) {
	ctx.NewActionWithValue(action.Face, action.Comparing{A: v.At.doc, B: v.At.other})
}

func (v *beside) Render() app.UI {
	return elem("section", "beside", with(words("h1", "view-title", "Side by side"), "tabindex", "-1", "data-focus", "1"), v.renderBody())
}

func (v *beside) renderBody() app.UI {
	switch {
	case v.now.Status == action.Failed:
		return failure("The two could not be compared", v.now.Err)
	case v.now.Answer == nil:
		return markup(`<p class=empty role=status>Comparing …</p>`)
	}
	return nil
}
