package shard

import (
	"context"

	"clippings/wasm/internal/collate"
	"clippings/wasm/protocol"
)

// beside sets a document that is here and another side by side.
func (s *Shard) beside(ctx context.Context, q protocol.Beside) (protocol.Sides, error) {
	here, err := s.unpacked(q.ID)
	if err != nil {
		return protocol.Sides{}, err
	}
	there, err := q.Other.Document()
	if err != nil {
		return protocol.Sides{}, err
	}
	return collate.Beside(&here, &there, s.yield(ctx))
}
