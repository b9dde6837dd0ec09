package shard

import (
	"context"

	"clippings/wasm/internal/column"
	"clippings/wasm/internal/query"
	"clippings/wasm/internal/search"
	"clippings/wasm/internal/stem"
	"clippings/wasm/protocol"
)

// parsed is a query as it was read.
type parsed struct {
	asked    protocol.Query
	tree     *query.Node
	errors   []query.Error
	text     *query.Node // of Query.Text alone
	compiled *search.Query
}

// parse reads a query as typed.
func parse(q protocol.Query) *parsed {
	options := query.Options{PrefixLast: q.Typing, Any: q.Match != protocol.MatchAll}
	p := &parsed{asked: q}
	p.text, p.errors = query.Parse(q.Text, options)
	within, _ := query.Parse(q.Within, query.Options{})
	switch {
	case within == nil:
		p.tree = p.text
	case p.text == nil:
		p.tree = within
	default:
		p.tree = &query.Node{Kind: query.And, Children: []*query.Node{p.text, within}}
	}
	p.compiled = search.Compile(p.tree)
	return p
}

// parsed is parse of a query that may be the same as the last: each is asked in
// several steps.
func (s *Shard) parsed(q protocol.Query) *parsed {
	p := s.query.Load()
	if p == nil || p.asked != q {
		p = parse(q)
		s.query.Store(p)
	}
	return p
}

// compile is parsed for those who need nothing but what is to be found.
func (s *Shard) compile(q protocol.Query) *search.Query { return s.parsed(q).compiled }

func (s *Shard) searchStats(ctx context.Context, q protocol.SearchStats) (protocol.Stats, error) {
	p := s.parsed(q.Query)
	s.mu.RLock()
	defer s.mu.RUnlock()
	stats, err := p.compiled.Stats(s.index, search.Ask{
		Langs: stem.Languages(q.Langs), Typos: q.Typos, Exactly: q.Query.Exactly, Yield: s.yield(ctx),
	})
	if err != nil {
		return protocol.Stats{}, err
	}
	stats.Langs = uint32(s.langs)
	stats.Named = s.named(p.tree)
	for _, e := range p.errors {
		stats.Errors = append(stats.Errors, protocol.QueryError{
			Span: spanOf(e.Start, e.End), Message: e.Message, Remedy: e.Remedy,
		})
	}
	stats.Filters = filtersOf(p.text, q.Query.Text)
	return stats, nil
}

func spanOf(start, end int) protocol.Span {
	return protocol.Span{Start: uint32(start), End: uint32(end)}
}

// filtersOf lists the filters that all documents found must meet.
func filtersOf(tree *query.Node, text string) []protocol.QueryFilter {
	var list []protocol.QueryFilter
	for _, n := range query.Conjuncts(tree) {
		f := protocol.QueryFilter{Span: spanOf(n.Start, n.End)}
		if n.Kind == query.Not {
			f.Not, n = true, n.Children[0]
		}
		if n.Kind != query.Filter && n.Kind != query.Field {
			continue
		}
		f.Field, f.Value = n.Field, n.Text
		if n.Kind == query.Field {
			f.Value = text[n.Children[0].Start:n.Children[0].End]
		}
		list = append(list, f)
	}
	return list
}

// options are what package search needs to answer a query by a plan.
func (s *Shard) options(ctx context.Context, q protocol.Query, plan protocol.Stats) search.Options {
	o := search.Options{
		Match: q.Match, Docs: &inquiry{shard: s, named: plan.Named}, Key: s.key(q.Order), Yield: s.yield(ctx),
	}
	switch q.Fold {
	case protocol.FoldCopies:
		o.Group = func(doc uint32) uint32 { return s.placeOf(doc).group }
	case protocol.FoldStories:
		o.Group = func(doc uint32) uint32 { return s.placeOf(doc).story }
	}
	return o
}

// key is what hits are sorted by, rising; nil for their standing. Documents
// without a date come last.
func (s *Shard) key(order protocol.HitOrder) func(doc uint32) int64 {
	const last = 1 << 40
	dated := func(sign int64) func(doc uint32) int64 {
		return func(doc uint32) int64 {
			info := &s.docs[doc].info
			if info.Day == protocol.NoDay {
				return last
			}
			return sign * (int64(info.Day)*minutesOfDay + int64(info.Minute))
		}
	}
	switch order {
	case protocol.LatestFirst:
		return dated(-1)
	case protocol.EarliestFirst:
		return dated(1)
	case protocol.LongestFirst:
		return func(doc uint32) int64 { return -int64(s.docs[doc].words) }
	case protocol.ShortestFirst:
		return func(doc uint32) int64 { return int64(s.docs[doc].words) }
	}
	return nil
}

const minutesOfDay = 24 * 60

// placeOf is where a document belongs; those that came since the last exchange
// belong nowhere yet.
func (s *Shard) placeOf(doc uint32) place {
	if int(doc) < len(s.places) {
		return s.places[doc]
	}
	return place{}
}

func (s *Shard) searchTop(ctx context.Context, q protocol.SearchTop) (protocol.Top, error) {
	compiled := s.compile(q.Query)
	s.mu.RLock()
	defer s.mu.RUnlock()
	o := s.options(ctx, q.Query, q.Plan)
	o.K, o.Tally = int(min(q.Limit, uint32(len(s.docs)))), q.Tally
	if o.K > 0 && o.HasGap(compiled) {
		o.K = min(max(o.K, protocol.Nearest), len(s.docs))
	}
	s.searching.Lock()
	result, err := s.searcher.Top(compiled, q.Plan, o)
	s.searching.Unlock()
	if err != nil {
		return protocol.Top{}, err
	}
	return s.topOf(result), nil
}

func (s *Shard) topOf(r search.Result) protocol.Top {
	top := protocol.Top{Documents: r.Documents, Lone: r.Singles, Occurrences: r.Occurrences}
	for _, g := range r.Groups {
		top.Groups = append(top.Groups, protocol.GroupCount{Group: g.Group, Documents: g.Count})
	}
	for _, h := range r.Hits {
		top.Hits = append(top.Hits, protocol.TopHit{
			ID: s.docs[h.Doc].info.ID, Group: h.Group, Key: h.Key, Standing: h.Standing, Name: h.Name,
		})
	}
	return top
}

// matches is the documents that a query finds, rising; all if it asks for nothing.
// The caller holds the lock.
func (s *Shard) matches(ctx context.Context, q protocol.Query, plan protocol.Stats) ([]uint32, error) {
	if q.Text == "" && q.Within == "" {
		all := make([]uint32, len(s.docs))
		for i := range all {
			all[i] = uint32(i)
		}
		return all, nil
	}
	s.searching.Lock()
	defer s.searching.Unlock()
	marks, err := s.searcher.Matches(s.compile(q), plan, s.options(ctx, q, plan))
	if err != nil {
		return nil, err
	}
	return column.Bits(marks).AppendDocs(nil), nil
}

func (s *Shard) explain(ctx context.Context, q protocol.Explain) (protocol.Explanation, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	doc, ok := s.byID[q.ID]
	if !ok {
		return protocol.Explanation{}, protocol.ErrNotFound
	}
	s.searching.Lock()
	defer s.searching.Unlock()
	return s.searcher.Explain(s.compile(q.Query), q.Plan, s.options(ctx, q.Query, q.Plan), doc)
}
