package action

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
	"time"

	"clippings/app/files"
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
	later  []string        // lost, as turns out when the rest comes
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
	opened := coord.Opened{Workspace: w, Lost: c.lost, Entries: c.late}
	if later := c.later; len(later) > 0 {
		opened.Rest = func(context.Context) (*coord.Opened, error) { return &coord.Opened{Workspace: w, Lost: later}, nil }
	}
	return opened, nil
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
		if w := b.workspace(); w.Keep != want || w.Unsaved != (want != KeptNone) {
			t.Errorf("%v: %+v, want %d", err, w, want)
		}
		c.fail = nil
		b.post(KeepWorkspace, nil)
		b.loop.ConsumeAll()
		if w := b.workspace(); w.Keep != KeptWhole || w.Unsaved {
			t.Errorf("%v: tried again: %+v", err, w)
		}
	}
}

// TestImportThatDoesNotFit: it says how much is kept, and what did not fit is not
// written again before the person has it tried.
func TestImportThatDoesNotFit(t *testing.T) {
	c := newCabinet()
	b := setUp(t, c)
	b.post(Bring, Batch{Sources: []protocol.Source{{Path: "pile/a.txt", Size: 9, Handle: 1}}})
	b.rest()
	whole, saves := c.ingest, c.saves
	c.ingest = func(ctx context.Context, sources []protocol.Source, tell func(coord.Progress)) (coord.Imported, error) {
		done, err := whole(ctx, sources, tell)
		done.NotKept = protocol.ErrFull
		return done, err
	}
	b.post(Bring, Batch{Sources: []protocol.Source{{Path: "more/b.txt", Size: 9, Handle: 1}, {Path: "more/c.txt", Size: 9, Handle: 1}}})
	b.rest()
	if w := b.workspace(); w.Keep != KeptFull || w.Documents != 1 || c.saves != saves {
		t.Errorf("after an import that did not fit: %+v, kept %d times", w, c.saves-saves)
	}
	b.post(KeepWorkspace, nil)
	b.rest()
	if w := b.workspace(); w.Keep != KeptWhole || w.Documents != 3 {
		t.Errorf("after there was room: %+v", w)
	}
}

// TestFormerStorageMovesIn: what an earlier version kept in the browser's own
// storage is part of the first workspace.
func TestFormerStorageMovesIn(t *testing.T) {
	c := newCabinet()
	b := setUp(t, c)
	files.StorageOf(b.ctx).Set(savedKey, []KeptSearch{{Name: "old", Query: protocol.Query{Text: "old"}}})
	b.ctx.Dispatch(b.desk.SetUp)
	b.desk.started = make(chan struct{})
	b.rest()
	for _, w := range c.kept {
		if k, err := decodePage(w.Page); err != nil || len(k.set.Saved) != 1 {
			t.Errorf("kept %+v, %v", k, err)
		}
	}
	if len(c.kept) != 1 || files.StorageOf(b.ctx).Contains(savedKey) {
		t.Errorf("%d workspaces, still in the storage: %v", len(c.kept), files.StorageOf(b.ctx).Contains(savedKey))
	}
}

// TestWorkspacesChange: another is begun, gone back to, named, removed, and in the
// end all are forgotten.
func TestWorkspacesChange(t *testing.T) {
	c := newCabinet()
	b := setUp(t, c)
	b.post(Bring, Batch{Sources: []protocol.Source{{Path: "first.txt", Size: 9, Handle: 1}}})
	b.rest()
	first := b.workspace().ID
	b.post(SaveSearch, KeptSearch{Name: "a", Query: protocol.Query{Text: "a"}})
	b.post(OpenWorkspace, "") // before the second has passed: it is kept all the same
	b.loop.ConsumeAll()
	second := b.workspace()
	if second.ID == first || second.Keep != KeptNot || c.resets != 1 {
		t.Fatalf("a new one: %+v, after %d resets", second, c.resets)
	}
	if l, s := state[Ledger](b, LedgerState), state[Searches](b, SearchesState); l.Read+len(s.Saved) != 0 {
		t.Errorf("in the new one are %+v, %+v", l, s)
	}
	b.post(Bring, Batch{Sources: []protocol.Source{{Path: "x/1.txt", Size: 9, Handle: 1}, {Path: "y/2.txt", Size: 9, Handle: 1}}})
	b.rest()
	b.post(RenameWorkspace, "  Two   piles ")
	b.rest()
	if l := state[Workspaces](b, WorkspacesState); len(l.List) != 2 || l.List[0].Name != "Two piles" || l.Quota != 70 {
		t.Errorf("listed: %+v", l)
	}
	b.post(OpenWorkspace, first)
	b.loop.ConsumeAll()
	if s := state[Searches](b, SearchesState); b.workspace().Name != "first" || len(s.Saved) != 1 {
		t.Errorf("back in the first: %+v, %+v", b.workspace(), s)
	}
	b.post(RemoveWorkspace, second.ID)
	b.loop.ConsumeAll()
	if l := state[Workspaces](b, WorkspacesState); len(l.List) != 1 || l.List[0].ID != first {
		t.Errorf("one is removed: %+v", l)
	}
	b.post(RemoveWorkspace, first)
	b.loop.ConsumeAll()
	if w := b.workspace(); len(c.kept) != 0 || w.ID == first || state[Ledger](b, LedgerState).Read != 0 {
		t.Errorf("the one that was open is removed: %+v, kept %v", w, c.kept)
	}
	b.post(Bring, Batch{Sources: []protocol.Source{{Path: "first.txt", Size: 9, Handle: 1}}})
	b.rest()
	b.post(ForgetDevice, nil)
	b.loop.ConsumeAll()
	if l := state[Workspaces](b, WorkspacesState); len(c.kept)+len(l.List) != 0 || !l.Forgotten || files.StorageOf(b.ctx).Contains(lastKey) {
		t.Errorf("all is forgotten: kept %v, %+v", c.kept, l)
	}
}

