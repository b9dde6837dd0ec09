package action

import (
	"context"
	"strings"
	"time"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// HitPageLen is how many hits are fetched at once: a screen and a half.
const HitPageLen = 20

// Results are the hits of the last query, as far as they were fetched.
type Results struct {
	Status  Status
	Err     error
	Query   protocol.Query // asked last; Results.Results.Query is the one answered
	Answer  coord.Results  // Hits are all that were fetched, best first
	Took    time.Duration  // from the question to the first hits
	Version int            // of the answer: hits of another are void
	Growing bool           // more hits are being fetched
}

// More reports whether there are hits that were not fetched.
func (r Results) More() bool { return uint64(len(r.Answer.Hits)) < r.Answer.Total }

// Place is the place of a document among the hits, from 0; -1 when it is none.
func (r Results) Place(id protocol.DocID) int {
	for i := range r.Answer.Hits {
		if r.Answer.Hits[i].Summary.ID == id {
			return i
		}
	}
	return -1
}

func (d *Desk) handleFind(ctx app.Context, a app.Action) {
	q, ok := a.Value.(protocol.Query)
	if !ok || (q == d.results.Query && (d.results.Status == Ready || d.results.Status == Loading)) {
		return
	}
	d.find(ctx, q)
}

// handleFindShown searches as an address says, unless that was asked last: typed
// with the last word still growing, it is the same address.
func (d *Desk) handleFindShown(ctx app.Context, a app.Action) {
	q, ok := a.Value.(protocol.Query)
	last := d.results.Query
	last.Typing = q.Typing
	if !ok || q == last && d.results.Status != Idle {
		return
	}
	d.find(ctx, q)
}

func (d *Desk) find(ctx app.Context, q protocol.Query) {
	d.leave(ctx, q)
	if strings.TrimSpace(q.Text+q.Within) == "" {
		d.search.stop()
		d.widen(ctx, Idle)
		d.forgetHits(ctx)
		d.results = Results{Query: q, Version: d.results.Version + 1}
		ctx.SetState(ResultsState, d.results)
		return
	}
	again := q != d.results.Query && d.isNarrowed(q)
	d.results.Status, d.results.Query = Loading, q
	if !again {
		d.narrow.stop()
	}
	d.sayLoading(ctx, again)
	asked := time.Now()
	s := coord.Search{Query: q, Limit: HitPageLen}
	ask(ctx, d, &d.search, question[coord.Results]{
		put: func(work context.Context, e Engine) (coord.Results, error) { return e.Search(work, s) },
		answered: func(ctx app.Context, r coord.Results, err error) {
			v := d.results.Version + 1
			d.results = Results{Status: Ready, Query: q, Answer: r, Took: time.Since(asked), Version: v}
			d.searches.shown = time.Now()
			if err != nil {
				d.results = Results{Status: Failed, Err: err, Query: q, Version: v}
				d.widen(ctx, Idle)
			}
			ctx.SetState(ResultsState, d.results)
			d.forgetHits(ctx)
			if err == nil && !again {
				d.widen(ctx, Loading)
				d.narrowDown(ctx)
			}
		},
	})
}

// loadingRest is how long an answer may take until the page says that it is on its
// way: nearly all are there before, and drawing takes time from drawing them.
const loadingRest = 100 * time.Millisecond

// sayLoading says that the result shown is not that of the query, at once if there
// is none; again is whether its facets stay as they are.
func (d *Desk) sayLoading(ctx app.Context, again bool) {
	q, version := d.results.Query, d.results.Version
	say := func(ctx app.Context) {
		ctx.SetState(ResultsState, d.results)
		if !again {
			d.widen(ctx, Loading)
		}
	}
	if len(d.results.Answer.Hits) == 0 {
		say(ctx)
		return
	}
	ctx.After(loadingRest, func(ctx app.Context) {
		if d.results.Status == Loading && d.results.Query == q && d.results.Version == version {
			say(ctx)
			return
		}
		ctx.PreventUpdate()
	})
}

func (d *Desk) handleFindMore(ctx app.Context, _ app.Action) {
	r := &d.results
	if r.Status != Ready || r.Growing || !r.More() {
		return
	}
	r.Growing = true
	ctx.SetState(ResultsState, *r)
	s := coord.Search{Query: r.Query, Offset: uint32(len(r.Answer.Hits)), Limit: HitPageLen}
	ask(ctx, d, &d.search, question[coord.Results]{
		put: func(work context.Context, e Engine) (coord.Results, error) { return e.Search(work, s) },
		answered: func(ctx app.Context, more coord.Results, err error) {
			r.Growing = false
			if err != nil {
				r.Status, r.Err = Failed, err
			} else if len(more.Hits) == 0 {
				r.Answer.Total = uint64(len(r.Answer.Hits)) // never ask for ever
			} else {
				r.Answer.Hits = append(r.Answer.Hits[:len(r.Answer.Hits):len(r.Answer.Hits)], more.Hits...)
			}
			ctx.SetState(ResultsState, *r)
		},
	})
}
