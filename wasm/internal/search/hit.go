package search

import "clippings/wasm/protocol"

// Hit is a document found.
type Hit struct {
	Doc   uint32 // number in its index
	Group uint32 // what it is folded into, 0 for nothing
	Key   int64  // Options.Key of Doc
	protocol.Standing
	Name string // Docs.Name of Doc
}
