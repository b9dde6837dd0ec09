package shard

import (
	"context"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/internal/column"
	"clippings/wasm/internal/index"
	"clippings/wasm/internal/search"
	"clippings/wasm/protocol"
)

// remove takes sources out. What remains is indexed anew beside the index in
// use, so that search goes on meanwhile, and takes its place at the end.
func (s *Shard) remove(ctx context.Context, q protocol.Remove) (protocol.Done, error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	yield := s.yield(ctx)
	kept, err := s.without(q.Sources, yield)
	if err != nil || len(kept) == len(s.docs) {
		return protocol.Done{}, err
	}
	r := newRebuilt(yield)
	for _, i := range kept {
		if err := r.add(s.docs[i], s.columns.Row(i)); err != nil {
			return protocol.Done{}, err
		}
	}
	if err := r.index.Flush(r.yield); err != nil {
		return protocol.Done{}, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.replace(r)
	s.places, s.choices, s.evidence, s.past = nil, choices{}, nil, past{}
	s.found, s.next = &findings{}, nil
	return protocol.Done{}, nil
}

// lookEvery is how many documents are looked at between two pauses, under 1 ms.
const lookEvery = 1 << 12

// without is the documents that are not of the sources, as indexes into docs.
// The caller holds writing.
func (s *Shard) without(sources []uint32, yield func() error) ([]uint32, error) {
	gone := make(map[uint32]bool, len(sources))
	for _, source := range sources {
		gone[source] = true
	}
	kept := make([]uint32, 0, len(s.docs))
	for i := range s.docs {
		if i%lookEvery == 0 {
			if err := yield(); err != nil {
				return nil, err
			}
		}
		if !gone[s.docs[i].info.ID.Source()] {
			kept = append(kept, uint32(i))
		}
	}
	return kept, nil
}

// replace puts documents indexed anew in the place of those there are. The
// caller holds both locks.
func (s *Shard) replace(r *rebuilt) {
	s.docs, s.byID, s.columns, s.index, s.feeder = r.docs, r.byID, r.columns, r.index, r.feeder
	s.searcher, s.langs = search.New(s.index), languagesOf(s.columns)
}

// rebuilt is a shard's documents indexed anew: without those that go, or with
// other roles.
type rebuilt struct {
	docs    []document
	byID    map[protocol.DocID]uint32
	columns *column.Table
	index   *index.Index
	feeder  *search.Feeder
	scan    analysis.Scanner
	full    []protocol.Paragraph
	yield   func() error
}

func newRebuilt(yield func() error) *rebuilt {
	r := &rebuilt{index: index.New(), byID: map[protocol.DocID]uint32{}, columns: &column.Table{}, yield: yield}
	r.feeder = search.NewFeeder(r.index)
	return r
}

// add takes a document over with the roles it has.
func (r *rebuilt) add(d document, row column.Row) error {
	if err := r.yield(); err != nil {
		return err
	}
	d.words = 0
	r.full = d.full(r.full)
	d.feed(r.feeder, &r.scan, r.full)
	r.byID[d.info.ID] = uint32(len(r.docs))
	r.docs = append(r.docs, d)
	row.Words = d.words
	r.columns.Append(row)
	if r.index.Due() {
		return r.index.Flush(r.yield)
	}
	return nil
}
