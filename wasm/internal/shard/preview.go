package shard

import (
	"context"

	"clippings/wasm/internal/format"
	"clippings/wasm/protocol"
)

// maxRows bounds a preview: more than a screen shows.
const maxRows = 100

// previewCall decodes what handle cannot: the file handle beside the message.
func (s *Shard) previewCall(ctx context.Context, c protocol.Call) ([]byte, error) {
	q, err := protocol.DecodePreview(c.Body, c.Files)
	if err != nil {
		return nil, err
	}
	file, err := s.opts.Open(q.Source.Handle)
	if err != nil {
		return protocol.Previewed{Detail: err.Error()}.AppendTo(nil), nil
	}
	defer file.Close()
	reader := format.Reader{Recipe: q.Source.Recipe, Yield: s.yield(ctx)}
	seen, err := reader.Preview(q.Source.Path, file, int(min(q.Rows, maxRows)))
	if err != nil {
		return nil, err
	}
	return seen.AppendTo(nil), nil
}
