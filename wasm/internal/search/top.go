package search

import (
	"clippings/wasm/internal/index"
	"clippings/wasm/internal/query"
	"clippings/wasm/protocol"
)

// Docs is what evaluation asks of documents beyond the index. Documents are
// numbered as there.
type Docs interface {
	// Filter sets bit d%64 of marks[d/64] for every document d that a
	// query.Filter matches; marks, all zero, has room for all that are searchable.
	Filter(n *query.Node, marks []uint64)
	// Text is the text of a document and its paragraphs, as they were indexed.
	Text(doc uint32) (string, []protocol.Paragraph)
	// Name is told of hits that otherwise stand the same: any two documents of the
	// corpus must differ. A query of exclusions alone asks for the name of every
	// document that matches.
	Name(doc uint32) string
}

// Options say what Top is to return.
type Options struct {
	// K is how many hits are wanted; 0 counts only.
	K int
	// Match is protocol.MatchSome where a document may miss words: what stands
	// side by side then has been joined by OR, as for protocol.MatchAny.
	Match protocol.Match
	// Group is what a document is folded into, 0 for nothing. Of a group only the
	// best document is a hit. Nil: no groups.
	Group func(doc uint32) uint32
	// Key is what hits are sorted by, rising. Nil: by standing.
	Key func(doc uint32) int64
	// Docs may be nil: no filter and no spelling matches then, and ties are
	// settled by document number.
	Docs Docs
	// Tally counts occurrences too.
	Tally bool
	// Yield is called at least every few ms; its error ends the work. Nil: never.
	Yield func() error
}

// GroupCount is how many documents of a group match.
type GroupCount struct{ Group, Count uint32 }

// Result is the answer of one shard.
type Result struct {
	Hits        []Hit        // best first
	Documents   uint64       // that match
	Singles     uint64       // of these, without a group
	Occurrences uint64       // places of all parts of the query in them; with Options.Tally
	Groups      []GroupCount // of the others, by rising group
}

// Searcher answers queries from one index, whatever is added to it later. It
// keeps its working memory between queries. Not safe for concurrent use.
type Searcher struct {
	x *index.Index
	e evaluator
}

// New is a searcher of an index.
func New(x *index.Index) *Searcher {
	return &Searcher{x: x, e: evaluator{x: x, pause: yieldWork, postings: make([]index.Postings, 2)}}
}

// Top finds the best hits and counts all that match. plan is the sum of the
// Stats of all shards, with the expansions that are to be taken. The only error is
// one of Yield.
func (s *Searcher) Top(q *Query, plan protocol.Stats, o Options) (Result, error) {
	e := &s.e
	c := newCollector(&o)
	occurrences := uint64(0)
	err := s.each(q, &plan, &o, func(docs []uint32) {
		if o.K > 0 {
			e.rank(docs)
		}
		e.work += 2 * len(docs)
		c.collect(e, docs)
		if o.Tally {
			occurrences += e.tally(docs)
		}
	})
	if err != nil {
		return Result{}, err
	}
	r := c.result()
	r.Occurrences = occurrences
	if o.HasGap(q) {
		err = s.findGaps(r.Hits)
	}
	return r, err
}

// each calls fn with the documents of each segment that match; the evaluator is
// at that segment.
func (s *Searcher) each(q *Query, plan *protocol.Stats, o *Options, fn func(docs []uint32)) error {
	e := &s.e
	e.begin(q, plan, o)
	if q.IsEmpty() {
		return nil
	}
	for _, seg := range s.x.Segments() {
		e.enter(seg)
		docs := e.match(q.root, nil)
		if e.err == nil {
			fn(docs)
		}
		e.free.put(docs)
		if e.err != nil {
			return e.err
		}
	}
	return nil
}

// Matches is the marks of all documents that match: bit d%64 of marks[d/64].
func (s *Searcher) Matches(q *Query, plan protocol.Stats, o Options) ([]uint64, error) {
	marks := make([]uint64, (s.x.Documents()+63)/64)
	err := s.each(q, &plan, &o, func(docs []uint32) {
		base := s.e.seg.Base()
		for _, d := range docs {
			d += base
			marks[d/64] |= 1 << (d % 64)
		}
	})
	return marks, err
}
