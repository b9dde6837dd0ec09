package newswire

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"clippings/wasm/internal/record"
)

// TestReuters counts on the real collection. Each article has a number, and all
// but those that are nothing else a headline.
func TestReuters(t *testing.T) {
	root := os.Getenv("CLIPPINGS_DATA")
	if root == "" {
		t.Skip("CLIPPINGS_DATA is not set: the folder of the labelled sets")
	}
	names, _ := filepath.Glob(filepath.Join(root, "reuters21578", "orig", "*.sgm"))
	want, n, empty := 0, 0, 0
	fields := map[string]int{}
	paragraphs := 0
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text := strings.ToValidUTF8(string(b), "?")
		want += strings.Count(text, "<REUTERS ")
		for _, r := range read(t, text) {
			n++
			seen := map[string]bool{}
			for _, f := range r.Facts {
				if _, ok := record.Date(f.Value); (f.Field != "date" || ok) && !seen[f.Field] {
					fields[f.Field]++
					seen[f.Field] = true
				}
			}
			if len(r.Warnings) > 0 {
				empty++
			}
			if r.HTML || strings.ContainsAny(r.Text, "\x02\x03\x05") || strings.Contains(r.Text, "&lt;") || strings.HasPrefix(r.Key, "~") {
				t.Errorf("%s: text is not clean: %.200q", r.Key, r.Text)
			}
			paragraphs += 1 + strings.Count(r.Text, "\n\n")
		}
	}
	if n != want {
		t.Errorf("got %d articles, want %d", n, want)
	}
	t.Logf("%d articles, %d only headlines, %d paragraphs, fields %v", n, empty, paragraphs, fields)
}
