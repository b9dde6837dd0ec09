package dedup

import "slices"

// counter counts, for one text, how often each later one is met.
type counter struct {
	met   []uint32 // by text
	order []uint32 // those met
}

// walk meets every text that one of the places pairs with, and tells the work.
func (c *counter) walk(texts, places []uint32) (work int) {
	for _, at := range places {
		for i := at + 1; ; i++ {
			t := texts[i] &^ lastOfList
			if c.met[t] == 0 {
				c.order = append(c.order, t)
			}
			c.met[t]++
			work++
			if texts[i]&lastOfList != 0 {
				break
			}
		}
	}
	return work
}

func (c *counter) reset() {
	for _, t := range c.order {
		c.met[t] = 0
	}
	c.order = c.order[:0]
}

// propose counts the overlaps in this owner's lists and proposes to the lead
// every pair that may be worth keeping.
//
// A pair is kept when all its common shingles, light and heavy, are at least
// kept(smaller), and those in lists that pair it at least a quarter of that.
// The heavy ones are at most the lesser of the two texts' heavy shingles, so
// the lists that pair it must hold the rest; and of n owners' lists, one must
// hold an n-th part.
//
//	texts with pairs: text as difference, count, each: other as difference
func (e *Exchange) propose(in []reader, out [][]byte) error {
	if err := e.sumHeavy(in); err != nil {
		return err
	}
	p := &e.part
	c := counter{met: make([]uint32, len(e.shard.sizes))}
	w := pairWriter{}
	var good []uint32
	for a := range uint32(len(e.shard.sizes)) {
		work := c.walk(p.lists.texts, p.pairs.of(a))
		good = good[:0]
		for _, b := range c.order {
			if c.met[b]*uint32(e.n) >= e.needed(a, b) {
				good = append(good, b)
			}
		}
		slices.Sort(good)
		w.add(a, good)
		work += len(c.order) + 8*len(good)
		c.reset()
		if err := e.pace.work(work + 1); err != nil {
			return err
		}
	}
	out[0] = w.bytes()
	return nil
}

// needed is the number of shingles in lists that pair a and b without which
// they are not kept.
func (e *Exchange) needed(a, b uint32) uint32 {
	kept := e.p.kept(min(e.shard.sizes[a], e.shard.sizes[b]))
	heavy := min(e.part.sum[a], e.part.sum[b])
	if heavy >= kept {
		return seen(kept)
	}
	return max(seen(kept), kept-heavy)
}

func (e *Exchange) sumHeavy(in []reader) error {
	e.part.sum = make([]uint32, len(e.shard.sizes))
	for s := range in {
		r := &in[s]
		for range r.count(2) {
			t := r.index(len(e.part.sum))
			n := r.varint()
			if !r.bad {
				e.part.sum[t] += n
			}
		}
		if err := r.end(); err != nil {
			return err
		}
	}
	return nil
}

// count tells the lead the exact overlap of every candidate in this owner's
// lists.
//
//	for each candidate, in order: common shingles, those in lists that pair it
func (e *Exchange) count(in []reader, out [][]byte) error {
	p := &e.part
	texts := len(e.shard.sizes)
	light, heavy := counter{met: make([]uint32, texts)}, counter{met: make([]uint32, texts)}
	inHeavy := make([]uint32, e.heavyLists()) // list -> text+1 that was marked last
	last := int64(-1)
	var msg []byte
	err := e.readPairs(&in[0], func(a, b uint32) {
		if int64(a) != last {
			last = int64(a)
			light.reset()
			heavy.reset()
			places := p.pairs.of(a)
			e.pace.spent += light.walk(p.lists.texts, places[:p.pairs.light[a]])
			e.pace.spent += heavy.walk(p.lists.texts, places[p.pairs.light[a]:])
			for _, id := range p.heavy.of(a) {
				inHeavy[id] = a + 1
			}
		}
		common := light.met[b]
		for _, id := range p.heavy.of(b) {
			if inHeavy[id] == a+1 {
				common++
			}
		}
		e.pace.spent += len(p.heavy.of(b)) + 4
		msg = putVar(putVar(msg, common), light.met[b]+heavy.met[b])
	})
	out[0] = msg
	e.part = partState{}
	return err
}

func (e *Exchange) heavyLists() int {
	n := 0
	for _, t := range e.part.lists.texts[e.part.lists.heavy:] {
		n += int(t >> 31)
	}
	return n
}
