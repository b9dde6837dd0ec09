package coord

import (
	"context"
	"sync"
	"time"

	"clippings/wasm/protocol"
)

// KeepTo has every import kept in a workspace as it goes on, and at its end; nil
// ends that. w is told of each time: until then it is the corpus's, but for Name
// and Page, which are kept as they are found.
func (c *Corpus) KeepTo(w *Workspace) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.keeping = w
}

// keepBytes and keepEvery are how much was read, and how long ago it was kept, when
// an import is kept on the way: what a crash costs at most. What is written is what
// is new.
var (
	keepBytes uint64 = 32 << 20
	keepEvery        = 15 * time.Second
)

// keeper keeps an import while it goes on. What is kept is whole files: batches
// under way are waited for and none is begun meanwhile.
type keeper struct {
	gate sync.RWMutex // held for reading while a shard has a batch

	mu    sync.Mutex
	since uint64 // bytes read since
	when  time.Time
	err   error // why nothing is kept any more
}

// done notes that a batch was read and keeps all, if it is time to. The caller does
// not hold gate.
func (g *ingest) done(ctx context.Context, bytes uint64) {
	k := &g.keeper
	k.mu.Lock()
	k.since += bytes
	isDue := g.corpus.keepsTo() != nil && k.since >= keepBytes && time.Since(k.when) >= keepEvery
	if isDue {
		k.since, k.when = 0, time.Now()
	}
	k.mu.Unlock()
	if !isDue {
		return
	}
	k.gate.Lock()
	defer k.gate.Unlock()
	g.mu.Lock()
	entries := g.entries
	g.mu.Unlock()
	g.keep(ctx, entries)
	k.mu.Lock()
	k.when = time.Now()
	k.mu.Unlock()
}

// keep keeps all with a ledger of this import. If it fails nothing more is kept,
// and that is told at the end.
func (g *ingest) keep(ctx context.Context, entries []protocol.Entry) {
	c := g.corpus
	w := c.keepsTo()
	if w == nil {
		return
	}
	before := c.pending
	c.pending = before[:len(before):len(before)]
	for _, e := range entries {
		if e.Skip != protocol.SkipKnown {
			c.pending = append(c.pending, e)
		}
	}
	err := c.save(context.WithoutCancel(ctx), w)
	if g.progress.Phase == Reading {
		c.pending = before // they come again
	}
	if err != nil {
		g.keeper.err = err
		c.KeepTo(nil)
	}
}

func (c *Corpus) keepsTo() *Workspace {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.keeping
}
