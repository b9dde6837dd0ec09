package cluster

import (
	"cmp"

	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// event is a text on its way into a story, and the days on which it and its
// copies were published.
type event struct {
	node   int32
	text   uint32
	first  int32 // day, protocol.NoDay if not known
	last   int32
	series uint64 // Doc.Series of its representative
}

// isIssue reports whether two events are issues of one series, such as weather
// reports and the week's letters: of one outlet, with one title, on different
// days.
func (x *event) isIssue(y *event) bool {
	return x.series != 0 && x.series == y.series && x.first != y.first &&
		x.first != protocol.NoDay && y.first != protocol.NoDay
}

// findStories puts every leading node into a story.
func (c *clusterer) findStories() error {
	c.events = c.newEvents()
	links, err := newLinker(c.events, &c.ev.Vectors, &c.settings).all(c.work)
	if err != nil {
		return err
	}
	j := newJoiner(c.events, &c.settings)
	if err := j.join(links, c.work); err != nil {
		return err
	}
	c.story, c.lastDay = make([]int32, len(c.nodes)), make([]int32, len(c.nodes))
	for i := range c.events {
		x := &c.events[i]
		c.story[x.node], c.lastDay[x.node] = top(j.into, int32(i)), x.last
	}
	c.decideStories(int32(len(c.events)))
	return nil
}

// newEvents lists the leading nodes by day, the undated last.
func (c *clusterer) newEvents() []event {
	var events []event
	at := make([]int32, len(c.nodes)) // by node, plus one
	for i := range c.nodes {
		if n := &c.nodes[i]; n.leader == int32(i) {
			events = append(events, event{
				node: int32(i), text: n.text, first: protocol.NoDay, last: protocol.NoDay,
				series: c.ev.Docs[n.docs[0]].Series,
			})
			at[i] = int32(len(events))
		}
	}
	for i := range c.ev.Docs {
		day := c.ev.Docs[i].Day
		if x := &events[at[c.nodes[c.nodeOf[i]].leader]-1]; day != protocol.NoDay {
			if x.first == protocol.NoDay || day < x.first {
				x.first = day
			}
			x.last = max(x.last, day)
		}
	}
	ordering.By(events, func(x, y event) int {
		return cmp.Or(cmp.Compare(b2i(x.first == protocol.NoDay), b2i(y.first == protocol.NoDay)),
			cmp.Compare(x.first, y.first), cmp.Compare(c.canonical(x.node), c.canonical(y.node)))
	})
	return events
}

// canonical is the place of a node's representative in canonical order.
func (c *clusterer) canonical(node int32) int32 { return c.nodes[node].docs[0] }

// decideStories does as the person says, decision by decision: a story joins
// another whole; what is taken out of one is a story of its own.
func (c *clusterer) decideStories(next int32) {
	for _, x := range c.decided.stories {
		a, b := c.nodes[c.nodeOf[x.a]].leader, c.nodes[c.nodeOf[x.b]].leader
		switch {
		case x.same:
			from, into := c.story[a], c.story[b]
			for _, e := range c.events {
				if c.story[e.node] == from {
					c.story[e.node] = into
				}
			}
		case a != b && c.story[a] == c.story[b]:
			c.story[a] = next
			next++
		}
	}
}

// result writes groups and stories out.
func (c *clusterer) result() *Clustering {
	groups := c.groups()
	r := &Clustering{GroupOf: c.groupOf(groups)}
	for _, docs := range groups {
		r.Groups = append(r.Groups, c.newGroup(docs))
	}
	members := map[int32][]int32{} // by story: its events, by place in events
	var order []int32              // stories in canonical order of their first document
	for doc := range c.ev.Docs {
		n := c.nodes[c.nodeOf[doc]].leader
		if c.canonical(n) != int32(doc) {
			continue
		}
		s := c.story[n]
		if members[s] == nil {
			order = append(order, s)
		}
		members[s] = append(members[s], n)
	}
	byHand := c.handled()
	f := fitter{vectors: &c.ev.Vectors}
	for _, s := range order {
		c.sortGroupsFirst(r, members[s])
		story := c.newStory(r, members[s])
		story.Fits = f.fits(c.textsOf(members[s]))
		story.ByHand = byHand[s]
		r.Stories = append(r.Stories, story)
	}
	return r
}

func (c *clusterer) textsOf(nodes []int32) []uint32 {
	texts := make([]uint32, len(nodes))
	for i, n := range nodes {
		texts[i] = c.nodes[n].text
	}
	return texts
}

// handled is the stories that a decision made.
func (c *clusterer) handled() map[int32]bool {
	byHand := map[int32]bool{}
	for _, x := range c.decided.stories {
		byHand[c.story[c.nodes[c.nodeOf[x.a]].leader]] = true
		byHand[c.story[c.nodes[c.nodeOf[x.b]].leader]] = true
	}
	return byHand
}

// sortGroupsFirst puts the nodes of a story in the order in which it tells of them:
// groups of copies, then lone texts, each by day and canonical order.
func (c *clusterer) sortGroupsFirst(r *Clustering, nodes []int32) {
	ordering.By(nodes, func(x, y int32) int {
		a, b := &c.ev.Docs[c.canonical(x)], &c.ev.Docs[c.canonical(y)]
		lone := func(node int32) int { return b2i(r.GroupOf[c.canonical(node)] == 0) }
		return cmp.Or(cmp.Compare(lone(x), lone(y)),
			cmp.Compare(b2i(a.Day == protocol.NoDay), b2i(b.Day == protocol.NoDay)), cmp.Compare(a.Day, b.Day))
	})
}

func (c *clusterer) newStory(r *Clustering, nodes []int32) protocol.Story {
	s := protocol.Story{Day: protocol.NoDay}
	for _, n := range nodes {
		s.Day = max(s.Day, c.lastDay[n])
		doc := c.canonical(n)
		if g := r.GroupOf[doc]; g > 0 {
			s.Groups = append(s.Groups, r.Groups[g-1])
		} else {
			s.Lone = append(s.Lone, c.ev.Docs[doc].ID)
		}
	}
	return s
}
