package cluster

import (
	"slices"

	"clippings/wasm/protocol"
)

// decided is the person's decisions about the documents that are here.
type decided struct {
	named      map[int32]bool // documents that a decision on copies names
	represents map[int32]int  // the ordinal of the last decision that a document represents
	notCopies  map[int32][]int32
	copies     [][2]int32 // in the order decided
	stories    []storyDecision
}

// storyDecision says that two documents tell of one event, or do not.
type storyDecision struct {
	a, b int32
	same bool
}

// decide finds the documents that decisions name. Of several decisions about
// the same two the last holds.
func decide(ev *Evidence, decisions []protocol.Decision) decided {
	d := decided{named: map[int32]bool{}, represents: map[int32]int{}, notCopies: map[int32][]int32{}}
	if len(decisions) == 0 {
		return d
	}
	byName := namedDocs(ev, decisions)
	type subject struct {
		a, b   int32
		copies bool
	}
	last := map[subject]int{}
	for pass := range 2 { // first which is the last, then what it says
		for i, x := range decisions {
			a, ok := byName[x.A]
			b, also := byName[x.B]
			if !ok || x.Kind != protocol.Represents && (!also || a == b) {
				continue
			}
			about := subject{min(a, b), max(a, b), x.Kind == protocol.AreCopies || x.Kind == protocol.NotCopies}
			switch {
			case x.Kind == protocol.Represents:
				d.named[a] = true
				d.represents[a] = i + 1
			case pass == 0:
				last[about] = i
			case last[about] == i:
				d.take(x.Kind, a, b)
			}
		}
	}
	return d
}

// namedDocs finds the documents of the names in decisions.
func namedDocs(ev *Evidence, decisions []protocol.Decision) map[string]int32 {
	wanted := map[string]bool{}
	for _, x := range decisions {
		wanted[x.A], wanted[x.B] = true, true
	}
	byName := map[string]int32{}
	for i := range ev.Docs {
		if name := ev.Docs[i].Name; wanted[name] && name != "" {
			byName[name] = int32(i)
		}
	}
	return byName
}

func (d *decided) take(verdict protocol.Verdict, a, b int32) {
	switch verdict {
	case protocol.AreCopies:
		d.named[a], d.named[b] = true, true
		d.copies = append(d.copies, [2]int32{a, b})
	case protocol.NotCopies:
		d.named[a], d.named[b] = true, true
		d.notCopies[a] = append(d.notCopies[a], b)
		d.notCopies[b] = append(d.notCopies[b], a)
	case protocol.SameStory, protocol.OtherStory:
		d.stories = append(d.stories, storyDecision{a, b, verdict == protocol.SameStory})
	}
}

// apart reports whether a decision keeps node t out of leader's group as far as
// it was formed.
func (d *decided) apart(c *clusterer, t, leader int32) bool {
	if len(d.notCopies) == 0 {
		return false
	}
	return slices.ContainsFunc(c.nodes[t].docs, func(doc int32) bool {
		return slices.ContainsFunc(d.notCopies[doc], func(other int32) bool {
			x := c.nodeOf[other]
			return x == leader || x != t && c.nodes[x].leader == leader
		})
	})
}

// applyJoins puts together what the person says are copies: the group of one
// joins that of the other whose leader comes first. Whom a decision keeps out of
// that one stays behind alone.
func (c *clusterer) applyJoins() {
	for _, pair := range c.decided.copies {
		into, from := c.nodes[c.nodeOf[pair[0]]].leader, c.nodes[c.nodeOf[pair[1]]].leader
		if into == from {
			continue
		}
		if from < into {
			into, from = from, into
		}
		for i := range c.nodes {
			t := int32(i)
			if c.nodes[t].leader == from && t != from {
				c.moveTo(t, into)
			}
		}
		c.moveTo(from, into)
	}
}

func (c *clusterer) moveTo(t, leader int32) {
	n := &c.nodes[t]
	n.leader, n.edge = t, noEdge
	if c.decided.apart(c, t, leader) {
		return
	}
	n.leader, n.edge = leader, byHand
	if edge, ok := c.between(t, leader); ok {
		n.edge = edge
	}
}
