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
	for i := range stories.Stories {
		ids = append(ids, listed(&stories.Stories[i])...)
	}
	summaries, err := c.Summaries(ctx, ids)
	return StoryList{Stories: stories, Summaries: summaries}, err
}

// mostListed is of how many documents of a story a list gets to show something. A
// story of 10,000 would be 2 MB of summaries, and a row names three outlets.
const mostListed = 100

// listed is the documents of a story that a list shows: all of a usual one, and of
// a large one its texts before the copies, and of these first what the words about
// a group name.
func listed(s *protocol.Story) []protocol.DocID {
	if s.Documents() <= mostListed {
		return s.DocIDs()
	}
	var ids []protocol.DocID
	for _, g := range s.Groups {
		ids = append(ids, g.Representative)
	}
	for _, g := range s.Groups[:min(len(s.Groups), mostListed)] {
		for _, o := range g.Origin {
			ids = append(ids, o.Doc)
		}
		if w, ok := g.Weakest(); ok {
			ids = append(ids, w.A)
		}
	}
	ids = append(ids, s.Lone...)
	for _, g := range s.Groups {
		if len(ids) >= 2*mostListed {
			break
		}
		ids = append(ids, g.DocIDs()...)
	}
	return firstOf(ids, mostListed)
}

// firstOf is the first n of ids, each once.
func firstOf(ids []protocol.DocID, n int) []protocol.DocID {
	has := make(map[protocol.DocID]bool, n)
	var list []protocol.DocID
	for _, id := range ids {
		if !has[id] && len(list) < n {
			has[id] = true
			list = append(list, id)
		}
	}
	return list
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

// matching asks every shard which of its documents a query finds.
func (c *Corpus) matching(ctx context.Context, q protocol.Query) ([]protocol.Matched, error) {
	p, err := c.planOf(ctx, q)
	if err != nil {
		return nil, err
	}
	return gather(ctx, c, protocol.Matching{Query: p.query, Plan: p.stats})
}

// narrow has the lead remember the stories of which a document matches.
func (c *Corpus) narrow(ctx context.Context, q protocol.Query) (uint32, error) {
	found, err := c.matching(ctx, q)
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

// summariesAtOnce is how many documents are asked for at a time: a few
// milliseconds to decode, after which the page gets to draw.
const summariesAtOnce = 500

// Summaries asks the shards that hold them for what lists show of documents.
// Documents of a shard that has ended are missing.
func (c *Corpus) Summaries(ctx context.Context, ids []protocol.DocID) (Summaries, error) {
	wanted := firstOf(ids, len(ids)) // copies of a document are of its story too
	all := make(Summaries, len(wanted))
	for from := 0; from < len(wanted); from += summariesAtOnce {
		if err := c.summarize(ctx, wanted[from:min(from+summariesAtOnce, len(wanted))], all); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func (c *Corpus) summarize(ctx context.Context, ids []protocol.DocID, into Summaries) error {
	parts := c.byShard(ids)
	lists, err := gatherEach(ctx, c, func(shard int) protocol.Request[protocol.SummaryList] {
		if len(parts[shard]) == 0 {
			return nil
		}
		return protocol.Summaries{IDs: parts[shard]}
	})
	for _, list := range lists {
		for _, s := range list.Summaries {
			into[s.ID] = s
		}
	}
	return err
}

// summaryList is Summaries in the order asked.
func (c *Corpus) summaryList(ctx context.Context, ids []protocol.DocID) ([]protocol.Summary, error) {
	summaries, err := c.Summaries(ctx, ids)
	var list []protocol.Summary
	for _, id := range ids {
		if s, ok := summaries[id]; ok {
			list = append(list, s)
		}
	}
	return list, err
}
