package shard

import (
	"cmp"
	"context"
	"slices"

	"clippings/wasm/internal/dedup"
	"clippings/wasm/protocol"
)

// findings is what an exchange found, at the shard that leads, in the form in
// which it is asked for.
type findings struct {
	stories [numOrders][]protocol.Story         // a document without a story is one of its own
	storyOf map[protocol.DocID]int              // index into stories[NewestFirst]
	pairs   []protocol.Pair                     // by canonical order of A, then B
	pairsOf map[protocol.DocID][]int            // indexes into pairs
	equals  map[protocol.DocID][]protocol.DocID // of the first of documents with equal text, the rest
	first   map[protocol.DocID]protocol.DocID   // of each of these, the first
	counts  protocol.Stories                    // without Stories
}

const numOrders = 3

// newFindings arranges a result; nil, which other shards than the lead have,
// gives none.
func newFindings(r *dedup.Result) *findings {
	f := &findings{}
	if r == nil {
		return f
	}
	f.pairsOf = map[protocol.DocID][]int{}
	f.equals = map[protocol.DocID][]protocol.DocID{}
	f.first = map[protocol.DocID]protocol.DocID{}
	for i, e := range r.Edges {
		f.pairs = append(f.pairs, pairOf(e.A, e.B, e.Overlap, e.Relation))
		f.pairsOf[e.A] = append(f.pairsOf[e.A], i)
		f.pairsOf[e.B] = append(f.pairsOf[e.B], i)
		if e.Relation == protocol.RelationExact {
			f.equals[e.A] = append(f.equals[e.A], e.B)
			f.first[e.B] = e.A
		}
	}
	f.arrange(r)
	return f
}

func pairOf(a, b protocol.DocID, o dedup.Overlap, rel protocol.Relation) protocol.Pair {
	return protocol.Pair{
		A: a, B: b, Relation: rel,
		Jaccard: o.Jaccard(), AInB: o.AInB(), BInA: o.BInA(), Run: o.Run,
	}
}

// arrange makes the list of stories in all its orders.
func (f *findings) arrange(r *dedup.Result) {
	groups := map[protocol.DocID]int{} // of each document in a group
	for i, g := range r.Groups {
		groups[g.Representative] = i
		for _, m := range g.Members {
			groups[m.Doc] = i
		}
	}
	told := map[protocol.DocID]bool{}
	var stories []protocol.Story
	for _, s := range r.Stories {
		stories = append(stories, storyOf(s.Members, r, groups))
		for _, id := range s.Members {
			told[id] = true
		}
	}
	for _, id := range r.Docs {
		if !told[id] {
			alone := []protocol.DocID{id}
			if i, ok := groups[id]; ok {
				alone = groupDocuments(r.Groups[i])
			}
			stories = append(stories, storyOf(alone, r, groups))
			for _, id := range alone {
				told[id] = true
			}
		}
	}
	f.order(stories, r)
}

func groupDocuments(g dedup.Group) []protocol.DocID {
	ids := []protocol.DocID{g.Representative}
	for _, m := range g.Members {
		ids = append(ids, m.Doc)
	}
	return ids
}

// storyOf splits a story's documents into groups of copies and lone texts.
func storyOf(members []protocol.DocID, r *dedup.Result, groups map[protocol.DocID]int) protocol.Story {
	story := protocol.Story{}
	taken := map[int]bool{}
	for _, id := range members {
		i, ok := groups[id]
		switch {
		case !ok:
			story.Lone = append(story.Lone, id)
		case !taken[i]:
			taken[i] = true
			story.Groups = append(story.Groups, groupOf(r.Groups[i]))
		}
	}
	return story
}

func groupOf(g dedup.Group) protocol.Group {
	group := protocol.Group{Representative: g.Representative, Why: g.Why}
	for _, m := range g.Members {
		// The overlap has the representative as A; a member's pair has it as B.
		o := m.Overlap
		o.A, o.B = o.B, o.A
		group.Members = append(group.Members, pairOf(m.Doc, g.Representative, o, m.Relation))
	}
	return group
}

