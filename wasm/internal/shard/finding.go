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
	rows     []storyRow
	stories  []protocol.Story   // of each row; nil where they are far
	far      *farStories        // of a collection: what comes when it is asked for; else nil
	orders   [numOrders][]int32 // indexes into rows
	storyOf  []int32            // by document in canonical order: index into rows; not where they are far
	counts   protocol.Stories   // without Stories
	lookup   *cluster.Lookup    // nil where nothing was compared, or they are far
	narrowed *narrowed          // the stories last chosen, nil for none
}

// storyRow is what is known of a story without having it.
type storyRow struct {
	day                      int32
	documents, texts, groups uint32
}

// rowOfStory counts what a story has.
func rowOfStory(s *protocol.Story) storyRow {
	return storyRow{s.Day, uint32(s.Documents()), uint32(s.Texts()), uint32(len(s.Groups))}
}

// addTo counts one story more.
func (r *storyRow) addTo(c *protocol.Stories) {
	c.Total++
	c.Documents += r.documents
	c.Texts += r.texts
	c.Groups += r.groups
}

// story is the i-th story. One that is far and has not come is empty.
func (f *findings) story(i int32) protocol.Story {
	if f.far != nil {
		return f.far.story(&f.rows[i], i)
	}
	return f.stories[i]
}

const numOrders = 4

// newFindings arranges a clustering. work is called as in cluster.Evidence.Cluster.
func newFindings(lookup *cluster.Lookup, s protocol.Settings, c *cluster.Clustering, work func(int) error) (*findings, error) {
	f := &findings{
		settings: s, rows: make([]storyRow, len(c.Stories)), stories: c.Stories, lookup: lookup, storyOf: make([]int32, len(c.GroupOf)),
	}
	for i := range c.Stories {
		story := &c.Stories[i]
		f.rows[i] = rowOfStory(story)
		f.rows[i].addTo(&f.counts)
		f.note(story, int32(i))
		if err := work(placeWork * int(f.rows[i].documents)); err != nil {
			return nil, err
		}
	}
	f.sort()
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
func (f *findings) sort() {
	keys := make([]uint64, len(f.rows))
	for order := range f.orders {
		for i := range keys {
			row := &f.rows[i]
			day := uint32(row.day) ^ 1<<31 // negative before positive; NoDay is 0
			key := ^day
			switch protocol.StoryOrder(order) {
			case protocol.LargestFirst:
				key = ^row.documents
			case protocol.OldestFirst:
				key = day - 1
			case protocol.MostCopiedFirst:
				key = ^(row.documents - row.texts)
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
		answer.Stories = append(answer.Stories, s.found.story(i))
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

func (s *Shard) related(ctx context.Context, q protocol.Related) (protocol.Relatives, error) {
	s.mu.RLock()
	f, a := s.found, s.arriving
	s.mu.RUnlock()
	answer := protocol.Relatives{}
	story, ok := f.storyAt(q.ID)
	if !ok {
		return answer, nil
	}
	pairs, ok := f.pairs(q.ID)
	if !ok && a != nil {
		if err := s.weighed(ctx, a); err != nil {
			return answer, err
		}
		s.mu.RLock()
		f = s.found
		s.mu.RUnlock()
		pairs, _ = f.pairs(q.ID)
	}
	answer.Story, answer.Pairs = f.story(story), pairs
	return answer, nil
}

// pairs is all pairs of a document, closest first; false where they are far and have
// not been written for being too many.
func (f *findings) pairs(id protocol.DocID) ([]protocol.Pair, bool) {
	if f.lookup == nil {
		return f.far.pairs(id)
	}
	var pairs []protocol.Pair
	for _, k := range f.kin(id) {
		pairs = append(pairs, k.Pair(id))
	}
	return pairs, true
}

// kin is what stands in a relation to a document, closest first.
func (f *findings) kin(id protocol.DocID) []cluster.Kin {
	kin := f.lookup.Kin(id, f.settings)
	ordering.By(kin, func(a, b cluster.Kin) int {
		return cmp.Or(cmp.Compare(a.Relation, b.Relation), cmp.Compare(max(b.AInB(), b.BInA()), max(a.AInB(), a.BInA())))
	})
	return kin
}
