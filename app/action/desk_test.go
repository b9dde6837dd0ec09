package action

import (
	"context"
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// scripted answers each question by a function; those not set are never asked.
type scripted struct {
	Engine // what no test asks

	ingest func(context.Context, []protocol.Source, func(coord.Progress)) (coord.Imported, error)
	search func(context.Context, coord.Search) (coord.Results, error)
	list   func(context.Context, protocol.StoryPage) (coord.StoryList, error)

	preview func(context.Context, protocol.Source, uint32) (protocol.Previewed, error)
	amend   func(context.Context, protocol.DocID, protocol.Correction) error
	regroup func(context.Context, protocol.Regroup) error
}

func (s scripted) Regroup(ctx context.Context, rules protocol.Regroup) error {
	return s.regroup(ctx, rules)
}

func (s scripted) Compare(_ context.Context, a, b protocol.DocID) (coord.Kinship, error) {
	if a == b {
		return coord.Kinship{}, protocol.ErrNotFound
	}
	return coord.Kinship{Pair: protocol.Pair{A: a, B: b}}, nil
}

func (s scripted) Document(_ context.Context, id protocol.DocID, _ protocol.Query) (protocol.Opened, error) {
	return protocol.Opened{Document: protocol.Document{ID: id}}, nil
}

func (s scripted) Preview(ctx context.Context, source protocol.Source, rows uint32) (protocol.Previewed, error) {
	return s.preview(ctx, source, rows)
}

func (s scripted) Amend(ctx context.Context, id protocol.DocID, c protocol.Correction) error {
	return s.amend(ctx, id, c)
}

func (s scripted) Summaries(_ context.Context, ids []protocol.DocID) (coord.Summaries, error) {
	all := coord.Summaries{}
	for _, id := range ids {
		all[id] = protocol.Summary{ID: id, Date: "2025-07-03", Outlet: "Courier", Name: fmt.Sprintf("%d.txt", id.Source())}
	}
	return all, nil
}

func (s scripted) Ingest(ctx context.Context, sources []protocol.Source, progress func(coord.Progress)) (coord.Imported, error) {
	return s.ingest(ctx, sources, progress)
}

func (s scripted) StoriesOf(ctx context.Context, _ protocol.Query, p protocol.StoryPage) (coord.StoryList, error) {
	if s.list == nil {
		return coord.StoryList{}, nil
	}
	return s.list(ctx, p)
}

func (s scripted) Search(ctx context.Context, q coord.Search) (coord.Results, error) {
	return s.search(ctx, q)
}

func (s scripted) Open(context.Context, protocol.DocID, protocol.Query) (coord.Article, error) {
	return coord.Article{}, protocol.ErrNotFound
}

func (s scripted) Facets(context.Context, protocol.Query) (coord.Facets, error) {
	return coord.Facets{}, nil
}

func (s scripted) Count(context.Context, protocol.Query) (coord.Tally, error) {
	return coord.Tally{}, nil
}

func (s scripted) Explain(context.Context, protocol.Query, protocol.DocID) (protocol.Explanation, error) {
	return protocol.Explanation{}, nil
}

func (s scripted) Versions(context.Context, protocol.Query, coord.Hit) ([]protocol.PassageVersion, error) {
	return nil, nil
}

func (s scripted) Suggest(context.Context, protocol.Suggest) (protocol.Suggestions, error) {
	return protocol.Suggestions{}, nil
}

func (s scripted) QuickOpen(context.Context, protocol.QuickOpen) ([]protocol.Choice, error) {
	return nil, nil
}

func (s scripted) Export(context.Context, coord.Export, coord.Out) error { return nil }

func (s scripted) ExportSize(context.Context, coord.Export) (coord.ExportSize, error) {
	return coord.ExportSize{}, nil
}

func (s scripted) Reset(context.Context) error { return nil }

// host is a component that does nothing but be mounted.
type host struct {
	app.Compo
	desk *Desk
	ctx  app.Context
	kept map[string]json.RawMessage // in the browser's own storage
}

func (h *host) OnPreRender(ctx app.Context) {
	h.ctx = ctx
	for key, value := range h.kept {
		_ = ctx.LocalStorage().Set(key, value)
	}
	h.desk.SetUp(ctx)
}

func (h *host) Render() app.UI { return app.Div() }

// bench is a desk at work, without a page.
type bench struct {
	*host
	loop app.TestEngine
}

func setUp(t *testing.T, engine Engine) bench {
	t.Helper()
	return setUpWith(t, engine, nil)
}

// setUpWith is setUp with what the browser's own storage has.
func setUpWith(t *testing.T, engine Engine, kept map[string]json.RawMessage) bench {
	t.Helper()
	b := bench{&host{desk: NewDesk(func(context.Context) (Engine, error) { return engine, nil }), kept: kept}, app.NewTestEngine()}
	if err := b.loop.Load(b.host); err != nil {
		t.Fatal(err)
	}
	b.loop.ConsumeAll()
	return b
}

func (b bench) post(name string, value any) { b.ctx.NewActionWithValue(name, value) }

func state[S any](b bench, name string) S {
	var s S
	b.ctx.GetState(name, &s)
	return s
}

func TestOnlyTheLastQuestionIsAnswered(t *testing.T) {
	engine := scripted{search: func(ctx context.Context, s coord.Search) (coord.Results, error) {
		if s.Query.Text == "slow" {
			<-ctx.Done() // an engine that answers when cancelled, and late
		}
		return coord.Results{Query: s.Query, Total: 1, Hits: []coord.Hit{{}}}, nil
	}}
	b := setUp(t, engine)
	b.post(Find, protocol.Query{Text: "slow"})
	b.post(Find, protocol.Query{Text: "quick"})
	b.loop.ConsumeAll()
	got := state[Results](b, ResultsState)
	if got.Status != Ready || got.Answer.Query.Text != "quick" || got.Version != 1 {
		t.Errorf("status %d, answer to %q, version %d; want the answer to quick alone", got.Status, got.Answer.Query.Text, got.Version)
	}
}

func TestMoreHitsFollowTheFirst(t *testing.T) {
	engine := scripted{search: func(_ context.Context, s coord.Search) (coord.Results, error) {
		r := coord.Results{Query: s.Query, Total: 45}
		for i := s.Offset; i < min(45, s.Offset+s.Limit); i++ {
			h := coord.Hit{}
			h.Summary.ID = protocol.NewDocID(i, 0)
			r.Hits = append(r.Hits, h)
		}
		return r, nil
	}}
	b := setUp(t, engine)
	b.post(Find, protocol.Query{Text: "word"})
	b.loop.ConsumeAll()
	for range 4 {
		b.post(FindMore, nil)
		b.loop.ConsumeAll()
	}
	got := state[Results](b, ResultsState)
	if len(got.Answer.Hits) != 45 || got.More() {
		t.Fatalf("%d hits, more %v; want all 45", len(got.Answer.Hits), got.More())
	}
	if place := got.Place(protocol.NewDocID(44, 0)); place != 44 {
		t.Errorf("place of the last = %d", place)
	}
}

func TestCancelKeepsWhatWasRead(t *testing.T) {
	var b bench
	engine := scripted{ingest: func(ctx context.Context, _ []protocol.Source, progress func(coord.Progress)) (coord.Imported, error) {
		progress(coord.Progress{Bytes: 1})
		b.desk.bringing.cancel()
		<-ctx.Done()
		return coord.Imported{Canceled: true, Entries: []protocol.Entry{{Path: "a"}}}, nil
	}}
	b = setUp(t, engine)
	b.post(Bring, Batch{Sources: []protocol.Source{{Path: "a", Size: 9}, {Path: "b", Size: 9}}})
	b.loop.ConsumeAll()
	got := state[Import](b, ImportState)
	if got.Status != Ready || !got.Canceled || got.Read != 1 || got.Runs != 1 {
		t.Errorf("import = %+v", got)
	}
	if l := state[Ledger](b, LedgerState); l.Read != 1 {
		t.Errorf("ledger = %+v", l)
	}
}

// TestCopiesAreFoundLater: a comparison that was stopped is made up for without
// files.
func TestCopiesAreFoundLater(t *testing.T) {
	runs := 0
	engine := scripted{ingest: func(_ context.Context, sources []protocol.Source, _ func(coord.Progress)) (coord.Imported, error) {
		runs++
		if runs == 2 && len(sources) > 0 {
			t.Errorf("%d files are read again", len(sources))
		}
		return coord.Imported{Canceled: runs == 1, Uncompared: runs == 1}, nil
	}}
	b := setUp(t, engine)
	b.post(Bring, Batch{Sources: []protocol.Source{{Path: "a", Size: 9}}})
	b.loop.ConsumeAll()
	if got := state[Import](b, ImportState); !got.Partial {
		t.Errorf("import = %+v", got)
	}
	b.post(FindCopies, nil)
	b.loop.ConsumeAll()
	if got := state[Import](b, ImportState); got.Partial || got.Canceled || runs != 2 {
		t.Errorf("import = %+v after %d runs", got, runs)
	}
}

func TestFilesBroughtMeanwhileAreReadNext(t *testing.T) {
	var b bench
	var paths []string
	engine := scripted{ingest: func(_ context.Context, sources []protocol.Source, _ func(coord.Progress)) (coord.Imported, error) {
		if len(paths) == 0 {
			b.post(Bring, Batch{Sources: []protocol.Source{{Path: "second"}}})
			time.Sleep(time.Millisecond)
		}
		for _, s := range sources {
			paths = append(paths, s.Path)
		}
		return coord.Imported{}, nil
	}}
	b = setUp(t, engine)
	b.post(Bring, Batch{Sources: []protocol.Source{{Path: "first"}}})
	b.loop.ConsumeAll()
	if len(paths) != 2 || paths[1] != "second" {
		t.Errorf("read %q, want first, second", paths)
	}
}

func TestStoriesComeInPages(t *testing.T) {
	asked := 0
	engine := scripted{list: func(_ context.Context, p protocol.StoryPage) (coord.StoryList, error) {
		asked++
		list := coord.StoryList{}
		list.Total = 120
		for i := p.Offset; i < min(120, p.Offset+p.Limit); i++ {
			list.Stories.Stories = append(list.Stories.Stories, protocol.Story{Day: int32(i)})
		}
		return list, nil
	}}
	b := setUp(t, engine)
	b.post(ListStories, Range{})
	b.loop.ConsumeAll()
	b.post(ListStories, Range{From: 100, To: 130})
	b.loop.ConsumeAll()
	b.post(ListStories, Range{From: 100, To: 120}) // is there already
	b.loop.ConsumeAll()
	got := state[Stories](b, StoriesState)
	if story, _, ok := got.At(119); !ok || story.Day != 119 {
		t.Errorf("At(119) = %+v, %v", story, ok)
	}
	if _, _, ok := got.At(60); ok || asked != 2 {
		t.Errorf("asked %d times, want 2; story 60 fetched: %v", asked, ok)
	}
}

func TestLedgerAddsUp(t *testing.T) {
	old := Ledger{}.with([]protocol.Entry{{Path: "b", Bytes: 5, Words: 2}, {Path: "c", Skip: protocol.SkipEmpty}})
	now := old.with([]protocol.Entry{{Path: "a.zip", Record: "2", Bytes: 1, Words: 1}, {Path: "a.zip", Record: "1", Bytes: 1, Words: 1}})
	if now.Read != 3 || now.Skipped != 1 || now.Files != 3 || now.Bytes != 7 || now.Words != 4 {
		t.Errorf("ledger = %+v", now)
	}
	if now.Entries[0].Record != "1" || len(old.Entries) != 2 || old.Entries[0].Path != "b" {
		t.Error("entries are not sorted, or the old ledger changed")
	}
}

func TestLedgerForgetsWhatWasForTheTimeBeing(t *testing.T) {
	l := Ledger{}.with([]protocol.Entry{{Path: "a.csv", Skip: protocol.SkipCanceled}, {Path: "b", Skip: protocol.SkipEmpty}, {Path: "c", Skip: protocol.SkipCanceled}})
	l = l.with([]protocol.Entry{{Path: "a.csv", Record: "1"}, {Path: "a.csv", Record: "2"}, {Path: "b", Skip: protocol.SkipKnown}})
	if len(l.Entries) != 5 || l.Read != 2 || l.Skipped != 3 || l.Files != 3 {
		t.Errorf("ledger = %+v", l)
	}
}

func TestTimeLeft(t *testing.T) {
	start := time.Unix(100, 0)
	i := Import{Started: start, Now: start.Add(2 * time.Second), Progress: coord.Progress{Bytes: 20, Total: 100}}
	if got := i.Left(); got != 8*time.Second {
		t.Errorf("a fifth in 2 s: %v left, want 8 s", got)
	}
	i.Now = start.Add(500 * time.Millisecond)
	if got := i.Left(); got != 0 {
		t.Errorf("after half a second: %v left, want no estimate", got)
	}
}
