package search

import (
	"slices"

	"clippings/wasm/protocol"
)

// collector keeps the best hits, one of a group, and counts.
type collector struct {
	o       Options
	byTier  bool  // tiers count: not for protocol.MatchAny
	heap    []Hit // of documents without a group: the worst on top
	groups  groupTable
	matched uint64
	singles uint64
}

func newCollector(o Options, q *Query) *collector {
	return &collector{o: o, byTier: o.Match != protocol.MatchAny}
}

// collect takes the matching documents of a segment.
func (c *collector) collect(e *evaluator, docs []uint32) {
	c.matched += uint64(len(docs))
	base := e.seg.Base()
	if c.o.Group == nil && c.o.K <= 0 {
		c.singles += uint64(len(docs))
		return
	}
	for i, d := range docs {
		d += base
		group := uint32(0)
		if c.o.Group != nil {
			group = c.o.Group(d)
		}
		if group == 0 {
			c.singles++
			if c.o.K > 0 {
				c.single(d, e.tiers[i], e.scores[i])
			}
			continue
		}
		g := c.groups.add(group)
		g.count++
		if c.o.K <= 0 {
			continue
		}
		h := c.hit(d, e.tiers[i], e.scores[i])
		h.Group = group
		if !g.held || !g.best.isAhead(&h) {
			g.offer(c.named(h))
		}
	}
}

// single takes a document without a group.
func (c *collector) single(doc uint32, t tier, score float64) {
	h := c.hit(doc, t, score)
	if len(c.heap) < c.o.K || !c.heap[0].isAhead(&h) {
		c.push(c.named(h))
	}
}

// hit is a document without its name.
func (c *collector) hit(doc uint32, t tier, score float64) Hit {
	if !c.byTier {
		t = 0
	}
	h := Hit{Doc: doc, Standing: t.standing(score)}
	if c.o.Key != nil {
		h.Key = c.o.Key(doc)
	}
	return h
}

// isAhead reports whether h stands before o whatever their names.
func (h *Hit) isAhead(o *Hit) bool {
	if h.Key != o.Key {
		return h.Key < o.Key
	}
	if h.Missing != o.Missing {
		return h.Missing < o.Missing
	}
	if h.Typos != o.Typos {
		return h.Typos < o.Typos
	}
	if h.Field != o.Field {
		return h.Field < o.Field
	}
	return h.Score > o.Score
}

// named gives a hit its name, which is asked for only where nothing else tells
// the order.
func (c *collector) named(h Hit) Hit {
	if c.o.Docs != nil {
		h.Name = c.o.Docs.Name(h.Doc)
	}
	return h
}

// push puts a hit on the heap of the best K.
func (c *collector) push(h Hit) {
	if len(c.heap) < c.o.K {
		c.heap = append(c.heap, h)
		for i := len(c.heap) - 1; i > 0; {
			up := (i - 1) / 2
			if !c.heap[up].better(&c.heap[i]) {
				break
			}
			c.heap[up], c.heap[i] = c.heap[i], c.heap[up]
			i = up
		}
		return
	}
	if c.o.K <= 0 || !h.better(&c.heap[0]) {
		return
	}
	c.heap[0] = h
	for i := 0; ; {
		worst := i
		for child := 2*i + 1; child <= 2*i+2 && child < len(c.heap); child++ {
			if c.heap[worst].better(&c.heap[child]) {
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
	for i := range c.groups.entries {
		g := &c.groups.entries[i]
		if g.held {
			c.push(g.best)
		}
	}
	r.Hits = c.heap
	slices.SortFunc(r.Hits, compareHits)
	return r
}
