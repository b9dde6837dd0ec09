package collate

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"clippings/wasm/internal/extract"
	"clippings/wasm/protocol"
)

// TestLabelled reads every edited wire copy of the labelled set again from the
// first of its group and what is said of it.
func TestLabelled(t *testing.T) {
	dir := os.Getenv("CLIPPINGS_DATA")
	if dir == "" {
		t.Skip("CLIPPINGS_DATA names no labelled sets")
	}
	labels := map[string]string{}
	tsv, err := os.ReadFile(filepath.Join(dir, "wire_edits_dev", "labels.tsv"))
	if err != nil {
		t.Skip(err)
	}
	for _, line := range strings.Split(string(tsv), "\n") {
		id, group, _ := strings.Cut(line, "\t")
		labels[id] = group
	}
	file, err := os.Open(filepath.Join(dir, "wire_edits_dev", "docs.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	groups := map[string][]string{}
	lines := bufio.NewScanner(file)
	for lines.Buffer(nil, 1<<24); lines.Scan(); {
		var doc struct{ ID, Text string }
		if err := json.Unmarshal(lines.Bytes(), &doc); err != nil {
			t.Fatal(err)
		}
		groups[labels[doc.ID]] = append(groups[labels[doc.ID]], doc.Text)
	}
	for _, texts := range groups {
		checkReconstruction(t, texts[0], texts[1:])
	}
}

// TestSeeds holds what the second printing of a wire report has that the first left
// out, and that most of what differs is only spelt otherwise.
func TestSeeds(t *testing.T) {
	dir := os.Getenv("CLIPPINGS_SEEDS")
	if dir == "" {
		t.Skip("CLIPPINGS_SEEDS names no folder")
	}
	read := func(pattern string) *protocol.Document {
		names, _ := filepath.Glob(filepath.Join(dir, pattern))
		if len(names) == 0 {
			t.Skip("no " + pattern)
		}
		b, err := os.ReadFile(names[0])
		if err != nil {
			t.Fatal(err)
		}
		doc := protocol.Document{Text: string(b)}
		if err := extract.Extract(&doc, extract.Input{}); err != nil {
			t.Fatal(err)
		}
		return &doc
	}
	c, err := New(read("001*.txt"), never)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Add(read("000*.txt")); err != nil {
		t.Fatal(err)
	}
	got, err := c.Collation()
	if err != nil {
		t.Fatal(err)
	}
	words := 0
	for _, p := range got.Places {
		if p.Change() == protocol.ChangeWords {
			words++
		}
	}
	if len(got.Gaps) != 4 || len(got.Moves) != 0 || len(got.Places) > 45 || words > 16 {
		t.Errorf("got %d gaps, %d moves, %d places, %d of them other words", len(got.Gaps), len(got.Moves), len(got.Places), words)
	}
}
