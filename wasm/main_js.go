// Command wasm is the engine of Clippings: a worker of the page, and natively
// the command line.
package main

import (
	"context"

	"clippings/wasm/internal/format"
	"clippings/wasm/internal/port"
	"clippings/wasm/internal/shard"
	"clippings/wasm/protocol"
	"clippings/wasm/rpc"
)

// main serves one shard to the page until the page ends the worker.
func main() {
	engine := shard.New(shard.Options{
		Open:       func(handle protocol.File) (shard.File, error) { return port.Open(handle) },
		Pause:      port.Yield,
		Unpacker:   &format.Unpacker{Start: port.StartUnpacker, Blob: port.Blob},
		Root:       port.Root(),
		Collection: port.Collection(),
	})
	_ = rpc.NewServer(port.Listen(), engine).Serve(context.Background())
}
