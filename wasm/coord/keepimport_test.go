package coord_test

import (
	"context"
	"errors"
	"runtime"
	"testing"

	"clippings/wasm/coord"
	"clippings/wasm/internal/shard"
	"clippings/wasm/internal/store"
	"clippings/wasm/protocol"
)

// interrupted is a shard that is as good as killed once enough sources were
// read: the device keeps nothing more.
type interrupted struct {
	protocol.Shard
	root *store.FaultyRoot
	left int
}

func (s *interrupted) Call(ctx context.Context, c protocol.Call) ([]byte, error) {
	if c.Kind == protocol.KindIngest {
		if s.left--; s.left == 0 {
			s.root.At = 1
		}
	}
	return s.Shard.Call(ctx, c)
}

// TestImportIsKeptOnTheWay: what a crash leaves of an import is a whole number of
// files; given again, only the others are read, and all is as if nothing had
// happened.
func TestImportIsKeptOnTheWay(t *testing.T) {
	if testing.Short() {
		t.Skip("needs more files than all shards are given at once")
	}
	defer coord.KeepOften()()
	sources := corpusSources(450)
	whole := keptIn(nil, 2)
	ingest(t, whole, sources)
	want := transcript(t, whole)
	for i, calls := range []int{1, 5, 7} {
		device := &store.MemoryRoot{}
		root := &store.FaultyRoot{Root: device}
		shards := make([]protocol.Shard, 2)
		for i := range shards {
			shards[i] = &interrupted{shardIn(root), root, calls}
		}
		c, w := coord.New(shards), &coord.Workspace{ID: "w1", Name: "on the way"}
		save(t, c, w)
		c.KeepTo(w)
		imported := ingest(t, c, sources)
		if !errors.Is(imported.NotKept, store.ErrFault) {
			t.Fatalf("after %d calls: not kept because of %v", calls, imported.NotKept)
		}
		if again := ingest(t, c, nil); again.NotKept != nil {
			t.Errorf("it is told once more: %v", again.NotKept)
		}
		c, opened := reopened(t, device, 2, "w1")
		before := map[string]bool{}
		for _, e := range opened.Entries {
			before[e.Path] = true
		}
		if len(before) != opened.Workspace.Documents {
			t.Errorf("%d documents, %d lines in the ledger", opened.Workspace.Documents, len(before))
		}
		known := 0
		for _, e := range ingest(t, c, sources).Entries {
			if e.Skip == protocol.SkipKnown {
				known++
			}
			if before[e.Path] != (e.Skip == protocol.SkipKnown) {
				t.Fatalf("%s was kept: %v; now %v", e.Path, before[e.Path], e.Skip)
			}
		}
		t.Logf("after %d calls %d of %d files are kept", calls, known, len(sources))
		if i > 0 && known == 0 {
			t.Errorf("after %d calls nothing is kept", calls)
		}
		if got := transcript(t, c); got != want {
			t.Fatalf("after %d calls: %s", calls, firstDifference(got, want))
		}
	}
}

// TestImportIsKeptAtItsEnd: with its ledger, until the page has kept that.
func TestImportIsKeptAtItsEnd(t *testing.T) {
	root := &store.MemoryRoot{}
	c, w := keptIn(root, 2), &coord.Workspace{ID: "w1"}
	c.KeepTo(w)
	sources := corpusSources(10)
	if imported := ingest(t, c, sources); imported.NotKept != nil || w.Epoch != 1 || w.Documents != len(sources) {
		t.Fatalf("%v, %+v", imported.NotKept, w)
	}
	again, opened := reopened(t, root, 2, "w1")
	if len(opened.Entries) != len(sources) || transcript(t, again) != transcript(t, c) {
		t.Errorf("%d lines in the ledger", len(opened.Entries))
	}
	w.Page = []byte("ledger")
	save(t, c, w)
	if _, opened = reopened(t, root, 2, "w1"); len(opened.Entries) > 0 || string(opened.Workspace.Page) != "ledger" {
		t.Errorf("the page has kept the ledger, and it is told again: %d lines", len(opened.Entries))
	}
}

// TestReopeningComparesNothing, nor does it read a file.
func TestReopeningComparesNothing(t *testing.T) {
	root := &store.MemoryRoot{}
	c, w := keptIn(root, 2), &coord.Workspace{ID: "w1"}
	ingest(t, c, corpusSources(20))
	save(t, c, w)
	shards := []protocol.Shard{&idle{shardIn(root), t}, &idle{shardIn(root), t}}
	if _, err := coord.New(shards).Reopen(context.Background(), "w1"); err != nil {
		t.Fatal(err)
	}
}

// idle is a shard that must not compare.
type idle struct {
	protocol.Shard
	t *testing.T
}

func (s *idle) Call(ctx context.Context, c protocol.Call) ([]byte, error) {
	if c.Kind == protocol.KindExchange || c.Kind == protocol.KindIngest {
		s.t.Errorf("%s while a workspace is opened", c.Kind)
	}
	return s.Shard.Call(ctx, c)
}

// TestKeepingWritesWhatIsNew: after one document was given a tag, next to nothing
// is written.
func TestKeepingWritesWhatIsNew(t *testing.T) {
	ctx := context.Background()
	root := &counting{Root: &store.MemoryRoot{}}
	c, w := keptIn(root, 1), &coord.Workspace{ID: "w1"}
	ingest(t, c, corpusSources(60))
	save(t, c, w)
	whole := root.written
	root.written = 0
	for i := range 40 {
		id := protocol.NewDocID(uint32(i), 0)
		if err := c.Amend(ctx, id, protocol.Correction{Field: "tags", Values: []string{"read"}}); err != nil {
			t.Fatal(err)
		}
		save(t, c, w)
	}
	if root.written > 4*whole { // twice all documents, as small files were many
		t.Errorf("for 40 tags %d bytes are written, %d for all", root.written, whole)
	}
	names := 0
	eachKept(t, root, func(string, string, []byte) { names++ })
	if names > 30 {
		t.Errorf("%d files", names)
	}
	again, _ := reopened(t, root, 1, "w1")
	if got, want := transcript(t, again), transcript(t, c); got != want {
		t.Error(firstDifference(got, want))
	}
}

// counting counts the bytes written.
type counting struct {
	store.Root
	written int
}

func (r *counting) Open(folder string) (store.Store, error) {
	s, err := r.Root.Open(folder)
	return countingStore{s, r}, err
}

type countingStore struct {
	store.Store
	root *counting
}

func (s countingStore) Put(name string, parts ...[]byte) error {
	for _, p := range parts {
		s.root.written += len(p)
	}
	return s.Store.Put(name, parts...)
}

func shardIn(root store.Root) protocol.Shard {
	return shard.New(shard.Options{Open: openMemory, Pause: runtime.Gosched, Root: root})
}
