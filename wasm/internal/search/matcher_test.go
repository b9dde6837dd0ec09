package search

import (
	"math/rand/v2"
	"testing"

	"clippings/wasm/internal/query"
	"clippings/wasm/internal/snippet"
	"clippings/wasm/protocol"
)

// What the index finds is what is marked: a document matches one part of a
// query exactly when something is highlighted in it.
func TestMatcherMarksWhatMatches(t *testing.T) {
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 6))
		var docs []testDoc
		for i := range 40 {
			docs = append(docs, newTestDoc(r, i))
		}
		shards := newTestShards(t, r, docs, 1)
		for range 60 {
			tree, _ := query.Parse(randomLeaf(r), query.Options{PrefixLast: r.IntN(2) == 0})
			if tree == nil || tree.Kind == query.And || tree.Kind == query.Filter {
				continue
			}
			matched := map[uint32]bool{}
			q := Compile(tree)
			plan := planOfShards(t, shards, q, Ask{Langs: testLanguages})
			for _, h := range searchShards(t, shards, q, plan, Options{K: len(docs)}).Hits {
				matched[h.Doc] = true
			}
			var k snippet.Maker
			m := q.Matcher(plan)
			for i, d := range docs {
				marks := k.Highlights(snippet.Document{Text: d.text, Paragraphs: d.paragraphs}, m)
				if (len(marks) > 0) != matched[uint32(i)] {
					t.Fatalf("seed %d, %s: matches %t, marks %v\n%s\n%v", seed, tree, matched[uint32(i)], marks, d.text, d.paragraphs)
				}
			}
		}
	}
}

func TestMatcherManyWords(t *testing.T) {
	long := ""
	for range 70 {
		long += "peace "
	}
	for q, want := range map[string]int{"": 0, "a -b": 1, `"` + long + `"`: 0, long: 64, `a "b c" d*`: 4} {
		tree, _ := query.Parse(q, query.Options{})
		if got := Compile(tree).Matcher(protocol.Stats{}).Words(); got != want {
			t.Errorf("%.20s: %d words, want %d", q, got, want)
		}
	}
}

func TestFieldOf(t *testing.T) {
	for role := range protocol.RoleRepeat + 1 {
		_, indexed := FieldOf(role)
		if indexed != (role != protocol.RoleRepeat) {
			t.Errorf("%s: indexed %t", role, indexed)
		}
	}
}
