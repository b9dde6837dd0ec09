package coord

import (
	"cmp"
	"slices"
	"time"

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

// admit gives ordinals to the sources that are not here yet, in the order of
// their paths, and a ledger line to the others.
func (c *Corpus) admit(sources []protocol.Source) (fresh []protocol.Source, known []protocol.Entry) {
	byPath := func(a, b protocol.Source) int { return cmp.Compare(a.Path, b.Path) }
	if !slices.IsSortedFunc(sources, byPath) {
		sources = slices.Clone(sources)
		slices.SortStableFunc(sources, byPath)
	}
	fresh = make([]protocol.Source, 0, len(sources))
	for part := range slices.Chunk(sources, admitStep) {
		breathe()
		fresh, known = c.admitPart(part, fresh, known)
	}
	return fresh, known
}

// admitStep is how many files are admitted in one go: 5 ms of the page's thread.
const admitStep = 1000

// breathe lets the page's thread draw and answer: nothing less than a timer
// gives it back to the browser.
func breathe() { time.Sleep(time.Microsecond) }

func (c *Corpus) admitPart(part, fresh []protocol.Source, known []protocol.Entry) ([]protocol.Source, []protocol.Entry) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, s := range part {
		key := keyOf(s)
		if ordinal, ok := c.known[key]; ok && s.Modified != 0 {
			known = append(known, protocol.Entry{
				ID: protocol.NewDocID(ordinal, 0), Path: s.Path, Bytes: s.Size, Skip: protocol.SkipKnown,
			})
			continue
		}
		s.Ordinal = uint32(len(c.owner))
		c.known[key] = s.Ordinal
		c.owner = append(c.owner, 0)
		fresh = append(fresh, s)
	}
	return fresh, known
}

// forget lets a source be given again.
func (c *Corpus) forget(s protocol.Source) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.known, keyOf(s))
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
