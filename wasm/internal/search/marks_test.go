package search

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"clippings/wasm/internal/query"
	"clippings/wasm/internal/snippet"
	"clippings/wasm/protocol"
)

// Of every kind of leaf something is marked in a document exactly when it matches.
func TestMatcherMarksAllKinds(t *testing.T) {
	for seed := range uint64(25) {
		r := rand.New(rand.NewPCG(seed, 7))
		var docs []testDoc
		for i := range 40 {
			docs = append(docs, newTestDoc(r, i))
		}
		shards := newTestShards(t, r, docs, 1)
		for range 60 {
			text := randomLeaf(r)
			tree, errs := query.Parse(text, query.Options{})
			if tree == nil || len(errs) > 0 {
				continue
			}
			matched := map[uint32]bool{}
			for _, h := range searchShards(t, shards, docs, tree, Options{K: len(docs)}).Hits {
				matched[h.Doc] = true
			}
			var k snippet.Maker
			m := Compile(tree).Matcher(protocol.Stats{})
			for i, d := range docs {
				marks := k.Highlights(snippet.Document{Text: d.text, Paragraphs: d.paragraphs}, m)
				if (len(marks) > 0) != matched[uint32(i)] {
					t.Fatalf("seed %d, %s: matches %t, marks %v\n%s\n%v", seed, text, matched[uint32(i)], marks, d.text, d.paragraphs)
				}
			}
		}
	}
}

// randomLeaf is a query of which each word, phrase or Near that stands in a
// document matches it.
func randomLeaf(r *rand.Rand) string {
	word := func() string { return testVocabulary[r.IntN(len(testVocabulary))] }
	part := func() string {
		switch r.IntN(7) {
		case 0:
			return word()[:1] + "*"
		case 1:
			return "*" + word() + "*"
		case 2:
			return `"` + word() + " " + word() + `"`
		case 3:
			return "(" + word() + " OR " + word() + ` OR "` + word() + " " + word() + `")`
		}
		return word()
	}
	field := []string{"title", "subtitle", "body", "caption", "furniture"}[r.IntN(5)]
	switch r.IntN(8) {
	case 0:
		return fmt.Sprintf("%s NEAR/%d %s", part(), r.IntN(4), part())
	case 1:
		return part() + " NEAR/2 " + part() + " NEAR/2 " + part()
	case 2:
		return field + ":" + part()
	case 3:
		return field + ":(" + part() + " NEAR/3 " + part() + ")"
	case 4:
		return "=" + word()
	case 5:
		return `="` + word() + " " + word() + `"`
	case 6:
		return "/" + word() + ".?/"
	}
	return `/peace.?\s` + word() + "/"
}
