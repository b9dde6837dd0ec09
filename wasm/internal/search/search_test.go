package search

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"clippings/wasm/internal/query"
	"clippings/wasm/protocol"
)

// trial is a random corpus in several numbers of shards.
type trial struct {
	r      *rand.Rand
	b      *brute
	shards [][]*testShard
}

func newTrial(t *testing.T, seed int) *trial {
	tr := &trial{r: rand.New(rand.NewPCG(uint64(seed), 1)), b: &brute{}}
	for i := range 1 + tr.r.IntN(60) {
		tr.b.docs = append(tr.b.docs, newTestDoc(tr.r, i))
	}
	for _, n := range []int{1, 2, 3, 5} {
		tr.shards = append(tr.shards, newTestShards(t, tr.r, tr.b.docs, n))
	}
	return tr
}

// TestTopEqualsBruteForce: whatever the query, and however the documents are
// spread over shards and segments, the plan, the set, the counts and the standing of
// hits are those of looking at every word of every document.
func TestTopEqualsBruteForce(t *testing.T) {
	rounds := 60
	if testing.Short() {
		rounds = 10
	}
	for seed := range rounds {
		tr := newTrial(t, seed)
		for range 40 {
			tr.check(t, fmt.Sprint("seed ", seed), randomQuery(tr.r, 3))
		}
	}
}

func (tr *trial) check(t *testing.T, trial, text string) {
	r, b := tr.r, tr.b
	b.langs, b.typos = r.IntN(3) > 0, r.IntN(4) == 0
	o := Options{K: r.IntN(8), Match: protocol.Match(r.IntN(3)), Tally: r.IntN(2) == 0}
	tree, _ := query.Parse(text, query.Options{PrefixLast: r.IntN(2) == 0, Any: o.Match != protocol.MatchAll})
	ask := Ask{Typos: b.typos}
	if b.langs {
		ask.Langs = testLanguages
	}
	if r.IntN(2) == 0 {
		o.Group = func(d uint32) uint32 { return b.docs[d].group }
	}
	if r.IntN(5) == 0 {
		o.Key = func(d uint32) int64 { return b.docs[d].key }
	}
	p := b.query(tree)
	wantPlan, want := fmt.Sprintf("%+v", p.plan), fmt.Sprintf("%+v", p.top(o))
	q := Compile(tree)
	for _, shards := range tr.shards {
		plan := planOfShards(t, shards, q, ask)
		if got := fmt.Sprintf("%+v", plan); got != wantPlan {
			t.Fatalf("%s, %d shards, query %s (%s), plan:\ngot  %s\nwant %s", trial, len(shards), text, tree, got, wantPlan)
		}
		if got := fmt.Sprintf("%+v", searchShards(t, shards, q, plan, o)); got != want {
			t.Fatalf("%s, %d shards, query %s (%s), k %d, match %d:\ngot  %s\nwant %s", trial, len(shards), text, tree, o.K, o.Match, got, want)
		}
	}
}
