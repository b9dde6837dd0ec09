package synopsis

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"clippings/wasm/internal/extract"
	"clippings/wasm/protocol"
)

// The tests of this file look at articles that are not part of the project:
// CLIPPINGS_SEEDS and CLIPPINGS_DATA name the folders that hold them.

func dataFolder(t testing.TB, name string) string {
	t.Helper()
	folder := os.Getenv(name)
	if folder == "" {
		t.Skip(name + " names no folder of articles")
	}
	return folder
}

// articleOf is a document as the program reads it.
func articleOf(t testing.TB, id int, text string) protocol.Document {
	t.Helper()
	d := protocol.Document{ID: protocol.NewDocID(uint32(id), 0), Text: text}
	if err := extract.Extract(&d, extract.Input{}); err != nil {
		t.Fatal(err)
	}
	return d
}

// readSeeds are the labelled articles, by name.
func readSeeds(t testing.TB) []protocol.Document {
	files, err := filepath.Glob(filepath.Join(dataFolder(t, "CLIPPINGS_SEEDS"), "*.txt"))
	if err != nil || len(files) == 0 {
		t.Skip("no articles")
	}
	slices.Sort(files)
	var docs []protocol.Document
	for i, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, articleOf(t, i, string(b)))
	}
	return docs
}

// readEvents are the articles of a labelled set by event.
func readEvents(t testing.TB) [][]protocol.Document {
	f, err := os.Open(filepath.Join(dataFolder(t, "CLIPPINGS_DATA"), "basil", "docs.jsonl"))
	if err != nil {
		t.Skip(err)
	}
	defer f.Close()
	var events [][]protocol.Document
	at := map[string]int{}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for n := 0; lines.Scan(); n++ {
		var d struct{ Event, Text string }
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		if _, ok := at[d.Event]; !ok {
			at[d.Event] = len(events)
			events = append(events, nil)
		}
		events[at[d.Event]] = append(events[at[d.Event]], articleOf(t, n, d.Text))
	}
	return events
}

// show prints an answer for the eye.
func show(t *testing.T, docs []protocol.Document, p protocol.Parallels) {
	line := func(s protocol.Sentence) string {
		return strings.Join(strings.Fields(s.Span.Of(docs[s.Text].Text)), " ")
	}
	for _, s := range p.Shared {
		t.Log("---")
		for _, in := range s.In {
			t.Logf("%d %s", in.Text, line(in))
		}
	}
	for _, o := range p.Only {
		t.Logf("=== only in %d: %d of %d", o.Text, len(o.Sentences), o.Of)
		for _, span := range o.Sentences {
			t.Logf("  %s", line(protocol.Sentence{Text: o.Text, Span: span}))
		}
	}
	for _, n := range p.Names {
		t.Logf("name %d %s", n.In, n.Text)
	}
	for _, s := range p.Sayings {
		t.Logf("saying of %q via %q", s.Speaker, s.Via)
		for _, w := range s.Wordings {
			var in []uint32
			for _, at := range w.In {
				in = append(in, at.Text)
			}
			t.Logf("   %v %s", in, w.Text)
		}
	}
}

func TestSeeds(t *testing.T) {
	docs := readSeeds(t)
	show(t, docs, mustOf(t, docs))
}
