package coord_test

import (
	"context"
	"slices"
	"testing"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// TestTags: what the person has tagged is found, counted and suggested.
func TestTags(t *testing.T) {
	ctx := context.Background()
	c := ferries(t, 2)
	find := func(text string) coord.Results {
		t.Helper()
		r, err := c.Search(ctx, coord.Search{Query: protocol.Query{Text: text}, Limit: 9})
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	for text, tags := range map[string][]string{"bridge": {"to check", "harbour"}, "zelensky": {"harbour"}} {
		id := find(text).Hits[0].Summary.ID
		if err := c.Amend(ctx, id, protocol.Correction{Field: "tags", Values: tags}); err != nil {
			t.Fatal(err)
		}
	}
	for text, want := range map[string][]string{
		"tag:harbour": {"a.txt", "b.txt"}, `tag:"to check"`: {"a.txt"}, "-tag:harbour": {"c.txt", "d.txt"}, "tag:none lang:ja": {"d.txt"},
	} {
		if got := names(find(text)); !slices.Equal(got, want) {
			t.Errorf("%s finds %q, want %q", text, got, want)
		}
	}
	facets, err := c.Facets(ctx, protocol.Query{Text: "tag:harbour"})
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(facets.Facets, func(f protocol.Facet) bool { return f.Field == "tag" })
	if i < 0 || !slices.Equal(facets.Facets[i].Values, []protocol.ValueCount{{Value: "harbour", Documents: 2}, {Value: "to check", Documents: 1}}) {
		t.Errorf("facets %+v", facets.Facets)
	}
	s, err := c.Suggest(ctx, protocol.Suggest{Text: "tag:h", Cursor: 5, Limit: 5})
	if err != nil || len(s.List) != 1 || s.List[0].Text != "harbour" || s.List[0].Documents != 2 {
		t.Errorf("suggestions %+v, %v", s, err)
	}
}
