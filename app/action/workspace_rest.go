package action

import (
	"context"
	"errors"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// followRest waits for what comes behind a workspace that is shown. Where something
// of it was damaged, or another tab has kept it meanwhile, it was opened anew: that
// is shown then.
func (d *Desk) followRest(ctx app.Context, o opening) {
	if o.rest == nil {
		return
	}
	ctx.Async(func() {
		anew, err := o.rest(ctx)
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
