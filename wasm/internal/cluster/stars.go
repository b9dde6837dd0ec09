package cluster

import (
	"cmp"

	"clippings/wasm/protocol"
)

// formStars lets each node, in the order in which they may represent others,
// follow the documents of its own text, or else join the closest of the leaders
// before it with which it has a verified edge; none from which a decision keeps
// it. Without one it leads.
func (c *clusterer) formStars() error {
	leads := make([]bool, len(c.ev.Shingles)) // by text: one of its nodes
	for i := range c.nodes {
		t := int32(i)
		n := &c.nodes[t]
		edges := c.edges.of(n.text)
		best, found := c.ownText(t)
		if found {
			edges = nil
		}
		for _, e := range edges {
			if other := c.ev.Edges[e].other(n.text); leads[other] {
				best = c.closest(best, t, other, e)
			}
		}
		if best.node >= 0 {
			n.leader, n.edge = best.node, best.edge
		} else {
			leads[n.text] = true
		}
		if err := c.work(8 + 4*len(edges)); err != nil {
			return err
		}
	}
	return nil
}

// candidate is a leader that a node may join, and the edge between them.
type candidate struct {
	node, edge int32
	relation   protocol.Relation
	overlap    Overlap
}

// ownText is the leader of the first node of the same text that t may follow.
func (c *clusterer) ownText(t int32) (leader candidate, found bool) {
	text := c.nodes[t].text
	for _, x := range c.byText.of(text) {
		if x >= t {
			break
		}
		n := &c.nodes[x]
		if c.decided.apart(c, t, n.leader) {
			continue
		}
		if c.nodes[n.leader].text == text {
			return candidate{node: n.leader, edge: sameText}, true
		}
		return candidate{node: n.leader, edge: n.edge}, true
	}
	return candidate{node: -1}, false
}

// closest is the one of best and the leaders of a text, at the other end of an
// edge, that node t should join.
func (c *clusterer) closest(best candidate, t int32, text uint32, edge int32) candidate {
	next := candidate{edge: edge}
	next.overlap, next.relation = c.overlapOf(edge, c.nodes[t].text)
	if best.node >= 0 && compareCloseness(&next, &best) > 0 {
		return best
	}
	for _, x := range c.byText.of(text) {
		if x >= t {
			break
		}
		next.node = x
		if c.nodes[x].leader == x && (best.node < 0 || compareCloseness(&next, &best) < 0) && !c.decided.apart(c, t, x) {
			best = next
		}
	}
	return best
}

// compareCloseness puts the closer of two candidates first.
func compareCloseness(x, y *candidate) int {
	return cmp.Or(
		cmp.Compare(x.relation, y.relation),
		cmp.Compare(y.overlap.Jaccard(), x.overlap.Jaccard()),
		cmp.Compare(y.overlap.Containment(), x.overlap.Containment()),
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