// TestSecondTab: a workspace that another tab has is this tab's once that is closed,
// as the other has left it.
func TestSecondTab(t *testing.T) {
	c := newCabinet()
	b := setUp(t, c)
	b.post(Bring, Batch{Sources: []protocol.Source{{Path: "pile/a.txt", Size: 9, Handle: 1}}})
	b.rest()
	id := b.workspace().ID
	c.held[id] = true
	close(c.free)
	b = setUp(t, c)
	if w := b.workspace(); w.Keep != KeptWhole || w.ID != id || w.Opened != 2 || c.resets != 1 {
		t.Errorf("taken over: %+v, after %d resets", w, c.resets)
	}
}

// TestDamagedWorkspace: what is lost is told, and what the page did not know yet is
// in the ledger.
func TestDamagedWorkspace(t *testing.T) {
	c := newCabinet()
	b := setUp(t, c)
	b.post(Bring, Batch{Sources: []protocol.Source{{Path: "pile/a.txt", Size: 9, Handle: 1}, {Path: "pile/b.txt", Size: 9, Handle: 1}}})
	b.rest()
	c.lost = []string{"pile/b.txt"}
	c.late = []protocol.Entry{{ID: doc(0), Path: "pile/a.txt"}, {ID: doc(7), Path: "pile/late.txt", Words: 1}}
	b = setUp(t, c)
	l := state[Ledger](b, LedgerState)
	if w := b.workspace(); len(w.Lost) != 1 || l.Read != 2 || l.Skipped != 1 || len(l.Entries) != 3 {
		t.Errorf("%+v, ledger %+v", w, l)
	}
	b.post(HearWorkspace, nil)
	b.loop.ConsumeAll()
	if w := b.workspace(); len(w.Lost) != 0 {
		t.Errorf("after it was read: %+v", w)
	}
}

// TestDamageFoundLater: what is lost is told when it turns out, and what was listed
// is asked for anew.
func TestDamageFoundLater(t *testing.T) {
	c := newCabinet()
	b := setUp(t, c)
	b.post(Bring, Batch{Sources: []protocol.Source{{Path: "pile/a.txt", Size: 9, Handle: 1}, {Path: "pile/b.txt", Size: 9, Handle: 1}}})
	b.rest()
	c.later = []string{"pile/b.txt"}
	b = setUp(t, c)
	l := state[Ledger](b, LedgerState)
	if w := b.workspace(); len(w.Lost) != 1 || w.Keep == KeptNone || l.Read != 1 || l.Skipped != 1 {
		t.Errorf("%+v, ledger %+v", w, l)
	}
}

func TestNamesOfWorkspaces(t *testing.T) {
	for want, paths := range map[string][]string{
		"": nil, "pile": {"pile/a.txt", "pile/b/c.txt"}, "letter": {"letter.txt"}, "a and others": {"a.txt", "b.txt"}, "dir.d": {"dir.d/x"},
	} {
		var entries []protocol.Entry
		for _, p := range paths {
			entries = append(entries, protocol.Entry{Path: p})
		}
		if got := nameOf(entries); got != want {
			t.Errorf("%q: %q, want %q", paths, got, want)
		}
	}
	for name, want := range map[string]string{"": "workspace.clippings", "a/b: c?": "a-b- c.clippings", "..": "workspace.clippings", "Hafen – 2025": "Hafen – 2025.clippings"} {
		if got := fileNameOf(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
