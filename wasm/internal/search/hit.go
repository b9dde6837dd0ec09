package search

import (
	"cmp"

	"clippings/wasm/protocol"
)

// Hit is a document found.
type Hit struct {
	Doc   uint32 // number in its index
	Group uint32 // what it is folded into, 0 for nothing
	Key   int64  // Options.Key of Doc
	protocol.Standing
	Name string // Docs.Name of Doc
}

// compareHits orders hits as protocol.TopHit.Compare does.
func compareHits(a, b Hit) int {
	x := protocol.TopHit{Key: a.Key, Standing: a.Standing, Name: a.Name}
	y := protocol.TopHit{Key: b.Key, Standing: b.Standing, Name: b.Name}
	return cmp.Or(x.Compare(&y), cmp.Compare(a.Doc, b.Doc))
}
