package shard

import (
	"context"

	"clippings/wasm/internal/synopsis"
	"clippings/wasm/protocol"
)

// synopsis sets texts side by side, wherever they are held.
func (s *Shard) synopsis(ctx context.Context, q protocol.Synopsis) (protocol.Parallels, error) {
	docs := make([]protocol.Document, 0, len(q.Texts))
	for _, t := range q.Texts {
		doc, err := t.Document()
		if err != nil {
			return protocol.Parallels{}, err
		}
		docs = append(docs, doc)
	}
	return synopsis.Of(docs, s.yield(ctx))
}
