package action

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
	"time"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// cabinet is an engine that keeps workspaces in memory, as the device would.
type cabinet struct {
	scripted
	mu     sync.Mutex
	kept   map[string]coord.Workspace
	late   []protocol.Entry
	lost   []string
	held   map[string]bool // by other tabs
	free   chan struct{}   // closed when the other tab is
	fail   error
	saves  int
	resets int
}

func newCabinet() *cabinet {
	c := &cabinet{kept: map[string]coord.Workspace{}, held: map[string]bool{}, free: make(chan struct{})}
	c.ingest = func(_ context.Context, sources []protocol.Source, _ func(coord.Progress)) (coord.Imported, error) {
		var done coord.Imported
		for i, s := range sources {
			done.Entries = append(done.Entries, protocol.Entry{ID: doc(uint32(i)), Path: s.Path, Bytes: s.Size, Format: "text", Words: 3})
		}
		return done, nil
	}
	c.regroup = func(context.Context, protocol.Regroup) error { return nil }
	c.amend = func(context.Context, protocol.DocID, protocol.Correction) error { return nil }
	return c
}

func (c *cabinet) Save(_ context.Context, w *coord.Workspace) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.fail != nil {
		return c.fail
	}
	c.saves++
	w.Epoch++
	k, _ := decodePage(w.Page)
	w.Documents, w.Bytes, w.Saved = len(k.entries), 1000, int64(c.saves)
	c.kept[w.ID] = *w
	return nil
}

func (c *cabinet) KeepTo(*coord.Workspace) {}

func (c *cabinet) Reset(context.Context) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.resets++
	return nil
}

func (c *cabinet) Reopen(_ context.Context, id string) (coord.Opened, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	w, ok := c.kept[id]
	if !ok {
		return coord.Opened{}, protocol.ErrNotFound
	}
	return coord.Opened{Workspace: w, Lost: c.lost, Entries: c.late}, nil
}

func (c *cabinet) Workspaces(context.Context) (coord.WorkspaceList, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	list := coord.WorkspaceList{Where: protocol.KeptFiles, Used: 7, Quota: 70}
	for _, w := range c.kept {
		list.Workspaces = append(list.Workspaces, w)
	}
	slices.SortFunc(list.Workspaces, func(a, b coord.Workspace) int { return int(a.Saved - b.Saved) })
	return list, nil
}

func (c *cabinet) Forget(_ context.Context, id string) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if id == "" {
		clear(c.kept)
	}
	delete(c.kept, id)
	return nil
}

func (c *cabinet) Hold(_ context.Context, id string) (bool, func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return !c.held[id], func() {}
}

func (c *cabinet) Await(ctx context.Context, id string) (bool, func()) {
	select {
	case <-c.free:
		return true, func() {}
	case <-ctx.Done():
		return false, func() {}
	}
}

func (c *cabinet) Persist(context.Context) bool   { return true }
func (c *cabinet) Persisted(context.Context) bool { return false }

// rest lets the second pass after which changes are kept.
func (b bench) rest() {
	b.loop.ConsumeAll()
	time.Sleep(keepAfter + 100*time.Millisecond)
	b.loop.ConsumeAll()
}

func (b bench) workspace() Workspace { return state[Workspace](b, WorkspaceState) }

