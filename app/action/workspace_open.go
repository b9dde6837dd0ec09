package action

import (
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/files"
	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// opening is a workspace being opened, off the page's goroutine.
type opening struct {
	engine   Engine
	storage  files.Storage
	keeper   Keeper
	tabs     Tabs
	list     coord.WorkspaceList
	open     *coord.Workspace
	page     pageKept
	lost     []string
	nowhere  bool // nothing can be kept here
	late     bool // the page does not know yet all that the engine has kept
	held     bool
	release  func()
	fromFile bool                                         // it is not kept here yet
	rest     func(context.Context) (*coord.Opened, error) // waits for what comes behind; nil for nothing
	fresh    bool                                         // there was none: what is set now goes into it
	forgot   bool                                         // all the others, and nothing was left when looked for
	touched  map[string][]protocol.Correction             // of files: they were not kept yet
	unkept   bool                                         // something set was not kept yet
	err      error
}

// takeUp opens the workspace of the last visit, or begins one. It waits for the
// engine, and nothing else is asked of it before.
func (d *Desk) takeUp(ctx app.Context, last string) opening {
	o := opening{engine: d.engine, storage: files.StorageOf(ctx), release: func() {}, held: true}
	o.keeper, _ = d.engine.(Keeper)
	o.tabs, _ = d.engine.(Tabs)
	if o.keeper == nil {
		return o
	}
	o.list, o.err = o.keeper.Workspaces(ctx)
	if o.err != nil || o.list.Where == protocol.KeptNowhere {
		o.nowhere, o.open, o.fresh = true, coord.NewWorkspace(""), true
		return o
	}
	id := choose(o.list.Workspaces, last)
	if id == "" {
		o.begin(ctx)
	} else {
		o.reopen(ctx, id)
	}
	return o
}

// choose is the workspace to open: the last one, else the one kept last.
func choose(list []coord.Workspace, last string) string {
	newest := -1
	for i := range list {
		if list[i].ID == last {
			return last
		}
		if newest < 0 || list[i].Saved > list[newest].Saved {
			newest = i
		}
	}
	if newest < 0 {
		return ""
	}
	return list[newest].ID
}

// begin makes a new workspace, which is kept once there is something in it.
func (o *opening) begin(ctx context.Context) {
	o.open, o.fresh = coord.NewWorkspace(""), true
	o.hold(ctx, o.open.ID)
}

// hold takes the workspace for this tab, if it can.
func (o *opening) hold(ctx context.Context, id string) {
	if o.tabs != nil {
		o.held, o.release = o.tabs.Hold(ctx, id)
	}
}

// reopen takes up a workspace that is kept. If it cannot be opened, a new one is
// begun, and it stays as it is.
func (o *opening) reopen(ctx context.Context, id string) {
	o.hold(ctx, id)
	o.takeOver(ctx, id)
}

// takeOver is reopen for a workspace that this tab holds already, if it can.
func (o *opening) takeOver(ctx context.Context, id string) {
	got, err := o.keeper.Reopen(ctx, id)
	if err != nil {
		o.release()
		o.begin(ctx)
		o.err = err
		return
	}
	o.take(got)
	o.catchUp(ctx)
}

// take takes over what was opened.
func (o *opening) take(got coord.Opened) {
	o.open, o.lost, o.rest = &got.Workspace, got.Lost, got.Rest
	o.page, o.err = decodePage(got.Workspace.Page)
	o.page.entries = o.page.with(got.Entries)
	o.late = len(got.Entries) > 0
}

// opened shows what was opened. It is called before any question is answered.
func (d *Desk) opened(ctx app.Context, o opening) {
	w := &d.workspace
	w.keeper, w.tabs, w.open, w.release = o.keeper, o.tabs, o.open, o.release
	w.changed, w.page, w.turn, w.drafts, w.touched = false, pageWriter{files: -1}, o.page.set.Turn, nil, nil
	d.kept.touched = nil
	s := &w.state
	*s = Workspace{Where: o.list.Where, Err: o.err, Lost: o.lost, Opened: s.Opened + 1}
	if o.keeper == nil {
		d.showWorkspace(ctx)
		return
	}
	w.nowhere = o.nowhere
	if w.packing.Status == Ready {
		d.showPacking(ctx, Packing{}) // that was another
	}
	s.ID, s.Name, s.Bytes, s.Documents = o.open.ID, o.open.Name, o.open.Bytes, o.open.Documents
	switch {
	case o.nowhere:
		s.Keep = KeptNone
	case !o.held:
		s.Keep = KeptElsewhere
		d.await(ctx)
	case !o.fresh:
		s.Keep = KeptWhole
	}
	if !o.fresh {
		d.takePage(ctx, o.page, o.lost)
		if !o.nowhere {
			d.noteLast(ctx)
		}
		d.kept.touch(slices.Collect(maps.Keys(o.touched))...)
		if o.late || o.fromFile || len(o.lost) > 0 || o.unkept {
			d.keepSoon(ctx)
		}
	} else if o.held && d.hasSettings() {
		d.keepSoon(ctx) // as they were kept before there were workspaces
	}
	d.showWorkspace(ctx)
	d.followRest(ctx, o)
	w.list.Forgotten = o.forgot
	d.listWorkspaces(ctx)
	waiting := w.waiting
	w.waiting = nil
	for _, batch := range waiting {
		ctx.NewActionWithValue(Bring, batch)
	}
}

// await waits for the tab that has the workspace to be closed, and then opens
// what it has kept. What was changed here meanwhile is kept as another workspace:
// nothing of either is lost.
func (d *Desk) await(ctx app.Context) {
	w := &d.workspace
	work, current := w.follow.next()
	id, tabs := w.open.ID, w.tabs
	ctx.Async(func() {
		held, release := tabs.Await(work, id)
		ctx.Dispatch(func(ctx app.Context) {
			switch {
			case !held:
			case !current() || w.open == nil || w.open.ID != id:
				release()
			case w.changed:
				release()
				d.keepApart(ctx)
			default:
				d.change(ctx, func(work context.Context, o *opening) {
					o.release = release
					o.takeOver(work, id)
				})
			}
		})
	})
}

// keepApart keeps what is here under another name.
func (d *Desk) keepApart(ctx app.Context) {
	w := &d.workspace
	o := opening{tabs: w.tabs, release: func() {}, held: true}
	name := w.open.Name
	ctx.Async(func() {
		o.begin(ctx)
		ctx.Dispatch(func(ctx app.Context) {
			o.open.Name = strings.TrimSpace(name + " (changed in another tab)")
			w.open, w.release = o.open, o.release
			w.state.ID, w.state.Name, w.state.Keep, w.state.Apart = o.open.ID, o.open.Name, KeptWaiting, true
			d.keepSoon(ctx)
		})
	})
}

// change closes the workspace that is open, once it is kept, and opens another.
func (d *Desk) change(ctx app.Context, open func(context.Context, *opening)) {
	w := &d.workspace
	if w.state.Opening || d.bringing.state.Status == Loading || w.keeper == nil {
		return
	}
	w.state.Opening, w.state.Expected, w.state.Err = true, 1, nil
	w.follow.stop()
	d.showWorkspace(ctx)
	before, keeper, tabs, release := w.open, w.keeper, w.tabs, w.release
	kept := w.changed && w.keeps() && w.state.Keep != KeptElsewhere
	s, storage := d.snapshot(), files.StorageOf(ctx)
	ctx.Async(func() {
		engine, err := d.ready(ctx)
		if kept && err == nil {
			before.Page = w.page.write(s)
			err = keeper.Save(ctx, before)
		}
		keeper.KeepTo(nil)
		if err == nil {
			err = engine.Reset(ctx)
		}
		if err != nil {
			ctx.Dispatch(func(ctx app.Context) { d.stay(ctx, err) })
			return
		}
		release()
		o := opening{engine: engine, storage: storage, keeper: keeper, tabs: tabs, release: func() {}, held: true}
		if kept {
			storage.Del(unkeptKey + before.ID)
		}
		open(ctx, &o)
		o.list, _ = keeper.Workspaces(ctx)
		o.nowhere = o.list.Where == protocol.KeptNowhere
		ctx.Dispatch(func(ctx app.Context) {
			d.clear(ctx)
			d.forgetSettings(ctx)
			d.opened(ctx, o)
		})
	})
}

// stay shows why the workspace that is open could not be left.
func (d *Desk) stay(ctx app.Context, err error) {
	s := &d.workspace.state
	s.Opening, s.Err = false, err
	s.Keep = keepStatus(err)
	d.showWorkspace(ctx)
}

// forgetSettings has everything that is part of a workspace be as at first.
func (d *Desk) forgetSettings(ctx app.Context) {
	d.takePage(ctx, pageKept{}, nil)
}

// nameOf names a workspace after what was brought in first: the folder that all
// of it lies in, or a file.
func nameOf(entries []protocol.Entry) string {
	if len(entries) == 0 {
		return ""
	}
	first, _, inFolder := strings.Cut(entries[0].Path, "/")
	other := func(e protocol.Entry) bool { return e.Path != first && !strings.HasPrefix(e.Path, first+"/") }
	isAll := !slices.ContainsFunc(entries, other)
	if dot := strings.LastIndexByte(first, '.'); !inFolder && dot > 0 {
		first = first[:dot]
	}
	if isAll {
		return first
	}
	return first + " and others"
}
