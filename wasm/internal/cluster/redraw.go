package cluster

import "slices"

// redraw changes the groups as the person says: first documents are taken out,
// then groups joined, each in the order decided.
func (c *clusterer) redraw() error {
	for _, pair := range c.decided.apart {
		if a, b := c.nodeOf[pair[0]], c.nodeOf[pair[1]]; c.nodes[a].leader == c.nodes[b].leader {
			c.takeOut(a, b)
		}
		if err := c.work(len(c.nodes)); err != nil {
			return err
		}
	}
	for _, pair := range c.decided.copies {
		a, b := c.nodeOf[pair[0]], c.nodeOf[pair[1]]
		if c.nodes[a].leader > c.nodes[b].leader {
			a, b = b, a
		}
		if into := c.nodes[a].leader; into != c.nodes[b].leader && !c.isKeptOut(b, into) {
			c.join(b, into)
		}
		if err := c.work(len(c.nodes)); err != nil {
			return err
		}
	}
	return nil
}

// takeOut takes node a out of the group that it and b are in. If a leads, those
// who can form a group with b do; the others stay with a. If a is alone then, it
// joins another group of which it is a copy.
func (c *clusterer) takeOut(a, b int32) {
	alone := true
	if c.nodes[a].leader == a {
		rest := c.led(a)
		c.formAnew(rest)
		for _, t := range rest {
			if c.nodes[t].leader != c.nodes[b].leader {
				c.moveTo(t, a)
				alone = false
			}
		}
	}
	if alone {
		c.place(a, candidate{node: -1})
		c.place(a, c.choose(a, func(leader int32) bool { return leader != a && !c.isKeptOut(a, leader) }))
	}
}

// led lists the nodes that a leader represents, but for itself.
func (c *clusterer) led(leader int32) []int32 {
	var nodes []int32
	for i := range c.nodes {
		if t := int32(i); t != leader && c.nodes[i].leader == leader {
			nodes = append(nodes, t)
		}
	}
	return nodes
}

// isKeptOut reports whether a decision keeps node t out of leader's group as it is.
func (c *clusterer) isKeptOut(t, leader int32) bool {
	if len(c.decided.notCopies) == 0 {
		return false
	}
	for _, doc := range c.nodes[t].docs {
		for _, other := range c.decided.notCopies[doc] {
			if x := c.nodeOf[other]; x != t && c.nodes[x].leader == leader {
				return true
			}
		}
	}
	return false
}

// join moves node t, and with it the group it is in, to that of another leader.
// Whom a decision keeps out of there stays behind.
func (c *clusterer) join(t, into int32) {
	from := c.nodes[t].leader
	group := append(c.led(from), from)
	c.moveTo(t, into)
	var behind []int32
	for _, x := range group {
		switch {
		case x == t:
		case c.isKeptOut(x, into):
			behind = append(behind, x)
		default:
			c.moveTo(x, into)
		}
	}
	slices.Sort(behind)
	c.formAnew(behind)
}

func (c *clusterer) moveTo(t, leader int32) {
	n := &c.nodes[t]
	n.leader, n.edge = leader, byHand
	if edge, ok := c.between(t, leader); ok {
		n.edge = edge
	}
}
