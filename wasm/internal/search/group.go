package search

import "clippings/wasm/ordering"

// groupTable counts documents by group and keeps the best of each: an open
// hash table from group to entry. A Go map takes six times as long in WASM.
type groupTable struct {
	slots   []uint32 // number of the entry + 1; 0 is free
	shift   uint     // a group's slot is the upper bits of its hash
	entries []groupEntry
}

type groupEntry struct {
	group uint32
	count uint32
	best  entry // if hits are wanted
}

// add is the entry of a group, made where there is none. It is valid until the
// next add.
func (t *groupTable) add(group uint32) *groupEntry {
	if 2*len(t.entries) >= len(t.slots) {
		t.grow()
	}
	i := t.slot(group)
	for ; t.slots[i] != 0; i = (i + 1) % uint32(len(t.slots)) {
		if e := &t.entries[t.slots[i]-1]; e.group == group {
			return e
		}
	}
	t.entries = append(t.entries, groupEntry{group: group})
	t.slots[i] = uint32(len(t.entries))
	return &t.entries[len(t.entries)-1]
}

// slot is where a group is looked for first: Fibonacci hashing, which spreads
// numbers in a row.
func (t *groupTable) slot(group uint32) uint32 { return group * 2654435769 >> t.shift }

func (t *groupTable) grow() {
	bits := uint(6)
	for 1<<bits < 4*(len(t.entries)+1) {
		bits++
	}
	t.slots, t.shift = make([]uint32, 1<<bits), 32-bits
	for n := range t.entries {
		i := t.slot(t.entries[n].group)
		for t.slots[i] != 0 {
			i = (i + 1) % uint32(len(t.slots))
		}
		t.slots[i] = uint32(n + 1)
	}
}

// counts lists the groups that have documents, by rising group.
func (t *groupTable) counts() []GroupCount {
	if len(t.entries) == 0 {
		return nil
	}
	out := make([]GroupCount, 0, len(t.entries))
	for _, e := range t.entries {
		if e.count > 0 {
			out = append(out, GroupCount{e.group, e.count})
		}
	}
	ordering.By(out, func(a, b GroupCount) int { return int(a.Group) - int(b.Group) })
	return out
}
