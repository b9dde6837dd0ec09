package action

import (
	"context"
	"errors"
	"maps"
	"slices"

	"clippings/app/files"
	"clippings/wasm/protocol"
)

// unkept is what was set in a workspace and is not kept in it yet. It lies in the
// browser's own storage, which takes it at once, while the page is being closed:
//
//	the page is left   what is not kept yet, and what is being typed, is written down
//	it is kept         that goes away
//	it is opened       what is there of a later turn than the workspace is taken up,
//	                   told to the engine and kept
//
// Turns count changes, so that there never are two truths: of an equal or earlier
// turn, all that was written down is in the workspace.
type unkept struct {
	Turn uint64
	Name string // of the workspace
	// Set is all but corrections; nil if that was too much, and it stays as it is kept.
	Set *pageSet
	// Corrections are those of the files where any has changed: all there are now.
	Corrections map[string][]protocol.Correction
}

// unkeptKey begins the keys under which it lies; the ID of the workspace follows.
const unkeptKey = "clippings/unkept/"

// put writes it down: without the lists, which may be long, if there is no room.
func (u unkept) put(to files.Storage, id string) error {
	err := to.Set(unkeptKey+id, u)
	if err != nil {
		u.Set = nil
		err = to.Set(unkeptKey+id, u)
	}
	return err
}

// findUnkept is what was written down of a workspace after a turn.
func findUnkept(from files.Storage, id string, turn uint64) (u unkept, found bool) {
	if err := from.Get(unkeptKey+id, &u); err != nil {
		return unkept{}, false
	}
	return u, u.Turn > turn
}

// over is what the page has with what was not kept yet.
func (u *unkept) over(kept pageSet) pageSet {
	corrections := maps.Clone(kept.Corrections)
	if corrections == nil {
		corrections = map[string][]protocol.Correction{}
	}
	if u.Set != nil {
		kept = *u.Set
	}
	for key, list := range u.Corrections {
		if corrections[key] = list; len(list) == 0 {
			delete(corrections, key)
		}
	}
	kept.Turn, kept.Corrections = u.Turn, corrections
	return kept
}

// catchUp takes up what was not kept when the page was closed.
func (o *opening) catchUp(ctx context.Context) {
	if !o.held || o.engine == nil {
		return // whoever has the workspace knows it
	}
	u, found := findUnkept(o.storage, o.open.ID, o.page.set.Turn)
	if !found {
		o.storage.Del(unkeptKey + o.open.ID)
		return
	}
	before := o.page.set
	o.page.set = u.over(before)
	o.touched, o.unkept = u.Corrections, true
	if u.Name != "" {
		o.open.Name = u.Name
	}
	o.err = errors.Join(o.err, o.amend(ctx, before.Corrections, u.Corrections), o.regroup(ctx, before))
}

// regroup has documents grouped as they are to be now, if they were otherwise.
func (o *opening) regroup(ctx context.Context, before pageSet) error {
	was, now := rulesOf(before), rulesOf(o.page.set)
	if same(was.Settings, now.Settings) && slices.Equal(was.Decisions, now.Decisions) {
		return nil
	}
	return o.engine.Regroup(ctx, now)
}

func rulesOf(s pageSet) protocol.Regroup {
	var g grouping
	g.take(keptGrouping{Settings: s.Settings, Decisions: s.Decisions})
	return g.rules()
}

// amend puts right what was corrected, or as it was what was taken back, in the
// documents of the files that have changed. What the engine refuses is no correction.
func (o *opening) amend(ctx context.Context, before, now map[string][]protocol.Correction) error {
	var failed error
	paths := make(map[string]string, len(now))
	for _, s := range o.page.files {
		key := fileKey(s)
		if _, changed := now[key]; changed {
			paths[s.Path] = key
		}
	}
	var titled []protocol.DocID
	for i := range o.page.entries {
		e := &o.page.entries[i]
		key, changed := paths[e.Path]
		if !changed || e.Skip != protocol.SkipNone {
			continue
		}
		for _, c := range changedIn(before[key], now[key], e.Record) {
			switch err := o.engine.Amend(ctx, e.ID, c); {
			case errors.Is(err, protocol.ErrField):
				o.refuse(key, c)
			case err != nil && !errors.Is(err, protocol.ErrNotFound):
				failed = err
			case c.Field == "title":
				titled = append(titled, e.ID)
			}
		}
	}
	return errors.Join(failed, o.entitle(ctx, titled))
}

// changedIn are the corrections of a record that make of those before those now.
func changedIn(before, now []protocol.Correction, record string) []protocol.Correction {
	var list []protocol.Correction
	for _, c := range now {
		isOld := func(old protocol.Correction) bool {
			return old.Record == c.Record && old.Field == c.Field && slices.Equal(old.Values, c.Values)
		}
		if c.Record == record && !slices.ContainsFunc(before, isOld) {
			list = append(list, c)
		}
	}
	for _, old := range before {
		stands := func(c protocol.Correction) bool { return c.Record == old.Record && c.Field == old.Field }
		if old.Record == record && !slices.ContainsFunc(now, stands) {
			list = append(list, protocol.Correction{Record: record, Field: old.Field, Revert: true})
		}
	}
	return list
}

// refuse takes a correction out again.
func (o *opening) refuse(key string, c protocol.Correction) {
	all := o.page.set.Corrections
	all[key] = slices.DeleteFunc(slices.Clone(all[key]), func(x protocol.Correction) bool {
		return x.Record == c.Record && x.Field == c.Field
	})
	if len(all[key]) == 0 {
		delete(all, key)
	}
}

// entitle has the ledger show the titles that documents have now.
func (o *opening) entitle(ctx context.Context, ids []protocol.DocID) error {
	if len(ids) == 0 {
		return nil
	}
	now, err := o.engine.Summaries(ctx, ids)
	for i := range o.page.entries {
		e := &o.page.entries[i]
		if s, ok := now[e.ID]; ok && e.Skip == protocol.SkipNone {
			e.Title = s.Title
		}
	}
	return err
}
