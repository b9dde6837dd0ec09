package shard

import (
	"context"

	"clippings/wasm/protocol"
)

// regroup groups the corpus anew from what the last comparison found, at the
// shard that led it. Others have found nothing and group nothing.
func (s *Shard) regroup(ctx context.Context, q protocol.Regroup) (protocol.Grouping, error) {
	s.mu.RLock()
	evidence, lookup := s.evidence, s.found.lookup
	s.mu.RUnlock()
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
	found := newFindings(lookup, q.Settings, clustering)
	answer := protocol.Grouping{}
	for doc, group := range clustering.GroupOf {
		if group > 0 {
			answer.Documents = append(answer.Documents, protocol.Grouped{ID: evidence.Docs[doc].ID, Group: group})
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.evidence == evidence {
		s.found = found
	}
	return answer, nil
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

// assign takes the groups of this shard's documents.
func (s *Shard) assign(_ context.Context, q protocol.Assign) (protocol.Done, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	group := make([]uint32, len(s.docs))
	for _, d := range q.Documents {
		if i, ok := s.byID[d.ID]; ok {
			group[i] = d.Group
		}
	}
	s.group = group
	return protocol.Done{}, nil
}
