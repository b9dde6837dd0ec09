package coord

import (
	"context"
	"slices"

	"clippings/wasm/protocol"
)

// GrowBy says how further shards are started. A workspace needs as many as have kept
// it, which on another machine may be more than there are.
func (c *Corpus) GrowBy(start func(ctx context.Context, n int) ([]protocol.Shard, error)) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.start = start
}

// grow starts shards until n live in a row, if it can. Only who opens a workspace
// calls it, when nothing else is asked: the caller holds what lock gives.
func (c *Corpus) grow(ctx context.Context, n int) error {
	c.mu.Lock()
	start, missing := c.start, min(n, protocol.MaxShards)-len(c.shards)
	c.mu.Unlock()
	if start == nil || missing <= 0 {
		return nil
	}
	more, err := start(ctx, missing)
	if err != nil {
		return err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.shards = append(slices.Clip(c.shards), more...)
	c.lost = append(slices.Clip(c.lost), make([]bool, len(more))...)
	return nil
}
