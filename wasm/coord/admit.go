package coord

import (
	"cmp"
	"context"
	"slices"

	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// sourceKey tells whether a file was brought in before.
type sourceKey struct {
	path     string
	size     uint64
	modified int64
}

func keyOf(s protocol.Source) sourceKey {
	return sourceKey{path: s.Path, size: s.Size, modified: s.Modified}
}

// A reading is a file that is here.
type reading struct {
	first  uint32 // ordinal; of several parts, of the first
	parts  uint32
	recipe protocol.Recipe
	broken bool // not read to its end: stopped, gone, or its worker lost
}

// ordinals of all parts.
func (r reading) ordinals() []uint32 {
	list := make([]uint32, r.parts)
	for i := range list {
		list[i] = r.first + uint32(i)
	}
	return list
}

// admitted is what becomes of the files that were given.
type admitted struct {
	fresh    []protocol.Source // to read, parts of large files each for itself
	entries  []protocol.Entry  // of files that are here already
	replaced []string          // paths of files that are read anew
	gone     []uint32          // ordinals of their former readings
	bytes    uint64            // of fresh
	files    uint32            // of fresh, parts of one counted once
}

// admit gives ordinals to the sources that are not here yet, in the order of
// their paths, and a ledger line to the others. A file that is here but was not
// read to its end, or was read by another recipe, is read anew.
func (c *Corpus) admit(sources []protocol.Source) admitted {
	byPath := func(a, b protocol.Source) int { return cmp.Compare(a.Path, b.Path) }
	if !slices.IsSortedFunc(sources, byPath) {
		sources = slices.Clone(sources)
		ordering.By(sources, byPath)
	}
	a := admitted{fresh: make([]protocol.Source, 0, len(sources))}
	parts := uint32(max(len(c.live()), 1))
	c.mu.Lock()
	c.unread = map[uint32]bool{}
	c.mu.Unlock()
	for chunk := range slices.Chunk(sources, admitStep) {
		protocol.Breathe()
		c.mu.Lock()
		for _, s := range chunk {
			c.admitOne(&a, s, parts)
		}
		c.mu.Unlock()
	}
	return a
}

// admitStep is how many files are admitted in one go: 5 ms of the page's thread.
const admitStep = 1000

// splitBytes is from what size on the records of one file are shared among the
// shards: below, one reads it in about a second.
const splitBytes = 8 << 20

// admitOne admits one file. The caller holds the lock.
func (c *Corpus) admitOne(a *admitted, s protocol.Source, parts uint32) {
	key := keyOf(s)
	if old, ok := c.known[key]; ok && s.Modified != 0 {
		if !old.broken && old.recipe.Same(s.Recipe) {
			a.entries = append(a.entries, protocol.Entry{
				ID: protocol.NewDocID(old.first, 0), Path: s.Path, Bytes: s.Size, Skip: protocol.SkipKnown,
			})
			return
		}
		a.replaced = append(a.replaced, s.Path)
		a.gone = append(a.gone, old.ordinals()...)
	}
	if s.Size < splitBytes {
		parts = 1
	}
	c.known[key] = reading{first: uint32(len(c.owner)), parts: parts, recipe: s.Recipe}
	a.bytes += s.Size
	a.files++
	s.Parts = parts
	for s.Part = range parts {
		s.Ordinal = uint32(len(c.owner))
		c.owner = append(c.owner, 0)
		c.unread[s.Ordinal] = true
		a.fresh = append(a.fresh, s)
	}
}

// read notes that sources were read to their end, or as far as can be.
func (c *Corpus) read(batch []protocol.Source) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, s := range batch {
		delete(c.unread, s.Ordinal)
	}
}

// breakOff notes that a source was not read to its end, so that it is read anew
// when it is given again.
func (c *Corpus) breakOff(s protocol.Source) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if r, ok := c.known[keyOf(s)]; ok {
		r.broken = true
		c.known[keyOf(s)] = r
	}
}

// remove takes former readings of files out of the shards that hold them.
func (c *Corpus) remove(ctx context.Context, ordinals []uint32) error {
	if len(ordinals) == 0 {
		return nil
	}
	c.mu.Lock()
	parts := make([][]uint32, len(c.shards))
	for _, o := range ordinals {
		shard := c.owner[o]
		parts[shard] = append(parts[shard], o)
	}
	c.mu.Unlock()
	_, err := gatherEach(ctx, c, func(shard int) protocol.Request[protocol.Done] {
		if len(parts[shard]) == 0 {
			return nil
		}
		return protocol.Remove{Sources: parts[shard]}
	})
	return err
}

// find is the source of a batch with this ordinal, or none.
func find(batch []protocol.Source, ordinal uint32) protocol.Source {
	for _, s := range batch {
		if s.Ordinal == ordinal {
			return s
		}
	}
	return protocol.Source{}
}
