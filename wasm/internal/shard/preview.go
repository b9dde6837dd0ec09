package shard

import (
	"context"

	"clippings/wasm/protocol"
)

// previewCall passes the question on to the unpacker, which knows all formats.
func (s *Shard) previewCall(ctx context.Context, c protocol.Call) ([]byte, error) {
	if s.opts.Unpacker == nil {
		return nil, protocol.ErrUnknown
	}
	unpacker, err := s.opts.Unpacker.Start()
	if err != nil {
		return protocol.Previewed{Detail: err.Error()}.AppendTo(nil), nil
	}
	return unpacker.Call(ctx, c)
}
