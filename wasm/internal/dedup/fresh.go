package dedup

// walkFresh meets every text that a list pairs with this fresh one, but fresh
// ones before it.
func (c *counter) walkFresh(text uint32) (work int) {
	for _, t := range c.order {
		c.met[t] = 0
	}
	c.order, c.text = c.order[:0], text
	for _, x := range c.light.Of(text) {
		work += c.meetFresh(c.lists.of(x.list), x.weight)
	}
	for _, x := range c.heavy.Of(text) {
		texts := c.lists.of(x.list)
		if !c.isPeer(x, c.peers) {
			c.inHeavy[x.list] = text + 1
			texts = texts[:c.peers]
		}
		work += c.meetFresh(texts, x.weight)
	}
	return work
}

func (c *counter) meetFresh(texts []uint32, weight uint32) (work int) {
	for _, t := range texts {
		t &^= lastOfList
		if t <= c.text && c.shard.isFresh(t) {
			continue
		}
		if c.met[t] == 0 {
			c.order = append(c.order, t)
		}
		c.met[t] += weight
	}
	return len(texts)
}

// freshPair is a pair that is proposed.
type freshPair struct {
	key            uint64
	common, paired uint32
}

// proposeFresh proposes pairs with a fresh text, as propose does.
func (e *Exchange) proposeFresh(out [][]byte) error {
	c := e.newCounter()
	var all []freshPair
	for a := range uint32(len(e.shard.sizes)) {
		if !e.shard.isFresh(a) {
			continue
		}
		work := c.walkFresh(a)
		for _, b := range c.order {
			if c.met[b]*uint32(e.n) >= e.needed(a, b) {
				common, paired := c.overlap(b)
				all = append(all, freshPair{uint64(min(a, b))<<32 | uint64(max(a, b)), common, paired})
				work += 8 + len(c.heavy.Of(b))
			}
		}
		if err := e.pace.work(work + len(c.order) + 1); err != nil {
			return err
		}
	}
	out[0] = writePairs(all, func(w *pairWriter, same []freshPair) {
		w.b = putVar(putVar(w.b, same[0].common), same[0].common-same[0].paired)
	}, func(x *freshPair) uint64 { return x.key })
	return e.pace.work(20 * len(all))
}
