package search

import (
	"math/rand/v2"
	"testing"

	"clippings/wasm/internal/query"
	"clippings/wasm/internal/snippet"
	"clippings/wasm/protocol"
)

// FuzzSearch: whatever is typed, every step ends without a panic, the hits are in
// order and no more than the documents, and Explain and Matches agree with Top.
func FuzzSearch(f *testing.F) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		f.Add(randomQuery(r, 2), byte(r.IntN(12)))
	}
	f.Add(`a NEAR/0 a NEAR/0 a NEAR/0 a NEAR/0 a NEAR/0 a NEAR/0 a NEAR/0 a NEAR/0 a`, byte(0))
	f.Add(`/(a*)*b{100}/ *?* "a* b"~1000 furniture:(="a" OR b*)`, byte(1))
	var docs []testDoc
	for i := range 30 {
		docs = append(docs, newTestDoc(r, i))
	}
	t := &testing.T{}
	s := newTestShards(t, r, docs, 1)[0]
	f.Fuzz(func(t *testing.T, text string, options byte) {
		if len(text) > 2000 {
			return
		}
		o := Options{K: 10, Match: protocol.Match(options % 3), Tally: true, Docs: s}
		tree, _ := query.Parse(text, query.Options{PrefixLast: options/3%2 == 1, Any: o.Match != protocol.MatchAll})
		q := Compile(tree)
		plan := planOfShards(t, []*testShard{s}, q, Ask{Langs: testLanguages, Typos: options/6%2 == 1})
		top, err := s.s.Top(q, plan, o)
		if err != nil || uint64(len(top.Hits)) > top.Documents {
			t.Fatalf("%q: %d hits of %d, %v", text, len(top.Hits), top.Documents, err)
		}
		marks, _ := s.s.Matches(q, plan, o)
		for i, h := range top.Hits {
			x, _ := s.s.Explain(q, plan, o, h.Doc)
			if x.Standing != h.Standing || !x.Matches || marks[h.Doc/64]>>(h.Doc%64)&1 == 0 {
				t.Fatalf("%q: ranked by %+v, explained by %+v", text, h.Standing, x.Standing)
			}
			if i > 0 && compareHits(top.Hits[i-1], h) >= 0 {
				t.Fatalf("%q: %+v before %+v", text, top.Hits[i-1], h)
			}
		}
		var k snippet.Maker
		for i := range docs {
			k.Make(snippet.Document{Text: docs[i].text, Paragraphs: docs[i].paragraphs}, q.Matcher(plan), snippet.Options{})
		}
	})
}
