package shard

import (
	"context"

	"clippings/wasm/protocol"
)

// texts gives documents to be carried to another shard.
func (s *Shard) texts(_ context.Context, q protocol.Texts) (protocol.TextList, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	answer := protocol.TextList{}
	for _, id := range q.IDs {
		d, err := s.find(id)
		if err != nil {
			continue
		}
		packed, err := d.shown()
		if err != nil {
			return answer, err
		}
		answer.Texts = append(answer.Texts, protocol.Carry(id, packed))
	}
	return answer, nil
}

// shown is the document packed as it is shown: with the roles that lines have
// because they recur in others.
func (d *document) shown() (protocol.Packed, error) {
	if len(d.recurring) == 0 {
		return d.packed, nil
	}
	doc, err := d.unpack()
	if err != nil {
		return protocol.Packed{}, err
	}
	return protocol.Pack(&doc), nil
}
