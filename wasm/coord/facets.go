package coord

import (
	"cmp"
	"context"
	"slices"

	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

const (
	mostValues  = 200 // of a facet
	mostStories = 20
)

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
	ordering.By(values, func(a, b protocol.ValueCount) int { return cmp.Compare(a.Value, b.Value) })
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
	ordering.By(values, func(a, b protocol.ValueCount) int { return cmp.Compare(b.Documents, a.Documents) })
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
	ordering.By(days, func(a, b protocol.DayCount) int { return cmp.Compare(a.Day, b.Day) })
	return days
}

// headlines names the stories with the most documents in the result.
func (c *Corpus) headlines(ctx context.Context, stories map[uint32]uint64) ([]StoryCount, error) {
	var list []StoryCount
	for number, n := range stories {
		list = append(list, StoryCount{Number: number, Documents: n})
	}
	ordering.By(list, func(a, b StoryCount) int {
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
