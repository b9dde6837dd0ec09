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

// with is the ledger with the lines of an import that the page may not have known
// when it was kept last.
func (k *pageKept) with(late []protocol.Entry) []protocol.Entry {
	if len(late) == 0 {
		return k.entries
	}
	type line struct {
		id           protocol.DocID
		path, record string
		skip         protocol.SkipReason
	}
	known := make(map[line]bool, len(k.entries))
	for i := range k.entries {
		e := &k.entries[i]
		known[line{e.ID, e.Path, e.Record, e.Skip}] = true
	}
	all := k.entries[:len(k.entries):len(k.entries)]
	for _, e := range late {
		if !known[line{e.ID, e.Path, e.Record, e.Skip}] {
			all = append(all, e)
		}
	}
	return all
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

// hasSettings reports whether the person has set anything that is kept.
func (d *Desk) hasSettings() bool {
	g, s := &d.grouping.state, &d.searches.state
	return len(d.kept.corrections)+len(g.Decisions)+len(s.Saved)+len(s.History) > 0 || !IsUsual(g.Settings)
}

// takePage shows what the page had kept, in the place of what there is.
func (d *Desk) takePage(ctx app.Context, p pageKept, lost []string) {
	d.takeFiles(ctx, p, lost)
	set := &p.set
	d.grouping.take(keptGrouping{Settings: set.Settings, Decisions: set.Decisions})
	d.showGrouping(ctx)
	d.searches.state = Searches{Saved: sound(set.Saved, mostSaved), History: sound(set.History, historyLen)}
	ctx.SetState(SearchesState, d.searches.state)
	list := QueryList{Exactly: set.Exactly}
	for _, text := range set.Queries {
		list.Lines = append(list.Lines, QueryLine{Text: text})
	}
	if len(list.Lines) > 0 {
		list.Status = Ready
	}
	d.replaceQueries(ctx, list)
	if len(p.entries) > 0 {
		d.forgetAnswers(ctx)
	}
}

// takeFiles takes up the ledger and what is known of files. Their handles are
// gone with the page that had them.
func (d *Desk) takeFiles(ctx app.Context, p pageKept, lost []string) {
	k := &d.kept
	k.sources = make(map[string]protocol.Source, len(p.files))
	for _, s := range p.files {
		s.Recipe = p.set.Recipes[s.Path]
		k.sources[s.Path] = s
	}
	k.changes++
	if k.corrections = p.set.Corrections; k.corrections == nil {
		k.corrections = map[string][]protocol.Correction{}
	}
	d.showKeeping(ctx)
	d.bringing.ledger = Ledger{}.with(p.entries)
	if len(lost) > 0 {
		d.bringing.ledger = d.bringing.ledger.without(lost).with(k.damaged(lost))
	}
	ctx.SetState(LedgerState, d.bringing.ledger)
}

// damaged is a line of the ledger for each file of which something kept was
// damaged.
func (k *kept) damaged(paths []string) []protocol.Entry {
	list := make([]protocol.Entry, len(paths))
	for i, path := range paths {
		list[i] = protocol.Entry{
			Path: path, Bytes: k.sources[path].Size, Skip: protocol.SkipUnreadable,
			Detail: "what was kept of it on this device was damaged; drop it again",
		}
	}
	return list
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

// gone reports that a file cannot be read again: the page that had its handle was
// closed.
func (d *Desk) gone(ctx app.Context, s protocol.Source) bool {
	if s.Handle != nil {
		return false
	}
	d.workspace.state.Gone = s.Path
	d.showWorkspace(ctx)
	return true
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
