package action

import (
	"context"
	"time"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Facets is what the hits of a query have in common.
type Facets struct {
	Status  Status
	Err     error
	Query   protocol.Query         // that the answer is of
	Filters []protocol.QueryFilter // in force in it
	Answer  coord.Facets
	Version int // of the answer
}

// Counted is how much a query finds.
type Counted struct {
	Status Status // Ready or Idle: nobody waits for a count
	Query  protocol.Query
	Answer coord.Tally
}

// narrowing is what is asked about the result of a search once its first hits
// are there.
type narrowing struct {
	facets Facets
	asking latest // for facets
	count  latest
}

// typingRest is how long the last word of a query must rest until its facets are
// asked for: longer than from one key to the next, so that the engine is free for
// the hits of each.
const typingRest = 150 * time.Millisecond

// scopeOf is the part of a query that says which documents match.
func scopeOf(q protocol.Query) protocol.Query {
	q.Fold, q.Order = 0, 0
	return q
}

// isNarrowed reports whether what is known of the result shown holds for q too:
// only its order is another, or what is folded in it.
func (d *Desk) isNarrowed(q protocol.Query) bool {
	facets := &d.narrow.facets
	return facets.Status == Ready && scopeOf(facets.Query) == scopeOf(q) && scopeOf(d.results.Query) == scopeOf(q)
}

// stop gives up what was asked.
func (n *narrowing) stop() {
	n.asking.stop()
	n.count.stop()
}

// widen gives up what was asked about the result before this one. What stands
// there is of an older query and says so.
func (d *Desk) widen(ctx app.Context, status Status) {
	n := &d.narrow
	n.stop()
	if n.facets.Status == status {
		return
	}
	n.facets.Status = status
	if status == Idle {
		n.facets = Facets{Version: n.facets.Version + 1}
	}
	ctx.SetState(CountedState, Counted{})
	ctx.SetState(FacetsState, n.facets)
}

// narrowDown asks about the result that has just come: how often the words stand
// in it, and what its documents have in common.
func (d *Desk) narrowDown(ctx app.Context) {
	q := d.results.Query
	if d.results.Answer.Documents == 0 {
		d.widen(ctx, Idle)
		return
	}
	if q.Typing {
		version := d.results.Version
		ctx.After(typingRest, func(ctx app.Context) {
			if d.results.Version == version && d.results.Status == Ready {
				d.askAbout(ctx, q)
			}
		})
		return
	}
	d.askAbout(ctx, q)
}

func (d *Desk) askAbout(ctx app.Context, q protocol.Query) {
	filters := d.results.Answer.Filters
	ask(ctx, d, &d.narrow.count, question[coord.Tally]{
		put: func(work context.Context, e Engine) (coord.Tally, error) { return e.Count(work, q) },
		answered: func(ctx app.Context, t coord.Tally, err error) {
			if err == nil {
				ctx.SetState(CountedState, Counted{Status: Ready, Query: q, Answer: t})
			}
		},
	})
	ask(ctx, d, &d.narrow.asking, question[coord.Facets]{
		put: func(work context.Context, e Engine) (coord.Facets, error) { return e.Facets(work, q) },
		answered: func(ctx app.Context, f coord.Facets, err error) {
			n := &d.narrow.facets
			*n = Facets{Status: Ready, Query: q, Filters: filters, Answer: f, Version: n.Version + 1}
			if err != nil {
				*n = Facets{Status: Failed, Err: err, Query: q, Version: n.Version}
			}
			ctx.SetState(FacetsState, *n)
		},
	})
}
