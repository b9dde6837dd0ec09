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

// OpenCollection takes up a collection in place of what is here, by the file that
// WriteCollection gave; the shards read their part of it where they keep
// workspaces. It needs as many shards as wrote it, or more. Where files come in
// parts, only what the list of stories is made of comes now, and for every question
// what it needs, until FetchCollection has all of it come. What is added, or
// compared with it, has all of it come too.
func (c *Corpus) OpenCollection(ctx context.Context, file []byte) (Opened, error) {
	k, err := decodeKept(file)
	if err == nil && k.ID != protocol.CollectionID {
		err = protocol.ErrCorrupt
	}
	if err != nil {
		return Opened{}, err
	}
	unlock, err := c.lock(ctx)
	if err != nil {
		return Opened{}, err
	}
	defer unlock()
	defer c.forgetPlans()
	return c.open(ctx, k)
}

// FetchCollection has all that is left of a collection come. Whatever is asked
// meanwhile is answered.
func (c *Corpus) FetchCollection(ctx context.Context) error {
	_, err := gather(ctx, c, protocol.Rest{})
	return err
}
