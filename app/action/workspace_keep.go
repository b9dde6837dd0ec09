package action

import (
	"errors"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// A workspace is kept when no change has followed for a while: some times as long as
// keeping it takes, which is 20 ms for a few documents and seconds for a million. What
// is not kept yet is lost if the browser is killed.
var keepSoonest = 100 * time.Millisecond

const (
	keepAfter = time.Second // at most
	keepTimes = 4
)

// rest is how long to wait.
func (w *workspace) rest() time.Duration { return min(max(keepTimes*w.took, keepSoonest), keepAfter) }

// keepSoon notes that there is something to be kept.
func (d *Desk) keepSoon(ctx app.Context) {
	w := &d.workspace
	if w.open == nil || !w.keeps() {
		return
	}
	w.changed = true
	w.turn++
	if w.state.Keep == KeptElsewhere || w.state.Keep == KeptNone {
		d.showWorkspace(ctx)
		return
	}
	if w.state.Keep != KeptSaving && w.state.Keep != KeptFull {
		w.state.Keep = KeptWaiting
		d.showWorkspace(ctx)
	}
	w.waits++
	waits := w.waits
	ctx.After(w.rest(), func(ctx app.Context) {
		if w.waits == waits {
			d.keepNow(ctx)
		}
	})
}

// keepNow keeps what has changed. An import keeps it when it ends.
func (d *Desk) keepNow(ctx app.Context) {
	w := &d.workspace
	if !w.changed || w.saving || w.state.Keep == KeptElsewhere {
		return
	}
	if d.bringing.state.Status == Loading {
		d.writeUnkept(ctx)
		return
	}
	w.changed, w.saving = false, true
	w.state.Keep = KeptSaving
	d.showWorkspace(ctx)
	to, keeper, page := w.open, w.keeper, d.snapshot()
	d.handOver()
	if to.Name == "" {
		to.Name = nameOf(page.entries)
	}
	ctx.Async(func() {
		began := time.Now()
		to.Page = w.page.write(page)
		err := keeper.Save(ctx, to)
		took := time.Since(began)
		ctx.Dispatch(func(ctx app.Context) {
			w.took = took
			d.keptAs(ctx, to, err)
		})
	})
}

// keptAs shows what came of keeping.
func (d *Desk) keptAs(ctx app.Context, to *coord.Workspace, err error) {
	w := &d.workspace
	w.saving = false
	if w.open != to {
		return // another is open by now
	}
	s := &w.state
	s.Keep, s.Err = keepStatus(err), err
	s.Bytes, s.Documents = to.Bytes, to.Documents
	d.keptWell(err == nil)
	if err != nil {
		w.changed = true
		d.writeUnkept(ctx)
	} else {
		d.settleUnkept(ctx)
		s.Name = to.Name
		d.noteLast(ctx)
		d.askToPersist(ctx)
		if !w.list.has(to) {
			d.listWorkspaces(ctx)
		}
	}
	d.showWorkspace(ctx)
	if err == nil && w.changed {
		d.keepSoon(ctx)
	}
}

// noRoom shows that an import could not be kept to its end. What would be written to
// try again is all that did not fit; the next change or the person has it tried.
func (d *Desk) noRoom(ctx app.Context, err error) {
	w := &d.workspace
	if w.open == nil {
		return
	}
	w.changed = true
	s := &w.state
	s.Keep, s.Err, s.Bytes, s.Documents = KeptFull, err, w.open.Bytes, w.open.Documents
	d.showWorkspace(ctx)
}

// keepMeanwhile has an import keep what it reads on the way. A crash then costs
// its last seconds.
func (d *Desk) keepMeanwhile(s snapshot) {
	w := &d.workspace
	if !w.keeps() || w.open == nil || w.state.Keep == KeptElsewhere {
		return
	}
	w.open.Page = w.page.write(s)
	w.keeper.KeepTo(w.open)
}

func keepStatus(err error) KeepStatus {
	switch {
	case err == nil:
		return KeptWhole
	case errors.Is(err, protocol.ErrFull):
		return KeptFull
	case errors.Is(err, protocol.ErrNotKept):
		return KeptNone
	case errors.Is(err, protocol.ErrInUse):
		return KeptElsewhere
	}
	return KeptFailed
}
