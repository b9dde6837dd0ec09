package search

import (
	"fmt"
	"math"
	"testing"

	"clippings/wasm/internal/query"
	"clippings/wasm/protocol"
)

// TestExplainEqualsTop: the standing told of a hit is the one it was ranked by, the
// scores of its parts add up to its score, the window is the smallest there is, and
// just the documents that match are told to.
func TestExplainEqualsTop(t *testing.T) {
	for seed := range 25 {
		tr := newTrial(t, seed)
		for range 20 {
			tr.checkExplain(t, fmt.Sprint("seed ", seed), randomQuery(tr.r, 2))
		}
	}
}

func (tr *trial) checkExplain(t *testing.T, trial, text string) {
	b := tr.b
	b.langs, b.typos = true, tr.r.IntN(4) == 0
	o := Options{K: len(b.docs), Match: protocol.Match(tr.r.IntN(3))}
	tree, _ := query.Parse(text, query.Options{Any: o.Match != protocol.MatchAll})
	p, q := b.query(tree), Compile(tree)
	hits := map[uint32]Hit{}
	for _, h := range p.top(o).Hits {
		hits[h.Doc] = h
	}
	shards := tr.shards[tr.r.IntN(len(tr.shards))]
	plan := planOfShards(t, shards, q, Ask{Langs: testLanguages, Typos: b.typos})
	for _, s := range shards {
		marks, err := s.s.Matches(q, plan, s.optionsOf(o))
		if err != nil {
			t.Fatal(err)
		}
		for i, d := range s.docs {
			x, err := s.s.Explain(q, plan, s.optionsOf(o), uint32(i))
			if err != nil {
				t.Fatal(err)
			}
			h, is := hits[uint32(d)]
			if x.Matches != is || marks[i/64]>>(i%64)&1 != 0 != is {
				t.Fatalf("%s, query %s, %s: matches %t, told %t, marks %x", trial, text, b.docs[d].name, is, x.Matches, marks)
			}
			if is {
				checkExplanation(t, p, &b.docs[d], h, x)
			}
		}
	}
}

func checkExplanation(t *testing.T, p *plainQuery, d *testDoc, h Hit, x protocol.Explanation) {
	if x.Standing != h.Standing {
		t.Fatalf("%s: standing %+v, ranked by %+v", d.name, x.Standing, h.Standing)
	}
	if w, several := p.window(d); several && w != x.Window {
		t.Fatalf("%s: window of %d words, told %d", d.name, w, x.Window)
	}
	sum, places := 0.0, uint32(0)
	for _, part := range x.Parts {
		sum += part.Score
		for _, term := range part.Terms {
			places += term.Places
		}
	}
	if math.Abs(sum-x.Standing.Score) > 1e-9 {
		t.Fatalf("%s: parts add up to %v, not %v: %+v", d.name, sum, x.Standing.Score, x.Parts)
	}
	if want := p.occurrences(d); len(p.root.counted(d)) == len(p.leaves) && uint64(places) < want {
		t.Fatalf("%s: %d places told of, there are %d: %+v", d.name, places, want, x.Parts)
	}
}
