//go:build !js || unpack

package unpack

import (
	"context"

	"clippings/wasm/internal/format"
	"clippings/wasm/protocol"
)

// maxRows bounds a preview: more than a screen shows.
const maxRows = 100

func (s *Server) preview(ctx context.Context, c protocol.Call) ([]byte, error) {
	q, err := protocol.DecodePreview(c.Body, c.Files)
	if err != nil {
		return nil, err
	}
	f, err := s.Open(q.Source.Handle)
	if err != nil {
		return protocol.Previewed{Detail: err.Error()}.AppendTo(nil), nil
	}
	defer f.Close()
	reader := format.Reader{Recipe: q.Source.Recipe, Yield: func() error { s.Pause(); return ctx.Err() }}
	seen, err := reader.Preview(q.Source.Path, f, int(min(q.Rows, maxRows)))
	if err != nil {
		return nil, err
	}
	return seen.AppendTo(nil), nil
}
