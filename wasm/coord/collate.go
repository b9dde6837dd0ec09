package coord

import (
	"context"
	"errors"

	"clippings/wasm/protocol"
)

// maxWitnesses bounds with how many documents a reading text is collated, and
// their text together: 200 copies of a wire report are 1 MB.
const maxWitnesses = 500

// Collate tells in what the other documents of a group of copies differ from one
// of them, place by place. protocol.ErrNotFound if it has no copies.
func (c *Corpus) Collate(ctx context.Context, base protocol.DocID) (Collation, error) {
	relatives, err := fromLead(ctx, c, protocol.Related{ID: base})
	if err != nil {
		return Collation{}, err
	}
	group, ok := relatives.Story.GroupOf(base)
	if !ok {
		return Collation{}, protocol.ErrNotFound
	}
	_, doc, err := c.carryOne(ctx, base)
	if err != nil {
		return Collation{}, err
	}
	var ids []protocol.DocID
	for _, id := range group.DocIDs() {
		if id != base {
			ids = append(ids, id)
		}
	}
	answer := Collation{Base: doc, Group: group, Left: max(0, len(ids)-maxWitnesses)}
	if answer.Summaries, err = c.Summaries(ctx, group.DocIDs()); err != nil {
		return Collation{}, err
	}
	others, err := c.carry(ctx, ids[:len(ids)-answer.Left])
	if err != nil {
		return Collation{}, err
	}
	shard, err := c.shardOf(base)
	if err != nil {
		return Collation{}, err
	}
	answer.Collation, err = ask(ctx, c, shard, protocol.Collate{Base: base, Others: others})
	return answer, err
}

// Beside sets two documents side by side, a on the left.
func (c *Corpus) Beside(ctx context.Context, a, b protocol.DocID) (Facing, error) {
	_, here, err := c.carryOne(ctx, a)
	if err != nil {
		return Facing{}, err
	}
	carried, there, err := c.carryOne(ctx, b)
	if err != nil {
		return Facing{}, err
	}
	shard, err := c.shardOf(a)
	if err != nil {
		return Facing{}, err
	}
	answer := Facing{Here: here, There: there}
	if answer.Sides, err = ask(ctx, c, shard, protocol.Beside{ID: a, Other: carried}); err != nil {
		return Facing{}, err
	}
	answer.Among, err = c.among(ctx, a)
	return answer, err
}

// among is the documents of a story that a list shows, beginning with the one
// asked for.
func (c *Corpus) among(ctx context.Context, id protocol.DocID) ([]protocol.Summary, error) {
	relatives, err := fromLead(ctx, c, protocol.Related{ID: id})
	if err != nil && !errors.Is(err, protocol.ErrNotFound) {
		return nil, err
	}
	return c.summaryList(ctx, firstOf(append([]protocol.DocID{id}, listed(&relatives.Story)...), mostListed))
}
