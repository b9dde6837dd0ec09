package shard

import (
	"cmp"
	"context"
	"slices"

	"clippings/wasm/internal/cluster"
	"clippings/wasm/ordering"
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
	narrowed *narrowed          // the stories last chosen, nil for none
}

const numOrders = 4

// newFindings arranges a clustering. work is called as in cluster.Evidence.Cluster.
func newFindings(lookup *cluster.Lookup, s protocol.Settings, c *cluster.Clustering, work func(int) error) (*findings, error) {
	f := &findings{settings: s, stories: c.Stories, lookup: lookup, storyOf: make([]int32, len(c.GroupOf))}
	documents := make([]uint32, len(c.Stories))
	for i := range c.Stories {
		story := &c.Stories[i]
		documents[i] = uint32(story.Documents())
		f.counts.Add(story)
		f.note(story, int32(i))
		if err := work(placeWork * int(documents[i])); err != nil {
			return nil, err
		}
	}
	f.sort(documents)
	return f, work(sortWork * len(f.stories))
}

const (
	placeWork = 64  // of a document, for its place
	sortWork  = 256 // of a story, in all orders
)

// note tells of the documents of a story that they are in it.
func (f *findings) note(story *protocol.Story, number int32) {
	put := func(id protocol.DocID) {
		if doc, ok := f.lookup.Doc(id); ok {
			f.storyOf[doc] = number
		}
	}
	for i := range story.Groups {
		put(story.Groups[i].Representative)
		for k := range story.Groups[i].Members {
			put(story.Groups[i].Members[k].A)
		}
	}
	for _, id := range story.Lone {
		put(id)
	}
}

// sort makes the orders. Stories come in canonical order, which decides ties;
// those without a date come last.
func (f *findings) sort(documents []uint32) {
	keys := make([]uint64, len(f.stories))
	for order := range f.orders {
		for i := range keys {
			day := uint32(f.stories[i].Day) ^ 1<<31 // negative before positive; NoDay is 0
			key := ^day
			switch protocol.StoryOrder(order) {
			case protocol.LargestFirst:
				key = ^documents[i]
			case protocol.OldestFirst:
				key = day - 1
			case protocol.MostCopiedFirst:
				key = ^(documents[i] - uint32(f.stories[i].Texts()))
			}
			keys[i] = uint64(key)<<32 | uint64(i)
		}
		slices.Sort(keys)
		f.orders[order] = make([]int32, len(keys))
		for i, key := range keys {
			f.orders[order][i] = int32(uint32(key))
		}
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
	if q.Narrowed > 0 {
		n := s.found.narrowed
		if n == nil || n.number != q.Narrowed {
			return protocol.Stories{}, protocol.ErrNotFound
		}
		return n.page(s.found, q), nil
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
	return s.found.lookup.Page(int(q.Offset), int(q.Limit), s.found.settings), nil
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
	ordering.By(answer.Pairs, func(a, b protocol.Pair) int {
		return cmp.Or(cmp.Compare(a.Relation, b.Relation),
			cmp.Compare(b.Containment(), a.Containment()))
	})
	return answer, nil
}
