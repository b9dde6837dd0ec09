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
