package coord_test

import (
	"context"
	"errors"
	"strings"
	"sync/atomic"
	"testing"

	"clippings/wasm/coord"
	"clippings/wasm/internal/store"
	"clippings/wasm/protocol"
)

// plainRoot is a root whose files are read whole, as those of a database are.
type plainRoot struct{ store.Root }

func (r plainRoot) Open(folder string) (store.Store, error) {
	s, err := r.Root.Open(folder)
	return struct{ store.Store }{s}, err
}

// once is a root of which the n-th operation fails, and no other.
type once struct {
	store.Root
	at, count atomic.Int64
}

func (r *once) fails() bool { return r.count.Add(1) == r.at.Load() }

func (r *once) Open(folder string) (store.Store, error) {
	s, err := r.Root.Open(folder)
	return onceFolder{s, r}, err
}

type onceFolder struct {
	store.Store
	root *once
}

func (f onceFolder) Get(name string) ([]byte, error) {
	if f.root.fails() {
		return nil, store.ErrFault
	}
	return f.Store.Get(name)
}

func (f onceFolder) Range(name string, from, n int) ([]byte, error) {
	if f.root.fails() {
		return nil, store.ErrFault
	}
	return f.Store.(store.Ranged).Range(name, from, n)
}

// keptWorkspace is a workspace that is kept, with what is seen of it.
func keptWorkspace(t *testing.T, n int) (root *store.MemoryRoot, sources []protocol.Source, want string) {
	t.Helper()
	root, sources = &store.MemoryRoot{}, corpusSources(max(20, full(60)))
	c := keptIn(root, n)
	ingest(t, c, sources[:len(sources)/2])
	w := &coord.Workspace{ID: "w1"}
	save(t, c, w)
	ingest(t, c, sources[len(sources)/2:len(sources)-5])
	save(t, c, w)
	return root, sources, transcript(t, c)
}

// begun is the workspace of which the list can be shown.
func begun(t *testing.T, c *coord.Corpus) coord.Opened {
	t.Helper()
	opened, err := c.Reopen(context.Background(), "w1")
	if err != nil {
		t.Fatal(err)
	}
	if opened.Rest == nil {
		t.Fatal("all of it is read before anything is shown")
	}
	return opened
}

func rested(t *testing.T, opened coord.Opened) {
	t.Helper()
	if anew, err := opened.Rest(context.Background()); err != nil || anew != nil {
		t.Fatalf("the rest: %v, %v", anew, err)
	}
}

// TestAskedWhileItOpens: whatever is asked while the rest comes is answered as it is
// when all is there, and whatever is done then is done to all of it.
func TestAskedWhileItOpens(t *testing.T) {
	ctx := context.Background()
	for _, n := range []int{1, 3} {
		root, sources, want := keptWorkspace(t, n)
		for name, device := range map[string]store.Root{"in part": root, "whole": plainRoot{root}} {
			c := keptIn(device, n)
			opened := begun(t, c)
			if got := transcript(t, c); got != want {
				t.Fatalf("%d shards, files read %s, asked meanwhile: %s", n, name, firstDifference(got, want))
			}
			rested(t, opened)
			if got := transcript(t, c); got != want {
				t.Fatalf("%d shards, files read %s: %s", n, name, firstDifference(got, want))
			}
		}
		for name, do := range map[string]func(*coord.Corpus) error{
			"an import": func(c *coord.Corpus) error { ingest(t, c, sources); return nil },
			"a saving":  func(c *coord.Corpus) error { return c.Save(ctx, &coord.Workspace{ID: "w1"}) },
			"rules": func(c *coord.Corpus) error {
				return c.Regroup(ctx, protocol.Regroup{Settings: protocol.DefaultSettings()})
			},
			"an opening":           func(c *coord.Corpus) error { rested(t, begun(t, c)); return nil },
			"the same, and a word": func(c *coord.Corpus) error { begun(t, c); transcript(t, c); return nil },
			"a correction": func(c *coord.Corpus) error {
				return c.Amend(ctx, protocol.NewDocID(0, 0), protocol.Correction{Field: "tags", Values: []string{"read"}})
			},
		} {
			device := cloned(t, root)
			at, later := keptIn(device, n), keptIn(device, n)
			opened := begun(t, at)
			if err := do(at); err != nil {
				t.Fatalf("%s meanwhile: %v", name, err)
			}
			if _, err := opened.Rest(ctx); err != nil && !errors.Is(err, context.Canceled) {
				t.Fatal(err)
			}
			rested(t, begun(t, later))
			if err := do(later); err != nil {
				t.Fatal(err)
			}
			if got, want := transcript(t, at), transcript(t, later); got != want {
				t.Errorf("%d shards, %s meanwhile: %s", n, name, firstDifference(got, want))
			}
		}
		c := keptIn(root, n)
		begun(t, c)
		if err := c.Reset(ctx); err != nil {
			t.Fatal(err)
		}
		if got, want := transcript(t, c), transcript(t, keptIn(root, n)); got != want {
			t.Errorf("emptied meanwhile: %s", firstDifference(got, want))
		}
	}
}

// TestFaultWhileItOpens: when any reading fails, nothing is lost: it does not open, or
// all is there in the end, which is asked for meanwhile too.
func TestFaultWhileItOpens(t *testing.T) {
	ctx := context.Background()
	for _, n := range []int{1, 2} {
		root, _, want := keptWorkspace(t, n)
		for at := int64(1); ; at++ {
			device := &once{Root: root}
			device.at.Store(at)
			c := keptIn(device, n)
			opened, err := c.Reopen(ctx, "w1")
			if err == nil && opened.Rest != nil {
				if at%2 > 0 {
					transcript(t, c)
				}
				var anew *coord.Opened
				if anew, err = opened.Rest(ctx); anew != nil {
					opened = *anew
				}
			}
			if err != nil && !errors.Is(err, store.ErrFault) && !strings.Contains(err.Error(), store.ErrFault.Error()) {
				t.Fatalf("fault at %d: %v", at, err)
			}
			if err == nil {
				if got := transcript(t, c); got != want || len(opened.Lost) > 0 {
					t.Fatalf("%d shards, fault at %d: lost %q, %s", n, at, opened.Lost, firstDifference(got, want))
				}
			}
			if device.count.Load() < at {
				break
			}
		}
	}
}

// TestKeptByAnEarlierVersion: where nothing tells what is listed first, all is read
// before; once it was kept again, the list comes first.
func TestKeptByAnEarlierVersion(t *testing.T) {
	root, _, want := keptWorkspace(t, 2)
	eachKept(t, root, func(folder, name string, _ []byte) {
		for _, kind := range []string{"cover-", "first-", "stories-"} {
			if strings.HasPrefix(name, kind) {
				s, _ := root.Open(folder)
				_ = s.Delete(name)
			}
		}
	})
	c := keptIn(root, 2)
	opened, err := c.Reopen(context.Background(), "w1")
	if err != nil || opened.Rest != nil {
		t.Fatalf("%v, %v", opened, err)
	}
	if got := transcript(t, c); got != want {
		t.Fatal(firstDifference(got, want))
	}
	save(t, c, &opened.Workspace)
	again := keptIn(root, 2)
	rested(t, begun(t, again))
	if got := transcript(t, again); got != want {
		t.Error(firstDifference(got, want))
	}
}
