package coord

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"clippings/wasm/protocol"
)

const (
	mostValues  = 200 // of a facet
	mostStories = 20
)

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

// Facets tells what the documents that a query finds have in common.
func (c *Corpus) Facets(ctx context.Context, q protocol.Query) (Facets, error) {
	p, err := c.planOf(ctx, q)
	if err != nil {
		return Facets{}, err
	}
	answers, err := gather(ctx, c, protocol.Facets{Query: p.query, Plan: p.stats})
	if err != nil {
		return Facets{}, err
	}
	facets := Facets{Facets: sumFacets(answers), Days: sumDays(answers)}
	stories := map[uint32]uint64{}
	for _, a := range answers {
		facets.Undated += a.Undated
		for _, s := range a.Stories {
			stories[s.Group] += uint64(s.Documents)
		}
	}
	facets.Stories, err = c.headlines(ctx, stories)
	return facets, err
}

// sumFacets adds up values; the most frequent stand first.
func sumFacets(answers []protocol.FacetCounts) []protocol.Facet {
	var sums []protocol.Facet
	for _, a := range answers {
		for _, f := range a.Facets {
			i := slices.IndexFunc(sums, func(s protocol.Facet) bool { return s.Field == f.Field })
			if i < 0 {
				i, sums = len(sums), append(sums, protocol.Facet{Field: f.Field})
			}
			sums[i].None += f.None
			sums[i].Values = append(sums[i].Values, f.Values...)
		}
	}
	for i := range sums {
		sums[i].Values = sumValues(sums[i].Values)
	}
	return sums
}

func sumValues(values []protocol.ValueCount) []protocol.ValueCount {
	slices.SortFunc(values, func(a, b protocol.ValueCount) int { return cmp.Compare(a.Value, b.Value) })
	n := 0
	for _, v := range values {
		if n > 0 && values[n-1].Value == v.Value {
			values[n-1].Documents += v.Documents
			continue
		}
		values[n] = v
		n++
	}
	values = values[:n]
	slices.SortStableFunc(values, func(a, b protocol.ValueCount) int { return cmp.Compare(b.Documents, a.Documents) })
	return values[:min(n, mostValues)]
}

// sumDays adds up days, in order.
func sumDays(answers []protocol.FacetCounts) []protocol.DayCount {
	sums := map[int32]uint64{}
	for _, a := range answers {
		for _, d := range a.Days {
			sums[d.Day] += d.Documents
		}
	}
	days := make([]protocol.DayCount, 0, len(sums))
	for day, n := range sums {
		days = append(days, protocol.DayCount{Day: day, Documents: n})
	}
	slices.SortFunc(days, func(a, b protocol.DayCount) int { return cmp.Compare(a.Day, b.Day) })
	return days
}

// headlines names the stories with the most documents in the result.
func (c *Corpus) headlines(ctx context.Context, stories map[uint32]uint64) ([]StoryCount, error) {
	var list []StoryCount
	for number, n := range stories {
		list = append(list, StoryCount{Number: number, Documents: n})
	}
	slices.SortFunc(list, func(a, b StoryCount) int {
		return cmp.Or(cmp.Compare(b.Documents, a.Documents), cmp.Compare(a.Number, b.Number))
	})
	list = list[:min(len(list), mostStories)]
	c.mu.Lock()
	var ids []protocol.DocID
	for _, s := range list {
		ids = append(ids, c.firsts[s.Number])
	}
	c.mu.Unlock()
	summaries, err := c.Summaries(ctx, ids)
	if err != nil {
		return nil, err
	}
	for i := range list {
		list[i].Summary = summaries[ids[i]]
	}
	return slices.DeleteFunc(list, func(s StoryCount) bool { return s.Summary.Name == "" }), nil
}

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

// Versions gives the passage of a hit as it stands in the other documents folded
// into it, by name.
func (c *Corpus) Versions(ctx context.Context, q protocol.Query, h Hit) ([]protocol.PassageVersion, error) {
	if len(h.Snippets) == 0 {
		return nil, nil
	}
	p, err := c.planOf(ctx, q)
	if err != nil {
		return nil, err
	}
	copies := p.query
	copies.Fold, copies.Order = protocol.FoldNothing, protocol.BestFirst
	copies.Within += ` copies:"` + strings.ReplaceAll(h.Summary.Name, `"`, "”") + `"`
	if p, err = c.newPlan(ctx, copies, p.typos); err != nil {
		return nil, err
	}
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
		return protocol.Versions{Passage: h.Snippets[0].Text, IDs: parts[shard]}
	})
	if err != nil {
		return nil, err
	}
	var versions []protocol.PassageVersion
	for _, a := range answers {
		versions = append(versions, a.Versions...)
	}
	slices.SortFunc(versions, func(a, b protocol.PassageVersion) int {
		return cmp.Or(cmp.Compare(a.Summary.Name, b.Summary.Name), cmp.Compare(a.Summary.ID, b.Summary.ID))
	})
	return versions, nil
}

// Suggest tells what may be meant by what is being typed: the fields in their
// order, or values, the most frequent first.
func (c *Corpus) Suggest(ctx context.Context, q protocol.Suggest) (protocol.Suggestions, error) {
	answers, err := gather(ctx, c, q)
	if err != nil {
		return protocol.Suggestions{}, err
	}
	var sum protocol.Suggestions
	at := map[string]int{}
	for _, a := range answers {
		sum.Replace = a.Replace
		for _, s := range a.List {
			if i, ok := at[s.Text]; ok {
				sum.List[i].Documents += s.Documents
				continue
			}
			at[s.Text] = len(sum.List)
			sum.List = append(sum.List, s)
		}
	}
	slices.SortStableFunc(sum.List, func(a, b protocol.Suggestion) int {
		if isField := a.About != ""; isField || b.About != "" {
			return 0
		}
		return cmp.Or(cmp.Compare(b.Documents, a.Documents), cmp.Compare(a.Text, b.Text))
	})
	sum.List = sum.List[:min(len(sum.List), int(q.Limit))]
	return sum, nil
}
