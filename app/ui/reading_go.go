package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
)

// goToPlace scrolls to a place of the document's text and marks its paragraph for
// the focus, opening the fold that holds it.
func (r *reading) goToPlace(ctx app.Context, at uint32) {
	r.leaveMatch()
	r.goToSpan(ctx, protocol.Span{Start: at, End: at})
}

// goToSpan is goToPlace for a stretch of text, which is marked.
func (r *reading) goToSpan(ctx app.Context, span protocol.Span) {
	lines := r.page.linesOf(r.whole)
	i, ok := lineAt(lines, span.Start)
	if !ok {
		return
	}
	line := &lines[i]
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
		if span.Len() > 0 {
			nodes := nodesOf(element)
			paint(paintHere, 1, r.page.rangeOf(nil, &nodes, line, span))
		}
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
