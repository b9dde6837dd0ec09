package coord

import (
	"context"

	"clippings/wasm/protocol"
)

// maxOthers bounds with how many documents an opened one is aligned: the
// closest come first, and marks from more would cover each other.
const maxOthers = 40

// Open is a document with all that it shares with others.
func (c *Corpus) Open(ctx context.Context, id protocol.DocID, q protocol.Query) (Article, error) {
	opened, err := c.Document(ctx, id, q)
	if err != nil {
		return Article{}, err
	}
	relatives, err := fromLead(ctx, c, protocol.Related{ID: id})
	if err != nil {
		return Article{}, err
	}
	article := Article{Opened: opened, Relatives: relatives}
	others := make([]protocol.DocID, 0, len(relatives.Pairs))
	for _, p := range relatives.Pairs {
		others = append(others, p.B)
	}
	article.Passages, err = c.Passages(ctx, id, others[:min(len(others), maxOthers)])
	if err != nil {
		return Article{}, err
	}
	article.Summaries, err = c.Summaries(ctx, append(others, relatives.Story.DocIDs()...))
	return article, err
}

// Document is a document alone, with the matches of a query marked.
func (c *Corpus) Document(ctx context.Context, id protocol.DocID, q protocol.Query) (protocol.Opened, error) {
	shard, err := c.shardOf(id)
	if err != nil {
		return protocol.Opened{}, err
	}
	return ask(ctx, c, shard, protocol.Open{ID: id, Query: q})
}

// Passages aligns a document with others, wherever they are: their words are
// carried to the shard that holds the document.
func (c *Corpus) Passages(ctx context.Context, id protocol.DocID, others []protocol.DocID) ([]protocol.Passage, error) {
	if len(others) == 0 {
		return nil, nil
	}
	shard, err := c.shardOf(id)
	if err != nil {
		return nil, err
	}
	parts := c.byShard(others)
	answers, err := gatherEach(ctx, c, func(shard int) protocol.Request[protocol.WordLists] {
		if len(parts[shard]) == 0 {
			return nil
		}
		return protocol.Words{IDs: parts[shard]}
	})
	if err != nil {
		return nil, err
	}
	lists := map[protocol.DocID]protocol.WordList{}
	for _, a := range answers {
		for _, list := range a.Lists {
			lists[list.ID] = list
		}
	}
	var words []protocol.WordList // in the order of others, whoever holds them
	for _, id := range others {
		if list, ok := lists[id]; ok {
			words = append(words, list)
		}
	}
	shared, err := ask(ctx, c, shard, protocol.Shared{ID: id, Others: words})
	return shared.Passages, err
}
