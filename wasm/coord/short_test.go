package coord_test

import (
	"encoding/json"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"clippings/wasm/internal/corpustest"
	"clippings/wasm/protocol"
)

// record is a line of a file of articles.
type record struct {
	Title string `json:"title"`
	Date  string `json:"date,omitempty"`
	Text  string `json:"text"`
}

// recordsOf is a file with an article a line.
func recordsOf(path string, records []record) protocol.Source {
	var b strings.Builder
	for _, r := range records {
		line, err := json.Marshal(r)
		if err != nil {
			panic(err)
		}
		b.Write(append(line, '\n'))
	}
	return source(path, b.String())
}

// TestTextsOfAFewWords: up to eleven, equal ones are copies if their titles are equal
// too; others are not, whatever their titles.
func TestTextsOfAFewWords(t *testing.T) {
	if runtime.GOOS == "js" {
		t.Skip("files of records are read by a program of their own")
	}
	n := full(1_000)
	pool := corpustest.Originals(6, n, 30)
	own := func(i, words int) string { // words of text i that no other begins with
		return strings.Join(append([]string{fmt.Sprintf("Item%04d", i)}, strings.Fields(pool[i].Text)...)[:words], " ")
	}
	for _, x := range []struct {
		name   string
		record func(i, words int) record
		equal  bool // copies
		same   bool // the text is the same, whatever the title
	}{
		{"equal", func(_, words int) record { return record{Title: "Ferry hours", Text: own(0, words)} }, true, true},
		{"equal, own titles", func(i, words int) record { return record{Title: pool[i].Title, Text: own(0, words)} }, false, true},
		{"own, equal titles", func(i, words int) record { return record{Title: "Ferry hours", Text: own(i, words)} }, false, false},
		{"own, own titles", func(i, words int) record { return record{Title: pool[i].Title, Text: own(i, words)} }, false, false},
	} {
		for words := 7; words <= 12; words += 1 + words%3 {
			var records []record
			for i := range n {
				records = append(records, x.record(i, words))
			}
			c := newCorpus(t, 2)
			ingest(t, c, []protocol.Source{recordsOf("a.jsonl", records)})
			f, pairs := figures(t, c), int(pairPage(t, c, 0, 0).Total)
			t.Logf("%s, %d words: %d documents, %d texts, %d groups, %d stories, %d pairs", x.name, words, f.Documents, f.Texts, f.Groups, f.Total, pairs)
			if pairs > mostPairs(n) {
				t.Errorf("%s, %d words: %d pairs of %d texts", x.name, words, pairs, n)
			}
			equal := x.equal || x.same && words >= 12
			if equal && f.Documents > 1 && f.Texts != 1 || !equal && f.Groups > 0 {
				t.Errorf("%s, %d words: %d texts and %d groups of %d documents", x.name, words, f.Texts, f.Groups, f.Documents)
			}
			if f.Documents == 0 || equal {
				continue
			}
			if largest := allStories(t, c).Stories.Stories[0].Documents(); largest > max(5, n/20) {
				t.Errorf("%s, %d words: a story of %d of %d documents", x.name, words, largest, f.Documents)
			}
		}
	}
}
