package coord

import (
	"context"

	"clippings/wasm/protocol"
)

// Amend puts a field of a document right. A new date, agency or outlet may change
// which texts tell one story and which copy represents the others, so all is
// compared anew then.
func (c *Corpus) Amend(ctx context.Context, id protocol.DocID, correction protocol.Correction) error {
	unlock, err := c.lock(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	defer c.forgetPlans()
	shard, err := c.shardOf(id)
	if err != nil {
		return err
	}
	if _, err := ask(ctx, c, shard, protocol.Amend{ID: id, Correction: correction}); err != nil {
		return err
	}
	switch correction.Field {
	case "date", "agency", "outlet":
	default:
		return nil
	}
	c.setCompared(false)
	return c.exchange(context.WithoutCancel(ctx))
}

// Preview tells what a file seems to be, with the first rows of a table. Nothing
// is kept.
func (c *Corpus) Preview(ctx context.Context, s protocol.Source, rows uint32) (protocol.Previewed, error) {
	live := c.live()
	if len(live) == 0 {
		return protocol.Previewed{}, protocol.ErrLost
	}
	return ask(ctx, c, live[0], protocol.Preview{Source: s, Rows: rows})
}
