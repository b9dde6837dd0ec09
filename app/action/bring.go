package action

import (
	"context"
	"errors"
	"time"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Import tells how bringing files in goes.
type Import struct {
	Status   Status
	Err      error
	Progress coord.Progress
	Started  time.Time
	Now      time.Time // when Progress was told
	Canceled bool      // the last import was stopped by the person
	Lost     int       // workers lost on the way
	Read     int       // documents read in the last import
	Skipped  int       // files and records left out in the last import
	Waiting  int       // files brought meanwhile, read next
}

// Left estimates how long reading will still take, from the bytes read so far.
// It is 0 while there is too little to tell by: less than a second, or nothing
// read yet.
func (i Import) Left() time.Duration {
	p, spent := i.Progress, i.Now.Sub(i.Started)
	if p.Phase != coord.Reading || p.Bytes == 0 || p.Bytes >= p.Total || spent < time.Second {
		return 0
	}
	return time.Duration(float64(spent) * float64(p.Total-p.Bytes) / float64(p.Bytes))
}

// progressEvery is how often progress is shown: often enough to look alive,
// seldom enough that drawing it costs nothing.
const progressEvery = 100 * time.Millisecond

// bringing is the import at work and the files that wait for the next.
type bringing struct {
	state   Import
	ledger  Ledger
	cancel  context.CancelFunc
	waiting []protocol.Source
}

func (d *Desk) handleBring(ctx app.Context, a app.Action) {
	sources, ok := a.Value.([]protocol.Source)
	if !ok || len(sources) == 0 {
		return
	}
	b := &d.bringing
	if b.state.Status == Loading {
		b.waiting = append(b.waiting, sources...)
		b.state.Waiting = len(b.waiting)
		ctx.SetState(ImportState, b.state)
		return
	}
	d.ingest(ctx, sources)
}

func (d *Desk) ingest(ctx app.Context, sources []protocol.Source) {
	b := &d.bringing
	work, cancel := context.WithCancel(context.Background())
	now := time.Now()
	b.cancel = cancel
	b.state = Import{Status: Loading, Started: now, Now: now}
	b.state.Progress.AllFiles = uint32(len(sources))
	for _, s := range sources {
		b.state.Progress.Total += s.Size
	}
	ctx.SetState(ImportState, b.state)

	ctx.Async(func() {
		defer cancel()
		var done coord.Imported
		engine, err := d.ready(work)
		if err == nil {
			done, err = engine.Ingest(work, sources, d.tell(ctx))
		}
		ctx.Dispatch(func(ctx app.Context) { d.ingested(ctx, done, err) })
	})
}

// tell gives a function that shows progress, now and then.
func (d *Desk) tell(ctx app.Context) func(coord.Progress) {
	var last time.Time
	return func(p coord.Progress) {
		now := time.Now()
		if now.Sub(last) < progressEvery {
			return
		}
		last = now
		ctx.Dispatch(func(ctx app.Context) {
			s := &d.bringing.state
			if s.Status != Loading {
				return
			}
			s.Progress, s.Now = p, now
			ctx.SetState(ImportState, *s)
		})
	}
}

func (d *Desk) ingested(ctx app.Context, done coord.Imported, err error) {
	b := &d.bringing
	s := &b.state
	s.Status, s.Err, s.Now = Ready, nil, time.Now()
	s.Canceled, s.Lost = done.Canceled, done.Lost
	if errors.Is(err, context.Canceled) {
		s.Canceled = true
	} else if err != nil {
		s.Status, s.Err = Failed, err
	}
	s.Read, s.Skipped = count(done.Entries)
	b.ledger = b.ledger.with(done.Entries)
	ctx.SetState(LedgerState, b.ledger)

	waiting := b.waiting
	b.waiting, s.Waiting = nil, 0
	ctx.SetState(ImportState, *s)
	if len(waiting) > 0 && !s.Canceled {
		d.ingest(ctx, waiting)
		return
	}
	d.forgetAnswers(ctx)
}

// forgetAnswers asks anew for what the changed corpus may answer differently.
func (d *Desk) forgetAnswers(ctx app.Context) {
	d.refreshStories(ctx)
	if d.results.Status != Idle {
		d.find(ctx, d.results.Query)
	}
}

func (d *Desk) handleCancelBring(ctx app.Context, _ app.Action) {
	b := &d.bringing
	b.waiting = nil
	if b.cancel != nil {
		b.cancel()
	}
}

func (d *Desk) handleStartOver(ctx app.Context, _ app.Action) {
	if d.bringing.state.Status == Loading {
		return
	}
	var resetting latest
	ask(ctx, d, &resetting, question[struct{}]{
		put: func(work context.Context, e Engine) (struct{}, error) { return struct{}{}, e.Reset(work) },
		answered: func(ctx app.Context, _ struct{}, err error) {
			if err != nil {
				d.bringing.state = Import{Status: Failed, Err: err}
				ctx.SetState(ImportState, d.bringing.state)
				return
			}
			d.clear(ctx)
		},
	})
}

func (d *Desk) clear(ctx app.Context) {
	d.search.stop()
	d.open.stop()
	d.pages.stop()
	d.bringing = bringing{}
	d.results = Results{}
	ctx.SetState(ImportState, d.bringing.state)
	ctx.SetState(LedgerState, d.bringing.ledger)
	ctx.SetState(ResultsState, d.results)
	ctx.SetState(ArticleState, Article{})
	d.stories = Stories{Order: d.stories.Order}
	ctx.SetState(StoriesState, d.stories)
}
