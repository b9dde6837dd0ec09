package shard

import (
	"context"
	"slices"

	"clippings/wasm/protocol"
)

// narrowed is a choice among the stories.
type narrowed struct {
	number uint32
	counts protocol.Stories // without Stories
	has    []bool           // by story
}

// matching tells which documents a query finds, by ID.
func (s *Shard) matching(ctx context.Context, q protocol.Matching) (protocol.Matched, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	docs, err := s.matches(ctx, q.Query, q.Plan)
	if err != nil {
		return protocol.Matched{}, err
	}
	ids := make([]protocol.DocID, len(docs))
	for i, d := range docs {
		ids[i] = s.docs[d].info.ID
	}
	slices.Sort(ids)
	return protocol.Matched{IDs: protocol.PackIDs(ids)}, nil
}

// narrow remembers the stories of some documents.
func (s *Shard) narrow(_ context.Context, q protocol.Narrow) (protocol.Done, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := &narrowed{number: q.Number, has: make([]bool, len(s.found.rows))}
	for _, packed := range q.IDs {
		ids, err := protocol.UnpackIDs(packed)
		if err != nil {
			return protocol.Done{}, err
		}
		for _, id := range ids {
			if story, ok := s.found.storyAt(id); ok && !n.has[story] {
				n.has[story] = true
				s.found.rows[story].addTo(&n.counts)
			}
		}
	}
	s.found.narrowed = n
	return protocol.Done{}, nil
}

// storyAt is the number of the story that a document is in.
func (f *findings) storyAt(id protocol.DocID) (int32, bool) {
	if f.far != nil {
		return f.far.storyOf(id)
	}
	if f.lookup == nil {
		return 0, false
	}
	doc, ok := f.lookup.Doc(id)
	if !ok {
		return 0, false
	}
	return f.storyOf[doc], true
}

// page is a part of the stories that were chosen.
func (n *narrowed) page(f *findings, q protocol.StoryPage) protocol.Stories {
	answer := n.counts
	var chosen []int32
	for _, i := range f.orders[q.Order] {
		if n.has[i] {
			chosen = append(chosen, i)
		}
	}
	for _, i := range page(chosen, q.Offset, q.Limit) {
		answer.Stories = append(answer.Stories, f.story(i))
	}
	return answer
}
