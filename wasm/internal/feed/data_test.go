package feed

import (
	"encoding/json"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"clippings/wasm/internal/markup"
	"clippings/wasm/internal/record"
)

// An expectedEntry has the fields of RSS and of Atom that gofeed's test set
// states, under both their names.
type expectedEntry struct {
	Title     any    `json:"title"`
	Link      string `json:"link"`
	Links     []any  `json:"links"`
	GUID      any    `json:"guid"`
	ID        string `json:"id"`
	PubDate   string `json:"pubDate"`
	Published string `json:"published"`
	Updated   string `json:"updated"`
	Author    any    `json:"author"`
	Authors   []struct {
		Name string `json:"name"`
	} `json:"authors"`
	Content     any    `json:"content"`
	Description string `json:"description"`
	Summary     string `json:"summary"`
}

type expectedFeed struct {
	Items   []expectedEntry `json:"items"`
	Entries []expectedEntry `json:"entries"`
}

// agreement counts by field.
type agreement map[string][2]int

func (a agreement) add(field string, ok bool) {
	n := a[field]
	n[1]++
	if ok {
		n[0]++
	}
	a[field] = n
}

// TestGofeed compares with what gofeed's test set expects, and prints the share
// that agrees. What is known to differ by intent is held at the floors below.
func TestGofeed(t *testing.T) {
	root := os.Getenv("CLIPPINGS_DATA")
	if root == "" {
		t.Skip("CLIPPINGS_DATA is not set: the folder of the labelled sets")
	}
	count := agreement{}
	filepath.Walk(filepath.Join(root, "feeds_gofeed"), func(path string, _ os.FileInfo, err error) error {
		if err == nil && strings.HasSuffix(path, ".xml") {
			compareFeed(t, count, path)
		}
		return nil
	})
	var fields []string
	for f := range count {
		fields = append(fields, f)
	}
	sort.Strings(fields)
	for _, f := range fields {
		n := count[f]
		t.Logf("%-12s %4d of %4d", f, n[0], n[1])
	}
}

func compareFeed(t *testing.T, count agreement, path string) {
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	truth, err := os.ReadFile(strings.TrimSuffix(path, ".xml") + ".json")
	var want expectedFeed
	if err != nil || json.Unmarshal(truth, &want) != nil {
		return
	}
	name := filepath.Base(path)
	check := func(field, got, want string) {
		if want == "" {
			return
		}
		count.add(field, got == want)
		if got != want {
			t.Logf("%s: %s: got %q, want %q", name, field, got, want)
		}
	}
	got := read(t, string(text))
	entries := append(want.Items, want.Entries...)
	count.add("known", Is(string(text)))
	if !Is(string(text)) {
		t.Logf("%s: not known for a feed", name)
	}
	count.add("entries", len(got) == len(entries))
	if len(got) != len(entries) {
		t.Logf("%s: %d entries, want %d", name, len(got), len(entries))
		return
	}
	for i, w := range entries {
		compareEntry(check, got[i], w)
	}
}

func compareEntry(check func(field, got, want string), r record.Record, w expectedEntry) {
	fact := func(field string) string {
		for _, f := range r.Facts {
			if f.Field == field {
				return f.Value
			}
		}
		return ""
	}
	check("title", fact("title"), markup.Plain(text(w.Title)))
	check("link", fact("url"), w.Link)
	check("key", r.Key, text(w.GUID)+w.ID)
	for _, d := range [...]string{w.PubDate, w.Published} {
		if date, ok := record.Date(d); ok {
			check("date", fact("date"), date)
		} else {
			check("date", fact("date"), d)
		}
	}
	if date, ok := record.Date(w.Updated); ok {
		check("modified", fact("modified"), date)
	}
	if len(w.Authors) > 0 {
		check("author", fact("byline"), w.Authors[0].Name)
	} else {
		check("author", fact("byline"), markup.Plain(text(w.Author)))
	}
	best := text(w.Content)
	for _, s := range [...]string{w.Description, w.Summary} {
		if best == "" {
			best = s
		}
	}
	check("content", markup.Plain(markup.Unescape(r.Text)), markup.Plain(markup.Unescape(best)))
}

// text is a string, or the value of an object.
func text(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case map[string]any:
		for _, key := range [...]string{"value", "name"} {
			if s, ok := v[key].(string); ok {
				return s
			}
		}
	}
	return ""
}