// TestWorkspaceComesBack: what was brought in and set on one visit is there on the
// next.
func TestWorkspaceComesBack(t *testing.T) {
	c := newCabinet()
	b := setUp(t, c)
	b.post(Bring, Batch{Sources: []protocol.Source{{Path: "pile/a.txt", Size: 9, Handle: 1}, {Path: "pile/b.txt", Size: 8, Handle: 1}}})
	b.loop.ConsumeAll()
	b.post(Correct, Correcting{ID: doc(0), Path: "pile/a.txt", Correction: protocol.Correction{Field: "tags", Values: []string{"sea"}}})
	b.post(SaveSearch, KeptSearch{Name: "trains", Query: protocol.Query{Text: "train"}})
	b.post(Decide, Deciding{Kind: protocol.NotCopies, A: doc(0), B: doc(1)})
	b.post(CountQueries, Querying{Queries: []string{"one", "two"}, Exactly: true})
	b.rest()
	if w := b.workspace(); w.Keep != KeptWhole || w.Name != "pile" || w.Documents != 2 {
		t.Fatalf("after the first visit: %+v", w)
	}

	b = setUp(t, c)
	if w := b.workspace(); w.Keep != KeptWhole || w.Name != "pile" || w.Opened != 1 {
		t.Errorf("on the second visit: %+v", w)
	}
	if l := state[Ledger](b, LedgerState); l.Read != 2 || l.Entries[1].Path != "pile/b.txt" || l.Words != 6 {
		t.Errorf("ledger = %+v", l)
	}
	if k := state[Keeping](b, KeepingState); k.Corrections != 1 {
		t.Errorf("corrections = %+v", k)
	}
	if s := state[Searches](b, SearchesState); len(s.Saved) != 1 || s.Saved[0].Name != "trains" {
		t.Errorf("searches = %+v", s)
	}
	if g := state[Grouping](b, GroupingState); len(g.Decisions) != 1 {
		t.Errorf("grouping = %+v", g)
	}
	if q := state[QueryList](b, QueriesState); len(q.Lines) != 2 || q.Lines[1].Text != "two" || !q.Exactly {
		t.Errorf("queries = %+v", q)
	}

	// The files themselves are gone with the page that had them.
	b.post(Reread, Rereading{Path: "pile/a.txt", Recipe: protocol.Recipe{Encoding: "latin1"}})
	b.loop.ConsumeAll()
	if w := b.workspace(); w.Gone != "pile/a.txt" {
		t.Errorf("reading again what is gone: %+v", w)
	}
	prepared := b.desk.kept.prepare([]protocol.Source{{Path: "pile/a.txt", Size: 9, Handle: 2}})
	if r := prepared[0].Recipe; r.Encoding != "latin1" || len(r.Corrections) != 1 {
		t.Errorf("dropped again it is read by %+v", r)
	}
}

// TestNotKept: whatever fails is told, and tried again with the next change.
func TestNotKept(t *testing.T) {
	for err, want := range map[error]KeepStatus{protocol.ErrFull: KeptFull, protocol.ErrNotKept: KeptNone, errors.New("broken"): KeptFailed} {
		c := newCabinet()
		b := setUp(t, c)
		c.fail = err
		b.post(SaveSearch, KeptSearch{Query: protocol.Query{Text: "a"}})
		b.rest()
		if w := b.workspace(); w.Keep != want {
			t.Errorf("%v: %+v, want %d", err, w, want)
		}
		c.fail = nil
		b.post(KeepWorkspace, nil)
		b.loop.ConsumeAll()
		if w := b.workspace(); w.Keep != KeptWhole {
			t.Errorf("%v: tried again: %+v", err, w)
		}
	}
}

// TestFormerStorageMovesIn: what an earlier version kept in the browser's own
// storage is part of the first workspace.
func TestFormerStorageMovesIn(t *testing.T) {
	c := newCabinet()
	b := setUp(t, c)
	b.ctx.LocalStorage().Set(savedKey, []KeptSearch{{Name: "old", Query: protocol.Query{Text: "old"}}})
	b.ctx.Dispatch(b.desk.SetUp)
	b.desk.started = make(chan struct{})
	b.rest()
	for _, w := range c.kept {
		if k, err := decodePage(w.Page); err != nil || len(k.set.Saved) != 1 {
			t.Errorf("kept %+v, %v", k, err)
		}
	}
	if len(c.kept) != 1 || b.ctx.LocalStorage().Contains(savedKey) {
		t.Errorf("%d workspaces, still in the storage: %v", len(c.kept), b.ctx.LocalStorage().Contains(savedKey))
	}
}
