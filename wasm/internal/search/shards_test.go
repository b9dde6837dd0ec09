package search

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/internal/index"
	"clippings/wasm/internal/query"
	"clippings/wasm/protocol"
)

// testShard is a part of a brute's documents, indexed. It is Docs.
type testShard struct {
	x    *index.Index
	s    *Searcher
	docs []int // for each number of the index, the number in all
	all  []testDoc
}

// Filter knows outlets only.
func (s *testShard) Filter(n *query.Node, marks []uint64) {
	for i, d := range s.docs {
		if s.all[d].outlet == n.Text {
			marks[i/64] |= 1 << (i % 64)
		}
	}
}

func (s *testShard) Name(doc uint32) string { return s.all[s.docs[doc]].name }

func (s *testShard) Text(doc uint32) (string, []protocol.Paragraph) {
	d := &s.all[s.docs[doc]]
	return d.text, d.paragraphs
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
		shards[i], feeders[i] = &testShard{x: x, s: New(x), all: docs}, NewFeeder(x)
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

// planOfShards adds up the figures of all shards and chooses.
func planOfShards(t *testing.T, shards []*testShard, q *Query, ask Ask) (st protocol.Stats) {
	for _, s := range shards {
		figures, err := q.Stats(s.x, ask)
		if err != nil {
			t.Fatal(err)
		}
		st.Add(figures)
	}
	for i := range st.Words {
		chooseSpellings(&st.Words[i], ask.Typos)
	}
	return st
}

// optionsOf is options in a shard's own numbers of documents.
func (s *testShard) optionsOf(o Options) Options {
	o.Docs = s
	if group := o.Group; group != nil {
		o.Group = func(d uint32) uint32 { return group(uint32(s.docs[d])) }
	}
	if key := o.Key; key != nil {
		o.Key = func(d uint32) int64 { return key(uint32(s.docs[d])) }
	}
	return o
}

// searchShards asks all shards and merges; Doc is the number in docs.
func searchShards(t *testing.T, shards []*testShard, q *Query, plan protocol.Stats, o Options) Result {
	var results []Result
	for _, s := range shards {
		r, err := s.s.Top(q, plan, s.optionsOf(o))
		if err != nil {
			t.Fatal(err)
		}
		for i := range r.Hits {
			r.Hits[i].Doc = uint32(s.docs[r.Hits[i].Doc])
		}
		results = append(results, r)
	}
	return mergeResults(results, o.K)
}

// mergeResults joins the results of shards into what one shard with all their
// documents should answer: of a group the best hit, in the order of hits, gaps
// counting last, and counts added up. It stands for package coord, which does this
// to what crosses.
func mergeResults(results []Result, k int) Result {
	out := Result{}
	counts := map[uint32]uint32{}
	gaps := map[uint32]uint8{}
	var hits []Hit
	for _, r := range results {
		out.Documents += r.Documents
		out.Singles += r.Singles
		out.Occurrences += r.Occurrences
		for _, g := range r.Groups {
			counts[g.Group] += g.Count
		}
		for _, h := range r.Hits {
			gaps[h.Doc], h.Gap = h.Gap, protocol.NoGap
			hits = append(hits, h)
		}
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
		h.Gap = gaps[h.Doc]
		out.Hits = append(out.Hits, h)
	}
	slices.SortFunc(out.Hits, compareHits)
	return out
}
