package coord_test

import (
	"context"
	"fmt"
	"slices"
	"sync/atomic"
	"testing"

	"clippings/wasm/coord"
	"clippings/wasm/internal/store"
	"clippings/wasm/protocol"
)

// meddled is a root in which something else happens before the n-th reading of a file.
type meddled struct {
	store.Root
	at     int64
	count  *atomic.Int64
	meddle func()
}

func (r meddled) Open(folder string) (store.Store, error) {
	s, err := r.Root.Open(folder)
	return meddledFolder{s, r}, err
}

type meddledFolder struct {
	store.Store
	root meddled
}

func (f meddledFolder) Get(name string) ([]byte, error) {
	if f.root.count.Add(1) == f.root.at {
		f.root.meddle()
	}
	return f.Store.Get(name)
}

// TestReopenedBesideOneThatKeeps: whenever another tab keeps a workspace while this
// one opens it, what is opened is whole: as it was before or after.
func TestReopenedBesideOneThatKeeps(t *testing.T) {
	ctx := context.Background()
	first := &store.MemoryRoot{}
	c, w := keptIn(first, 2), &coord.Workspace{ID: "w1"}
	sources := corpusSources(full(40))
	ingest(t, c, sources[:len(sources)/2])
	save(t, c, w)
	before := transcript(t, c)
	ingest(t, c, sources[len(sources)/2:])
	if err := c.Amend(ctx, protocol.NewDocID(0, 0), protocol.Correction{Field: "tags", Values: []string{"read"}}); err != nil {
		t.Fatal(err)
	}
	after := transcript(t, c)

	seen := map[string]int{}
	for at := int64(1); ; at++ {
		root := cloned(t, first)
		other, opened := reopened(t, root, 2, w.ID)
		now := opened.Workspace
		ingest(t, other, sources[len(sources)/2:])
		if err := other.Amend(ctx, protocol.NewDocID(0, 0), protocol.Correction{Field: "tags", Values: []string{"read"}}); err != nil {
			t.Fatal(err)
		}
		count := &atomic.Int64{}
		here := keptIn(meddled{root, at, count, func() { save(t, other, &now) }}, 2)
		opened, err := here.Reopen(ctx, w.ID)
		if err == nil && opened.Rest != nil {
			transcript(t, here) // questions meanwhile are answered
			var anew *coord.Opened
			if anew, err = opened.Rest(ctx); anew != nil {
				opened = *anew
			}
		}
		if err != nil || len(opened.Lost) > 0 {
			t.Fatalf("kept by another before reading %d: %v, lost %q", at, err, opened.Lost)
		}
		switch got := transcript(t, here); {
		case got == before && opened.Workspace.Epoch == 1:
			seen["before"]++
		case got == after && opened.Workspace.Epoch == 2:
			seen["after"]++
		default:
			t.Fatalf("kept by another before reading %d: epoch %d is\n%s", at, opened.Workspace.Epoch, firstDifference(got, after))
		}
		if count.Load() < at {
			break // all was read before
		}
	}
	if seen["before"] == 0 || seen["after"] < 3 {
		t.Errorf("opened %v", seen)
	}
}

// TestReopenedBesideOneThatKeepsOnAndOn: one who keeps at every reading is not followed
// for ever.
func TestReopenedBesideOneThatKeepsOnAndOn(t *testing.T) {
	root := &store.MemoryRoot{}
	c, w := keptIn(root, 1), &coord.Workspace{ID: "w1"}
	ingest(t, c, corpusSources(4))
	save(t, c, w)
	n := 0
	var count atomic.Int64
	var again func()
	again = func() {
		n++
		count.Store(0)
		if err := c.Amend(context.Background(), protocol.NewDocID(0, 0), protocol.Correction{Field: "tags", Values: []string{fmt.Sprint(n)}}); err != nil {
			t.Error(err)
		}
		save(t, c, w)
	}
	here := keptIn(meddled{root, 2, &count, again}, 1)
	opened, err := here.Reopen(context.Background(), w.ID)
	if n > 100 {
		t.Errorf("tried %d times", n)
	}
	if err == nil && len(opened.Lost) == 0 && !slices.Contains([]uint64{1, w.Epoch}, opened.Workspace.Epoch) {
		t.Errorf("opened epoch %d of %d", opened.Workspace.Epoch, w.Epoch)
	}
}
