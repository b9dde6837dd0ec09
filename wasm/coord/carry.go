package coord

import (
	"context"

	"clippings/wasm/protocol"
)

// carry asks whoever holds them for documents, in the order of ids. Those of a
// shard that has ended are missing.
func (c *Corpus) carry(ctx context.Context, ids []protocol.DocID) ([]protocol.Carried, error) {
	parts := c.byShard(ids)
	answers, err := gatherEach(ctx, c, func(shard int) protocol.Request[protocol.TextList] {
		if len(parts[shard]) == 0 {
			return nil
		}
		return protocol.Texts{IDs: parts[shard]}
	})
	if err != nil {
		return nil, err
	}
	found := make(map[protocol.DocID]protocol.Carried, len(ids))
	for _, a := range answers {
		for _, t := range a.Texts {
			found[t.ID] = t
		}
	}
	list := make([]protocol.Carried, 0, len(ids))
	for _, id := range ids {
		if t, ok := found[id]; ok {
			list = append(list, t)
		}
	}
	return list, nil
}

// carryOne is carry for one document: protocol.ErrNotFound if there is none such,
// protocol.ErrLost if its shard has ended.
func (c *Corpus) carryOne(ctx context.Context, id protocol.DocID) (protocol.Carried, protocol.Document, error) {
	shard, err := c.shardOf(id)
	if err != nil {
		return protocol.Carried{}, protocol.Document{}, err
	}
	answer, err := ask(ctx, c, shard, protocol.Texts{IDs: []protocol.DocID{id}})
	if err != nil {
		return protocol.Carried{}, protocol.Document{}, err
	}
	if len(answer.Texts) == 0 {
		return protocol.Carried{}, protocol.Document{}, protocol.ErrNotFound
	}
	doc, err := answer.Texts[0].Document()
	return answer.Texts[0], doc, err
}
