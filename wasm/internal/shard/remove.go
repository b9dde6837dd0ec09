package shard

import (
	"context"
	"slices"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/internal/index"
	"clippings/wasm/internal/search"
	"clippings/wasm/protocol"
)

// remove takes sources out. What remains is indexed anew beside the index in
// use, so that search goes on meanwhile, and takes its place at the end. The
// coordinator lets nothing be added at the same time.
func (s *Shard) remove(ctx context.Context, q protocol.Remove) (protocol.Done, error) {
	s.mu.RLock()
	docs := s.docs
	s.mu.RUnlock()
	gone := func(d document) bool { return slices.Contains(q.Sources, d.info.ID.Source()) }
	if !slices.ContainsFunc(docs, gone) {
		return protocol.Done{}, nil
	}
	r := newRebuilt(s.yield(ctx))
	for _, d := range docs {
		if gone(d) {
			continue
		}
		if err := r.add(d); err != nil {
			return protocol.Done{}, err
		}
	}
	if err := r.index.Flush(r.yield); err != nil {
		return protocol.Done{}, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.replace(r)
	s.group, s.choices, s.evidence, s.past = nil, choices{}, nil, past{}
	s.found, s.next = &findings{}, nil
	return protocol.Done{}, nil
}

// replace puts documents indexed anew in the place of those there are. The
// caller holds the lock.
func (s *Shard) replace(r *rebuilt) {
	s.docs, s.byID, s.index, s.feeder = r.docs, r.byID, r.index, r.feeder
	s.searcher = search.New(s.index)
}

// rebuilt is a shard's documents indexed anew: without those that go, or with
// other roles.
type rebuilt struct {
	docs   []document
	byID   map[protocol.DocID]uint32
	index  *index.Index
	feeder *search.Feeder
	scan   analysis.Scanner
	full   []protocol.Paragraph
	yield  func() error
}

func newRebuilt(yield func() error) *rebuilt {
	r := &rebuilt{index: index.New(), byID: map[protocol.DocID]uint32{}, yield: yield}
	r.feeder = search.NewFeeder(r.index)
	return r
}

// add takes a document over with the roles it has.
func (r *rebuilt) add(d document) error {
	if err := r.yield(); err != nil {
		return err
	}
	d.words = 0
	r.full = d.full(r.full)
	d.feed(r.feeder, &r.scan, r.full)
	r.byID[d.info.ID] = uint32(len(r.docs))
	r.docs = append(r.docs, d)
	if r.index.Due() {
		return r.index.Flush(r.yield)
	}
	return nil
}
