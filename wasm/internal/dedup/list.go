package dedup

import (
	"slices"

	"clippings/wasm/internal/shingle"
)

// lists are the posting lists of one owner: for each set of two texts or more
// that have a shingle in common, their numbers, ascending, the last with
// lastOfList set, and how many shingles that are. What is copied is copied by the
// sentence, so that one list stands for many shingles: the lists of 100,000
// articles are a fraction of their postings, and so is the work of counting.
type lists struct {
	texts  []uint32
	from   []uint32 // by list: where it begins in texts; one more at the end
	weight []uint32 // by list: shingles
	hash   []uint32 // by list: while it is looked up
	slots  []uint32 // hash table: list plus one, 0 is free
}

const lastOfList = 1 << 31

// of is the texts of a list, the last with lastOfList set.
func (l *lists) of(id uint32) []uint32 { return l.texts[l.from[id]:l.from[id+1]] }

func (l *lists) len() int { return len(l.weight) }

// add counts one more shingle of these texts.
func (l *lists) add(texts []uint32) {
	if len(l.from) == 0 {
		l.from = append(l.from, 0)
	}
	if 2*len(l.weight) >= len(l.slots) {
		l.grow()
	}
	h := hashOf(texts)
	mask := uint32(len(l.slots) - 1)
	at := h & mask
	for ; l.slots[at] != 0; at = (at + 1) & mask {
		if id := l.slots[at] - 1; l.hash[id] == h && l.is(id, texts) {
			l.weight[id]++
			return
		}
	}
	l.texts = append(l.texts, texts...)
	l.texts[len(l.texts)-1] |= lastOfList
	l.from = append(l.from, uint32(len(l.texts)))
	l.weight = append(l.weight, 1)
	l.hash = append(l.hash, h)
	l.slots[at] = uint32(len(l.weight))
}

func (l *lists) is(id uint32, texts []uint32) bool {
	own, n := l.of(id), len(texts)-1
	return len(own) == n+1 && own[n] == texts[n]|lastOfList && slices.Equal(own[:n], texts[:n])
}

func (l *lists) grow() {
	l.slots = make([]uint32, max(1024, 2*len(l.slots)))
	mask := uint32(len(l.slots) - 1)
	for id, h := range l.hash {
		at := h & mask
		for l.slots[at] != 0 {
			at = (at + 1) & mask
		}
		l.slots[at] = uint32(id + 1)
	}
}

// complete lets go of what is needed to add more.
func (l *lists) complete() {
	if len(l.from) == 0 {
		l.from = []uint32{0}
	}
	l.hash, l.slots = nil, nil
}

func hashOf(texts []uint32) uint32 {
	h := uint64(len(texts))
	for _, t := range texts {
		h = (h ^ uint64(t)) * shingle.Base
		h ^= h >> 32
	}
	return uint32(shingle.Mix(h))
}

// list adds what the shards posted in this round to the lists of this owner,
// and after the last tells the lead how long they are.
//
//	lengths; with a past: lengths they had, pairs to take back
func (e *Exchange) list(in []reader, out [][]byte) error {
	from, to := e.shard.post.bucketsOf(e.part.round)
	e.part.round++
	parts, err := readParts(in, to-from)
	if err != nil {
		return err
	}
	b := bucket{}
	for i := range to - from {
		b.reset()
		for s := range parts {
			if err := b.read(parts[s].next(i), len(e.shard.sizes)); err != nil {
				return err
			}
		}
		b.each(e.addList)
		if err := e.pace.work(5*len(b.keys) + 64); err != nil {
			return err
		}
	}
	if e.part.round < e.shard.post.rounds {
		return nil
	}
	l := &e.part.lists
	l.complete()
	out[0] = l.lengths(e.p.HeavyMost, nil).bytes()
	if kinds := e.shard.kinds; kinds != nil {
		out[0] = append(out[0], l.lengths(e.p.HeavyMost, kinds).bytes()...)
		out[0] = putVar(out[0], e.sumLost())
	}
	return nil
}

// addList adds a list if a fresh text stands in it.
func (e *Exchange) addList(texts []uint32) {
	for _, t := range texts {
		if e.shard.isFresh(t) {
			e.part.lists.add(texts)
			return
		}
	}
}

// part is one shard's postings of a round.
type part struct {
	size []uint32 // by bucket
	data []byte
}

func (p *part) next(bucket int) []byte {
	n := p.size[bucket]
	b := p.data[:n]
	p.data = p.data[n:]
	return b
}

// readParts takes the messages of a round apart.
func readParts(in []reader, buckets int) ([]part, error) {
	parts := make([]part, len(in))
	for s := range in {
		total := uint64(0)
		for range buckets {
			n := in[s].varint()
			total += uint64(n)
			parts[s].size = append(parts[s].size, n)
		}
		if in[s].bad || total != uint64(len(in[s].b)) {
			return nil, ErrCorrupt
		}
		parts[s].data = in[s].b
		in[s].b = nil
	}
	return parts, nil
}