// order sorts the stories each way and counts.
func (f *findings) order(stories []protocol.Story, r *dedup.Result) {
	rank := make(map[protocol.DocID]int, len(r.Docs))
	day := make(map[protocol.DocID]int32, len(r.Docs))
	for i, id := range r.Docs {
		rank[id], day[id] = i, r.Days[i]
	}
	first := make(map[protocol.DocID]int, len(stories))
	f.counts = protocol.Stories{
		Total: uint32(len(stories)), Documents: uint32(len(r.Docs)), Groups: uint32(len(r.Groups)),
	}
	for i := range stories {
		s := &stories[i]
		s.Day = protocol.NoDay
		best := len(r.Docs)
		for _, id := range s.DocIDs() {
			s.Day = max(s.Day, day[id])
			best = min(best, rank[id])
		}
		first[key(*s)] = best
		f.counts.Texts += uint32(s.Texts())
	}
	orders := [numOrders]func(a, b protocol.Story) int{
		protocol.NewestFirst:  func(a, b protocol.Story) int { return cmp.Compare(b.Day, a.Day) },
		protocol.OldestFirst:  func(a, b protocol.Story) int { return cmp.Compare(a.Day, b.Day) },
		protocol.LargestFirst: func(a, b protocol.Story) int { return cmp.Compare(b.Documents(), a.Documents()) },
	}
	for i, compare := range orders {
		f.stories[i] = slices.Clone(stories)
		slices.SortFunc(f.stories[i], func(a, b protocol.Story) int {
			return cmp.Or(compare(a, b), cmp.Compare(first[key(a)], first[key(b)]))
		})
	}
	f.storyOf = make(map[protocol.DocID]int, len(r.Docs))
	for i, s := range f.stories[protocol.NewestFirst] {
		for _, id := range s.DocIDs() {
			f.storyOf[id] = i
		}
	}
}

// key is a document that stands for a story.
func key(s protocol.Story) protocol.DocID {
	if len(s.Groups) > 0 {
		return s.Groups[0].Representative
	}
	return s.Lone[0]
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
	answer.Stories = page(s.found.stories[q.Order], q.Offset, q.Limit)
	return answer, nil
}

func (s *Shard) pairPage(_ context.Context, q protocol.PairPage) (protocol.Pairs, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	pairs := s.found.pairs
	return protocol.Pairs{Total: uint32(len(pairs)), Pairs: page(pairs, q.Offset, q.Limit)}, nil
}

func (s *Shard) related(_ context.Context, q protocol.Related) (protocol.Relatives, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	f := s.found
	answer := protocol.Relatives{}
	if i, ok := f.storyOf[q.ID]; ok {
		answer.Story = f.stories[protocol.NewestFirst][i]
	}
	answer.Pairs = f.pairsWith(q.ID)
	slices.SortStableFunc(answer.Pairs, func(a, b protocol.Pair) int {
		return cmp.Or(cmp.Compare(a.Relation, b.Relation),
			cmp.Compare(max(b.AInB, b.BInA), max(a.AInB, a.BInA)))
	})
	return answer, nil
}

// pairsWith lists all pairs of one document, which is their A. What is found of
// a text is kept for the first document that has it and holds for all that do.
func (f *findings) pairsWith(id protocol.DocID) []protocol.Pair {
	first, copied := f.first[id]
	if !copied {
		first = id
	}
	var pairs []protocol.Pair
	for _, i := range f.pairsOf[first] {
		p := turned(f.pairs[i], first)
		p.A = id
		if p.Relation == protocol.RelationExact {
			if p.B == id {
				p.B = first
			}
			pairs = append(pairs, p)
			continue
		}
		pairs = append(pairs, p)
		for _, equal := range f.equals[p.B] {
			p.B = equal
			pairs = append(pairs, p)
		}
	}
	return pairs
}

// turned is a pair seen from one of its documents.
func turned(p protocol.Pair, id protocol.DocID) protocol.Pair {
	if p.A != id {
		p.A, p.B, p.AInB, p.BInA = p.B, p.A, p.BInA, p.AInB
	}
	return p
}
