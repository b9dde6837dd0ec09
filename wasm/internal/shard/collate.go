package shard

import (
	"context"

	"clippings/wasm/internal/collate"
	"clippings/wasm/protocol"
)

// collate tells in what documents differ from one that is here.
func (s *Shard) collate(ctx context.Context, q protocol.Collate) (protocol.Collation, error) {
	base, err := s.unpacked(q.Base)
	if err != nil {
		return protocol.Collation{}, err
	}
	yield := s.yield(ctx)
	c, err := collate.New(&base, yield)
	if err != nil {
		return protocol.Collation{}, err
	}
	for _, other := range q.Others {
		doc, err := other.Document()
		if err != nil {
			return protocol.Collation{}, err
		}
		doc.ID = other.ID
		if err := c.Add(&doc); err != nil {
			return protocol.Collation{}, err
		}
	}
	return c.Collation()
}

// unpacked is a document that is here, as it is shown.
func (s *Shard) unpacked(id protocol.DocID) (protocol.Document, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	d, err := s.find(id)
	if err != nil {
		return protocol.Document{}, err
	}
	packed, err := d.shown()
	if err != nil {
		return protocol.Document{}, err
	}
	return packed.Document()
}
