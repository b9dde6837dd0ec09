//go:build unpack

// Command unpack is the program for other formats, which the engine starts in a
// worker beside its own when the first file of one comes.
package main

import (
	"context"

	"clippings/wasm/internal/port"
	"clippings/wasm/internal/unpack"
	"clippings/wasm/protocol"
	"clippings/wasm/rpc"
)

func main() {
	server := &unpack.Server{
		Open:  func(handle protocol.File) (unpack.File, error) { return port.Open(handle) },
		Pause: port.Yield,
	}
	_ = rpc.NewServer(port.Listen(), server).Serve(context.Background())
}
