package coord

import (
	"context"
	"errors"

	"clippings/wasm/protocol"
)

// Stories is a part of the list of stories, with what to show of each of its
// documents.
func (c *Corpus) Stories(ctx context.Context, page protocol.StoryPage) (StoryList, error) {
	return c.StoriesOf(ctx, protocol.Query{}, page)
}

// StoriesOf is Stories with only those of which a document matches a query. An
// empty query leaves all.
func (c *Corpus) StoriesOf(ctx context.Context, q protocol.Query, page protocol.StoryPage) (StoryList, error) {
	stories, err := c.storyPage(ctx, page, q)
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

func (c *Corpus) storyPage(ctx context.Context, page protocol.StoryPage, q protocol.Query) (protocol.Stories, error) {
	if q.Text == "" && q.Within == "" {
		return fromLead(ctx, c, page)
	}
	if page.Narrowed = c.narrowedBy(q); page.Narrowed > 0 {
		stories, err := fromLead(ctx, c, page)
		if !errors.Is(err, protocol.ErrNotFound) {
			return stories, err
		}
	}
	number, err := c.narrow(ctx, q)
	if err != nil {
		return protocol.Stories{}, err
	}
	page.Narrowed = number
	return fromLead(ctx, c, page)
}

// narrowing is the query by which stories were last chosen.
type narrowing struct {
	number uint32 // counts choices, so that none is taken for another
	query  protocol.Query
}

// narrowedBy is the number of the choice by a query, 0 if it was not the last.
func (c *Corpus) narrowedBy(q protocol.Query) uint32 {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.narrowing.query == q {
		return c.narrowing.number
	}
	return 0
}

// narrow has the lead remember the stories of which a document matches.
func (c *Corpus) narrow(ctx context.Context, q protocol.Query) (uint32, error) {
	p, err := c.planOf(ctx, q)
	if err != nil {
		return 0, err
	}
	found, err := gather(ctx, c, protocol.Matching{Query: p.query, Plan: p.stats})
	if err != nil {
		return 0, err
	}
	ask := protocol.Narrow{}
	for _, f := range found {
		ask.IDs = append(ask.IDs, f.IDs)
	}
	c.mu.Lock()
	c.narrowing = narrowing{number: c.narrowing.number + 1, query: q}
	ask.Number = c.narrowing.number
	c.mu.Unlock()
	_, err = fromLead(ctx, c, ask)
	return ask.Number, err
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
