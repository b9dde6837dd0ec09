package coord

import (
	"cmp"
	"context"

	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// Explain tells why a document stands where it stands among the hits of a query.
// protocol.ErrNotFound if no shard holds it.
func (c *Corpus) Explain(ctx context.Context, q protocol.Query, id protocol.DocID) (protocol.Explanation, error) {
	shard, err := c.shardOf(id)
	if err != nil {
		return protocol.Explanation{}, err
	}
	p, err := c.planOf(ctx, q)
	if err != nil {
		return protocol.Explanation{}, err
	}
	return ask(ctx, c, shard, protocol.Explain{Query: p.query, Plan: p.stats, ID: id})
}

// mostVersions is how many copies of a hit are shown.
const mostVersions = 200

// Versions gives the passage of a hit, of a query that folds copies, as it stands
// in the other documents folded into it, by name.
func (c *Corpus) Versions(ctx context.Context, q protocol.Query, h Hit) ([]protocol.PassageVersion, error) {
	passage, ok := h.Best()
	if !ok {
		return nil, nil
	}
	p, err := c.planOf(ctx, q)
	if err != nil {
		return nil, err
	}
	// A name that no query can write, as a document's may hold quotation marks.
	const hit = "\x00"
	p.query.Fold, p.query.Order = protocol.FoldNothing, protocol.BestFirst
	p.query.Within += ` copies:"` + hit + `"`
	p.stats.Named = append([]protocol.NamedPlace{{Name: hit, Group: h.Group}}, p.stats.Named...)
	tops, err := c.tops(ctx, p, protocol.SearchTop{Limit: mostVersions})
	if err != nil {
		return nil, err
	}
	var ids []protocol.DocID
	for _, hit := range merge(tops, new(Results)) {
		if hit.ID != h.Summary.ID {
			ids = append(ids, hit.ID)
		}
	}
	parts := c.byShard(ids)
	answers, err := gatherEach(ctx, c, func(shard int) protocol.Request[protocol.VersionList] {
		if len(parts[shard]) == 0 {
			return nil
		}
		return protocol.Versions{Passage: passage.Text, IDs: parts[shard]}
	})
	if err != nil {
		return nil, err
	}
	var versions []protocol.PassageVersion
	for _, a := range answers {
		versions = append(versions, a.Versions...)
	}
	ordering.By(versions, func(a, b protocol.PassageVersion) int {
		return cmp.Or(cmp.Compare(a.Summary.Name, b.Summary.Name), cmp.Compare(a.Summary.ID, b.Summary.ID))
	})
	return versions, nil
}
