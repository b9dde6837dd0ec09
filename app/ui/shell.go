// Package ui is what the person sees: one file a component, go-app underneath.
//
//	Shell      header, what goes on, one view, an overlay
//	views      home, stories, story, versions, beside, search, reading, ledger,
//	           queries, preferences, about; by address
//	overlays   palette, help, tables, reread, limits, join, why, saved, export
//	parts      virtualList, sheets, marked text, strips, chips, facets
//
// Views observe states and post actions (package action); they never call the
// engine. What takes thought to show (an article cut into marked pieces, a story
// summed up in a row) is worked out when it arrives, so that Render only builds
// elements. Only fragments of the URL are used as addresses.
package ui

import (
	"context"
	"errors"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/app/files"
	"clippings/wasm/protocol"
)

// Shell is the root component: the frame around every view.
type Shell struct {
	app.Compo
	desk  *action.Desk
	where func() address // the page's own

	at        address
	set       setting // of the last search
	overlay   overlay
	again     string // path of the file that overlayReread is about
	joining   joinAsked
	asking    whyAsked
	exported  exportAsked // what overlayExport offers beside all
	starting  action.Starting
	importing action.Import
	workspace action.Workspace
	ledger    action.Ledger
	counting  int // files found in folders still being walked
	prefers   action.Preferences
	published action.Published
	noSample  bool
	seen      int            // the import whose outcome was seen
	scrolls   map[string]int // how far each address was scrolled when left
	back      bool           // the next navigation goes back or forward
	shelf     *shelf
	queries   *queryDesk
}

// NewShell makes the page. Start brings up the engine; it may block and is
// called once, in the background.
func NewShell(start func(context.Context) (action.Engine, error)) *Shell {
	return &Shell{desk: action.NewDesk(start), where: currentAddress, scrolls: make(map[string]int), shelf: &shelf{}, queries: &queryDesk{}}
}

func (s *Shell) OnMount(ctx app.Context) {
	ctx.ObserveState(action.EngineState, &s.starting)
	ctx.ObserveState(action.LedgerState, &s.ledger)
	ctx.ObserveState(action.PublishedState, &s.published)
	runs := 0
	ctx.ObserveState(action.ImportState, &s.importing).OnChange(func() {
		if s.importing.Runs > runs {
			runs = s.importing.Runs
			s.imported(ctx)
		}
	})
	opened := 0
	ctx.ObserveState(action.WorkspaceState, &s.workspace).OnChange(func() {
		if s.workspace.Opened > opened && !s.workspace.Opening {
			opened = s.workspace.Opened
			ctx.Defer(s.reopened)
		}
	})
	ctx.Handle(showOverlay, s.handleOverlay)
	ctx.Handle(openReread, s.handleReread)
	ctx.Handle(openJoin, s.handleJoin)
	ctx.Handle(openWhy, s.handleWhy)
	ctx.Handle(openExport, s.handleExport)
	ctx.Handle(openSample, s.handleSample)
	ctx.Handle(typedQuery, func(ctx app.Context, a app.Action) {
		s.at.query, _ = a.Value.(string)
		ctx.PreventUpdate()
	})
	s.desk.SetUp(ctx)
	ctx.ObserveState(action.PreferencesState, &s.prefers).OnChange(s.takePreferences)
	s.takePreferences()

	applyTheme(loadTheme(ctx))
	s.listen(ctx)
	s.goTo(ctx, s.where())
}

// listen takes up what comes from outside go-app: files, keys, new versions.
func (s *Shell) listen(ctx app.Context) {
	if app.IsServer {
		return
	}
	files.Listen(files.Handler{
		Files:    func(list []files.Picked) { ctx.Dispatch(func(ctx app.Context) { s.bring(ctx, list) }) },
		Counting: func(n int) { ctx.Dispatch(func(app.Context) { s.counting = n }) },
	})
	listenKeys(ctx, s)
	window := app.Window()
	window.Get("history").Set("scrollRestoration", "manual")
	// go-app answers popstate as it answers a link: note the difference first.
	answer := window.Get("onpopstate")
	window.Set("onpopstate", app.FuncOf(func(_ app.Value, args []app.Value) any {
		s.back = true
		answer.Invoke(args[0])
		return nil
	}))
}

