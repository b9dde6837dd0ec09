package coord

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"clippings/wasm/protocol"
)

// Corpus is all documents, spread over shards. Its methods may be called from
// several goroutines; Ingest and Reset wait for each other.
type Corpus struct {
	shards  []protocol.Shard
	writing chan struct{}                                        // held while files are brought in
	start   func(context.Context, int) ([]protocol.Shard, error) // further shards; may be nil
	dealt   bool                                                 // see Deal

	mu    sync.Mutex
	lost  []bool                // shards that have ended
	lead  int                   // shard that led the last exchange
	rules protocol.Regroup      // by which what was found is grouped
	owner []uint8               // which shard has the source, by ordinal
	known map[sourceKey]reading // files already here

	langs  uint32                    // languages of the documents, as shards tell them
	plans  []keptPlan                // of the last queries
	firsts map[uint32]protocol.DocID // of each story of several documents, one that stands for it

	narrowing narrowing

	keeping  *Workspace       // where imports are kept, nil for nowhere
	lastKept string           // ID of the workspace that was kept or opened last
	pending  []protocol.Entry // ledger that no Save has kept yet; changed with writing held
	unread   map[uint32]bool  // sources of the import under way that are not read to their end
	compared bool             // all documents are, with all others
	behind   *behind          // what comes behind a workspace that was opened; nil for nothing
}

// New makes a corpus of empty shards: at least one, at most
// protocol.MaxShards.
func New(shards []protocol.Shard) *Corpus {
	return &Corpus{
		shards:  shards,
		lost:    make([]bool, len(shards)),
		writing: make(chan struct{}, 1),
		known:   map[sourceKey]reading{},
		rules:   protocol.Regroup{Settings: protocol.DefaultSettings()},
	}
}

// Greet checks that every shard speaks this program's version of the protocol:
// protocol.ErrVersion otherwise.
func (c *Corpus) Greet(ctx context.Context) error {
	welcomes, err := gather(ctx, c, protocol.Hello{Version: protocol.Version})
	if err != nil {
		return err
	}
	for _, w := range welcomes {
		if w.Version != protocol.Version {
			return fmt.Errorf("%w: page %d, engine %d", protocol.ErrVersion, protocol.Version, w.Version)
		}
	}
	return nil
}

// Reset forgets all documents.
func (c *Corpus) Reset(ctx context.Context) error {
	c.callOffRest()
	unlock, err := c.lock(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	_, err = gather(ctx, c, protocol.Reset{})
	c.forget()
	return err
}

// lock waits until nobody else changes the corpus.
func (c *Corpus) lock(ctx context.Context) (unlock func(), err error) {
	select {
	case c.writing <- struct{}{}:
		return func() { <-c.writing }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// ask puts a request to one shard and remembers if the shard has ended. What fails
// while the rest of a workspace comes, or all is opened anew, is asked again when that
// is over.
func ask[R any](ctx context.Context, c *Corpus, shard int, q protocol.Request[R]) (R, error) {
	rest := c.restComing(ctx)
	r, err := protocol.Do(ctx, c.shards[shard], q)
	if rest != nil && (err != nil || rest.isAnew.Load()) && rest.wait(ctx) == nil {
		r, err = protocol.Do(ctx, c.shards[shard], q)
	}
	if errors.Is(err, protocol.ErrLost) {
		c.lose(shard)
	}
	return r, err
}

// lose notes that a shard has ended and reports whether that is news.
func (c *Corpus) lose(shard int) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	known := c.lost[shard]
	c.lost[shard] = true
	return !known
}

// live lists the shards that have not ended.
func (c *Corpus) live() []int {
	c.mu.Lock()
	defer c.mu.Unlock()
	var live []int
	for i, lost := range c.lost {
		if !lost {
			live = append(live, i)
		}
	}
	return live
}

// each does something for 0 to n-1 at once and joins the errors.
func each(n int, do func(i int) error) error {
	errs := make([]error, n)
	var wg sync.WaitGroup
	for i := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			errs[i] = do(i)
		}()
	}
	wg.Wait()
	return errors.Join(errs...)
}

// gather puts a request to all shards at once and returns the answers of those
// that live. Any error but protocol.ErrLost is the caller's.
func gather[R any](ctx context.Context, c *Corpus, q protocol.Request[R]) ([]R, error) {
	return gatherEach(ctx, c, func(int) protocol.Request[R] { return q })
}

// gatherEach is gather with a request for each shard; nil asks it nothing.
func gatherEach[R any](ctx context.Context, c *Corpus, q func(shard int) protocol.Request[R]) ([]R, error) {
	answers := make([]*R, len(c.shards))
	err := each(len(c.shards), func(shard int) error {
		request := q(shard)
		if request == nil {
			return nil
		}
		r, err := ask(ctx, c, shard, request)
		if err == nil {
			answers[shard] = &r
		}
		if errors.Is(err, protocol.ErrLost) {
			return nil
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	var live []R
	for _, r := range answers {
		if r != nil {
			live = append(live, *r)
		}
	}
	return live, nil
}

// shardOf is the shard that holds a document; protocol.ErrNotFound if none does.
func (c *Corpus) shardOf(id protocol.DocID) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if int(id.Source()) >= len(c.owner) {
		return 0, protocol.ErrNotFound
	}
	return int(c.owner[id.Source()]), nil
}

// byShard splits documents by the shard that holds them, keeping their order.
// Documents nobody holds are left out.
func (c *Corpus) byShard(ids []protocol.DocID) [][]protocol.DocID {
	return splitByShard(c, ids, func(id protocol.DocID) protocol.DocID { return id })
}

// splitByShard is byShard for what is said of documents.
func splitByShard[T any](c *Corpus, list []T, id func(T) protocol.DocID) [][]T {
	c.mu.Lock()
	defer c.mu.Unlock()
	parts := make([][]T, len(c.shards))
	for _, x := range list {
		if source := int(id(x).Source()); source < len(c.owner) {
			o := c.owner[source]
			parts[o] = append(parts[o], x)
		}
	}
	return parts
}
