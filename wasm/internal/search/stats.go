package search

import (
	"bytes"

	"clippings/wasm/internal/index"
	"clippings/wasm/internal/stem"
	"clippings/wasm/protocol"
)

// Ask says what is wanted of Stats.
type Ask struct {
	Langs   stem.Languages // whose inflections are looked for
	Typos   bool           // misspellings of all words, not only of those nothing holds
	Exactly bool           // no other words than those typed
	Yield   func() error   // called at least every few ms; its error ends the work; nil: never
}

// Stats counts for q in an index, and lists what else its words may stand for
// there: all of it, sorted, so that the sum over many shards is what one would
// say. It reads no posting.
func (q *Query) Stats(x *index.Index, ask Ask) (protocol.Stats, error) {
	if ask.Yield == nil {
		ask.Yield = func() error { return nil }
	}
	st := protocol.Stats{
		Documents: uint64(x.Documents()), Length: x.TotalLength(), Words: make([]protocol.WordStats, len(q.atoms)),
	}
	c := counter{x: x, ask: ask}
	for i := range q.atoms {
		if err := c.count(&q.atoms[i], &st.Words[i]); err != nil {
			return protocol.Stats{}, err
		}
	}
	return st, nil
}

// counter counts for the atoms of a query.
type counter struct {
	x    *index.Index
	ask  Ask
	work int
}

// statsWork is how much is done between two calls of yield, in looks at a term:
// a few ms in WASM.
const statsWork = 1 << 16

func (c *counter) worked(n int) error {
	if c.work += n; c.work < statsWork {
		return nil
	}
	c.work = 0
	return c.ask.Yield()
}

func (c *counter) count(a *atom, w *protocol.WordStats) error {
	for _, seg := range c.x.Segments() {
		if t, ok := seg.Find(a.term); ok && len(a.term) > 0 {
			w.Documents += uint64(seg.Frequency(t, t+1))
		}
		if a.kind == whole {
			continue
		}
		var s termSet
		if err := a.own(seg, &s, c.worked); err != nil {
			return err
		}
		w.Postings += s.frequency(seg)
	}
	if a.lookup == "" {
		return nil
	}
	w.Text, w.Asked = a.lookup, a.edits > 0
	if !c.ask.Exactly || a.edits > 0 {
		return c.expand(a, w)
	}
	return nil
}

// isOwnTerm reports whether a term is meant by an atom as typed.
func (a *atom) isOwnTerm(term []byte) bool {
	return bytes.Equal(term, a.term) || a.kind == prefix && bytes.HasPrefix(term, a.begin)
}
