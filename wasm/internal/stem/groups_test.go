package stem_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"clippings/wasm/internal/stem"
)

// TestGroups writes the forms of the most frequent words of real texts, to be
// judged by reading: CLIPPINGS_GROUPS is the file or pattern of JSON lines, a colon
// and the language, as "wmt22_docs/docs.jsonl:fr".
func TestGroups(t *testing.T) {
	from, code, ok := strings.Cut(os.Getenv("CLIPPINGS_GROUPS"), ":")
	if !ok {
		t.Skip("CLIPPINGS_GROUPS, texts and their language, is not set")
	}
	counts := map[string]int{}
	files, _ := filepath.Glob(filepath.Join(dataFolder(t), from))
	for _, file := range files {
		eachLine(t, file, func(line string) {
			var d struct{ Lang, Title, Text string }
			if json.Unmarshal([]byte(line), &d) == nil && (d.Lang == "" || d.Lang == code) {
				eachTerm(d.Title+"\n"+d.Text, func(term string) { counts[term]++ })
			}
		})
	}
	c := &collection{}
	for term, n := range counts {
		if n > 1 {
			c.terms = append(c.terms, term)
		}
	}
	slices.Sort(c.terms)
	byCount := slices.Clone(c.terms)
	slices.SortFunc(byCount, func(a, b string) int { return cmp.Or(counts[b]-counts[a], cmp.Compare(a, b)) })
	shown := map[string]bool{}
	for _, w := range byCount {
		forms := c.forms(w, stem.Of(code))
		if len(forms) == 0 || shown[w] {
			continue
		}
		fmt.Printf("%s %d:", w, counts[w])
		for _, f := range forms {
			shown[f] = true
			fmt.Printf(" %s %d", f, counts[f])
		}
		fmt.Println()
	}
}

// TestCompounds writes the compounds of real texts that hold some of their
// frequent words, to be judged by reading.
func TestCompounds(t *testing.T) {
	from, code, ok := strings.Cut(os.Getenv("CLIPPINGS_GROUPS"), ":")
	if !ok {
		t.Skip("CLIPPINGS_GROUPS, texts and their language, is not set")
	}
	counts := map[string]int{}
	eachLine(t, filepath.Join(dataFolder(t), from), func(line string) {
		var d struct{ Lang, Title, Text string }
		if json.Unmarshal([]byte(line), &d) == nil && (d.Lang == "" || d.Lang == code) {
			eachTerm(d.Title+"\n"+d.Text, func(term string) { counts[term]++ })
		}
	})
	terms := slices.Sorted(maps.Keys(counts))
	isWord := func(w []byte) bool { return counts[string(w)] >= 3 }
	shown := 0
	for i, w := range terms {
		var f stem.Finder
		if i%7 != 0 || counts[w] < 20 || len(w) < 5 {
			continue
		}
		f.Reset([]byte(w), stem.Of(code))
		var found []string
		for _, term := range terms {
			if strings.Contains(term, string(f.Inside())) && f.Same([]byte(term)) == 0 && f.Compound([]byte(term), isWord) != 0 {
				found = append(found, term)
			}
		}
		if len(found) > 0 && shown < 150 {
			shown++
			fmt.Println(w+":", strings.Join(found, " "))
		}
	}
}
