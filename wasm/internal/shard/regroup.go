package shard

import (
	"context"
	"slices"

	"clippings/wasm/internal/cluster"
	"clippings/wasm/protocol"
)

// regroup groups the corpus anew from what the last comparison found, at the
// shard that led it. Others have found nothing and group nothing. It is shown
// once all shards are told their groups: see assign.
func (s *Shard) regroup(ctx context.Context, q protocol.Regroup) (protocol.Grouping, error) {
	s.mu.Lock()
	evidence, lookup := s.evidence, s.found.lookup
	s.next = nil
	s.mu.Unlock()
	if evidence == nil {
		return protocol.Grouping{}, nil
	}
	// The lock is not held meanwhile: what was found before is shown on.
	work := pace(s.yield(ctx))
	clustering, err := evidence.Cluster(q.Settings, q.Decisions, work)
	if err != nil {
		return protocol.Grouping{}, err
	}
	if !lookup.Is(evidence) {
		if lookup, err = evidence.NewLookup(work); err != nil {
			return protocol.Grouping{}, err
		}
	}
	found, err := newFindings(lookup, q.Settings, clustering, work)
	if err != nil {
		return protocol.Grouping{}, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.evidence == evidence {
		s.next = found
	}
	return groupingOf(evidence, clustering), ctx.Err()
}

// groupingOf lists the documents that have copies or share a story.
func groupingOf(evidence *cluster.Evidence, c *cluster.Clustering) protocol.Grouping {
	places := make([]protocol.Grouped, len(evidence.Docs))
	at := make(map[protocol.DocID]int, len(places))
	for doc := range places {
		id := evidence.Docs[doc].ID
		places[doc] = protocol.Grouped{ID: id, Group: c.GroupOf[doc]}
		at[id] = doc
	}
	for number := range c.Stories {
		ids := c.Stories[number].DocIDs()
		for _, id := range ids {
			if len(ids) > 1 {
				places[at[id]].Story = uint32(number) + 1
			}
		}
	}
	for i := range c.Groups {
		places[at[c.Groups[i].Representative]].First = true
	}
	documents := slices.DeleteFunc(places, func(g protocol.Grouped) bool { return g.Group == 0 && g.Story == 0 })
	return protocol.Grouping{Documents: documents}
}

// workBetweenYields is in the units of cluster.Evidence.Cluster: a few
// milliseconds.
const workBetweenYields = 1 << 18

// pace calls yield now and then.
func pace(yield func() error) func(work int) error {
	spent := 0
	return func(work int) error {
		if spent += work; spent < workBetweenYields {
			return nil
		}
		spent = 0
		return yield()
	}
}

// assign takes the groups and stories of this shard's documents; at the lead, what was
// grouped takes the place of what was shown before.
func (s *Shard) assign(_ context.Context, q protocol.Assign) (protocol.Done, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	places := make([]place, len(s.docs))
	for _, d := range q.Documents {
		if i, ok := s.byID[d.ID]; ok {
			places[i] = place{group: d.Group, story: d.Story, isFirst: d.First}
		}
	}
	s.places = places
	if s.next != nil {
		s.found, s.next = s.next, nil
	}
	return protocol.Done{}, nil
}
