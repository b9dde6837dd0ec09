package coord

import (
	"context"

	"clippings/wasm/protocol"
)

// Stories is a part of the list of stories, with what to show of each of its
// documents.
func (c *Corpus) Stories(ctx context.Context, page protocol.StoryPage) (StoryList, error) {
	stories, err := fromLead(ctx, c, page)
	if err != nil {
		return StoryList{}, err
	}
	var ids []protocol.DocID
	for _, s := range stories.Stories {
		ids = append(ids, s.DocIDs()...)
	}
	summaries, err := c.Summaries(ctx, ids)
	return StoryList{Stories: stories, Summaries: summaries}, err
}

// Pairs is a part of all verified pairs.
func (c *Corpus) Pairs(ctx context.Context, page protocol.PairPage) (protocol.Pairs, error) {
	return fromLead(ctx, c, page)
}

// Summaries asks the shards that hold them for what lists show of documents.
// Documents of a shard that has ended are missing.
func (c *Corpus) Summaries(ctx context.Context, ids []protocol.DocID) (Summaries, error) {
	asked := make(map[protocol.DocID]bool, len(ids))
	var wanted []protocol.DocID // copies of a document are of its story too
	for _, id := range ids {
		if !asked[id] {
			asked[id] = true
			wanted = append(wanted, id)
		}
	}
	parts := c.byShard(wanted)
	lists, err := gatherEach(ctx, c, func(shard int) protocol.Request[protocol.SummaryList] {
		if len(parts[shard]) == 0 {
			return nil
		}
		return protocol.Summaries{IDs: parts[shard]}
	})
	if err != nil {
		return nil, err
	}
	all := make(Summaries, len(ids))
	for _, list := range lists {
		for _, s := range list.Summaries {
			all[s.ID] = s
		}
	}
	return all, nil
}
