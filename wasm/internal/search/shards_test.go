package search

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/internal/index"
	"clippings/wasm/internal/query"
	"clippings/wasm/protocol"
)

// testShard is a part of a brute's documents, indexed.
type testShard struct {
	x    *index.Index
	s    *Searcher
	docs []int // for each number of the index, the number in brute.docs
}

// feed indexes a whole document, as package shard does in its own walk.
func feed(f *Feeder, text string, paragraphs []protocol.Paragraph) {
	f.Begin(paragraphs)
	var s analysis.Scanner
	for s.Reset(text); s.Next(); {
		f.Word(&s)
	}
	f.End()
}

func newTestShards(t *testing.T, r *rand.Rand, docs []testDoc, n int) []*testShard {
	shards := make([]*testShard, n)
	feeders := make([]*Feeder, n)
	for i := range shards {
		x := index.New()
		shards[i], feeders[i] = &testShard{x: x, s: New(x)}, NewFeeder(x)
	}
	for _, d := range r.Perm(len(docs)) {
		i := r.IntN(n)
		shards[i].docs = append(shards[i].docs, d)
		feed(feeders[i], docs[d].text, docs[d].paragraphs)
		if r.IntN(8) == 0 {
			if err := shards[i].x.Flush(noYield); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, s := range shards {
		if err := s.x.Flush(noYield); err != nil {
			t.Fatal(err)
		}
	}
	return shards
}

// searchShards asks all shards and merges; Doc is the number in docs.
func searchShards(t *testing.T, shards []*testShard, docs []testDoc, tree *query.Node, opts Options) Result {
	q := Compile(tree)
	var st protocol.Stats
	for _, s := range shards {
		figures, err := q.Stats(s.x, Ask{Exactly: true})
		if err != nil {
			t.Fatal(err)
		}
		st.Add(figures)
	}
	var results []Result
	for _, s := range shards {
		o := opts
		o.Docs = testDocs{s, docs}
		if opts.Group != nil {
			o.Group = func(d uint32) uint32 { return opts.Group(uint32(s.docs[d])) }
		}
		r, err := s.s.Top(q, st, o)
		if err != nil {
			t.Fatal(err)
		}
		for i := range r.Hits {
			r.Hits[i].Doc, r.Hits[i].Gap = uint32(s.docs[r.Hits[i].Doc]), protocol.NoGap
		}
		results = append(results, r)
	}
	return mergeResults(results, opts.K)
}

// testDocs is the Docs of a shard.
type testDocs struct {
	*testShard
	all []testDoc
}

func (t testDocs) Filter(*query.Node, []uint64) {}

func (t testDocs) Name(doc uint32) string { return t.all[t.docs[doc]].name }

func (t testDocs) Text(doc uint32) (string, []protocol.Paragraph) {
	d := &t.all[t.docs[doc]]
	return d.text, d.paragraphs
}

// mergeResults joins the results of shards into what one shard with all their
// documents should answer: of a group the best hit, in the order of hits, and
// counts added up. It stands for package coord, which does this to what crosses.
func mergeResults(results []Result, k int) Result {
	out := Result{}
	counts := map[uint32]uint32{}
	var hits []Hit
	for _, r := range results {
		out.Documents += r.Documents
		out.Singles += r.Singles
		for _, g := range r.Groups {
			counts[g.Group] += g.Count
		}
		hits = append(hits, r.Hits...)
	}
	for _, g := range slices.Sorted(maps.Keys(counts)) {
		out.Groups = append(out.Groups, GroupCount{g, counts[g]})
	}
	slices.SortFunc(hits, compareHits)
	taken := map[uint32]bool{}
	for _, h := range hits {
		if taken[h.Group] || len(out.Hits) == k {
			continue
		}
		if h.Group != 0 {
			taken[h.Group] = true
		}
		out.Hits = append(out.Hits, h)
	}
	return out
}

func TestTopEqualsBruteForce(t *testing.T) {
	rounds := 60
	if testing.Short() {
		rounds = 10
	}
	for seed := range rounds {
		r := rand.New(rand.NewPCG(uint64(seed), 1))
		b := &brute{}
		for i := range 1 + r.IntN(60) {
			b.docs = append(b.docs, newTestDoc(r, i))
		}
		var shards [][]*testShard
		for _, n := range []int{1, 2, 3, 5} {
			shards = append(shards, newTestShards(t, r, b.docs, n))
		}
		for range 40 {
			q := randomQuery(r, 3)
			tree, _ := query.Parse(q, query.Options{PrefixLast: r.IntN(2) == 0, Any: r.IntN(4) == 0})
			opts := Options{K: r.IntN(8)}
			if r.IntN(2) == 0 {
				opts.Group = func(d uint32) uint32 { return b.docs[d].group }
			}
			want := fmt.Sprintf("%+v", b.top(tree, opts))
			for _, s := range shards {
				if got := fmt.Sprintf("%+v", searchShards(t, s, b.docs, tree, opts)); got != want {
					t.Fatalf("seed %d, %d shards, query %s (%s), k %d:\ngot  %s\nwant %s", seed, len(s), q, tree, opts.K, got, want)
				}
			}
		}
	}
}
