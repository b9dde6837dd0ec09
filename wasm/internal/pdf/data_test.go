package pdf

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func noYield() error { return nil }

// read reads a whole PDF held in memory.
func read(data []byte) (string, error) {
	r, err := Read(bytes.NewReader(data), int64(len(data)), Options{Yield: noYield})
	return r.Text, err
}

// TestTikaFiles lists which of the strings that the files' own suite asserts are
// found. Those missing are scripts, attachments, pictures of text, metadata, or
// need a password.
func TestTikaFiles(t *testing.T) {
	data := os.Getenv("CLIPPINGS_DATA")
	if data == "" {
		t.Skip("CLIPPINGS_DATA is not set")
	}
	expectations, err := os.ReadFile(filepath.Join(data, "formats_tika", "expectations.jsonl"))
	if err != nil {
		t.Skip(err)
	}
	found, all := 0, 0
	for _, line := range strings.Split(strings.TrimSpace(string(expectations)), "\n") {
		var e struct {
			File string   `json:"file"`
			Must []string `json:"must_contain"`
		}
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			t.Fatal(err)
		}
		if filepath.Ext(e.File) != ".pdf" {
			continue
		}
		content, err := os.ReadFile(filepath.Join(data, "formats_tika", e.File))
		if err != nil {
			t.Fatal(err)
		}
		r, err := Read(bytes.NewReader(content), int64(len(content)), Options{Yield: noYield})
		text := r.Text
		for _, fact := range r.Facts {
			text += " " + fact.Value
		}
		flat := strings.Join(strings.Fields(text), " ")
		for _, m := range e.Must {
			all++
			if strings.Contains(flat, strings.Join(strings.Fields(m), " ")) {
				found++
			} else {
				t.Logf("%s: %q not found (%v)", e.File, m, err)
			}
		}
	}
	t.Logf("%d of %d strings", found, all)
	if found < 9 {
		t.Errorf("only %d strings found", found)
	}
}
