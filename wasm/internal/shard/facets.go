package shard

import (
	"context"

	"clippings/wasm/internal/column"
	"clippings/wasm/protocol"
)

// facetFields are the fields whose values are counted, in the order they are
// shown in.
var facetFields = [...]string{
	column.Outlet, column.Agency, column.By, column.Place, column.Lang, column.Format, column.Tag,
}

func (s *Shard) facets(ctx context.Context, q protocol.Facets) (protocol.FacetCounts, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	docs, err := s.matches(ctx, q.Query, q.Plan)
	if err != nil {
		return protocol.FacetCounts{}, err
	}
	answer := protocol.FacetCounts{}
	for _, field := range facetFields {
		answer.Facets = append(answer.Facets, s.facet(docs, field))
		if err := s.yield(ctx)(); err != nil {
			return protocol.FacetCounts{}, err
		}
	}
	days, undated := s.columns.CountDays(docs)
	answer.Undated = uint64(undated)
	for _, d := range days {
		answer.Days = append(answer.Days, protocol.DayCount{Day: d.Day, Documents: uint64(d.Documents)})
	}
	answer.Stories = s.storyCounts(docs)
	return answer, nil
}

// facet counts the values of a field.
func (s *Shard) facet(docs []uint32, field string) protocol.Facet {
	values, none := s.columns.Count(docs, field)
	f := protocol.Facet{Field: field, None: uint64(none)}
	for _, v := range values {
		f.Values = append(f.Values, protocol.ValueCount{Value: v.Value, Documents: uint64(v.Documents)})
	}
	return f
}

// storyCounts counts the stories, by number.
func (s *Shard) storyCounts(docs []uint32) []protocol.GroupCount {
	most := uint32(0)
	for _, p := range s.places {
		most = max(most, p.story)
	}
	counts := make([]uint32, most+1)
	for _, d := range docs {
		counts[s.placeOf(d).story]++
	}
	var list []protocol.GroupCount
	for story, n := range counts {
		if story > 0 && n > 0 {
			list = append(list, protocol.GroupCount{Group: uint32(story), Documents: n})
		}
	}
	return list
}
