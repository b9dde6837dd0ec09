package shard

import (
	"bytes"
	"context"
	"testing"

	"clippings/wasm/internal/cluster"
	"clippings/wasm/internal/store"
	"clippings/wasm/protocol"
)

// collected is what a shard that leads writes of a collection.
func collected(t testing.TB) *store.Memory {
	s := New(fromMemory())
	if err := read(s, marked(30)); err != nil {
		t.Fatal(err)
	}
	to := &store.Memory{}
	if err := s.keepCollection(context.Background(), to, nil); err != nil {
		t.Fatal(err)
	}
	return to
}

// FuzzStories: whatever stands in a file of stories, it is refused, or read without a
// fault.
func FuzzStories(f *testing.F) {
	f.Add(storiesOf(f))
	f.Add([]byte{keptVersion, 0, 0, 0})
	f.Fuzz(func(t *testing.T, b []byte) {
		found, err := readStories(store.NewParts(bytes.Clone(b), len(b), 0, nil))
		if err != nil {
			return
		}
		for i := range found.rows {
			story := found.story(int32(i))
			for _, id := range story.DocIDs() {
				if of, ok := found.storyAt(id); ok && int(of) >= len(found.rows) {
					t.Fatalf("document %d is in story %d of %d", id, of, len(found.rows))
				}
				found.pairs(id)
			}
		}
		if front := storiesFront(b); front > len(b) {
			t.Fatalf("the front is %d of %d", front, len(b))
		}
	})
}

// storiesOf is a file of a story of one text.
func storiesOf(t testing.TB) []byte {
	to := &store.Memory{}
	s := New(fromMemory())
	s.found = &findings{lookup: loneText(t), stories: []protocol.Story{
		{Lone: []protocol.DocID{1}, Fits: []float64{1}, Day: 7},
	}}
	s.found.rows = []storyRow{rowOfStory(&s.found.stories[0])}
	s.found.storyOf = []int32{0}
	s.found.sort()
	if err := s.keepStories(context.Background(), to); err != nil {
		t.Fatal(err)
	}
	b, err := to.Get(storiesFile)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// FuzzCollectionFiles: the same for the files that every shard has.
func FuzzCollectionFiles(f *testing.F) {
	to := collected(f)
	for _, name := range []string{summariesFile, placesFile} {
		b, err := to.Get(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if s, err := readSummed(store.NewParts(bytes.Clone(b), len(b), 0, nil)); err == nil {
			for id := range s.spans {
				s.of(id)
			}
		}
		if front := summariesFront(b); front > len(b) {
			t.Fatalf("the front is %d of %d", front, len(b))
		}
		for _, n := range []int{0, 1, 30} {
			if places, err := decodePlaces(checked(b), n); err == nil && len(places) != n {
				t.Fatalf("%d places of %d", len(places), n)
			}
		}
	})
}

// loneText is the evidence of a corpus of one text.
func loneText(t testing.TB) *cluster.Lookup {
	evidence := &cluster.Evidence{Docs: []cluster.Doc{{ID: 1, Day: 7}}, Shingles: []uint32{3}}
	lookup, err := evidence.NewLookup(func(int) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	return lookup
}
