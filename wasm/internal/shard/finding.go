package shard

import (
	"cmp"
	"context"
	"slices"

	"clippings/wasm/internal/cluster"
	"clippings/wasm/protocol"
)

// findings is what was found out about the whole corpus, at the shard that
// leads, in the form in which it is asked for.
type findings struct {
	settings protocol.Settings
	stories  []protocol.Story
	orders   [numOrders][]int32 // indexes into stories
	storyOf  []int32            // by document in canonical order: index into stories
	counts   protocol.Stories   // without Stories
	lookup   *cluster.Lookup    // nil where nothing was compared
}

const numOrders = 3

// newFindings arranges a clustering.
func newFindings(lookup *cluster.Lookup, s protocol.Settings, c *cluster.Clustering) *findings {
	f := &findings{settings: s, stories: c.Stories, lookup: lookup, storyOf: make([]int32, len(c.GroupOf))}
	f.counts = protocol.Stories{
		Total: uint32(len(c.Stories)), Documents: uint32(len(c.GroupOf)), Groups: uint32(len(c.Groups)),
	}
	documents := make([]int, len(c.Stories))
	for i := range c.Stories {
		story := &c.Stories[i]
		documents[i] = story.Documents()
		f.counts.Texts += uint32(story.Texts())
		for _, id := range story.DocIDs() {
			if doc, ok := lookup.Doc(id); ok {
				f.storyOf[doc] = int32(i)
			}
		}
	}
	f.sort(documents)
	return f
}

// sort makes the orders. Stories come in canonical order, which decides ties.
func (f *findings) sort(documents []int) {
	stories := f.stories
	orders := [numOrders]func(a, b int32) int{
		protocol.NewestFirst:  func(a, b int32) int { return cmp.Compare(stories[b].Day, stories[a].Day) },
		protocol.OldestFirst:  func(a, b int32) int { return cmp.Compare(stories[a].Day, stories[b].Day) },
		protocol.LargestFirst: func(a, b int32) int { return cmp.Compare(documents[b], documents[a]) },
	}
	for i, compare := range orders {
		f.orders[i] = make([]int32, len(stories))
		for k := range f.orders[i] {
			f.orders[i][k] = int32(k)
		}
		slices.SortFunc(f.orders[i], func(a, b int32) int { return cmp.Or(compare(a, b), cmp.Compare(a, b)) })
	}
}

// page is list[offset:offset+limit] as far as there is one.
func page[T any](list []T, offset, limit uint32) []T {
	from := min(int(offset), len(list))
	return list[from:min(from+int(limit), len(list))]
}

func (s *Shard) storyPage(_ context.Context, q protocol.StoryPage) (protocol.Stories, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if q.Order >= numOrders {
		return protocol.Stories{}, protocol.ErrCorrupt
	}
	answer := s.found.counts
	for _, i := range page(s.found.orders[q.Order], q.Offset, q.Limit) {
		answer.Stories = append(answer.Stories, s.found.stories[i])
	}
	return answer, nil
}

func (s *Shard) pairPage(_ context.Context, q protocol.PairPage) (protocol.Pairs, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.found.lookup == nil {
		return protocol.Pairs{}, nil
	}
	total, pairs := s.found.lookup.Page(int(q.Offset), int(q.Limit), s.found.settings)
	return protocol.Pairs{Total: uint32(total), Pairs: pairs}, nil
}

func (s *Shard) related(_ context.Context, q protocol.Related) (protocol.Relatives, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	f := s.found
	answer := protocol.Relatives{}
	if f.lookup == nil {
		return answer, nil
	}
	doc, ok := f.lookup.Doc(q.ID)
	if !ok {
		return answer, nil
	}
	answer.Story = f.stories[f.storyOf[doc]]
	answer.Pairs = f.lookup.Pairs(q.ID, f.settings)
	slices.SortStableFunc(answer.Pairs, func(a, b protocol.Pair) int {
		return cmp.Or(cmp.Compare(a.Relation, b.Relation),
			cmp.Compare(max(b.AInB, b.BInA), max(a.AInB, a.BInA)))
	})
	return answer, nil
}