// bring hands picked files to the desk.
func (s *Shell) bring(ctx app.Context, list []files.Picked) {
	s.counting = 0
	if s.at.view == viewQueries && isQueryFile(list) {
		ctx.NewActionWithValue(openQueries, list[0])
		return
	}
	batch := action.Batch{Sources: make([]protocol.Source, 0, len(list))}
	for _, p := range list {
		if p.Problem != "" {
			batch.Refused = append(batch.Refused, protocol.Entry{
				Path: p.Path, Bytes: uint64(max(0, p.Size)), Skip: protocol.SkipUnreadable, Detail: p.Problem,
			})
			continue
		}
		batch.Sources = append(batch.Sources, protocol.Source{
			Path: p.Path, Size: uint64(max(0, p.Size)), Modified: p.Modified, Handle: p.Handle,
		})
	}
	ctx.NewActionWithValue(action.Bring, batch)
}

// imported leads from the first page to what came of the files.
func (s *Shell) imported(ctx app.Context) {
	if s.at.view != viewHome || s.importing.Status == action.Failed {
		return
	}
	if s.importing.Read > 0 {
		address{view: viewStories}.follow(ctx)
	} else if s.importing.Skipped > 0 {
		address{view: viewLedger}.follow(ctx)
	}
}

// reopened leads from the first page to what was here on the last visit.
func (s *Shell) reopened(ctx app.Context) {
	if s.at.view == viewHome && s.workspace.Documents > 0 {
		address{view: viewStories}.follow(ctx)
	}
}

// takePreferences has addresses that say nothing of it mean what the person
// prefers.
func (s *Shell) takePreferences() { minorUsually = s.prefers.Minor }

func (s *Shell) handleSample(ctx app.Context, _ app.Action) {
	s.noSample = false
	files.Sample(func(err error) {
		if errors.Is(err, files.ErrNoSample) {
			ctx.Dispatch(func(app.Context) { s.noSample = true })
		}
	})
}

func (s *Shell) Render() app.UI {
	return app.Elem("div").ID("clippings").Class("shell").Body(
		&header{View: s.at.view, Query: s.at.query, Setting: s.set, HasDocuments: s.ledger.Read > 0},
		&workspaceNotices{Documents: s.ledger.Read},
		&packingNotice{},
		&updateBar{},
		app.If(s.starting.Status == action.Failed, s.engineNotice),
		app.If(s.noSample, sampleNotice),
		app.If(s.published.Is, func() app.UI { return &publishedBar{Of: s.published} }),
		app.If(s.published.Status != action.Loading, s.progress),
		app.Elem("main").ID("main").Class("main").TabIndex(-1).Body(s.view()),
		s.renderOverlay(),
		&tables{},
		&said{},
		app.Elem("div").Class("drop-veil").Aria("hidden", "true").Body(
			app.Elem("p").Class("drop-word").Text("Drop to read"),
		),
	)
}

func (s *Shell) view() app.UI {
	if s.workspace.Opening && s.workspace.Expected > 0 && s.at.view.needsTexts() {
		return openingWorkspace()
	}
	switch s.at.view {
	case viewStories:
		return &stories{At: s.at, Busy: s.importing.Status == action.Loading, Shelf: s.shelf}
	case viewSearch:
		return &search{At: s.at}
	case viewReading:
		return &reading{At: s.at}
	case viewLedger:
		return &ledger{}
	case viewAbout:
		return &about{}
	case viewQueries:
		return &queryList{Desk: s.queries}
	case viewStory:
		return &oneStory{At: s.at}
	case viewVersions:
		return &versions{At: s.at}
	case viewBeside:
		return &beside{At: s.at}
	case viewSettings:
		return &preferences{}
	}
	return &home{Documents: s.ledger.Read, Busy: s.importing.Status == action.Loading}
}
