package action

import (
	"errors"
	"maps"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/files"
	"clippings/wasm/protocol"
)

// What a visitor of a published collection sets is kept in the browser's own storage,
// as the page has no workspace: tags, notes and other corrections, decisions and
// settings, saved searches. The collection is the same at the next visit, or a newer
// one; corrections know their documents by path and record. Files that the visitor adds
// are not kept, but what is said of them is: dropped again they are read by it.

// visited is a correction of a document of the collection.
type visited struct {
	Correcting
	done bool
}

// takeUpVisit has what was set at an earlier visit hold again, once the collection can
// answer. Only if something was is the list of its files needed.
func (d *Desk) takeUpVisit(ctx app.Context) {
	ctx.Dispatch(func(ctx app.Context) {
		if g := &d.grouping.state; !IsUsual(g.Settings) || len(g.Settings.Preferred)+len(g.Decisions) > 0 {
			d.regroup(ctx, 0)
		}
		if len(d.kept.corrections) == 0 {
			return
		}
		ctx.Async(func() {
			if err := d.listPublished(ctx); err != nil {
				return // told where the files are listed; the next visit tries again
			}
			ctx.Dispatch(d.takeUpCorrections)
		})
	})
}

// takeUpCorrections puts right what was at an earlier visit.
func (d *Desk) takeUpCorrections(ctx app.Context) {
	list := d.visited()
	if len(list) == 0 {
		return
	}
	ctx.Async(func() {
		for i := range list {
			v := &list[i]
			err := d.engine.Amend(ctx, v.ID, v.Correction)
			v.done = err == nil
			if errors.Is(err, protocol.ErrField) {
				app.Log("a correction of an earlier visit is refused:", err)
			}
		}
		ctx.Dispatch(func(ctx app.Context) { d.tookUp(ctx, list) })
	})
}

// visited lists the corrections of documents of the collection.
func (d *Desk) visited() []visited {
	var list []visited
	for i := range d.bringing.ledger.Entries {
		e := &d.bringing.ledger.Entries[i]
		corrections := d.kept.corrections[fileKey(protocol.Source{Path: e.Path})]
		if len(corrections) == 0 || e.Skip != protocol.SkipNone {
			continue
		}
		d.knowPublished(e.Path)
		for _, c := range corrections {
			if c.Record == e.Record {
				list = append(list, visited{Correcting: Correcting{ID: e.ID, Path: e.Path, Correction: c}})
			}
		}
	}
	return list
}

// knowPublished makes a file of the collection one that can be corrected: nobody told
// its size.
func (d *Desk) knowPublished(path string) {
	k := &d.kept
	if _, known := k.sources[path]; known || !d.published.Is {
		return
	}
	if k.sources == nil {
		k.sources = map[string]protocol.Source{}
	}
	k.sources[path] = protocol.Source{Path: path}
}

// tookUp shows what was taken up. What the visitor has put right meanwhile stays so.
func (d *Desk) tookUp(ctx app.Context, list []visited) {
	var now Article
	ctx.GetState(ArticleState, &now)
	for _, v := range list {
		if !v.done {
			continue
		}
		if v.Correction.Field == "title" && !v.Correction.Revert {
			d.bringing.ledger = d.bringing.ledger.titled(v.ID, v.Correction.Values)
			ctx.SetState(LedgerState, d.bringing.ledger)
		}
		if since := d.kept.corrected(v.Path, v.Correction); !isSame(since, v.Correction) {
			d.correct(ctx, Correcting{ID: v.ID, Path: v.Path, Correction: since}, "", func(app.Context, error) {})
		}
		if now.Reading.ID == v.ID {
			ctx.NewActionWithValue(Read, now.Reading)
		}
	}
	d.forgetAnswers(ctx)
}

// writeDrafts writes down what is being typed, where there is no workspace, with the
// other corrections.
func (d *Desk) writeDrafts(ctx app.Context) {
	w, k := &d.workspace, &d.kept
	if len(w.drafts) == 0 && !w.drafted {
		return
	}
	w.drafted = len(w.drafts) > 0
	all := maps.Clone(k.corrections)
	for at, c := range w.drafts {
		d.knowPublished(at.path)
		s, ok := k.sources[at.path]
		if !ok {
			continue
		}
		key := fileKey(s)
		if all[key] = withCorrection(all[key], c); len(all[key]) == 0 {
			delete(all, key)
		}
	}
	if err := files.StorageOf(ctx).Set(correctionsKey, all); err != nil {
		app.Log("what is being typed could not be written down:", err)
	}
}
