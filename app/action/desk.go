package action

import (
	"context"
	"sync"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Desk carries out actions with the engine. All its methods but NewDesk run on
// the page's goroutine and return at once; only the goroutines they start block.
type Desk struct {
	workspace workspace

	start   func(context.Context) (Engine, error)
	started chan struct{} // closed when engine or err is set
	engine  Engine
	err     error

	bringing  bringing
	published Published
	listing   listing
	tables    tables
	kept      kept
	grouping  grouping
	journal   journal
	why       latest
	told      asker[protocol.DocID, Telling]
	versions  asker[protocol.DocID, coord.Collation]
	facing    asker[Comparing, coord.Facing]
	stories   Stories
	sifted    Facets
	facetsOf  int    // Stories.Version
	sifting   latest // for sifted
	search    latest
	results   Results
	narrow    narrowing
	hits      Hits
	open      latest
	choose    latest
	pages     latest
	suggest   latest
	searches  searches
	counting  counting
	exports   exporting
}

// NewDesk makes a desk for an engine that start brings up. Start may block; it
// is called once, when the desk is set up.
func NewDesk(start func(context.Context) (Engine, error)) *Desk {
	return &Desk{
		start: start, started: make(chan struct{}),
		told: newTold(), versions: newVersions(), facing: newFacing(),
	}
}

// SetUp makes the desk answer actions as long as the component of ctx is
// mounted, and starts the engine.
func (d *Desk) SetUp(ctx app.Context) {
	ctx.Handle(Bring, d.handleBring)
	ctx.Handle(ChangeTable, d.handleChangeTable)
	ctx.Handle(BringTables, d.handleBringTables)
	ctx.Handle(LeaveTables, d.handleLeaveTables)
	ctx.Handle(Reread, d.handleReread)
	ctx.Handle(Correct, d.handleCorrect)
	ctx.Handle(Limit, d.handleLimit)
	ctx.Handle(ExportLedger, d.handleExportLedger)
	ctx.Handle(CopyLedger, d.handleCopyLedger)
	ctx.Handle(CancelBring, d.handleCancelBring)
	ctx.Handle(FindCopies, d.handleFindCopies)
	ctx.Handle(ListStories, d.handleListStories)
	ctx.Handle(PickStories, d.handlePickStories)
	ctx.Handle(SiftStories, d.handleSiftStories)
	ctx.Handle(SaveTable, d.handleSaveTable)
	ctx.Handle(SaveText, d.handleSaveText)
	ctx.Handle(Find, d.handleFind)
	ctx.Handle(FindShown, d.handleFindShown)
	ctx.Handle(FindMore, d.handleFindMore)
	ctx.Handle(ShowCopies, d.handleShowCopies)
	ctx.Handle(Explain, d.handleExplain)
	ctx.Handle(Read, d.handleRead)
	ctx.Handle(Choose, d.handleChoose)
	ctx.Handle(Regroup, d.handleRegroup)
	ctx.Handle(Decide, d.handleDecide)
	ctx.Handle(TakeBack, d.handleTakeBack)
	ctx.Handle(Undo, d.handleUndo)
	ctx.Handle(Compare, d.handleCompare)
	ctx.Handle(Tell, d.told.handle(d))
	ctx.Handle(Collate, d.versions.handle(d))
	ctx.Handle(Face, d.facing.handle(d))
	ctx.Handle(ExportVersions, d.handleExportVersions)
	ctx.Handle(Redo, d.handleRedo)
	ctx.Handle(Prefer, d.handlePrefer)
	ctx.Handle(Forget, d.handleForget)
	ctx.Handle(StartOver, d.handleStartOver)
	ctx.Handle(Suggest, d.handleSuggest)
	ctx.Handle(Remember, d.handleRemember)
	ctx.Handle(ForgetHistory, d.handleForgetHistory)
	ctx.Handle(SaveSearch, d.handleSaveSearch)
	ctx.Handle(DropSearch, d.handleDropSearch)
	ctx.Handle(CountQueries, d.handleCountQueries)
	ctx.Handle(ResumeQueries, d.handleResumeQueries)
	ctx.Handle(StopQueries, d.handleStopQueries)
	ctx.Handle(ForgetQueries, d.handleForgetQueries)
	ctx.Handle(ExportQueries, d.handleExportQueries)
	d.setUpExport(ctx)
	d.setUpPublished(ctx)

	d.setUpWorkspace(ctx)
	d.kept.load(ctx)
	d.loadPreferences(ctx)
	d.showKeeping(ctx)
	d.loadSearches(ctx)
	d.grouping.load(ctx)
	rules, last := d.grouping.rules(), d.workspace.state.ID
	ctx.SetState(EngineState, Starting{Status: Loading})
	ctx.Async(func() {
		var o opening
		if d.engine, d.err = d.start(ctx); d.err == nil {
			o = d.takeUp(ctx, last)
		}
		fresh := o.open == nil || o.fresh
		if d.err == nil && fresh && (!IsUsual(rules.Settings) || len(rules.Decisions) > 0) {
			d.err = d.engine.Regroup(ctx, rules) // holds for all that is brought in
		}
		ctx.Dispatch(func(ctx app.Context) {
			d.opened(ctx, o)
			if d.err != nil {
				ctx.SetState(EngineState, Starting{Status: Failed, Err: d.err})
				return
			}
			ctx.SetState(EngineState, Starting{Status: Ready})
			d.openPublished(ctx)
		})
		close(d.started)
	})
}

// ready waits for the engine.
func (d *Desk) ready(ctx context.Context) (Engine, error) {
	select {
	case <-d.started:
		return d.engine, d.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// ask runs a question off the page's goroutine and hands its answer back on it,
// unless a newer question of the same kind was asked meanwhile.
func ask[R any](ctx app.Context, d *Desk, kind *latest, q question[R]) {
	work, current := kind.next()
	ctx.Async(func() {
		var answer R
		engine, err := d.ready(work)
		if err == nil {
			answer, err = q.put(work, engine)
		}
		ctx.Dispatch(func(ctx app.Context) {
			if current() {
				q.answered(ctx, answer, err)
			}
		})
	})
}

// question is something to ask the engine and what to do with the answer.
type question[R any] struct {
	put      func(context.Context, Engine) (R, error)
	answered func(app.Context, R, error)
}

// latest keeps the newest of several requests of one kind.
type latest struct {
	mu     sync.Mutex
	number int
	cancel context.CancelFunc
}

// next ends the request before, if it still runs, and gives the new one its
// context and a way to tell whether it is still the newest.
func (l *latest) next() (context.Context, func() bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.cancel != nil {
		l.cancel()
	}
	ctx, cancel := context.WithCancel(context.Background())
	l.cancel = cancel
	l.number++
	number := l.number
	return ctx, func() bool {
		l.mu.Lock()
		defer l.mu.Unlock()
		return l.number == number
	}
}

// stop ends the request that runs, if any; its answer is not shown.
func (l *latest) stop() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.cancel != nil {
		l.cancel()
		l.cancel = nil
	}
	l.number++
}
