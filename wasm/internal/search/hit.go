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

// better reports whether h stands before o. It is a total order.
func (h *Hit) better(o *Hit) bool { return h.compare(o) < 0 }

// compare orders hits as protocol.TopHit.Compare does.
func (h *Hit) compare(o *Hit) int {
	return cmp.Or(
		cmp.Compare(h.Key, o.Key), cmp.Compare(h.Missing, o.Missing), cmp.Compare(h.Typos, o.Typos),
		cmp.Compare(h.Gap, o.Gap), cmp.Compare(h.Field, o.Field), cmp.Compare(o.Score, h.Score),
		cmp.Compare(h.Name, o.Name), cmp.Compare(h.Doc, o.Doc),
	)
}

// compareHits is compare as slices.SortFunc wants it.
func compareHits(a, b Hit) int { return a.compare(&b) }
