package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// drawInTurn draws the parts of a component one in a frame, where all at once
// would take longer than a frame has: it raises drawn until there are as many as
// parts tells, which may change meanwhile.
func drawInTurn(ctx app.Context, drawn *int, parts func() int) {
	ctx.Defer(func(ctx app.Context) {
		if *drawn < parts() {
			ctx.Dispatch(func(ctx app.Context) {
				*drawn++
				drawInTurn(ctx, drawn, parts)
			})
		}
	})
}
