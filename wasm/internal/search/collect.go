package search

import (
	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// collector keeps the best hits, one of a group, and counts.
type collector struct {
	o       *Options
	byTier  bool    // tiers count: not for protocol.MatchAny
	heap    []entry // of documents without a group: the worst on top
	groups  groupTable
	matched uint64
	singles uint64
}

// entry is a hit as it is compared: 32 bytes without a pointer. Names are asked
// for only where nothing else tells the order.
type entry struct {
	key   int64
	score float64
	tier  tier
	doc   uint32
	group uint32
}

func newCollector(o *Options) *collector {
	return &collector{o: o, byTier: o.Match != protocol.MatchAny}
}

// collect takes the matching documents of a segment.
func (c *collector) collect(e *evaluator, docs []uint32) {
	c.matched += uint64(len(docs))
	switch {
	case c.o.Group != nil:
		c.collectGroups(e, docs)
	case c.o.K > 0:
		c.collectSingles(e, docs)
	}
	if c.o.Group == nil {
		c.singles += uint64(len(docs))
	}
}

// collectSingles takes documents without groups.
func (c *collector) collectSingles(e *evaluator, docs []uint32) {
	base := e.seg.Base()
	for i, d := range docs {
		// Most are told from the worst that is kept by two comparisons.
		if len(c.heap) == c.o.K && c.o.Key == nil && c.byTier {
			worst := &c.heap[0]
			if t := e.tiers[i]; t > worst.tier || t == worst.tier && e.scores[i] < worst.score {
				continue
			}
		}
		c.push(c.entry(e, i, base+d))
	}
}

// collectGroups takes documents that may be in groups.
func (c *collector) collectGroups(e *evaluator, docs []uint32) {
	base := e.seg.Base()
	for i, d := range docs {
		group := c.o.Group(base + d)
		if group == 0 {
			if c.singles++; c.o.K > 0 {
				c.push(c.entry(e, i, base+d))
			}
			continue
		}
		g := c.groups.add(group)
		if g.count++; c.o.K > 0 {
			h := c.entry(e, i, base+d)
			h.group = group
			if g.count == 1 || c.isBetter(&h, &g.best) {
				g.best = h
			}
		}
	}
}

// entry is the i-th document found in a segment.
func (c *collector) entry(e *evaluator, i int, doc uint32) entry {
	h := entry{doc: doc, score: e.scores[i]}
	if c.byTier {
		h.tier = e.tiers[i]
	}
	if c.o.Key != nil {
		h.key = c.o.Key(doc)
	}
	return h
}

// isBetter reports whether h stands before o: a total order, that of
// protocol.TopHit.Compare before gaps are known.
func (c *collector) isBetter(h, o *entry) bool {
	switch {
	case h.key != o.key:
		return h.key < o.key
	case h.tier != o.tier:
		return h.tier < o.tier
	case h.score != o.score:
		return h.score > o.score
	}
	if c.o.Docs != nil {
		if a, b := c.o.Docs.Name(h.doc), c.o.Docs.Name(o.doc); a != b {
			return a < b
		}
	}
	return h.doc < o.doc
}

// push puts a hit on the heap of the best K.
func (c *collector) push(h entry) {
	if len(c.heap) < c.o.K {
		c.heap = append(c.heap, h)
		for i := len(c.heap) - 1; i > 0; {
			up := (i - 1) / 2
			if !c.isBetter(&c.heap[up], &c.heap[i]) {
				break
			}
			c.heap[up], c.heap[i] = c.heap[i], c.heap[up]
			i = up
		}
		return
	}
	if c.o.K <= 0 || !c.isBetter(&h, &c.heap[0]) {
		return
	}
	c.heap[0] = h
	for i := 0; ; {
		worst := i
		for child := 2*i + 1; child <= 2*i+2 && child < len(c.heap); child++ {
			if c.isBetter(&c.heap[worst], &c.heap[child]) {
				worst = child
			}
		}
		if worst == i {
			return
		}
		c.heap[i], c.heap[worst] = c.heap[worst], c.heap[i]
		i = worst
	}
}

// result puts groups and single documents in one order.
func (c *collector) result() Result {
	r := Result{Documents: c.matched, Singles: c.singles, Groups: c.groups.counts()}
	if c.o.K <= 0 {
		return r
	}
	for i := range c.groups.entries {
		c.push(c.groups.entries[i].best)
	}
	ordering.By(c.heap, func(a, b entry) int {
		switch {
		case c.isBetter(&a, &b):
			return -1
		case c.isBetter(&b, &a):
			return 1
		}
		return 0
	})
	for i := range c.heap {
		r.Hits = append(r.Hits, c.hit(&c.heap[i]))
	}
	return r
}

// hit is an entry in full.
func (c *collector) hit(h *entry) Hit {
	out := Hit{Doc: h.doc, Group: h.group, Key: h.key, Standing: h.tier.standing(h.score)}
	if c.o.Docs != nil {
		out.Name = c.o.Docs.Name(h.doc)
	}
	return out
}
