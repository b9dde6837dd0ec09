package coord

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"time"

	"clippings/wasm/protocol"
)

// Save keeps the corpus as it is now, with w.Page; the ledger in that is taken to
// be whole. The other fields of w but ID and Name are told. If it fails, what was
// kept before is there as it was: protocol.ErrFull where there is no room,
// protocol.ErrNotKept where nothing can be kept, protocol.ErrLost if a worker has
// ended, whose documents would be missing.
func (c *Corpus) Save(ctx context.Context, w *Workspace) error {
	unlock, err := c.lock(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	before := c.pending
	c.pending = nil
	if err := c.save(ctx, w); err != nil {
		c.pending = before
		return err
	}
	return nil
}

// save keeps the corpus: all shards write an epoch, then the first the file that
// names it, then all remove the one before. The caller holds what lock gives.
func (c *Corpus) save(ctx context.Context, w *Workspace) error {
	if err := c.findEpoch(ctx, w); err != nil {
		return err
	}
	first, isListed, err := c.listedFirst(ctx)
	if err != nil {
		return err
	}
	w.Epoch++ // of an epoch that failed nobody knows how far it came
	answers, err := gatherEach(ctx, c, func(shard int) protocol.Request[protocol.Kept] {
		return protocol.Keep{Workspace: w.ID, Self: uint32(shard), Epoch: w.Epoch, Cover: isListed, First: first[shard]}
	})
	if err == nil && len(answers) < len(c.shards) {
		err = protocol.ErrLost
	}
	if err != nil {
		return err
	}
	now := *w
	now.Shards, now.Saved, now.Bytes, now.Documents = len(c.shards), time.Now().Unix(), 0, 0
	for _, a := range answers {
		now.Bytes += a.Bytes
		now.Documents += int(a.Documents)
	}
	file := c.kept(now).encode()
	now.Bytes += uint64(len(file))
	if _, err := ask(ctx, c, 0, protocol.Keep{Workspace: w.ID, Epoch: w.Epoch, File: file}); err != nil {
		return err
	}
	*w = now
	// What cannot be removed now is another time.
	_, _ = gatherEach(context.WithoutCancel(ctx), c, func(shard int) protocol.Request[protocol.Done] {
		return protocol.Settle{Workspace: w.ID, Self: uint32(shard), Epoch: w.Epoch}
	})
	return nil
}

// findEpoch makes sure that w, if it is another than was kept last, does not count
// from below what is kept under its ID: no epoch is written over.
func (c *Corpus) findEpoch(ctx context.Context, w *Workspace) error {
	if w.ID == c.lastKept {
		return nil
	}
	k, err := c.findKept(ctx, w.ID)
	switch {
	case err == nil:
		w.Epoch = max(w.Epoch, k.Epoch)
	case !errors.Is(err, protocol.ErrNotFound) && !errors.Is(err, protocol.ErrCorrupt):
		return err
	}
	c.lastKept = w.ID
	return nil
}

// kept is what the coordinator knows. Files of which nothing has been read are
// none; of which a part has been, are to be read anew.
func (c *Corpus) kept(w Workspace) *kept {
	c.mu.Lock()
	defer c.mu.Unlock()
	k := &kept{
		Workspace: w, lead: c.lead, langs: c.langs, compared: c.compared, owner: slices.Clone(c.owner),
		rules: c.rules, firsts: c.firsts, entries: c.pending,
	}
	for key, r := range c.known {
		unread := uint32(0)
		for _, o := range r.ordinals() {
			if c.unread[o] {
				unread++
			}
		}
		if unread == r.parts {
			continue
		}
		k.files = append(k.files, protocol.Source{
			Ordinal: r.first, Path: key.path, Size: key.size, Modified: key.modified, Recipe: r.recipe, Parts: r.parts,
		})
		if r.broken || unread > 0 {
			k.broken = append(k.broken, r.first)
		}
	}
	slices.SortFunc(k.files, func(a, b protocol.Source) int { return cmp.Compare(a.Ordinal, b.Ordinal) })
	slices.Sort(k.broken)
	return k
}

// What is listed first: as many stories of each order as the page asks for at once, and
// of their documents no more than a few milliseconds are decoded in.
const (
	storiesFirst   = 50
	documentsFirst = 500
)

// listedFirst is which documents of each shard the list of stories begins with,
// whatever its order; false while the corpus is not compared.
func (c *Corpus) listedFirst(ctx context.Context) (first [][]protocol.DocID, isListed bool, err error) {
	c.mu.Lock()
	isListed = c.compared
	c.mu.Unlock()
	var ids []protocol.DocID
	for order := protocol.NewestFirst; isListed && order <= protocol.MostCopiedFirst; order++ {
		stories, err := fromLead(ctx, c, protocol.StoryPage{Order: order, Limit: storiesFirst})
		if err != nil {
			return nil, false, err
		}
		for i := range stories.Stories {
			ids = append(ids, listed(&stories.Stories[i])...)
		}
	}
	return c.byShard(firstOf(ids, documentsFirst)), isListed, nil
}
