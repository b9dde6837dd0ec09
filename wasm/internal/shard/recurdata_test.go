package shard

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"clippings/wasm/protocol"
)

// TestRecurringLinesOfData lists, with -v, what is taken for furniture because it
// recurs in the sets of the folder CLIPPINGS_DATA, to be judged by eye. Those named
// by CLIPPINGS_SETS only, if it is set.
func TestRecurringLinesOfData(t *testing.T) {
	dir := os.Getenv("CLIPPINGS_DATA")
	if dir == "" {
		t.Skip("CLIPPINGS_DATA names no folder of labelled sets")
	}
	sets := []string{"saudinewsnet", "bbc_news", "fakenewsnet", "gnad10k_test", "cctv_xwlb", "wire_edits_dev", "basil",
		"reuters21578", "semeval22_news_similarity", "html_cleaning_merged", "trafilatura_eval", "readability_pages", "warc", "feeds_gofeed"}
	if given := os.Getenv("CLIPPINGS_SETS"); given != "" {
		sets = strings.Split(given, ",")
	}
	for _, set := range sets {
		t.Run(set, func(t *testing.T) {
			s := shardOf(t, readSet(t, filepath.Join(dir, set)))
			lines, documents := recurringLines(t, s)
			t.Logf("%d documents, %d of them with lines that recur, %d lines", len(s.docs), documents, len(lines))
			for _, l := range lines {
				t.Log(l)
			}
		})
	}
}

// readSet reads the files below a folder; the texts of docs.jsonl where there are
// no others.
func readSet(t *testing.T, dir string) []protocol.Source {
	t.Helper()
	c := &corpus{}
	if _, err := os.Stat(filepath.Join(dir, "orig")); err == nil {
		dir = filepath.Join(dir, "orig")
	}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		ext := filepath.Ext(path)
		if err != nil || entry.IsDir() || strings.HasPrefix(entry.Name(), "README") || ext == ".tsv" {
			return err
		}
		content, err := os.ReadFile(path)
		c.add(strings.TrimPrefix(path, dir+"/"), content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return c.sources
}

// recurringLines is each line taken, with its reason, and in how many documents.
func recurringLines(t *testing.T, s *Shard) (lines []string, documents int) {
	t.Helper()
	seen := map[string]int{}
	for i := range s.docs {
		if len(s.docs[i].recurring) == 0 {
			continue
		}
		documents++
		doc, err := s.docs[i].unpack()
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range s.docs[i].recurring {
			p := doc.Paragraphs[r.paragraph]
			seen[fmt.Sprintf("%s: %s: %q", p.Why, s.docs[i].paragraphs[r.paragraph].own, strings.Join(strings.Fields(p.Of(doc.Text)), " "))]++
		}
	}
	keys := slices.SortedFunc(maps.Keys(seen), func(a, b string) int {
		return cmp.Or(cmp.Compare(seen[b], seen[a]), cmp.Compare(a, b))
	})
	for _, k := range keys {
		lines = append(lines, fmt.Sprintf("%d documents: %s", seen[k], k))
	}
	return lines, documents
}
