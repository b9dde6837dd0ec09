package search

import (
	"clippings/wasm/internal/index"
	"clippings/wasm/protocol"
)

// Options say what Top is to return.
type Options struct {
	// K is how many hits are wanted; 0 counts only.
	K int
	// Group is the group of copies a document belongs to, 0 for none. Of a
	// group only the best document is a hit. Nil: no groups.
	Group func(doc uint32) uint32
	// Name orders documents of equal score. It must differ between any two
	// documents of the corpus, and be cheap: a query of exclusions alone asks
	// for the name of every document that matches.
	Name func(doc uint32) string
}

// Hit is a document found.
type Hit struct {
	Doc   uint32  // number in its index
	Score float32 // 0 for a query of exclusions alone
	Name  string  // Options.Name of Doc
	Group uint32  // 0 for a document without copies
}

// better reports whether h stands before o. It is a total order.
func (h *Hit) better(o *Hit) bool {
	if h.Score != o.Score {
		return h.Score > o.Score
	}
	if h.Name != o.Name {
		return h.Name < o.Name
	}
	return h.Doc < o.Doc
}

// GroupCount is how many documents of a group match.
type GroupCount struct{ Group, Count uint32 }

// Result is the answer of one shard.
type Result struct {
	Hits      []Hit        // best first
	Documents uint64       // that match
	Singles   uint64       // of these, without a group
	Groups    []GroupCount // of the others, by rising group
}

// Searcher answers queries from one index, whatever is added to it later. It
// keeps its working memory between queries. Not safe for concurrent use.
type Searcher struct {
	x *index.Index
	e evaluator
}

// New is a searcher of an index.
func New(x *index.Index) *Searcher {
	return &Searcher{x: x, e: evaluator{postings: make([]index.Postings, 2)}}
}

// Top finds the best hits and counts all that match. st is the sum of the
// Stats of all shards. The only error is one of yield.
func (s *Searcher) Top(q *Query, st protocol.Stats, opts Options, yield func() error) (Result, error) {
	c := newCollector(opts)
	if q.IsEmpty() {
		return c.result(), nil
	}
	e := &s.e
	e.q, e.yield, e.err = q, yield, nil
	for len(e.found) < len(q.leaves) {
		e.found = append(e.found, found{})
	}
	for _, seg := range s.x.Segments() {
		e.seg = seg
		for i := range e.found {
			e.found[i].list.reset()
			e.found[i].exact.reset()
		}
		docs := e.match(q.root, nil)
		if e.err != nil {
			return Result{}, e.err
		}
		var scores []float64
		if opts.K > 0 {
			scores = e.score(docs, &st)
		}
		e.work += 2 * len(docs)
		c.collect(seg.Base(), docs, scores)
		e.sets.put(docs)
	}
	return c.result(), nil
}

// compareHits is better as slices.SortFunc wants it.
func compareHits(a, b Hit) int {
	switch {
	case a.better(&b):
		return -1
	case b.better(&a):
		return 1
	}
	return 0
}
