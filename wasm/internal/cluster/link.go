package cluster

import (
	"math/bits"
	"sort"

	"clippings/wasm/internal/csr"
	"clippings/wasm/protocol"
)

// linkEdges judges the edges and files those that make copies under both texts.
func (c *clusterer) linkEdges() error {
	least := c.leastShared()
	copies := make([]uint64, (len(c.ev.Edges)+63)/64) // a bit for each edge
	for from := 0; from < len(c.ev.Edges); from += edgesAtOnce {
		to := min(from+edgesAtOnce, len(c.ev.Edges))
		for i := from; i < to; i++ {
			x := &c.ev.Edges[i]
			if x.Common < least[x.A] && x.Common < least[x.B] {
				continue
			}
			if Judge(c.ev.overlap(x, x.A), &c.settings).IsCopy() {
				copies[i/64] |= 1 << (i % 64)
			}
		}
		if err := c.work(edgeWork * (to - from)); err != nil {
			return err
		}
	}
	c.edges = csr.New(len(c.ev.Shingles), func(put func(key uint32, val int32)) {
		for at, word := range copies {
			for ; word != 0; word &= word - 1 {
				i := at*64 + bits.TrailingZeros64(word)
				put(c.ev.Edges[i].A, int32(i))
				put(c.ev.Edges[i].B, int32(i))
			}
		}
	})
	return nil
}

// leastShared is, by text, how many shingles it has in common at least with any
// longer one of which it is a copy, for Jaccard is never above containment. Most
// edges have fewer and need not be judged.
func (c *clusterer) leastShared() []uint32 {
	share := min(c.settings.Jaccard, max(c.settings.Containment, protocol.MinContainment), 1)
	least := make([]uint32, len(c.ev.Shingles))
	if !(share > 0) { // nor is it a number perhaps
		return least
	}
	for i, n := range c.ev.Shingles {
		least[i] = uint32(share * (1 - 1e-9) * float64(n)) // so that rounding decides nothing
	}
	return least
}

const (
	// edgesAtOnce are judged between two calls of work: a tenth of a millisecond.
	edgesAtOnce = 1 << 13
	// edgeWork is what judging one costs.
	edgeWork = 16
)

// between finds the edge of two nodes' texts among those that make copies.
func (c *clusterer) between(a, b int32) (edge int32, ok bool) {
	x, y := c.nodes[a].text, c.nodes[b].text
	if x == y {
		return sameText, true
	}
	few, other := c.edges.Of(x), y
	if more := c.edges.Of(y); len(more) < len(few) {
		few, other = more, x
	}
	// Edges are sorted by A, then B: those of one text come with its neighbours
	// before it, then with those after it, both in order.
	self := x + y - other
	at := sort.Search(len(few), func(i int) bool { return c.ev.Edges[few[i]].other(self) >= other })
	if at < len(few) && c.ev.Edges[few[at]].other(self) == other {
		return few[at], true
	}
	return noEdge, false
}
