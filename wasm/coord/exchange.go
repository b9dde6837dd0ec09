package coord

import (
	"context"
	"errors"

	"clippings/wasm/protocol"
)

// exchange has the shards find all copies and lines that recur, and groups what
// was found; the caller holds what lock gives. Should one end on the way, the others begin anew
// without it.
func (c *Corpus) exchange(ctx context.Context) error {
	for {
		live := c.live()
		if len(live) == 0 {
			return protocol.ErrLost
		}
		err := c.supersteps(ctx, live)
		if err == nil {
			c.setLead(live[0])
			err = c.group(ctx)
		}
		if err == nil {
			c.setCompared(true)
		}
		if !errors.Is(err, protocol.ErrLost) {
			return err
		}
	}
}

// supersteps gives each step to all shards at once; what a shard has for
// another is carried there before the next. The bytes are not looked at, so the
// page's thread only moves them.
func (c *Corpus) supersteps(ctx context.Context, live []int) error {
	number := make(map[int]int, len(live))
	for i, shard := range live {
		number[shard] = i
	}
	inboxes := make([][][]byte, len(live))
	for step := uint32(0); ; step++ {
		answers, err := gatherEach(ctx, c, func(shard int) protocol.Request[protocol.Exchanged] {
			self, ok := number[shard]
			if !ok {
				return nil
			}
			return protocol.Exchange{
				Step: step, Self: uint32(self), Shards: uint32(len(live)), Inbox: inboxes[self],
			}
		})
		switch {
		case err != nil:
			return err
		case len(answers) < len(live):
			return protocol.ErrLost
		case answers[0].Done:
			return nil
		}
		inboxes = deliver(answers)
	}
}

// deliver turns what each shard sends into what each shard gets.
func deliver(answers []protocol.Exchanged) [][][]byte {
	inboxes := make([][][]byte, len(answers))
	for to := range inboxes {
		inboxes[to] = make([][]byte, len(answers))
		for from, a := range answers {
			inboxes[to][from] = a.Outbox[to]
		}
	}
	return inboxes
}

// fromLead asks the shard that led the last exchange and so holds what was
// found out about the whole corpus. If it has ended, the others find it out
// again first.
func fromLead[R any](ctx context.Context, c *Corpus, q protocol.Request[R]) (R, error) {
	for {
		lead := c.getLead()
		r, err := ask(ctx, c, lead, q)
		if err == nil && c.getLead() != lead {
			continue // another leads since: what was opened was opened anew
		}
		if !errors.Is(err, protocol.ErrLost) {
			return r, err
		}
		if err := c.replaceLead(ctx, lead); err != nil {
			return r, err
		}
	}
}

// replaceLead has the corpus compared anew without a lead that has ended, unless
// somebody else has done so meanwhile. Nothing is added at the same time.
func (c *Corpus) replaceLead(ctx context.Context, lead int) error {
	unlock, err := c.lock(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	if c.getLead() != lead {
		return nil
	}
	return c.exchange(ctx)
}

func (c *Corpus) getLead() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.lead
}

func (c *Corpus) setLead(shard int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.lead = shard
}

func (c *Corpus) setCompared(compared bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.compared = compared
}
