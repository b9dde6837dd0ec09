package action

import (
	"context"
	"testing"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// narrowed is an engine that finds one document and notes what is asked about it.
type narrowed struct {
	scripted
	facets []protocol.Query
	fail   error
	hold   chan struct{} // if set, Facets waits for it or for cancel
	found  uint64
}

func (n *narrowed) Facets(ctx context.Context, q protocol.Query) (coord.Facets, error) {
	n.facets = append(n.facets, q)
	if n.hold != nil && q.Text == "slow" {
		select {
		case <-n.hold:
		case <-ctx.Done():
			return coord.Facets{}, ctx.Err()
		}
	}
	return coord.Facets{Undated: uint64(len(q.Text))}, n.fail
}

func (n *narrowed) Count(_ context.Context, q protocol.Query) (coord.Tally, error) {
	return coord.Tally{Occurrences: 7, Documents: 1, Texts: 1}, nil
}

func (n *narrowed) Explain(_ context.Context, _ protocol.Query, id protocol.DocID) (protocol.Explanation, error) {
	if id.Source() == 9 {
		return protocol.Explanation{}, protocol.ErrNotFound
	}
	return protocol.Explanation{Matches: true, Window: id.Source()}, nil
}

func (n *narrowed) Versions(context.Context, protocol.Query, coord.Hit) ([]protocol.PassageVersion, error) {
	return make([]protocol.PassageVersion, 2), nil
}

func newNarrowed() *narrowed {
	n := &narrowed{found: 1}
	n.search = func(_ context.Context, s coord.Search) (coord.Results, error) {
		return coord.Results{
			Query: s.Query, Total: n.found, Documents: n.found, Hits: make([]coord.Hit, n.found),
			Filters: []protocol.QueryFilter{{Field: "lang"}},
		}, nil
	}
	return n
}

func TestFacetsAreOfTheHitsShown(t *testing.T) {
	n := newNarrowed()
	b := setUp(t, n)
	b.post(Find, protocol.Query{Text: "bridge"})
	b.loop.ConsumeAll()
	f, c := state[Facets](b, FacetsState), state[Counted](b, CountedState)
	if f.Status != Ready || f.Query.Text != "bridge" || f.Answer.Undated != 6 || len(f.Filters) != 1 {
		t.Errorf("facets = %+v", f)
	}
	if c.Status != Ready || c.Answer.Occurrences != 7 || c.Query.Text != "bridge" {
		t.Errorf("count = %+v", c)
	}
	// Another order of the same documents: nothing about them changes.
	b.post(Find, protocol.Query{Text: "bridge", Order: protocol.LatestFirst, Fold: protocol.FoldStories})
	b.loop.ConsumeAll()
	if len(n.facets) != 1 || state[Facets](b, FacetsState).Status != Ready {
		t.Errorf("facets were asked %d times", len(n.facets))
	}
	// What the corpus answers may have changed.
	b.ctx.Dispatch(b.desk.refreshOthers)
	b.loop.ConsumeAll()
	if len(n.facets) != 2 {
		t.Errorf("facets were asked %d times after a change of the corpus", len(n.facets))
	}
	b.post(Find, protocol.Query{})
	b.loop.ConsumeAll()
	if f := state[Facets](b, FacetsState); f.Status != Idle || f.Answer.Undated != 0 {
		t.Errorf("without a query, facets = %+v", f)
	}
}

func TestFacetsOfAnOlderQueryAreDropped(t *testing.T) {
	n := newNarrowed()
	n.hold = make(chan struct{})
	b := setUp(t, n)
	b.post(Find, protocol.Query{Text: "slow"})
	b.post(Find, protocol.Query{Text: "quick"})
	b.loop.ConsumeAll()
	if f := state[Facets](b, FacetsState); f.Status != Ready || f.Query.Text != "quick" {
		t.Errorf("facets = %+v", f)
	}
}

func TestNothingFoundHasNoFacets(t *testing.T) {
	n := newNarrowed()
	n.found = 0
	b := setUp(t, n)
	b.post(Find, protocol.Query{Text: "zebra"})
	b.loop.ConsumeAll()
	if f := state[Facets](b, FacetsState); f.Status != Idle || len(n.facets) != 0 {
		t.Errorf("facets = %+v, asked %d times", f, len(n.facets))
	}
	n.found, n.fail = 1, protocol.ErrUnknown
	b.post(Find, protocol.Query{Text: "bridge"})
	b.loop.ConsumeAll()
	if f := state[Facets](b, FacetsState); f.Status != Failed {
		t.Errorf("facets = %+v", f)
	}
}

func TestLockedFiltersAreAQuery(t *testing.T) {
	b := setUp(t, newNarrowed())
	b.post(Find, protocol.Query{Within: "lang:de"})
	b.loop.ConsumeAll()
	if r := state[Results](b, ResultsState); r.Status != Ready || r.Answer.Total != 1 {
		t.Errorf("results = %+v", r)
	}
}

func TestHitsAreAskedAboutSideBySide(t *testing.T) {
	b := setUp(t, newNarrowed())
	b.post(Find, protocol.Query{Text: "bridge"})
	b.loop.ConsumeAll()
	one, two, gone := protocol.NewDocID(1, 0), protocol.NewDocID(2, 0), protocol.NewDocID(9, 0)
	hit := coord.Hit{}
	hit.Summary.ID = one
	b.post(Explain, one)
	b.post(Explain, two)
	b.post(Explain, gone)
	b.post(ShowCopies, hit)
	b.loop.ConsumeAll()
	h := state[Hits](b, HitsState)
	if h.Whys[one].Answer.Window != 1 || h.Whys[two].Answer.Window != 2 || h.Whys[gone].Status != Failed {
		t.Errorf("explained = %+v", h.Whys)
	}
	if c := h.Copies[one]; c.Status != Ready || len(c.Versions) != 2 {
		t.Errorf("copies = %+v", c)
	}
	b.post(Find, protocol.Query{Text: "ferry"})
	b.loop.ConsumeAll()
	if h := state[Hits](b, HitsState); len(h.Whys)+len(h.Copies) != 0 {
		t.Errorf("of the query before: %+v", h)
	}
}
