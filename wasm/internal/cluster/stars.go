package cluster

import (
	"cmp"
	"slices"

	"clippings/wasm/protocol"
)

// formStars lets each node, in the order in which they may represent others,
// join one of the leaders before it; without one that it can join it leads. A hub
// does not follow what the person chose if that is none: the rest of its family,
// of whom no pair with the chosen is known, would be left alone.
func (c *clusterer) formStars() error {
	c.leads = make([]bool, len(c.ev.Shingles))
	for i := range c.nodes {
		t := int32(i)
		hub := c.isHub(c.nodes[t].text)
		c.place(t, c.choose(t, func(leader int32) bool {
			return leader < t && (!hub || c.isHub(c.nodes[leader].text))
		}))
		if err := c.work(8 + 4*len(c.edges.Of(c.nodes[t].text))); err != nil {
			return err
		}
	}
	return nil
}

// formAnew makes stars of nodes that have lost their leader, among themselves.
// They are sorted.
func (c *clusterer) formAnew(nodes []int32) {
	for _, t := range nodes {
		c.place(t, candidate{node: -1})
	}
	for _, t := range nodes {
		c.place(t, c.choose(t, func(leader int32) bool {
			_, among := slices.BinarySearch(nodes, leader)
			return among && leader < t
		}))
	}
}

// place puts a node where it chose to go.
func (c *clusterer) place(t int32, chosen candidate) {
	n := &c.nodes[t]
	if chosen.node >= 0 {
		n.leader, n.edge = chosen.node, chosen.edge
		return
	}
	n.leader, n.edge = t, noEdge
	c.leads[n.text] = true
}

// candidate is a leader that a node may join, and the edge between them.
type candidate struct {
	node, edge int32 // -1: none
	relation   protocol.Relation
	overlap    Overlap
}

// choose finds the leader that node t joins, of those it may: that of its own
// text, or else the closest with which it has a verified edge.
func (c *clusterer) choose(t int32, may func(leader int32) bool) candidate {
	text := c.nodes[t].text
	for _, x := range c.byText.Of(text) {
		n := &c.nodes[x]
		if x == t || !may(n.leader) {
			continue
		}
		if c.nodes[n.leader].text == text {
			return candidate{node: n.leader, edge: sameText}
		}
		if n.edge >= 0 {
			return candidate{node: n.leader, edge: n.edge}
		}
	}
	best := candidate{node: -1}
	for _, e := range c.edges.Of(text) {
		other := c.ev.Edges[e].other(text)
		if !c.leads[other] {
			continue
		}
		next := candidate{edge: e}
		next.overlap, next.relation = c.overlapOf(e, text)
		for _, x := range c.byText.Of(other) {
			next.node = x
			if c.nodes[x].leader == x && (best.node < 0 || compareCloseness(&next, &best) < 0) && may(x) {
				best = next
			}
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
