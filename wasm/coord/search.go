package coord

import (
	"cmp"
	"context"
	"math"
	"slices"

	"clippings/wasm/protocol"
)

// snippetBytes is the length of a hit's excerpt: three lines at reading width.
const snippetBytes = 280

// Search runs the three phases: figures of all shards are added up, each shard
// ranks its documents by the sums, and those that hold the documents shown cut
// the excerpts. Hits are sorted by score, then name.
func (c *Corpus) Search(ctx context.Context, s Search) (Results, error) {
	figures, err := gather(ctx, c, protocol.SearchStats{Query: s.Query})
	if err != nil {
		return Results{}, err
	}
	var stats protocol.Stats
	for _, f := range figures {
		stats.Add(f)
	}
	last := s.Offset + min(s.Limit, math.MaxUint32-s.Offset)
	tops, err := gather(ctx, c, protocol.SearchTop{Query: s.Query, Stats: stats, Limit: last})
	if err != nil {
		return Results{}, err
	}
	results := Results{Query: s.Query, Errors: stats.Errors, Lost: len(c.shards) - len(tops)}
	hits := merge(tops, &results)
	hits = hits[min(int(s.Offset), len(hits)):min(int(last), len(hits))]
	results.Hits, err = c.excerpts(ctx, s.Query, hits)
	return results, err
}

// ranked is a hit before its excerpt is known.
type ranked struct {
	protocol.TopHit
	copies uint32
}

// merge brings the shards' hits into one order, keeps the best of each group of
// copies, and counts.
func merge(tops []protocol.Top, results *Results) []ranked {
	matched := map[uint32]uint32{}
	var hits []protocol.TopHit
	for _, t := range tops {
		results.Documents += t.Documents
		results.Total += t.Lone
		for _, g := range t.Groups {
			matched[g.Group] += g.Documents
		}
		hits = append(hits, t.Hits...)
	}
	results.Total += uint64(len(matched))
	slices.SortFunc(hits, func(a, b protocol.TopHit) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	taken := map[uint32]bool{}
	var best []ranked
	for _, h := range hits {
		if h.Group == 0 {
			best = append(best, ranked{TopHit: h})
		} else if !taken[h.Group] {
			taken[h.Group] = true
			best = append(best, ranked{TopHit: h, copies: matched[h.Group] - 1})
		}
	}
	return best
}

// excerpts completes hits, in order. A hit whose shard has ended is left out.
func (c *Corpus) excerpts(ctx context.Context, q protocol.Query, hits []ranked) ([]Hit, error) {
	ids := make([]protocol.DocID, len(hits))
	for i, h := range hits {
		ids[i] = h.ID
	}
	parts := c.byShard(ids)
	answers, err := gatherEach(ctx, c, func(shard int) protocol.Request[protocol.Excerpts] {
		if len(parts[shard]) == 0 {
			return nil
		}
		return protocol.Snippets{Query: q, IDs: parts[shard], MaxBytes: snippetBytes}
	})
	if err != nil {
		return nil, err
	}
	excerpts := map[protocol.DocID]protocol.Excerpt{}
	for _, a := range answers {
		for _, e := range a.Excerpts {
			excerpts[e.Summary.ID] = e
		}
	}
	complete := make([]Hit, 0, len(hits))
	for _, h := range hits {
		if e, ok := excerpts[h.ID]; ok {
			complete = append(complete, Hit{Excerpt: e, Score: h.Score, Copies: h.copies})
		}
	}
	return complete, nil
}

// QuickOpen lists the titles and files that match a few typed letters best.
func (c *Corpus) QuickOpen(ctx context.Context, q protocol.QuickOpen) ([]protocol.Choice, error) {
	answers, err := gather(ctx, c, q)
	if err != nil {
		return nil, err
	}
	var choices []protocol.Choice
	for _, a := range answers {
		choices = append(choices, a.Choices...)
	}
	slices.SortFunc(choices, protocol.CompareChoices)
	return choices[:min(len(choices), int(q.Limit))], nil
}
