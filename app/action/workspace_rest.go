package action

import (
	"context"
	"errors"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// wholeMark is set in the browser's list of times when all of a workspace has come.
const wholeMark = "clippings whole"

// followRest waits for what comes behind a workspace that is shown. Where something
// of it was damaged, or another tab has kept it meanwhile, it was opened anew: that
// is shown then.
func (d *Desk) followRest(ctx app.Context, o opening) {
	if o.rest == nil {
		return
	}
	ctx.Async(func() {
		anew, err := o.rest(ctx)
		if app.IsClient {
			app.Window().Get("performance").Call("mark", wholeMark)
		}
		if anew == nil && (err == nil || errors.Is(err, context.Canceled)) {
			return
		}
		ctx.Dispatch(func(ctx app.Context) {
			w := &d.workspace
			if w.open != o.open {
				return // another is open
			}
			if err != nil {
				w.state.Err = err
				d.showWorkspace(ctx)
				return
			}
			if anew.Workspace.Epoch != o.open.Epoch && !w.changed {
				o.take(*anew)
				d.opened(ctx, o)
				return
			}
			d.takeLost(ctx, anew.Lost)
		})
	})
}

// takeLost shows which files have documents that were damaged on the device.
func (d *Desk) takeLost(ctx app.Context, lost []string) {
	d.workspace.state.Lost = lost
	if len(lost) > 0 {
		d.bringing.ledger = d.bringing.ledger.without(lost).with(d.kept.damaged(lost))
		ctx.SetState(LedgerState, d.bringing.ledger)
		d.keepSoon(ctx)
	}
	d.showWorkspace(ctx)
	d.forgetAnswers(ctx)
}
