package coord

import (
	"context"
	"slices"

	"clippings/wasm/ordering"
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
	comparisons, err := c.Comparisons(ctx, id, others[:min(len(others), maxOthers)])
	if err != nil {
		return Article{}, err
	}
	article.take(comparisons)
	article.Summaries, err = c.Summaries(ctx, append(others, relatives.Story.DocIDs()...))
	return article, err
}

// take tells what the wording of relatives was found to have in common when it
// was compared.
func (a *Article) take(comparisons []protocol.Comparison) {
	found := make(map[protocol.DocID]protocol.Comparison, len(comparisons))
	for _, c := range comparisons {
		found[c.Other] = c
		a.Passages = append(a.Passages, c.Passages...)
	}
	ordering.By(a.Passages, protocol.ComparePassages)
	for i, p := range a.Relatives.Pairs {
		if c, ok := found[p.B]; ok {
			a.Relatives.Pairs[i] = c.Pair(p.A, p.Relation)
		}
	}
}

// Document is a document alone, with the matches of a query marked.
func (c *Corpus) Document(ctx context.Context, id protocol.DocID, q protocol.Query) (protocol.Opened, error) {
	shard, err := c.shardOf(id)
	if err != nil {
		return protocol.Opened{}, err
	}
	var p plan
	if q.Text != "" || q.Within != "" {
		if p, err = c.planOf(ctx, q); err != nil {
			return protocol.Opened{}, err
		}
	}
	return ask(ctx, c, shard, protocol.Open{ID: id, Query: p.query, Plan: p.stats})
}

// Compare tells all about two documents: how they are related, on what grounds,
// and what their wording has in common. In the comparison, a is here and b there.
func (c *Corpus) Compare(ctx context.Context, a, b protocol.DocID) (Kinship, error) {
	relatives, err := fromLead(ctx, c, protocol.Related{ID: a})
	if err != nil {
		return Kinship{}, err
	}
	comparisons, err := c.Comparisons(ctx, a, []protocol.DocID{b})
	if err != nil {
		return Kinship{}, err
	}
	if len(comparisons) == 0 {
		return Kinship{}, protocol.ErrNotFound
	}
	judged := protocol.RelationNone
	for _, p := range relatives.Pairs {
		if p.B == b {
			judged = p.Relation
		}
	}
	k := Kinship{Pair: comparisons[0].Pair(a, judged), Comparison: comparisons[0]}
	k.SameStory = slices.Contains(relatives.Story.DocIDs(), b)
	if k.Pair.Relation == protocol.RelationNone && k.SameStory {
		k.Pair.Relation = protocol.RelationStory
	}
	return k, nil
}

// Comparisons compares a document's wording with that of others, wherever they
// are: their words are carried to the shard that holds the document.
func (c *Corpus) Comparisons(ctx context.Context, id protocol.DocID, others []protocol.DocID) ([]protocol.Comparison, error) {
	if len(others) == 0 {
		return nil, nil
	}
	shard, err := c.shardOf(id)
	if err != nil {
		return nil, err
	}
	words, err := c.wordLists(ctx, others)
	if err != nil {
		return nil, err
	}
	shared, err := ask(ctx, c, shard, protocol.Shared{ID: id, Others: words})
	return shared.Comparisons, err
}

// wordLists asks whoever holds them for the words of documents, in the order asked.
func (c *Corpus) wordLists(ctx context.Context, others []protocol.DocID) ([]protocol.WordList, error) {
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
	return words, nil
}
