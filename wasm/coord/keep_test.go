package coord_test

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"testing"

	"clippings/wasm/coord"
	"clippings/wasm/internal/shard"
	"clippings/wasm/internal/store"
	"clippings/wasm/protocol"
)

// keptIn makes a corpus of n shards that keep in a root.
func keptIn(root store.Root, n int) *coord.Corpus {
	shards := make([]protocol.Shard, n)
	for i := range shards {
		shards[i] = shardIn(root)
	}
	return coord.New(shards)
}

func openMemory(handle protocol.File) (shard.File, error) {
	b, _ := handle.([]byte)
	return memory{bytes.NewReader(b)}, nil
}

func save(t *testing.T, c *coord.Corpus, w *coord.Workspace) {
	t.Helper()
	if err := c.Save(context.Background(), w); err != nil {
		t.Fatal(err)
	}
}

// reopened is the workspace in a corpus of its own.
func reopened(t *testing.T, root store.Root, n int, id string) (*coord.Corpus, coord.Opened) {
	t.Helper()
	c := keptIn(root, n)
	opened, err := c.Reopen(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	if opened.Rest != nil {
		anew, err := opened.Rest(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		if anew != nil {
			opened = *anew
		}
	}
	return c, opened
}

// TestReopenedIsAsItWas: whatever was done, what is opened answers as what was
// kept, and goes on as it would have.
func TestReopenedIsAsItWas(t *testing.T) {
	ctx := context.Background()
	for _, n := range []int{1, 3} {
		root := &store.MemoryRoot{}
		c, w := keptIn(root, n), &coord.Workspace{ID: "w00000001", Name: "harbour"}
		sources := corpusSources(full(120))
		settings := protocol.DefaultSettings()
		settings.Jaccard, settings.Keeper = 0.9, protocol.KeepLongest
		first := allStories
		for i, do := range []func() error{
			func() error { ingest(t, c, sources[:len(sources)/2]); return nil },
			func() error { ingest(t, c, sources[len(sources)/2:]); return nil },
			func() error {
				id := first(t, c).Stories.Stories[0].Lone
				for _, d := range slices.Concat(id, first(t, c).Stories.Stories[1].Lone) {
					if err := c.Amend(ctx, d, protocol.Correction{Field: "tags", Values: []string{"read"}}); err != nil {
						return err
					}
				}
				return nil
			},
			func() error { return c.Regroup(ctx, protocol.Regroup{Settings: settings}) },
			func() error {
				again := slices.Clone(sources[:8])
				for i := range again {
					again[i].Recipe.Encoding = "utf-8"
				}
				if got := ingest(t, c, again); len(got.Replaced) != len(again) {
					t.Errorf("%d of %d files were read anew", len(got.Replaced), len(again))
				}
				return nil
			},
		} {
			if err := do(); err != nil {
				t.Fatal(err)
			}
			w.Page = []byte{byte(i)}
			save(t, c, w)
			var opened coord.Opened
			want := transcript(t, c)
			c, opened = reopened(t, root, n, w.ID)
			if got := transcript(t, c); got != want {
				t.Fatalf("%d shards, step %d:\n%s", n, i, firstDifference(got, want))
			}
			if len(opened.Lost) > 0 || opened.Workspace.Name != "harbour" || !bytes.Equal(opened.Workspace.Page, w.Page) {
				t.Errorf("opened as %+v", opened)
			}
			*w = opened.Workspace
		}
		again := ingest(t, c, sources[8:])
		if len(again.Entries) != len(sources)-8 || again.Entries[0].Skip != protocol.SkipKnown {
			t.Errorf("files that are here are read again: %+v", again.Entries[0])
		}
	}
}

func TestWorkspacesAreListedAndForgotten(t *testing.T) {
	ctx, root := context.Background(), &store.MemoryRoot{}
	c := keptIn(root, 2)
	ingest(t, c, corpusSources(10))
	for _, id := range []string{"w1", "w2", "w11"} {
		save(t, c, &coord.Workspace{ID: id, Name: "name of " + id})
	}
	list, err := c.Workspaces(ctx)
	if err != nil || len(list.Workspaces) != 3 || list.Workspaces[0].Name != "name of w1" || list.Used == 0 {
		t.Fatalf("%+v, %v", list, err)
	}
	if got := list.Workspaces[1]; got.Documents == 0 || got.Bytes == 0 || got.Saved == 0 || got.Shards != 2 || got.Epoch != 1 {
		t.Errorf("%+v", got)
	}
	for _, left := range []struct {
		id   string
		want int
	}{{"w1", 2}, {"", 0}} {
		if err := c.Forget(ctx, left.id); err != nil {
			t.Fatal(err)
		}
		if list, err := c.Workspaces(ctx); err != nil || len(list.Workspaces) != left.want {
			t.Errorf("without %q: %+v, %v", left.id, list, err)
		}
	}
	if folders, _ := root.Folders(); len(folders) > 0 {
		t.Errorf("left are %q", folders)
	}
	if _, err := c.Reopen(ctx, "w1"); !errors.Is(err, protocol.ErrNotFound) {
		t.Errorf("opening what was forgotten: %v", err)
	}
	if err := newCorpus(t, 1).Save(ctx, &coord.Workspace{ID: "w1"}); !errors.Is(err, protocol.ErrNotKept) {
		t.Errorf("keeping without a root: %v", err)
	}
}

// TestNoEpochIsWrittenOver: whoever keeps under an ID that is taken, from the
// beginning, counts on.
func TestNoEpochIsWrittenOver(t *testing.T) {
	root := &store.MemoryRoot{}
	c := keptIn(root, 1)
	w := &coord.Workspace{ID: "w1"}
	for range 3 {
		save(t, c, w)
	}
	other := &coord.Workspace{ID: "w1"}
	if save(t, keptIn(root, 1), other); other.Epoch != 4 {
		t.Errorf("epoch %d follows %d", other.Epoch, w.Epoch)
	}
}
