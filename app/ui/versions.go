package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
)

// versions is all versions of a text in one.
type versions struct {
	app.Compo
	At address

	now action.Versions
}

func (v *versions) OnMount(ctx app.Context) {
	ctx.ObserveState(action.VersionsState, &v.now).OnChange(func() { v.ask(ctx) })
	v.ask(ctx)
}

func (v *versions) OnUpdate(ctx app.Context) { v.ask(ctx) }

// ask asks for what the address names; if it was asked before, nothing happens.
func (v *versions) ask(ctx app.Context) { ctx.NewActionWithValue(action.Collate, v.At.doc) }

func (v *versions) Render() app.UI {
	return elem("section", "versions", with(words("h1", "view-title", "All versions"), "tabindex", "-1", "data-focus", "1"), v.renderBody())
}

func (v *versions) renderBody() app.UI {
	switch {
	case v.now.Status == action.Failed:
		return failure("The versions could not be compared", v.now.Err)
	case v.now.Answer == nil:
		return markup(`<p class=empty role=status>Comparing …</p>`)
	}
	return nil
}
