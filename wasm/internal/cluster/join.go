package cluster

// applyJoins puts together what the person says are copies, decision by
// decision. A document that a decision keeps out of the other's group cannot be
// joined to it.
func (c *clusterer) applyJoins() error {
	for _, pair := range c.decided.copies {
		a, b := c.nodeOf[pair[0]], c.nodeOf[pair[1]]
		if c.nodes[a].leader > c.nodes[b].leader {
			a, b = b, a
		}
		if into := c.nodes[a].leader; into != c.nodes[b].leader && !c.decided.apart(c, b, into) {
			c.joinGroup(b, into)
		}
		if err := c.work(len(c.nodes)); err != nil {
			return err
		}
	}
	return nil
}

// joinGroup moves a node, and with it the group it is in, to that of a leader
// that comes before its own. Whom a decision keeps out of there stays behind.
func (c *clusterer) joinGroup(t, into int32) {
	from := c.nodes[t].leader
	c.moveTo(t, into)
	var behind []int32
	for i := from; i < int32(len(c.nodes)); i++ { // none before its leader
		switch {
		case i == t || c.nodes[i].leader != from:
		case c.decided.apart(c, i, into):
			behind = append(behind, i)
		default:
			c.moveTo(i, into)
		}
	}
	c.formAnew(behind)
}

func (c *clusterer) moveTo(t, leader int32) {
	n := &c.nodes[t]
	n.leader, n.edge = leader, byHand
	if edge, ok := c.between(t, leader); ok {
		n.edge = edge
	}
}

// formAnew makes stars of nodes that have lost their leader: each joins the first
// of those before it that leads and has a verified edge with it.
func (c *clusterer) formAnew(nodes []int32) {
	for i, t := range nodes {
		n := &c.nodes[t]
		n.leader, n.edge = t, noEdge
		for _, x := range nodes[:i] {
			if edge, ok := c.between(t, x); ok && c.nodes[x].leader == x {
				n.leader, n.edge = x, edge
				break
			}
		}
	}
}
