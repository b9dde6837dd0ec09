package dedup

import "clippings/wasm/internal/csr"

// partState is what an owner knows of the shingles of its hash range.
type partState struct {
	lists lists
	round int             // of postings, the next
	limit int             // the greatest length of light lists
	light csr.Rows[place] // by text, in the order of lists
	heavy csr.Rows[place]
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

// indexLists finds for each text the light and heavy lists it stands in.
func (e *Exchange) indexLists() error {
	p := &e.part
	p.light = csr.New(len(e.shard.sizes), func(put func(uint32, place)) { p.eachPlace(false, put) })
	if err := e.pace.work(p.light.Len() + 1); err != nil {
		return err
	}
	p.heavy = csr.New(len(e.shard.sizes), func(put func(uint32, place)) { p.eachPlace(true, put) })
	return e.pace.work(p.heavy.Len() + 1)
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
