package dedup

// partState is what an owner knows of the shingles of its hash range.
type partState struct {
	lists lists
	round int        // of postings, the next
	limit int        // the greatest length of light lists
	light csr[place] // by text, in the order of lists
	heavy csr[place]
	sum   []uint32 // by text: heavy shingles over all owners
	old   []uint32 // for lostIn
}

// place is where a text stands in a list.
type place struct {
	list uint32
	at   uint32 // in lists.texts
	// The list's, beside it: a walk meets lists all over the memory.
	weight uint32
}

// csr holds a slice for each key: of key k, val[from[k]:from[k+1]].
type csr[T any] struct {
	from []uint32
	val  []T
}

func (c *csr[T]) of(key uint32) []T { return c.val[c.from[key]:c.from[key+1]] }

// newCSR makes one of what each gives in two equal rounds, keeping its order.
func newCSR[T any](keys int, each func(put func(key uint32, val T))) csr[T] {
	c := csr[T]{from: make([]uint32, keys+2)}
	total := 0
	each(func(key uint32, _ T) { c.from[key+2]++; total++ })
	for k := 2; k < len(c.from); k++ {
		c.from[k] += c.from[k-1]
	}
	c.val = make([]T, total)
	each(func(key uint32, val T) { c.val[c.from[key+1]] = val; c.from[key+1]++ })
	c.from = c.from[:keys+1]
	return c
}

// indexLists finds for each text the light and heavy lists it stands in.
func (e *Exchange) indexLists() error {
	p := &e.part
	p.light = newCSR(len(e.shard.sizes), func(put func(uint32, place)) { p.eachPlace(false, put) })
	if err := e.pace.work(len(p.light.val) + 1); err != nil {
		return err
	}
	p.heavy = newCSR(len(e.shard.sizes), func(put func(uint32, place)) { p.eachPlace(true, put) })
	return e.pace.work(len(p.heavy.val) + 1)
}

func (p *partState) eachPlace(heavy bool, put func(uint32, place)) {
	for id := range uint32(p.lists.len()) {
		texts := p.lists.of(id)
		if len(texts) > p.limit != heavy {
			continue
		}
		from, weight := p.lists.from[id], p.lists.weight[id]
		for i, t := range texts {
			put(t&^lastOfList, place{id, from + uint32(i), weight})
		}
	}
}

// isPeer reports whether a text is paired by a heavy list with all after it.
func (p *partState) isPeer(x place, peers int) bool {
	return x.at-p.lists.from[x.list] < uint32(peers)
}
