package coord

import (
	"context"
	"errors"

	"clippings/wasm/protocol"
)

// Regroup groups the corpus by other settings and decisions, which hold from now
// on, for documents that are added later too. Nothing is compared anew. If it
// fails or is called off, all stays as it was.
func (c *Corpus) Regroup(ctx context.Context, rules protocol.Regroup) error {
	unlock, err := c.lock(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	before := c.setRules(rules)
	err = c.group(ctx)
	if errors.Is(err, protocol.ErrLost) {
		err = c.exchange(ctx)
	}
	if err != nil {
		c.setRules(before)
	}
	return err
}

// setRules returns the rules there were.
func (c *Corpus) setRules(rules protocol.Regroup) (before protocol.Regroup) {
	c.mu.Lock()
	defer c.mu.Unlock()
	before, c.rules = c.rules, rules
	return before
}

// group has the lead group what the last exchange found and tells every shard
// the groups of its documents. The caller holds what lock gives.
func (c *Corpus) group(ctx context.Context) error {
	c.mu.Lock()
	rules, lead := c.rules, c.lead
	c.mu.Unlock()
	grouping, err := ask(ctx, c, lead, rules)
	if err != nil {
		return err
	}
	c.noteStories(grouping.Documents)
	parts := splitByShard(c, grouping.Documents, func(d protocol.Grouped) protocol.DocID { return d.ID })
	// What the lead has grouped is shown already: the shards follow in any case.
	_, err = gatherEach(context.WithoutCancel(ctx), c, func(shard int) protocol.Request[protocol.Done] {
		return protocol.Assign{Documents: parts[shard]}
	})
	return err
}

// noteStories remembers of each story of several documents its first one, which
// names the story.
func (c *Corpus) noteStories(documents []protocol.Grouped) {
	firsts := map[uint32]protocol.DocID{}
	for _, d := range documents {
		if _, ok := firsts[d.Story]; !ok && d.Story > 0 {
			firsts[d.Story] = d.ID
		}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.firsts = firsts
}
