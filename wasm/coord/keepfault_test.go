package coord_test

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"clippings/wasm/coord"
	"clippings/wasm/internal/store"
	"clippings/wasm/protocol"
)

// cloned is a root with the same files.
func cloned(t *testing.T, root store.Root) *store.MemoryRoot {
	t.Helper()
	again := &store.MemoryRoot{}
	eachKept(t, root, func(folder, name string, content []byte) {
		s, err := again.Open(folder)
		if err == nil {
			err = s.Put(name, content)
		}
		if err != nil {
			t.Fatal(err)
		}
	})
	return again
}

// eachKept visits all files of a root.
func eachKept(t *testing.T, root store.Root, visit func(folder, name string, content []byte)) {
	t.Helper()
	folders, err := root.Folders()
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range folders {
		s, err := root.Open(folder)
		if err != nil {
			t.Fatal(err)
		}
		names, err := s.Names()
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			b, err := s.Get(name)
			if err != nil {
				t.Fatal(err)
			}
			visit(folder, name, b)
		}
	}
}

// TestFaultAnywhereOpensAWholeEpoch: whatever operation of the device is the last
// that is done, what is opened is what was kept before or what should be.
func TestFaultAnywhereOpensAWholeEpoch(t *testing.T) {
	ctx := context.Background()
	sources := corpusSources(12)
	for _, n := range []int{1, 3} {
		whole := &store.MemoryRoot{}
		c, w := keptIn(whole, n), &coord.Workspace{ID: "w1"}
		ingest(t, c, sources[:6])
		save(t, c, w)
		before := transcript(t, c)
		ingest(t, c, sources[6:])
		after := transcript(t, c)
		for at := int64(1); ; at++ {
			device := cloned(t, whole)
			faulty := &store.FaultyRoot{Root: device, At: at, Err: protocol.ErrFull}
			c, opened := reopened(t, device, n, "w1")
			faultyCorpus := keptIn(faulty, n)
			faulty.At = 0
			if _, err := faultyCorpus.Reopen(ctx, "w1"); err != nil {
				t.Fatal(err)
			}
			ingest(t, faultyCorpus, sources[6:])
			faulty.At = faulty.Operations() + at
			kept := opened.Workspace
			err := faultyCorpus.Save(ctx, &kept)
			isThrough := faulty.Operations() < faulty.At
			if err != nil && !errors.Is(err, protocol.ErrFull) {
				t.Fatalf("fault at %d: %v", at, err)
			}
			c, _ = reopened(t, device, n, "w1")
			got := transcript(t, c)
			switch {
			case err == nil && got != after:
				t.Fatalf("%d shards, fault at %d: what is kept is not there: %s", n, at, firstDifference(got, after))
			case got != before && got != after:
				t.Fatalf("%d shards, fault at %d: neither before nor after: %s", n, at, firstDifference(got, before))
			}
			faulty.At = 0
			if err := faultyCorpus.Save(ctx, &kept); err != nil {
				t.Fatal(err)
			}
			c, _ = reopened(t, device, n, "w1")
			if got := transcript(t, c); got != after {
				t.Fatalf("%d shards, fault at %d: kept again it is another: %s", n, at, firstDifference(got, after))
			}
			if isThrough {
				break
			}
		}
	}
}

// TestDamageCostsItsOwn: a byte that changed anywhere, or a file that is gone, is
// told with the files to drop again, and when they are all is as it was.
func TestDamageCostsItsOwn(t *testing.T) {
	ctx := context.Background()
	const n = 2
	root := &store.MemoryRoot{}
	c, w := keptIn(root, n), &coord.Workspace{ID: "w1"}
	sources := corpusSources(full(60))
	for part := range slices.Chunk(sources, len(sources)/5) { // each shard has several files
		ingest(t, c, part)
		save(t, c, w)
	}
	want := transcript(t, c)
	costly := 0
	eachKept(t, root, func(folder, name string, content []byte) {
		for _, at := range []int{-1, 1, len(content) / 2} {
			device := cloned(t, root)
			s, err := device.Open(folder)
			if err != nil {
				t.Fatal(err)
			}
			if at < 0 {
				err = s.Delete(name)
			} else {
				damaged := bytes.Clone(content)
				damaged[at] ^= 0x55
				err = s.Put(name, damaged)
			}
			if err != nil {
				t.Fatal(err)
			}
			c, opened := reopened(t, device, n, "w1")
			isDocuments := strings.HasPrefix(name, "documents-")
			if lost := len(opened.Lost); (lost > 0) != isDocuments || lost > len(sources)/5 {
				t.Fatalf("%s/%s, byte %d: %d of %d files are lost", folder, name, at, lost, len(sources))
			}
			if isDocuments {
				costly++
				again := slices.DeleteFunc(slices.Clone(sources), func(s protocol.Source) bool {
					return !slices.Contains(opened.Lost, s.Path)
				})
				if len(again) != len(opened.Lost) {
					t.Fatalf("%s/%s: %q are no files", folder, name, opened.Lost)
				}
				ingest(t, c, again)
			}
			if got := transcript(t, c); got != want {
				t.Fatalf("%s/%s, byte %d: %s", folder, name, at, firstDifference(got, want))
			}
			kept := opened.Workspace
			save(t, c, &kept)
			c, opened = reopened(t, device, n, "w1")
			if got := transcript(t, c); got != want || len(opened.Lost) > 0 {
				t.Fatalf("%s/%s, byte %d: kept again: %s", folder, name, at, firstDifference(got, want))
			}
		}
	})
	if costly == 0 {
		t.Error("no file of documents was damaged")
	}
	for _, name := range []string{"workspace", "workspace-copy"} {
		s, _ := root.Open("w1")
		if err := s.Put(name, []byte("nothing")); err != nil {
			t.Fatal(err)
		}
	}
	list, err := c.Workspaces(ctx)
	if err != nil || len(list.Workspaces) > 0 || !slices.Equal(list.Damaged, []string{"w1"}) {
		t.Errorf("with both files damaged: %+v, %v", list, err)
	}
	if _, err := c.Reopen(ctx, "w1"); !errors.Is(err, protocol.ErrCorrupt) {
		t.Errorf("opening it: %v", err)
	}
}
