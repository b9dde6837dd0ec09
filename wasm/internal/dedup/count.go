package dedup

import "slices"

// partState is what an owner knows of the shingles of its hash range.
type partState struct {
	lists *lists
	pairs pairIndex // text -> places in lists from which it pairs with what follows
	heavy csr       // text -> heavy lists it stands in
	sum   []uint32  // by text: heavy shingles over all owners
}

// csr holds a slice of numbers for each key: of key k, val[from[k]:from[k+1]].
type csr struct{ from, val []uint32 }

func (c *csr) of(k uint32) []uint32 { return c.val[c.from[k]:c.from[k+1]] }

// pairIndex tells where the pairs of a text begin: at each place, the texts
// after it up to the end of the list. In a heavy list only the first HeavyPeers
// texts pair with those after them.
type pairIndex struct {
	csr
	light []uint32 // by text: how many of its places are in light lists; these come first
}

// list sorts the postings and tells the other owners how many heavy shingles
// each text has here.
//
//	count, then each: text, heavy shingles
func (e *Exchange) list(in []reader, out [][]byte) error {
	l, err := e.readPostings(in)
	if err != nil {
		return err
	}
	p := &e.part
	p.lists = l
	texts := len(e.shard.sizes)
	if p.heavy, err = e.indexHeavy(l, texts); err != nil {
		return err
	}
	if p.pairs, err = e.indexPairs(l, texts); err != nil {
		return err
	}
	var b []byte
	n := uint32(0)
	for t := range uint32(texts) {
		if c := len(p.heavy.of(t)); c > 0 {
			b = putVar(putVar(b, t), uint32(c))
			n++
		}
	}
	b = append(putVar(nil, n), b...)
	for t := range out {
		out[t] = slices.Clone(b)
	}
	return nil
}

func (e *Exchange) indexHeavy(l *lists, texts int) (csr, error) {
	return e.fill(texts, func(put func(key, val uint32)) {
		id := uint32(0)
		for _, t := range l.texts[l.heavy:] {
			put(t&^lastOfList, id)
			id += t >> 31
		}
	})
}

func (e *Exchange) indexPairs(l *lists, texts int) (pairIndex, error) {
	light := make([]uint32, texts)
	for _, t := range l.texts[:l.heavy] {
		light[t&^lastOfList] += 1 - t>>31
	}
	c, err := e.fill(texts, func(put func(key, val uint32)) {
		rank := 0
		for i, t := range l.texts {
			if t&lastOfList != 0 {
				rank = 0
				continue
			}
			if i < l.heavy || rank < e.p.HeavyPeers {
				put(t, uint32(i))
			}
			rank++
		}
	})
	return pairIndex{c, light}, err
}

// fill makes a csr of what each gives in two equal rounds, keeping its order.
func (e *Exchange) fill(keys int, each func(put func(key, val uint32))) (csr, error) {
	c := csr{from: make([]uint32, keys+2)}
	total := 0
	each(func(key, _ uint32) { c.from[key+2]++; total++ })
	if err := e.pace.work(total); err != nil {
		return c, err
	}
	for k := 2; k < len(c.from); k++ {
		c.from[k] += c.from[k-1]
	}
	c.val = make([]uint32, total)
	each(func(key, val uint32) { c.val[c.from[key+1]] = val; c.from[key+1]++ })
	c.from = c.from[:keys+1]
	return c, e.pace.work(3 * total)
}

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

// gather joins what the owners proposed and sends all of them all of it.
func (e *Exchange) gather(in []reader, out [][]byte) error {
	if !e.leads() {
		return nil
	}
	var all []uint64
	for s := range in {
		from := len(all)
		err := e.readPairs(&in[s], func(a, b uint32) { all = append(all, pairKey(a, b)) })
		if err != nil {
			return err
		}
		if from > 0 {
			all = mergeSorted(all[:from], all[from:])
		}
		if err := e.pace.work(len(all)); err != nil {
			return err
		}
	}
	e.lead.pairs = all
	w := pairWriter{}
	for len(all) > 0 {
		a := uint32(all[0] >> 32)
		var others []uint32
		for len(all) > 0 && uint32(all[0]>>32) == a {
			others = append(others, uint32(all[0]))
			all = all[1:]
		}
		w.add(a, others)
	}
	b := w.bytes()
	for t := range out {
		out[t] = slices.Clone(b)
	}
	return nil
}

func pairKey(a, b uint32) uint64 { return uint64(a)<<32 | uint64(b) }

// mergeSorted merges two sorted sets of keys into a new one.
func mergeSorted(a, b []uint64) []uint64 {
	out := make([]uint64, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			out, a = append(out, a[0]), a[1:]
		case a[0] > b[0]:
			out, b = append(out, b[0]), b[1:]
		default:
			out, a, b = append(out, a[0]), a[1:], b[1:]
		}
	}
	return append(append(out, a...), b...)
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
