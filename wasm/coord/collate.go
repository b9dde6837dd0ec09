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
	opened, err := c.Document(ctx, base, protocol.Query{})
	if err != nil {
		return Collation{}, err
	}
	var ids []protocol.DocID
	for _, id := range group.DocIDs() {
		if id != base {
			ids = append(ids, id)
		}
	}
	answer := Collation{Base: opened.Document, Group: group, Left: max(0, len(ids)-maxWitnesses)}
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
	here, err := c.Document(ctx, a, protocol.Query{})
	if err != nil {
		return Facing{}, err
	}
	there, err := c.Document(ctx, b, protocol.Query{})
	if err != nil {
		return Facing{}, err
	}
	carried, err := c.carry(ctx, []protocol.DocID{b})
	if err != nil {
		return Facing{}, err
	}
	shard, err := c.shardOf(a)
	if err != nil {
		return Facing{}, err
	}
	if len(carried) == 0 {
		return Facing{}, protocol.ErrNotFound
	}
	answer := Facing{Here: here.Document, There: there.Document}
	if answer.Sides, err = ask(ctx, c, shard, protocol.Beside{ID: a, Other: carried[0]}); err != nil {
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
	ids := firstOf(append([]protocol.DocID{id}, listed(&relatives.Story)...), mostListed)
	summaries, err := c.Summaries(ctx, ids)
	var list []protocol.Summary
	for _, id := range ids {
		if s, ok := summaries[id]; ok {
			list = append(list, s)
		}
	}
	return list, err
}
