package dedup

import "slices"

// counter counts, for one text, how many shingles it shares with each later one.
type counter struct {
	*partState
	peers int
	met   []uint32 // by text: shingles in lists that pair the two
	order []uint32 // those met

	// Where there is a past, one text is fresh, and met with all texts but fresh
	// ones before it.
	shard   *shardState
	inHeavy []uint32 // by list: the last text that stands in it and is not paired by it, plus one
	text    uint32
}

func (e *Exchange) newCounter() *counter {
	return &counter{
		partState: &e.part, peers: e.p.HeavyPeers, met: make([]uint32, len(e.shard.sizes)),
		inHeavy: make([]uint32, e.part.lists.len()), shard: &e.shard,
	}
}

// walk meets every text that a list pairs with this one, and tells the work.
func (c *counter) walk(text uint32) (work int) {
	for _, t := range c.order {
		c.met[t] = 0
	}
	c.order, c.text = c.order[:0], text
	for _, x := range c.light.Of(text) {
		work += c.meet(x)
	}
	for _, x := range c.heavy.Of(text) {
		if c.isPeer(x, c.peers) {
			work += c.meet(x)
		} else {
			c.inHeavy[x.list] = text + 1
		}
	}
	return work + len(c.light.Of(text)) + len(c.heavy.Of(text))
}

func (c *counter) meet(x place) (work int) {
	i := x.at
	for texts := c.lists.texts; texts[i]&lastOfList == 0; {
		i++
		t := texts[i] &^ lastOfList
		if c.met[t] == 0 {
			c.order = append(c.order, t)
		}
		c.met[t] += x.weight
	}
	return int(i-x.at) + 1
}

// overlap is what the text walked last shares with a later one, in all lists and
// in those that pair them.
func (c *counter) overlap(other uint32) (common, paired uint32) {
	paired = c.met[other]
	common = paired
	for _, x := range c.heavy.Of(other) {
		if c.inHeavy[x.list] == c.text+1 && !c.isPeer(x, c.peers) {
			common += x.weight
		}
	}
	return common, paired
}

// propose counts the overlaps in this owner's lists and tells the lead of every
// pair that may be worth keeping.
//
// A pair is kept when all its common shingles, light and heavy, are at least
// kept(smaller), and those in lists that pair it at least a quarter of that.
// The heavy ones are at most the lesser of the two texts' heavy shingles, so
// the lists that pair it must hold the rest; and of n owners' lists, one must
// hold an n-th part.
//
//	pairs, with each: common shingles, those in lists that do not pair it

func (e *Exchange) propose(in []reader, out [][]byte) error {
	if err := e.sumHeavy(in); err != nil {
		return err
	}

	if e.shard.kinds != nil {
		return e.proposeFresh(out)
	}
	c := e.newCounter()
	w := pairWriter{}
	var good []uint32
	for a := range uint32(len(e.shard.sizes)) {
		work := c.walk(a)
		good = e.worth(c, good[:0])
		slices.Sort(good)
		work += c.put(&w, good)
		if err := e.pace.work(work + len(c.order) + 1); err != nil {
			return err
		}
	}
	out[0] = w.bytes()
	return nil
}

// put writes pairs of the text walked last.
//
//go:noinline
func (c *counter) put(w *pairWriter, others []uint32) (work int) {
	w.begin(c.text, len(others))
	for _, b := range others {
		common, paired := c.overlap(b)
		w.add(b)
		w.b = putVar(putVar(w.b, common), common-paired)
		work += 8 + len(c.heavy.Of(b))
	}
	return work
}

// worth appends those met that may be worth keeping.
//
//go:noinline
func (e *Exchange) worth(c *counter, dst []uint32) []uint32 {
	for _, b := range c.order {
		if c.met[b]*uint32(e.n) >= e.needed(c.text, b) {
			dst = append(dst, b)
		}
	}
	return dst
}

// needed is the number of shingles in lists that pair a and b without which
// they are not kept.
func (e *Exchange) needed(a, b uint32) uint32 {
	kept := min(e.shard.kept[a], e.shard.kept[b])
	heavy := min(e.part.sum[a], e.part.sum[b])
	if heavy >= kept {
		return seen(kept)
	}
	return max(seen(kept), kept-heavy)
}

// count tells the lead the overlap of pairs that this owner did not propose.
//
//	with a past: the pairs that are taken back; then for each pair, in order:
//	common shingles, those in lists that do not pair it
func (e *Exchange) count(in []reader, out [][]byte) error {
	p := &e.part
	var msg []byte
	if e.shard.kinds != nil {
		msg = e.lost()
	}
	err := e.readPairs(&in[0], func(a, b uint32, _ *reader) {
		common, paired := p.common(a, b, e.p.HeavyPeers)
		msg = putVar(putVar(msg, common), common-paired)
		e.pace.spent += len(p.light.Of(a)) + len(p.light.Of(b)) + len(p.heavy.Of(a)) + len(p.heavy.Of(b))
	})
	out[0] = msg
	e.part = partState{}
	return err
}

// common is what two texts share, as counter finds it, by the lists of both.
func (p *partState) common(a, b uint32, peers int) (common, paired uint32) {
	eachCommon(p.light.Of(a), p.light.Of(b), func(x place) { paired += x.weight })
	common = paired
	eachCommon(p.heavy.Of(a), p.heavy.Of(b), func(x place) {
		common += x.weight
		if p.isPeer(x, peers) {
			paired += x.weight
		}
	})
	return common, paired
}

// eachCommon hands on the places of a in lists in which b stands too.
func eachCommon(a, b []place, do func(place)) {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0].list < b[0].list:
			a = a[1:]
		case a[0].list > b[0].list:
			b = b[1:]
		default:
			do(a[0])
			a, b = a[1:], b[1:]
		}
	}
}
