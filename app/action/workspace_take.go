package action

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
)

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
