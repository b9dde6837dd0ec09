package coord

import (
	"context"
	"math"
	"slices"

	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

const (
	snippetBytes = 280 // of a hit's excerpts together: three lines at reading width
	mostSnippets = 3   // of a hit
)

// Search runs the phases: figures of all shards are added up to a plan, each shard
// ranks its documents by it, and those that hold the documents shown cut the
// excerpts.
//
// Words that next to nothing holds are searched in other spellings too. If
// nothing at all matches, first every word is; then documents that miss some of
// the words count. Results says what was done.
func (c *Corpus) Search(ctx context.Context, s Search) (Results, error) {
	last := s.Offset + min(s.Limit, math.MaxUint32-s.Offset)
	p, tops, err := c.rank(ctx, s.Query, protocol.SearchTop{Limit: last})
	if err != nil {
		return Results{}, err
	}
	results := Results{
		Query: s.Query, Errors: p.stats.Errors, Filters: p.stats.Filters, Also: p.also(),
		Some: p.query.Match != s.Query.Match, Lost: len(c.shards) - len(tops),
	}
	hits := merge(tops, &results)
	hits = hits[min(int(s.Offset), len(hits)):min(int(last), len(hits))]
	results.Hits, err = c.excerpts(ctx, p, hits)
	return results, err
}

// rank finds the plan by which a query is answered and the answers of the shards
// to ask, of which only the query and the plan are filled in.
func (c *Corpus) rank(ctx context.Context, q protocol.Query, ask protocol.SearchTop) (plan, []protocol.Top, error) {
	p, err := c.newPlan(ctx, q, false)
	if err != nil {
		return plan{}, nil, err
	}
	tops, err := c.tops(ctx, p, ask)
	if err == nil && matched(tops) == 0 && p.canMisspell() {
		if p, tops, err = c.forgive(ctx, p, ask); err != nil {
			return plan{}, nil, err
		}
	}
	if err == nil && matched(tops) == 0 && q.Match == protocol.MatchAll && len(p.stats.Words) > 1 {
		some := p
		some.query.Match = protocol.MatchSome
		var found []protocol.Top
		if found, err = c.tops(ctx, some, ask); err == nil && matched(found) > 0 {
			p, tops = some, found
		}
	}
	if err != nil {
		return plan{}, nil, err
	}
	c.remember(q, p)
	return p, tops, nil
}

// forgive tries whether nothing was found by a plan because a word is misspelt,
// though it is one. If that helps no more, the plan stays, and no spelling is told.
func (c *Corpus) forgive(ctx context.Context, p plan, ask protocol.SearchTop) (plan, []protocol.Top, error) {
	misspelt, err := c.newPlan(ctx, p.query, true)
	if err != nil {
		return plan{}, nil, err
	}
	tops, err := c.tops(ctx, misspelt, ask)
	if err == nil && matched(tops) > 0 {
		return misspelt, tops, nil
	}
	return p, tops, err
}

func (c *Corpus) tops(ctx context.Context, p plan, ask protocol.SearchTop) ([]protocol.Top, error) {
	ask.Query, ask.Plan = p.query, p.stats
	return gather(ctx, c, ask)
}

// matched counts the documents of all shards.
func matched(tops []protocol.Top) uint64 {
	n := uint64(0)
	for _, t := range tops {
		n += t.Documents
	}
	return n
}

// ranked is a hit before its excerpt is known.
type ranked struct {
	protocol.TopHit
	copies uint32
}

// merge brings the shards' hits into one order, keeps the best of each group,
// and counts.
func merge(tops []protocol.Top, results *Results) []ranked {
	matched := map[uint32]uint32{}
	var hits []ranked
	for _, t := range tops {
		results.Documents += t.Documents
		results.Total += t.Lone
		for _, g := range t.Groups {
			matched[g.Group] += g.Documents
		}
		for _, h := range t.Hits {
			hits = append(hits, ranked{TopHit: h})
		}
	}
	results.Total += uint64(len(matched))
	gaps := make(map[protocol.DocID]uint8, len(hits))
	for i := range hits {
		gaps[hits[i].ID] = hits[i].Gap
		hits[i].Gap = protocol.NoGap
	}
	ordering.By(hits, compareRanked)
	taken := make(map[uint32]bool, len(matched))
	hits = slices.DeleteFunc(hits, func(h ranked) bool {
		isTaken := h.Group != 0 && taken[h.Group]
		taken[h.Group] = true
		return isTaken
	})
	for i := range hits {
		if hits[i].Group != 0 {
			hits[i].copies = matched[hits[i].Group] - 1
		}
	}
	// The nearest of the best: the same however the documents are spread, since a
	// shard told the gap of all of its own that can be among these.
	best := hits[:min(len(hits), protocol.Nearest)]
	for i := range best {
		best[i].Gap = gaps[best[i].ID]
	}
	ordering.By(best, compareRanked)
	return hits
}

func compareRanked(a, b ranked) int { return a.TopHit.Compare(&b.TopHit) }

// excerpts completes hits, in order. A hit whose shard has ended is left out.
func (c *Corpus) excerpts(ctx context.Context, p plan, hits []ranked) ([]Hit, error) {
	ids := make([]protocol.DocID, len(hits))
	for i, h := range hits {
		ids[i] = h.ID
	}
	parts := c.byShard(ids)
	answers, err := gatherEach(ctx, c, func(shard int) protocol.Request[protocol.Excerpts] {
		if len(parts[shard]) == 0 {
			return nil
		}
		return protocol.Snippets{
			Query: p.query, Plan: p.stats, IDs: parts[shard], MaxBytes: snippetBytes, Most: mostSnippets,
		}
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
			complete = append(complete, Hit{Excerpt: e, Standing: h.Standing, Group: h.Group, Copies: h.copies})
		}
	}
	return complete, nil
}

// Count tells how much a query finds without showing any of it.
func (c *Corpus) Count(ctx context.Context, q protocol.Query) (Tally, error) {
	q.Fold = protocol.FoldCopies
	p, tops, err := c.rank(ctx, q, protocol.SearchTop{Tally: true})
	if err != nil {
		return Tally{}, err
	}
	var r Results
	merge(tops, &r)
	t := Tally{
		Documents: r.Documents, Texts: r.Total, Errors: p.stats.Errors, Also: p.also(),
		Some: p.query.Match != q.Match, Lost: len(c.shards) - len(tops),
	}
	for _, top := range tops {
		t.Occurrences += top.Occurrences
	}
	return t, nil
}
