package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
)

// oneStory is a story: who told what, and when.
type oneStory struct {
	app.Compo
	At address

	now action.Told
}

func (v *oneStory) OnMount(ctx app.Context) {
	ctx.ObserveState(action.ToldState, &v.now).OnChange(func() { v.ask(ctx) })
	v.ask(ctx)
}

func (v *oneStory) OnUpdate(ctx app.Context) { v.ask(ctx) }

// ask asks for what the address names; if it was asked before, nothing happens.
func (v *oneStory) ask(ctx app.Context) { ctx.NewActionWithValue(action.Tell, v.At.doc) }

func (v *oneStory) Render() app.UI {
	return elem("section", "story", with(words("h1", "view-title", "Story"), "tabindex", "-1", "data-focus", "1"), v.renderBody())
}

func (v *oneStory) renderBody() app.UI {
	switch {
	case v.now.Status == action.Failed:
		return failure("The story could not be told", v.now.Err)
	case v.now.Answer == nil:
		return markup(`<p class=empty role=status>Comparing …</p>`)
	}
	return nil
}
