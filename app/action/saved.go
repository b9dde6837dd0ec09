package action

import (
	"slices"
	"strings"
	"time"

	"clippings/app/files"
	"clippings/wasm/ordering"
	"clippings/wasm/protocol"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// A KeptSearch is a search kept on this device.
type KeptSearch struct {
	Name  string         // that the person gave it; "" in the history
	Query protocol.Query // as set; Typing and Match are not kept
}

// Searches are the searches kept on this device.
type Searches struct {
	Saved   []KeptSearch // by name
	History []KeptSearch // the last first; no two with the same words
	Failed  bool         // the browser keeps nothing: they last as long as the page
}

// Find is the place of a query among the saved searches, -1 when it is none.
func (s *Searches) Find(q protocol.Query) int {
	q = settled(q)
	return slices.IndexFunc(s.Saved, func(k KeptSearch) bool { return k.Query == q })
}

const (
	savedKey   = "clippings/searches"
	historyKey = "clippings/history"

	// historyLen is how many searches are remembered.
	historyLen = 50
	// historyRest is how long a result must be looked at to be remembered: what is
	// passed through while typing is not.
	historyRest = 2 * time.Second
	// mostKept is how many bytes of a query are kept, mostSaved how many searches:
	// a page may store some megabytes in all.
	mostKept  = 2000
	mostSaved = 1000
)

// searches is what the desk keeps of searches.
type searches struct {
	state   Searches
	shown   time.Time // since when the results are those of their query
	growing string    // remembered last, while it was typed
}

// load brings back what was kept on this device. Another window may have changed
// it since.
func (s *searches) load(ctx app.Context) {
	if s.state.Failed {
		return
	}
	var saved, history []KeptSearch
	if files.StorageOf(ctx).Get(savedKey, &saved) != nil {
		saved = nil
	}
	if files.StorageOf(ctx).Get(historyKey, &history) != nil {
		history = nil
	}
	s.state = Searches{Saved: sound(saved, mostSaved), History: sound(history, historyLen)}
}

// sound is what of a stored list can be used.
func sound(list []KeptSearch, most int) []KeptSearch {
	var kept []KeptSearch
	for _, k := range list {
		if k.Query = settled(k.Query); len(kept) < most && isKept(k.Query) {
			kept = append(kept, k)
		}
	}
	return kept
}

// settled is a query as it is kept: an order or fold that does not exist is the
// usual one.
func settled(q protocol.Query) protocol.Query {
	q.Text, q.Within = strings.TrimSpace(q.Text), strings.TrimSpace(q.Within)
	q.Typing, q.Match = false, 0
	if q.Fold > protocol.FoldStories {
		q.Fold = 0
	}
	if q.Order > protocol.ShortestFirst {
		q.Order = 0
	}
	return q
}

func isKept(q protocol.Query) bool {
	return q.Text+q.Within != "" && len(q.Text)+len(q.Within) <= mostKept
}

// change changes what is kept and shows it.
func (d *Desk) changeSearches(ctx app.Context, change func(*Searches)) {
	s := &d.searches
	d.readSearches(ctx)
	change(&s.state)
	err := d.keepValue(ctx, savedKey, s.state.Saved)
	if err == nil {
		err = d.keepValue(ctx, historyKey, s.state.History)
	}
	if err != nil {
		s.state.Failed = true
		app.Log("searches are kept until the page is closed only:", err)
	}
	ctx.SetState(SearchesState, s.state)
}

// readSearches reads what another window may have kept since. A workspace is one
// window's.
func (d *Desk) readSearches(ctx app.Context) {
	if !d.workspace.keeps() {
		d.searches.load(ctx)
	}
}

func (d *Desk) loadSearches(ctx app.Context) {
	d.searches.load(ctx)
	ctx.SetState(SearchesState, d.searches.state)
}

// leave remembers the search shown, if it was for a moment, before another takes
// its place.
func (d *Desk) leave(ctx app.Context, next protocol.Query) {
	r, s := &d.results, &d.searches
	if r.Status != Ready || r.Answer.Documents == 0 || time.Since(s.shown) < historyRest || settled(r.Query) == settled(next) {
		return
	}
	d.remember(ctx, r.Query)
	if s.growing = ""; r.Query.Typing {
		s.growing = settled(r.Query).Text
	}
}

// remember puts a search at the head of the history.
func (d *Desk) remember(ctx app.Context, q protocol.Query) {
	q = settled(q)
	h := d.searches.state.History
	if !isKept(q) || len(h) > 0 && h[0].Query == q {
		return
	}
	growing := d.searches.growing
	d.searches.growing = ""
	d.changeSearches(ctx, func(s *Searches) {
		rest := slices.DeleteFunc(slices.Clone(s.History), func(k KeptSearch) bool {
			return k.Query.Within == q.Within &&
				(k.Query.Text == q.Text || k.Query.Text == growing && growing != "" && strings.HasPrefix(q.Text, growing))
		})
		s.History = append([]KeptSearch{{Query: q}}, rest[:min(len(rest), historyLen-1)]...)
	})
}

func (d *Desk) handleRemember(ctx app.Context, a app.Action) {
	if q, ok := a.Value.(protocol.Query); ok {
		d.remember(ctx, q)
	}
}

// handleSaveSearch saves a search, or gives one that is saved another name.
func (d *Desk) handleSaveSearch(ctx app.Context, a app.Action) {
	k, ok := a.Value.(KeptSearch)
	if k.Query = settled(k.Query); !ok || !isKept(k.Query) {
		return
	}
	if k.Name = strings.Join(strings.Fields(k.Name), " "); k.Name == "" {
		k.Name = strings.TrimSpace(k.Query.Text + " " + k.Query.Within)
	}
	d.changeSaved(ctx, k.Query, &k)
}

func (d *Desk) handleDropSearch(ctx app.Context, a app.Action) {
	if q, ok := a.Value.(protocol.Query); ok {
		d.changeSaved(ctx, settled(q), nil)
	}
}

// Saving is what was done with a search.
type Saving uint8

const (
	SearchSaved Saving = iota + 1
	SearchRenamed
	SearchDropped
)

// changeSaved saves a search as to; nil: not any more.
func (d *Desk) changeSaved(ctx app.Context, q protocol.Query, to *KeptSearch) {
	d.readSearches(ctx)
	var before *KeptSearch
	if i := d.searches.state.Find(q); i >= 0 {
		old := d.searches.state.Saved[i]
		before = &old
	}
	c := Change{Of: OfSearch}
	switch {
	case before == nil && to == nil, before != nil && to != nil && *before == *to:
		return
	case to == nil:
		c.Saved, c.Name = SearchDropped, before.Name
	case before == nil:
		c.Saved, c.Name = SearchSaved, to.Name
	default:
		c.Saved, c.Name = SearchRenamed, to.Name
	}
	set := func(to *KeptSearch) way {
		return atOnce(func(ctx app.Context) { d.setSaved(ctx, q, to) })
	}
	d.setSaved(ctx, q, to)
	d.note(ctx, step{change: c, back: set(before), again: set(to)})
}

func (d *Desk) setSaved(ctx app.Context, q protocol.Query, to *KeptSearch) {
	d.changeSearches(ctx, func(s *Searches) {
		s.Saved = slices.DeleteFunc(slices.Clone(s.Saved), func(k KeptSearch) bool { return k.Query == q })
		if to != nil {
			s.Saved = append(s.Saved[:min(len(s.Saved), mostSaved-1)], *to)
		}
		s.sort()
	})
}

// sort puts the saved searches in the order of their names.
func (s *Searches) sort() {
	ordering.By(s.Saved, func(a, b KeptSearch) int {
		return strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name))
	})
	s.Saved = s.Saved[:min(len(s.Saved), mostSaved)]
	s.History = s.History[:min(len(s.History), historyLen)]
}

func hasQuery(list []KeptSearch, q protocol.Query) bool {
	return slices.ContainsFunc(list, func(k KeptSearch) bool { return k.Query == q })
}

func (d *Desk) handleForgetHistory(ctx app.Context, _ app.Action) { d.forgetSearches(ctx, KeptHistory) }
