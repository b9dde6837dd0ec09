package main

import (
	"bytes"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/internal/index"
	"clippings/wasm/internal/port"
	"clippings/wasm/internal/search"
	"clippings/wasm/protocol"
)

// indexer builds an index of documents that come parsed, and keeps no texts.
type indexer struct {
	index *index.Index
	feed  *search.Feeder
	scan  analysis.Scanner
}

func newIndexer() *indexer {
	x := index.New()
	return &indexer{index: x, feed: search.NewFeeder(x)}
}

// add indexes documents of the form that engine.add takes.
func (n *indexer) add(texts [][]byte) error {
	for _, text := range texts {
		title := uint32(max(bytes.Index(text, []byte("\n\n")), 0))
		n.feed.Begin([]protocol.Paragraph{
			{Span: protocol.Span{End: title}, Role: protocol.RoleTitle},
			{Span: protocol.Span{Start: title, End: uint32(len(text))}, Role: protocol.RoleBody},
		})
		for n.scan.Reset(string(text)); n.scan.Next(); {
			n.feed.Word(&n.scan)
		}
		n.feed.End()
		if n.index.Due() {
			if err := n.finish(); err != nil {
				return err
			}
		}
	}
	return nil
}

// finish makes all documents searchable.
func (n *indexer) finish() error {
	return n.index.Flush(func() error { port.Yield(); return nil })
}
