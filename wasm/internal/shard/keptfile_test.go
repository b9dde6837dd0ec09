package shard

import (
	"context"
	"flag"
	"os"
	"testing"

	"clippings/wasm/internal/store"
	"clippings/wasm/protocol"
)

var writeKept = flag.Bool("write-kept", false, "write the folder of this version, once, when the version goes up")

const keptFolder1 = "testdata/kept-1"

// keptSample is a shard with copies, a line that recurs and a tag.
func keptSample(t *testing.T) *Shard {
	t.Helper()
	s := filledShard(t, 3, 5)
	compare(t, s)
	s.docs[1] = s.docs[1].recurred([]recurring{{paragraph: 0, texts: 4}})
	q := protocol.Amend{ID: s.docs[2].info.ID, Correction: protocol.Correction{Field: "tags", Values: []string{"Hafen"}}}
	if _, err := protocol.Do(context.Background(), s, q); err != nil {
		t.Fatal(err)
	}
	return s
}

// TestFirstKeptFolderOpens: what version 1 kept is opened for ever. It is never
// written anew: a form that changes is another version, with a folder of its own.
func TestFirstKeptFolderOpens(t *testing.T) {
	if *writeKept {
		to, err := store.OpenDir(keptFolder1)
		if err != nil {
			t.Fatal(err)
		}
		if err := keptSample(t).Save(context.Background(), to); err != nil {
			t.Fatal(err)
		}
	}
	kept := &store.Memory{}
	entries, err := os.ReadDir(keptFolder1)
	if err != nil {
		t.Skip("no files here")
	}
	for _, e := range entries {
		b, err := os.ReadFile(keptFolder1 + "/" + e.Name())
		if err == nil {
			err = kept.Put(e.Name(), b)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	s := New(fromMemory())
	back, err := s.loadFrom(context.Background(), kept, "", 1)
	if err != nil || len(back.Lost) > 0 || back.Stale || back.Documents == 0 {
		t.Fatalf("%+v, %v", back, err)
	}
	tags, recur := 0, 0
	for i := range s.docs {
		doc, err := s.docs[i].unpack()
		if err != nil {
			t.Fatal(err)
		}
		if doc.Title != s.docs[i].title || doc.ID != s.docs[i].info.ID || len(doc.Paragraphs) != len(s.docs[i].paragraphs) {
			t.Errorf("%s: outline and head differ", doc.Name)
		}
		tags, recur = tags+len(doc.Tags), recur+len(s.docs[i].recurring)
	}
	if tags != 1 || recur != 1 || !back.Compared || int(s.index.Documents()) != len(s.docs) {
		t.Errorf("%d tags, %d lines recur, compared %v, %d of %d documents are searchable", tags, recur, back.Compared, s.index.Documents(), len(s.docs))
	}
}
