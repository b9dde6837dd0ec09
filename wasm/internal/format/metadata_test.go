package format

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"clippings/wasm/protocol"
)

// metaTruth is what is known of a page of a labelled set.
type metaTruth struct {
	ID, HTML, Title, Byline, PublishedTime, Lang string
}

// TestMetaOnData measures title, byline, day and language on labelled pages, by
// even and odd pages: what is tried on the first is kept if the others do not
// lose. Quotation marks are equal; the first line of a title is the title.
func TestMetaOnData(t *testing.T) {
	root := os.Getenv("CLIPPINGS_DATA")
	if root == "" {
		t.Skip("CLIPPINGS_DATA names no folder of labelled sets")
	}
	for _, c := range []struct {
		set   string
		least map[string]int // right on all pages
	}{
		{"html_cleaning_merged/truth_l3s_gn1.jsonl", map[string]int{"title": 262}},
		{"readability_pages/truth.jsonl", map[string]int{"title": 94, "byline": 40, "day": 33, "lang": 73}},
	} {
		right := measureMeta(t, filepath.Join(root, c.set))
		for _, field := range [...]string{"title", "byline", "day", "lang"} {
			n := right[field]
			t.Logf("%s %-6s even %d of %d, odd %d of %d", c.set, field, n[0], n[2], n[1], n[3])
			if n[0]+n[1] < c.least[field] {
				t.Errorf("%s: %s right on %d pages, want %d", c.set, field, n[0]+n[1], c.least[field])
			}
		}
	}
}

// measureMeta counts by field what is right on even and odd pages, and the pages
// that have the field.
func measureMeta(t *testing.T, set string) map[string]*[4]int {
	f, err := os.Open(set)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	right := map[string]*[4]int{"title": {}, "byline": {}, "day": {}, "lang": {}}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 64<<20)
	for page := 0; lines.Scan(); page++ {
		var want metaTruth
		if err := json.Unmarshal(lines.Bytes(), &want); err != nil {
			t.Fatal(err)
		}
		d := readPage(t, filepath.Join(filepath.Dir(set), want.HTML))
		title, _, _ := strings.Cut(want.Title, "\n")
		for field, pair := range map[string][2]string{
			"title": {plain(d.Title), plain(title)}, "byline": {plain(strings.Join(d.Byline, ", ")), plain(want.Byline)},
			"day": {day(d.Date), day(want.PublishedTime)}, "lang": {d.Lang, languageCode(want.Lang)},
		} {
			if pair[1] == "" {
				continue
			}
			n := right[field]
			n[2+page%2]++
			if pair[0] == pair[1] {
				n[page%2]++
			} else {
				t.Logf("%s: %s %q, want %q", want.ID, field, pair[0], pair[1])
			}
		}
	}
	return right
}

// readPage is the document of a page, empty if it has none.
func readPage(t *testing.T, path string) *protocol.Document {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	d := &protocol.Document{}
	r := Reader{Yield: func() error { return nil }}
	err = r.Read("page.html", bytes.NewReader(data), func(e Entry) error {
		if e.Document != nil {
			d = e.Document
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func day(date string) string { return date[:min(len(date), len("2025-07-03"))] }

// plain is a text with one kind of quotation marks and single spaces.
func plain(s string) string {
	s = strings.NewReplacer("’", "'", "‘", "'", "`", "'", "“", `"`, "”", `"`).Replace(s)
	return strings.Join(strings.Fields(s), " ")
}
