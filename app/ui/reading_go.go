package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// goToPlace scrolls to a place of the document's text and marks its paragraph for
// the focus, opening the fold that holds it.
func (r *reading) goToPlace(ctx app.Context, at uint32) {
	lines := r.page.linesOf(r.whole)
	i, ok := lineAt(lines, at)
	if !ok {
		return
	}
	line := lines[i]
	r.open = -1
	if line.fold {
		r.open = line.block
	}
	show := func(app.Context) {
		element := line.element()
		if !element.Truthy() {
			return
		}
		reveal(element, "center")
		element.Set("tabIndex", -1)
		focus(element)
	}
	ctx.Defer(func(ctx app.Context) {
		show(ctx)
		if line.fold {
			ctx.Dispatch(func(ctx app.Context) { ctx.Defer(show) })
		}
	})
}

// onGo hears what leads to a place of the text.
func (r *reading) onGo(ctx app.Context, e app.Event) {
	if !r.follow(ctx, e) {
		ctx.PreventUpdate()
	}
}

// follow goes where a pressed button leads, if it leads to a place of the text.
func (r *reading) follow(ctx app.Context, e app.Event) bool {
	b := e.Get("target").Call("closest", `[data-do="go"]`)
	if !b.Truthy() {
		return false
	}
	at, err := strconv.Atoi(b.Get("dataset").Get("at").String())
	if err != nil || at < 0 {
		return false
	}
	r.goToPlace(ctx, uint32(at))
	return true
}
