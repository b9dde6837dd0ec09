package action

import (
	"context"
	"errors"
	"time"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Batch is what the person gave at once.
type Batch struct {
	Sources []protocol.Source
	Refused []protocol.Entry // files that the browser would not open

	sniffed bool // there is no workspace file among them
}

// Import tells how bringing files in goes.
type Import struct {
	Status   Status
	Err      error
	Progress coord.Progress
	Started  time.Time
	Now      time.Time // when Progress was told
	Canceled bool      // the last import was stopped by the person
	Partial  bool      // it was stopped before all was compared
	Lost     int       // workers lost on the way
	Read     int       // documents read in the last import
	Skipped  int       // files and records left out in the last import
	Waiting  int       // files brought meanwhile, read next
	Runs     int       // imports finished so far
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
	state  Import
	ledger Ledger
	// unlisted is how many documents came of which no entry tells yet.
	unlisted int
	cancel   context.CancelFunc
	waiting  Batch
}

func (d *Desk) handleBring(ctx app.Context, a app.Action) {
	batch, ok := a.Value.(Batch)
	if !ok || len(batch.Sources)+len(batch.Refused) == 0 {
		return
	}
	if w := &d.workspace; w.state.Opening {
		w.waiting = append(w.waiting, batch) // it may hold what is known of these files
		return
	}
	if d.workspace.packing.Status == Failed {
		d.showPacking(ctx, Packing{}) // that was another file
	}
	if d.sniff(ctx, batch) {
		return
	}
	batch.Sources = d.setTablesAside(ctx, d.kept.prepare(batch.Sources))
	if len(batch.Sources)+len(batch.Refused) > 0 {
		d.bring(ctx, batch)
	}
}

// bring reads a batch, at once or after the one at work.
func (d *Desk) bring(ctx app.Context, batch Batch) {
	b := &d.bringing
	if b.state.Status == Loading {
		b.waiting.Sources = append(b.waiting.Sources, batch.Sources...)
		b.waiting.Refused = append(b.waiting.Refused, batch.Refused...)
		b.state.Waiting = len(b.waiting.Sources)
		ctx.SetState(ImportState, b.state)
		return
	}
	d.ingest(ctx, batch)
}

func (d *Desk) ingest(ctx app.Context, batch Batch) {
	b, sources := &d.bringing, batch.Sources
	work, cancel := context.WithCancel(context.Background())
	now := time.Now()
	b.cancel = cancel
	b.state = Import{Status: Loading, Started: now, Now: now, Runs: b.state.Runs}
	b.state.Progress.AllFiles = uint32(len(sources))
	for _, s := range sources {
		b.state.Progress.Total += s.Size
	}
	ctx.SetState(ImportState, b.state)

	page := d.snapshot()
	ctx.Async(func() {
		defer cancel()
		var done coord.Imported
		engine, err := d.ready(work)
		if err == nil {
			err = d.listPublished(ctx)
		}
		if err == nil {
			d.keepMeanwhile(page)
			done, err = engine.Ingest(work, sources, d.tell(ctx))
		}
		done.Entries = append(done.Entries, batch.Refused...)
		ctx.Dispatch(func(ctx app.Context) { d.ingested(ctx, done, err) })
	})
}

// tell gives a function that shows progress, now and then.
func (d *Desk) tell(ctx app.Context) func(coord.Progress) {
	var last time.Time
	var phase coord.Phase
	return func(p coord.Progress) {
		now := time.Now()
		if now.Sub(last) < progressEvery && p.Phase == phase {
			return
		}
		last, phase = now, p.Phase
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
	s.Canceled, s.Partial, s.Lost = done.Canceled, done.Uncompared, done.Lost
	s.Runs++
	if errors.Is(err, context.Canceled) {
		s.Canceled = true
	} else if err != nil {
		s.Status, s.Err = Failed, err
	}
	s.Read, s.Skipped = count(done.Entries)
	b.ledger = b.ledger.without(done.Replaced).with(done.Entries)
	s.Read, b.ledger.Read, b.unlisted = s.Read+b.unlisted, b.ledger.Read+b.unlisted, 0
	ctx.SetState(LedgerState, b.ledger)

	waiting := b.waiting
	b.waiting, s.Waiting = Batch{}, 0
	ctx.SetState(ImportState, *s)
	if len(waiting.Sources)+len(waiting.Refused) > 0 && !s.Canceled {
		d.ingest(ctx, waiting)
		return
	}
	if errors.Is(done.NotKept, protocol.ErrFull) {
		d.noRoom(ctx, done.NotKept)
	} else {
		d.keepSoon(ctx)
	}
	if len(done.Entries) > 0 && s.Runs > 1 {
		d.addedPublished(ctx)
	}
	d.forgetAnswers(ctx)
}

// forgetAnswers asks anew for what the changed corpus may answer differently.
func (d *Desk) forgetAnswers(ctx app.Context) {
	d.refreshStories(ctx, 0)
	d.refreshOthers(ctx)
}

// refreshOthers asks anew for what else shows copies as one, or has whoever shows
// it ask.
func (d *Desk) refreshOthers(ctx app.Context) {
	d.queriesStale(ctx)
	d.forgetTexts(ctx)
	if d.results.Status != Idle {
		d.find(ctx, d.results.Query)
	}
}

// forgetTexts makes void what was asked about texts side by side.
func (d *Desk) forgetTexts(ctx app.Context) {
	d.told.forget(ctx)
	d.versions.forget(ctx)
	d.facing.forget(ctx)
}

// handleFindCopies compares what a stopped import left uncompared.
func (d *Desk) handleFindCopies(ctx app.Context, _ app.Action) { d.bring(ctx, Batch{}) }

func (d *Desk) handleCancelBring(ctx app.Context, _ app.Action) {
	b := &d.bringing
	b.waiting = Batch{}
	if b.cancel != nil {
		b.cancel()
	}
}

func (d *Desk) handleStartOver(ctx app.Context, _ app.Action) {
	if d.bringing.state.Status == Loading {
		return
	}
	if d.workspace.keeps() {
		d.removeWorkspace(ctx, d.workspace.state.ID)
		return
	}
	var resetting latest
	ask(ctx, d, &resetting, question[struct{}]{
		put: func(work context.Context, e Engine) (struct{}, error) { return struct{}{}, e.Reset(work) },
		answered: func(ctx app.Context, _ struct{}, err error) {
			if err != nil {
				d.bringing.state = Import{Status: Failed, Err: err, Runs: d.bringing.state.Runs}
				ctx.SetState(ImportState, d.bringing.state)
				return
			}
			d.clear(ctx)
		},
	})
}

func (d *Desk) clear(ctx app.Context) {
	d.forgetChanges(ctx)
	d.search.stop()
	d.open.stop()
	d.pages.stop()
	// Runs stays: views tell by it that another import has ended.
	d.bringing = bringing{state: Import{Runs: d.bringing.state.Runs}}
	d.results = Results{}
	d.widen(ctx, Idle)
	d.forgetHits(ctx)
	d.voidQueries(ctx)
	ctx.SetState(ImportState, d.bringing.state)
	ctx.SetState(LedgerState, d.bringing.ledger)
	ctx.SetState(ResultsState, d.results)
	ctx.SetState(ArticleState, Article{})
	d.kept.sources = nil
	d.tables = tables{}
	ctx.SetState(TablesState, d.tables.state)
	d.stories = Stories{Picking: d.stories.Picking, Version: d.stories.Version + 1}
	ctx.SetState(StoriesState, d.stories)
	d.forgetTexts(ctx)
}
