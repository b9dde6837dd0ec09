package cluster

import (
	"cmp"

	"clippings/wasm/protocol"
)

// formStars lets each node, in the order of the keeper's rule, join the closest
// of the leaders before it with which it has a verified edge and from which no
// decision keeps it; without one it leads.
func (c *clusterer) formStars() error {
	for i := range c.nodes {
		t := int32(i)
		n := &c.nodes[t]
		best := candidate{node: -1}
		for _, x := range c.byText.of(n.text) {
			best = c.better(best, candidate{node: x, edge: sameText}, t)
		}
		edges := c.edges.of(n.text)
		for _, e := range edges {
			x := &c.ev.Edges[e]
			for _, other := range c.byText.of(x.A + x.B - n.text) {
				best = c.better(best, candidate{node: other, edge: e}, t)
			}
		}
		if best.node >= 0 {
			n.leader, n.edge = best.node, best.edge
		}
		if err := c.work(8 + 4*len(edges)); err != nil {
			return err
		}
	}
	return nil
}

// candidate is a node that another may join, and the edge between them.
type candidate struct {
	node, edge int32
}

// better is the one of two candidates that node t should join.
func (c *clusterer) better(best, next candidate, t int32) candidate {
	if next.node >= t || c.nodes[next.node].leader != next.node || c.decided.apart(c, t, next.node) {
		return best
	}
	if best.node < 0 || c.compareCloseness(next, best, t) < 0 {
		return next
	}
	return best
}

// compareCloseness puts the closer of two candidates for t first.
func (c *clusterer) compareCloseness(x, y candidate, t int32) int {
	text := c.nodes[t].text
	ox, rx := c.overlapOf(x.edge, text)
	oy, ry := c.overlapOf(y.edge, text)
	return cmp.Or(
		cmp.Compare(rx, ry),
		cmp.Compare(oy.Jaccard(), ox.Jaccard()),
		cmp.Compare(oy.Containment(), ox.Containment()),
		cmp.Compare(x.node, y.node),
	)
}

// overlapOf is the figures and the relation of an edge seen from one of its texts.
func (c *clusterer) overlapOf(edge int32, text uint32) (Overlap, protocol.Relation) {
	switch edge {
	case sameText:
		return c.ev.same(text), protocol.RelationExact
	case noEdge, byHand:
		return Overlap{}, protocol.RelationNone
	}
	o := c.ev.overlap(&c.ev.Edges[edge], text)
	return o, Judge(o, &c.settings)
}

// between finds the edge of two nodes' texts among those that make copies.
func (c *clusterer) between(a, b int32) (edge int32, ok bool) {
	x, y := c.nodes[a].text, c.nodes[b].text
	if x == y {
		return sameText, true
	}
	few, other := c.edges.of(x), y
	if more := c.edges.of(y); len(more) < len(few) {
		few, other = more, x
	}
	for _, e := range few {
		if c.ev.Edges[e].A == other || c.ev.Edges[e].B == other {
			return e, true
		}
	}
	return noEdge, false
}
