package dedup

import (
	"cmp"

	"clippings/wasm/ordering"
)

// Where fresh texts made a list heavy, or came among the first of a heavy list,
// it no longer pairs some old texts that it paired before.

// lostPairs are such pairs in one list: each of old[from:to] with those after it.
type lostPairs struct {
	old      []uint32
	from, to int
	whole    bool // this cannot be told by the list: everything is to be compared
}

// lostIn finds those of a list; it is valid until the next call.
func (p *partState) lostIn(id uint32, s *shardState, peers int) lostPairs {
	texts := p.lists.of(id)
	if len(texts) <= s.pastLimit {
		return lostPairs{}
	}
	l := lostPairs{old: p.old[:0]}
	before, early := 0, false // texts it had before; moved ones that may be or have been among the first
	for i, t := range texts {
		t &^= lastOfList
		switch s.kinds[t] {
		case oldText:
			l.old = append(l.old, t)
			before++
			if i < peers {
				l.from++
			}
		case movedText:
			before++
			early = early || len(l.old) < peers
		}
	}
	p.old, l.to = l.old, len(l.old)
	if before > s.pastLimit {
		l.to = min(peers, l.to)
		l.whole = early
	}
	return l
}

// work is the number of pairs.
func (l *lostPairs) work() uint64 {
	n := uint64(0)
	for i := l.from; i < l.to; i++ {
		n += uint64(len(l.old) - i - 1)
	}
	return n
}

// mostLost is how many pairs an owner takes back; with more, comparing
// everything is as quick.
const mostLost = 1 << 22

// sumLost is how many pairs this owner has to take back, mostLost+1 if too many.
func (e *Exchange) sumLost() uint32 {
	n := uint64(0)
	for id := range uint32(e.part.lists.len()) {
		l := e.part.lostIn(id, &e.shard, e.p.HeavyPeers)
		if n += l.work(); l.whole || n > mostLost {
			return mostLost + 1
		}
	}
	return uint32(n)
}

// lost writes the pairs that are taken back.
//
//	pairs, with each: shingles
func (e *Exchange) lost() []byte {
	var all []loosePair
	for id := range uint32(e.part.lists.len()) {
		l := e.part.lostIn(id, &e.shard, e.p.HeavyPeers)
		for i := l.from; i < l.to; i++ {
			for _, b := range l.old[i+1:] {
				all = append(all, loosePair{uint64(l.old[i])<<32 | uint64(b), e.part.lists.weight[id]})
			}
		}
	}
	return writePairs(all, func(w *pairWriter, same []loosePair) {
		n := uint32(0)
		for _, x := range same {
			n += x.loose
		}
		w.b = putVar(w.b, n)
	}, func(x *loosePair) uint64 { return x.key })
}

// writePairs writes pairs in their order; what belongs to a pair is written by
// with, from all entries of that pair.
func writePairs[T any](all []T, with func(w *pairWriter, same []T), key func(*T) uint64) []byte {
	ordering.By(all, func(a, b T) int { return cmp.Compare(key(&a), key(&b)) })
	w := pairWriter{}
	for len(all) > 0 {
		n, a, others := 0, key(&all[0])>>32, 0
		for ; n < len(all) && key(&all[n])>>32 == a; n++ {
			if n == 0 || key(&all[n]) != key(&all[n-1]) {
				others++
			}
		}
		w.begin(uint32(a), others)
		for group := all[:n]; len(group) > 0; {
			k := 1
			for k < len(group) && key(&group[k]) == key(&group[0]) {
				k++
			}
			w.add(uint32(key(&group[0])))
			with(&w, group[:k])
			group = group[k:]
		}
		all = all[n:]
	}
	return w.bytes()
}
