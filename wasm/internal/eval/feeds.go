package eval

import (
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"

	"clippings/wasm/protocol"
)

// A feedTruth is what a feed says, under the names that RSS, Atom, JSON Feed and
// their common form have.
type feedTruth struct {
	Items   []entryTruth `json:"items"`
	Entries []entryTruth `json:"entries"`
}

type entryTruth struct {
	Title     any    `json:"title"`
	Link      string `json:"link"`
	Links     []any  `json:"links"`
	URL       string `json:"url"`
	PubDate   string `json:"pubDateParsed"`
	Published string `json:"publishedParsed"`
}

// runFeeds measures feeds: are all entries there, with their titles, addresses
// and dates? An entry that holds nothing to read has its line in the ledger.
func runFeeds(_ context.Context, w io.Writer, dir string) error {
	root := filepath.Join(dir, "feeds_gofeed", "orig")
	names, err := filesBelow(root)
	if err != nil {
		return err
	}
	var lines, entries, titles, links, dates tally
	for _, name := range names {
		if isTruth(root, name) {
			continue
		}
		data, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			return err
		}
		l := ledgerOf(filepath.Base(name), data, protocol.Recipe{})
		lines.add(l.crash == "" && len(l.entries) > 0, "%s: %s", name, l.reason())
		truth, ok := readFeedTruth(root, name)
		if !ok {
			continue
		}
		got := l.entryLines()
		entries.add(len(got) == len(truth), "%s: %d entries, want %d (%s)", name, len(got), len(truth), l.reason())
		if len(got) != len(truth) {
			continue
		}
		for i, want := range truth {
			d := got[i]
			if d == nil {
				continue
			}
			if s, _ := want.Title.(string); s != "" {
				titles.add(plainWords(d.Title) == plainWords(s), "%s: title %q, want %q", name, d.Title, s)
			}
			if link := want.link(); link != "" {
				links.add(d.URL == link, "%s: link %q, want %q", name, d.URL, link)
			}
			if date := want.PubDate + want.Published; len(date) >= len("2006-01-02T15:04") {
				dates.add(strings.HasPrefix(date, d.Date) && d.Date != "", "%s: date %q, want %q", name, d.Date, date)
			}
		}
	}
	tallies := []scored{{"lines", &lines}, {"entries", &entries}, {"titles", &titles}, {"links", &links}, {"dates", &dates}}
	report(w, tallies)
	return figures(w, "feeds", tallies)
}

// link is the address of the entry itself.
func (e entryTruth) link() string {
	if e.Link+e.URL != "" || len(e.Links) == 0 {
		return e.Link + e.URL
	}
	for _, l := range e.Links {
		switch l := l.(type) {
		case string:
			return l
		case map[string]any:
			if href, _ := l["href"].(string); l["rel"] == nil || l["rel"] == "alternate" {
				return href
			}
		}
	}
	return ""
}

// isTruth reports the file that says what another holds.
func isTruth(root, name string) bool {
	base, isJSON := strings.CutSuffix(name, ".json")
	if !isJSON {
		return false
	}
	_, err := os.Stat(filepath.Join(root, base+".xml"))
	return err == nil || strings.HasSuffix(base, "_expected")
}

func readFeedTruth(root, name string) ([]entryTruth, bool) {
	base := strings.TrimSuffix(strings.TrimSuffix(name, ".xml"), ".json")
	for _, candidate := range []string{base + "_expected.json", base + ".json"} {
		b, err := os.ReadFile(filepath.Join(root, candidate))
		if err != nil || candidate == name {
			continue
		}
		var t feedTruth
		if json.Unmarshal(b, &t) == nil {
			return append(t.Items, t.Entries...), true
		}
	}
	return nil, false
}

// entryLines are the documents by entry, nil for an entry without text. A feed
// without entries has one line that says so.
func (l ledger) entryLines() []*protocol.Document {
	var out []*protocol.Document
	for _, e := range l.entries {
		if e.Skip == protocol.SkipNoArticle && e.Record == "" {
			continue
		}
		out = append(out, e.Document)
	}
	return out
}

// plainWords is a title without what may be written in several ways: entities,
// tags and spaces.
func plainWords(s string) string {
	for _, p := range [...][2]string{{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}} {
		s = strings.ReplaceAll(s, p[0], p[1])
	}
	for {
		open := strings.IndexByte(s, '<')
		end := strings.IndexByte(s[open+1:], '>')
		if open < 0 || end < 0 {
			return squeeze(s)
		}
		s = s[:open] + s[open+1+end+1:]
	}
}
