package dedup

import (
	"encoding/binary"
	"math/bits"
	"slices"
)

// A bucket is the postings of a small range of hashes, from all shards. It is
// used for one range after another and keeps its memory between them.
type bucket struct {
	keys   []uint64 // by posting: what is known of the hash
	texts  []uint32 // by posting; then one list after another
	group  []uint32 // by posting: its group
	groups []keyGroup
	slots  []uint32 // hash table: group plus one, 0 is free
	lists  []uint32
}

// keyGroup is the postings of one shingle.
type keyGroup struct {
	key  uint64
	last uint32 // text
	n    uint32
	end  uint32 // in lists
}

func (b *bucket) reset() { b.keys, b.texts = b.keys[:0], b.texts[:0] }

// read adds the postings of one shard, whose texts ascend.
func (b *bucket) read(part []byte, texts int) error {
	text := uint64(0)
	for len(part) > keySize {
		key := uint64(binary.LittleEndian.Uint32(part)) | uint64(binary.LittleEndian.Uint16(part[4:]))<<32
		d, n := uint64(part[keySize]), 1
		if d >= 0x80 {
			if d, n = binary.Uvarint(part[keySize:]); n <= 0 {
				return ErrCorrupt
			}
		}
		part = part[keySize+n:]
		if text += d; d > uint64(texts) || text >= uint64(texts) {
			return ErrCorrupt
		}
		b.keys = append(b.keys, key)
		b.texts = append(b.texts, uint32(text))
	}
	if len(part) > 0 {
		return ErrCorrupt
	}
	return nil
}

// each hands on the texts of every shingle that two or more have, ascending. A
// text that posts a shingle twice counts once.
func (b *bucket) each(do func(texts []uint32)) {
	b.findGroups()
	end := uint32(0)
	for i := range b.groups {
		g := &b.groups[i]
		g.end = end
		if g.n > 1 {
			end += g.n
		}
	}
	b.lists = slices.Grow(b.lists[:0], int(end))[:end]
	for i, g := range b.group {
		if g == noGroup || b.groups[g].n < 2 {
			continue
		}
		b.lists[b.groups[g].end] = b.texts[i]
		b.groups[g].end++
	}
	for i := range b.groups {
		if g := &b.groups[i]; g.n > 1 {
			list := b.lists[g.end-g.n : g.end]
			if !isAscending(list) { // they came from several shards
				slices.Sort(list)
			}
			do(list)
		}
	}
}

const noGroup = 1<<32 - 1

// findGroups tells each posting its group.
func (b *bucket) findGroups() {
	size := 1 << bits.Len(uint(2*len(b.keys)))
	b.slots = slices.Grow(b.slots[:0], size)[:size]
	clear(b.slots)
	b.groups = b.groups[:0]
	b.group = slices.Grow(b.group[:0], len(b.keys))[:len(b.keys)]
	mask := uint64(size - 1)
	for i, key := range b.keys {
		at := key & mask
		for b.slots[at] != 0 && b.groups[b.slots[at]-1].key != key {
			at = (at + 1) & mask
		}
		if b.slots[at] == 0 {
			b.groups = append(b.groups, keyGroup{key: key, last: b.texts[i], n: 1})
			b.slots[at] = uint32(len(b.groups))
			b.group[i] = b.slots[at] - 1
			continue
		}
		g := &b.groups[b.slots[at]-1]
		if b.group[i] = b.slots[at] - 1; g.last == b.texts[i] {
			b.group[i] = noGroup
			continue
		}
		g.last = b.texts[i]
		g.n++
	}
}

func isAscending(texts []uint32) bool {
	for i := 1; i < len(texts); i++ {
		if texts[i] <= texts[i-1] {
			return false
		}
	}
	return true
}
