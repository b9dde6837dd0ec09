package search

import "slices"

// collector keeps the best hits, one of a group, and counts.
type collector struct {
	opts    Options
	heap    []Hit // of documents without a group: the worst on top
	groups  groupTable
	matched uint64
	singles uint64
}

func newCollector(opts Options) *collector { return &collector{opts: opts} }

// collect takes the matching documents of a segment. Scores are rounded here,
// so that all comparisons are of what a Hit says.
func (c *collector) collect(base uint32, docs []uint32, scores []float64) {
	c.matched += uint64(len(docs))
	for i, d := range docs {
		h := Hit{Doc: base + d}
		if scores != nil {
			h.Score = float32(scores[i])
		}
		if c.opts.Group != nil {
			h.Group = c.opts.Group(h.Doc)
		}
		if h.Group == 0 {
			c.singles++
			if c.opts.K > len(c.heap) || c.opts.K > 0 && h.Score >= c.heap[0].Score {
				c.push(c.named(h))
			}
			continue
		}
		g := c.groups.add(h.Group)
		g.count++
		if c.opts.K > 0 && (!g.held || h.Score >= g.best.Score) {
			g.offer(c.named(h))
		}
	}
}

// named gives a hit its name, which is asked for only where the score alone
// does not tell the order.
func (c *collector) named(h Hit) Hit {
	if c.opts.Name != nil {
		h.Name = c.opts.Name(h.Doc)
	}
	return h
}

// push puts a hit on the heap of the best K.
func (c *collector) push(h Hit) {
	if len(c.heap) < c.opts.K {
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
	if c.opts.K <= 0 || !h.better(&c.heap[0]) {
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
