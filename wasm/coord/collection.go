package coord

import (
	"context"

	"clippings/wasm/protocol"
)

// collectionEpoch is the only one that a collection has.
const collectionEpoch = 1

// WriteCollection has all shards write what they hold into their folders of a
// collection and gives the file of the coordinator, which opens it: with the
// ledger of what was brought in, and a title. After Deal the same files give the same
// bytes, if no source says when it was changed.
func (c *Corpus) WriteCollection(ctx context.Context, title string, ledger []protocol.Entry) ([]byte, error) {
	unlock, err := c.lock(ctx)
	if err != nil {
		return nil, err
	}
	defer unlock()
	answers, err := gatherEach(ctx, c, func(shard int) protocol.Request[protocol.Kept] {
		return protocol.Keep{Workspace: protocol.CollectionID, Self: uint32(shard), Epoch: collectionEpoch}
	})
	if err == nil && len(answers) < len(c.shards) {
		err = protocol.ErrLost
	}
	if err != nil {
		return nil, err
	}
	w := Workspace{ID: protocol.CollectionID, Name: title, Epoch: collectionEpoch, Shards: len(c.shards)}
	for _, a := range answers {
		w.Bytes += a.Bytes
		w.Documents += int(a.Documents)
	}
	k := c.kept(w)
	k.entries = ledger
	return k.encode(), nil
}

// Shards is among how many shards the corpus is spread.
func (c *Corpus) Shards() int { return len(c.shards) }

// Come tells how far a collection has come.
type Come struct {
	Documents  int
	Searchable int // of these
}

// OpenCollection takes up a collection in place of what is here, by the file that
// WriteCollection gave; the shards read their part of it where they keep
// workspaces. It needs as many shards as wrote it, or more. Where files come in
// parts this is what the list of stories is made of, and texts come when they are
// shown: rest, which must be called, has all the other parts come. It tells whenever
// more can be searched; until it returns, nothing is added.
func (c *Corpus) OpenCollection(ctx context.Context, file []byte) (opened Opened, rest func(context.Context, func(Come)) error, err error) {
	k, err := decodeKept(file)
	if err == nil && k.ID != protocol.CollectionID {
		err = protocol.ErrCorrupt
	}
	if err != nil {
		return Opened{}, nil, err
	}
	unlock, err := c.lock(ctx)
	if err != nil {
		return Opened{}, nil, err
	}
	defer c.forgetPlans()
	if opened, err = c.open(ctx, k); err != nil {
		unlock()
		return Opened{}, nil, err
	}
	return opened, func(ctx context.Context, report func(Come)) error {
		defer unlock()
		return c.rest(ctx, report)
	}, nil
}

// rest has all that is left of a collection come: the index first.
func (c *Corpus) rest(ctx context.Context, report func(Come)) error {
	for before := -1; ; {
		answers, err := gather(ctx, c, protocol.Rest{})
		if err != nil {
			return err
		}
		var come Come
		for _, a := range answers {
			come.Documents += int(a.Documents)
			come.Searchable += int(a.Searchable)
		}
		c.forgetPlans()
		report(come)
		if come.Searchable == come.Documents || come.Searchable == before {
			break
		}
		before = come.Searchable
	}
	_, err := gather(ctx, c, protocol.Rest{All: true})
	return err
}
