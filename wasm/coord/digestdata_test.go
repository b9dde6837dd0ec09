package coord_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"clippings/wasm/protocol"
)

// TestDigestsOfNews joins articles of a labelled set, that CLIPPINGS_DATA has, into
// files of several: such a digest is no copy of what it holds.
func TestDigestsOfNews(t *testing.T) {
	dir := os.Getenv("CLIPPINGS_DATA")
	if dir == "" {
		t.Skip("CLIPPINGS_DATA names no folder of labelled sets")
	}
	texts := longTexts(t, filepath.Join(dir, "bbc_news", "docs.jsonl"))
	for _, k := range []int{3, 5, 10, 30, 100, 300} {
		contained, held := digests(t, texts, k)
		t.Logf("digests of %d: %d of %d articles are called copies", k, contained, held)
		if 20*contained > held {
			t.Errorf("digests of %d: %d of %d articles are called copies", k, contained, held)
		}
	}
}

// longTexts reads the texts of more than 120 words.
func longTexts(t *testing.T, path string) (texts []string) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Skip(err)
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<24)
	for s.Scan() {
		var d struct{ Text string }
		if err := json.Unmarshal(s.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		if len(strings.Fields(d.Text)) > 120 {
			texts = append(texts, d.Text)
		}
	}
	return texts
}

// digests makes some of k texts each, taken far apart, so that no two of one tell
// of one event, and counts the texts that a digest holds and those called its
// copies.
func digests(t *testing.T, texts []string, k int) (contained, held int) {
	t.Helper()
	step := max(len(texts)/k, 1)
	seen := map[int]bool{}
	var sources []protocol.Source
	for g := range min(20, 400/k+3) {
		var b strings.Builder
		for i := range k {
			at := (i*step + g*7) % len(texts)
			b.WriteString(texts[at] + "\n\n")
			if !seen[at] {
				seen[at] = true
				sources = append(sources, source(fmt.Sprintf("a/%05d.txt", at), texts[at]))
			}
		}
		sources = append(sources, source(fmt.Sprintf("digest/%02d.txt", g), b.String()))
	}
	c := newCorpus(t, 2)
	ingest(t, c, sources)
	names := allStories(t, c).Summaries
	for _, p := range pairPage(t, c, 0, 1<<20).Pairs {
		isDigest := func(id protocol.DocID) bool { return strings.HasPrefix(names[id].Name, "digest") }
		if isDigest(p.A) == isDigest(p.B) || max(p.AInB, p.BInA) < 0.8 {
			continue
		}
		held++
		if p.Relation.IsCopy() {
			contained++
		}
	}
	return contained, held
}
