package action

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"reflect"
	"testing"

	"clippings/wasm/protocol"
)

var update = flag.Bool("update", false, "write testdata anew")

// samplePage has something of everything that a page keeps.
func samplePage() snapshot {
	settings := protocol.DefaultSettings()
	settings.Jaccard, settings.Preferred = 0.8, []string{"Harbour Gazette"}
	s := snapshot{version: 1}
	s.set = pageSet{
		Settings:    &settings,
		Decisions:   []Decision{{Decision: protocol.Decision{Kind: protocol.AreCopies, A: "a.txt", B: "b.zip # 1"}, Of: [2]Subject{{Title: "Night train"}, {Lead: "The first"}}}},
		Corrections: map[string][]protocol.Correction{"a.txt 9": {{Field: "tags", Values: []string{"sea", "rail"}}}},
		Recipes:     map[string]protocol.Recipe{"b.zip": {Encoding: "latin1", Whole: true}},
		Saved:       []KeptSearch{{Name: "Trains", Query: protocol.Query{Text: "train*", Within: "lang:en", Order: protocol.LatestFirst}}},
		History:     []KeptSearch{{Query: protocol.Query{Text: "coast"}}},
		Queries:     []string{"sleeper", `"night train"`},
		Exactly:     true,
	}
	s.entries = []protocol.Entry{
		{ID: 3, Path: "a.txt", Bytes: 9, Format: "text", Encoding: "utf-8", Title: "Night train returns", Words: 412},
		{ID: 1 << 33, Path: "b.zip", Record: "1", Bytes: 8, Format: "html", Encoding: "utf-8", Warnings: []string{"half of it"}, Words: 2},
		{ID: 1<<33 + 1, Path: "b.zip", Record: "2", Skip: protocol.SkipEmpty, Detail: "nothing in it"},
	}
	s.files = []protocol.Source{{Path: "a.txt", Size: 9, Modified: 1741082400000}, {Path: "b.zip", Size: 800}}
	return s
}

// TestPageVersion1: a page of version 1 opens for ever.
func TestPageVersion1(t *testing.T) {
	const golden = "testdata/page-1.bin"
	s := samplePage()
	if *update {
		w := pageWriter{}
		if err := os.WriteFile(golden, w.write(s), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	b, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	got, err := decodePage(b)
	if err != nil || !reflect.DeepEqual(got, s.pageKept) {
		t.Errorf("got %+v, %v\nwant %+v", got, err, s.pageKept)
	}
}

func TestPageIsWrittenAsItWas(t *testing.T) {
	s := samplePage()
	w := pageWriter{files: -1}
	first := w.write(s)
	s.files = nil // the writer has them
	if second := w.write(s); !bytes.Equal(first, second) {
		t.Error("what has not changed is written otherwise")
	}
	s.entries = s.entries[:1:1]
	if k, err := decodePage(w.write(s)); err != nil || len(k.entries) != 1 || len(k.files) != 2 {
		t.Errorf("a shorter ledger: %+v, %v", k, err)
	}
	if k, err := decodePage(nil); err != nil || len(k.entries) != 0 {
		t.Errorf("no page: %+v, %v", k, err)
	}
	if _, err := decodePage([]byte{pageVersion + 1}); !errors.Is(err, errPageNewer) {
		t.Errorf("a later page: %v", err)
	}
}

// TestDamagedPage: whatever byte is missing or wrong, what can be read is.
func TestDamagedPage(t *testing.T) {
	whole := (&pageWriter{}).write(samplePage())
	for i := range whole {
		_, _ = decodePage(whole[:i])
		for _, bit := range []byte{1, 0x80, 0xff} {
			b := bytes.Clone(whole)
			b[i] ^= bit
			if k, _ := decodePage(b); len(k.entries) > len(whole) {
				t.Fatalf("byte %d: %d entries", i, len(k.entries))
			}
		}
	}
}

func FuzzDecodePage(f *testing.F) {
	f.Add((&pageWriter{}).write(samplePage()))
	f.Add([]byte{pageVersion, 6, 'l', 'e', 'd', 'g', 'e', 'r', 3, 2, 1, 1})
	f.Fuzz(func(t *testing.T, b []byte) {
		k, _ := decodePage(b)
		if len(k.entries)+len(k.files) > len(b) {
			t.Fatalf("%d bytes give %d entries and %d files", len(b), len(k.entries), len(k.files))
		}
	})
}
