package action

import (
	"maps"
	"slices"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/files"
	"clippings/wasm/protocol"
)

// Draft tells that a field of a document is being put right: a note is being typed,
// say. It is no correction before Correct, but if the page is closed meanwhile it is
// one the next time.
const Draft = "clippings/correct/draft" // Correcting

// place is a field of a record of a file.
type place struct{ path, record, field string }

func placeOf(c Correcting) place { return place{c.Path, c.Correction.Record, c.Correction.Field} }

// draftAfter is how long it waits for the next letter before what is typed is written
// down: a browser that is killed loses the last ones.
const draftAfter = time.Second

func (d *Desk) handleDraft(ctx app.Context, a app.Action) {
	c, ok := a.Value.(Correcting)
	if !ok {
		return
	}
	w := &d.workspace
	if isSame(d.kept.corrected(c.Path, c.Correction), c.Correction) {
		delete(w.drafts, placeOf(c))
	} else {
		w.draft(c)
	}
	w.typed++
	typed := w.typed
	ctx.After(draftAfter, func(ctx app.Context) {
		if w.typed == typed {
			d.writeUnkept(ctx)
		}
		ctx.PreventUpdate()
	})
}

// draft notes a correction that the engine has not made yet.
func (w *workspace) draft(c Correcting) {
	if w.drafts == nil {
		w.drafts = map[place]protocol.Correction{}
	}
	w.drafts[placeOf(c)] = c.Correction
}

// listenForLeave hears when the page is left: closed, or put aside.
func (d *Desk) listenForLeave(ctx app.Context) {
	files.OnLeave(func() { d.leavePage(ctx) })
}

// leavePage writes down what is not kept yet, before it returns: nothing may run
// afterwards. It runs in the browser's event loop while the page's goroutine waits.
// If the page lives on all is kept at once.
func (d *Desk) leavePage(ctx app.Context) {
	d.leave(ctx, protocol.Query{})
	d.writeUnkept(ctx)
	ctx.Dispatch(d.keepNow)
}

// writeUnkept writes down what is not kept yet.
func (d *Desk) writeUnkept(ctx app.Context) {
	w := &d.workspace
	if !w.keeps() {
		d.writeDrafts(ctx)
		return
	}
	if w.open == nil || w.open.Epoch == 0 || w.state.Opening || w.state.Keep == KeptElsewhere {
		return // there is no workspace, or another tab's
	}
	if !w.changed && !w.saving && len(w.drafts) == 0 {
		files.StorageOf(ctx).Del(unkeptKey + w.open.ID) // what was typed was taken back
		return
	}
	if err := d.unkept().put(files.StorageOf(ctx), w.open.ID); err != nil {
		app.Log("what is not kept yet could not be written down:", err)
	}
}

// unkept is what is not kept yet, in a turn of its own: if the workspace is kept as it
// was before, it is not in it.
func (d *Desk) unkept() unkept {
	w, k := &d.workspace, &d.kept
	w.turn++
	set := d.pageSet()
	u := unkept{Turn: w.turn, Name: w.open.Name, Set: &set, Corrections: map[string][]protocol.Correction{}}
	set.Corrections = nil
	for _, keys := range []map[string]bool{k.touched, w.touched} {
		for key := range keys {
			u.Corrections[key] = k.corrections[key]
		}
	}
	for at, c := range w.drafts {
		s, ok := k.sources[at.path]
		if !ok {
			continue
		}
		key := fileKey(s)
		list, changed := u.Corrections[key]
		if !changed {
			list = k.corrections[key]
		}
		u.Corrections[key] = withCorrection(list, c)
	}
	return u
}

// settleUnkept forgets what was written down, which is kept now; but not what is
// still being typed.
func (d *Desk) settleUnkept(ctx app.Context) {
	w := &d.workspace
	if w.changed || len(w.drafts) > 0 {
		d.writeUnkept(ctx)
		return
	}
	files.StorageOf(ctx).Del(unkeptKey + w.open.ID)
}

// handOver notes that what was touched is being kept; keptWell says how that went.
func (d *Desk) handOver() {
	w, k := &d.workspace, &d.kept
	w.touched, k.touched = k.touched, nil
}

func (d *Desk) keptWell(well bool) {
	w, k := &d.workspace, &d.kept
	if !well {
		k.touch(slices.Collect(maps.Keys(w.touched))...)
	}
	w.touched = nil
}
