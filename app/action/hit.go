package action

import (
	"context"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Hits is what was asked about single hits of the query shown.
type Hits struct {
	Copies map[protocol.DocID]Copies
	Whys   map[protocol.DocID]Explained
	// Changes counts answers, so that a change shows: the maps are shared.
	Changes int
}

// Copies is the passage of a hit as it stands in what is folded into it.
type Copies struct {
	Status   Status
	Err      error
	Versions []protocol.PassageVersion
}

// Explained is why a hit stands where it stands.
type Explained struct {
	Status Status
	Err    error
	Answer protocol.Explanation
}

// forgetHits drops what is known of the hits of the query before.
func (d *Desk) forgetHits(ctx app.Context) {
	if d.hits.Copies == nil && d.hits.Whys == nil {
		return
	}
	d.hits = Hits{Changes: d.hits.Changes + 1}
	ctx.SetState(HitsState, d.hits)
}

func (d *Desk) handleShowCopies(ctx app.Context, a app.Action) {
	hit, ok := a.Value.(coord.Hit)
	id := hit.Summary.ID
	if !ok || d.hits.Copies[id].Status != Idle {
		return
	}
	if d.hits.Copies == nil {
		d.hits.Copies = make(map[protocol.DocID]Copies)
	}
	d.hits.Copies[id] = Copies{Status: Loading}
	q := d.results.Query
	askOfHit(ctx, d, question[[]protocol.PassageVersion]{
		put: func(work context.Context, e Engine) ([]protocol.PassageVersion, error) {
			return e.Versions(work, q, hit)
		},
		answered: func(_ app.Context, list []protocol.PassageVersion, err error) {
			d.hits.Copies[id] = Copies{Status: Ready, Versions: list}
			if err != nil {
				d.hits.Copies[id] = Copies{Status: Failed, Err: err}
			}
		},
	})
}

func (d *Desk) handleExplain(ctx app.Context, a app.Action) {
	id, ok := a.Value.(protocol.DocID)
	if !ok || d.hits.Whys[id].Status != Idle {
		return
	}
	if d.hits.Whys == nil {
		d.hits.Whys = make(map[protocol.DocID]Explained)
	}
	d.hits.Whys[id] = Explained{Status: Loading}
	q := d.results.Query
	askOfHit(ctx, d, question[protocol.Explanation]{
		put: func(work context.Context, e Engine) (protocol.Explanation, error) { return e.Explain(work, q, id) },
		answered: func(_ app.Context, x protocol.Explanation, err error) {
			d.hits.Whys[id] = Explained{Status: Ready, Answer: x}
			if err != nil {
				d.hits.Whys[id] = Explained{Status: Failed, Err: err}
			}
		},
	})
}

// askOfHit asks about a hit. Several may be asked about at once; the answer is
// void when the hits are those of another query by then.
func askOfHit[R any](ctx app.Context, d *Desk, q question[R]) {
	version := d.results.Version
	var one latest
	answered := q.answered
	q.answered = func(ctx app.Context, answer R, err error) {
		if d.results.Version != version {
			return
		}
		answered(ctx, answer, err)
		d.hits.Changes++
		ctx.SetState(HitsState, d.hits)
	}
	d.hits.Changes++
	ctx.SetState(HitsState, d.hits)
	ask(ctx, d, &one, q)
}
