package action

import (
	"maps"
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
)

// Kept is a kind of thing that is kept on this device.
type Kept uint8

const (
	KeptCorrections Kept = iota + 1
	KeptDecisions
	KeptSaved   // searches
	KeptHistory // searches made before
)

// Keeping counts corrections kept on this device. Other states hold the rest.
type Keeping struct {
	Corrections int
	Files       int // they were made in
}

func (d *Desk) showKeeping(ctx app.Context) {
	k := Keeping{Files: len(d.kept.corrections)}
	for _, list := range d.kept.corrections {
		k.Corrections += len(list)
	}
	ctx.SetState(KeepingState, k)
}

// handleForget forgets what is kept of a kind. Documents that are open stay as
// they are corrected; their files will be read as they are another time.
func (d *Desk) handleForget(ctx app.Context, a app.Action) {
	what, ok := a.Value.(Kept)
	if !ok {
		return
	}
	switch what {
	case KeptCorrections:
		d.forgetCorrections(ctx)
	case KeptDecisions:
		if now := d.grouping.state.Decisions; len(now) > 0 {
			d.changeDecisions(ctx, Change{Of: OfKept, Kept: what}, nil, 0)
		}
	case KeptSaved, KeptHistory:
		d.forgetSearches(ctx, what)
	}
}

func (d *Desk) forgetCorrections(ctx app.Context) {
	before := maps.Clone(d.kept.corrections)
	if len(before) == 0 {
		return
	}
	set := func(to map[string][]protocol.Correction) way {
		return atOnce(func(ctx app.Context) {
			d.kept.touch(slices.Concat(slices.Collect(maps.Keys(d.kept.corrections)), slices.Collect(maps.Keys(to)))...)
			d.kept.corrections = maps.Clone(to)
			d.keepCorrections(ctx)
			d.showKeeping(ctx)
		})
	}
	none := set(map[string][]protocol.Correction{})
	none(ctx, func(app.Context, error) {})
	d.note(ctx, step{change: Change{Of: OfKept, Kept: KeptCorrections}, back: set(before), again: none})
}

// forgetSearches forgets the saved searches, or those made before. Undone, what
// came meanwhile stays.
func (d *Desk) forgetSearches(ctx app.Context, what Kept) {
	d.readSearches(ctx)
	before := d.searches.state.list(what)
	if len(*before) == 0 {
		return
	}
	gone := *before
	set := func(add []KeptSearch) way {
		return atOnce(func(ctx app.Context) {
			d.changeSearches(ctx, func(s *Searches) {
				if list := s.list(what); add == nil {
					*list = nil
				} else {
					*list = joined(*list, add)
				}
				s.sort()
			})
		})
	}
	none := set(nil)
	none(ctx, func(app.Context, error) {})
	d.note(ctx, step{change: Change{Of: OfKept, Kept: what}, back: set(gone), again: none})
}

// list is the searches of a kind.
func (s *Searches) list(what Kept) *[]KeptSearch {
	if what == KeptSaved {
		return &s.Saved
	}
	return &s.History
}

// joined is list with what of others it does not have.
func joined(list, others []KeptSearch) []KeptSearch {
	all := append([]KeptSearch(nil), list...)
	for _, k := range others {
		if !hasQuery(list, k.Query) {
			all = append(all, k)
		}
	}
	return all
}
