package coord_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// queries hold every operator once.
var queries = []protocol.Query{
	{Text: "the"}, {Text: "government"}, {Text: "minister said"}, {Text: `"the city"`},
	{Text: "pol", Typing: true}, {Text: "t", Typing: true}, {Text: "minister -police"},
	{Text: "storm OR budget", Fold: protocol.FoldNothing}, {Text: "minister storm port", Match: protocol.MatchAny},
	{Text: "(", Typing: true}, {Text: "nosuchword"},
	{Text: "minsiter"}, {Text: "goverment polcie"}, {Text: "minister zzzzzz qqqqq"}, {Text: "minster", Exactly: true},
	{Text: "min*er p?lice"}, {Text: "minister~2"}, {Text: `"minister police"~9`}, {Text: "city NEAR/6 (storm OR police)"},
	{Text: "/pol.*/ title:the"}, {Text: "title:(city OR storm) body:minister"}, {Text: "is:copy the"}, {Text: "is:unique -is:untitled"},
	{Text: "date:2025-01.. the", Order: protocol.LatestFirst}, {Text: "the", Order: protocol.LongestFirst},
	{Text: "the", Fold: protocol.FoldStories}, {Text: "the", Within: "date:..2030 lang:en"}, {Text: "=The"}, {Text: "in:furniture the"},
	{Text: "the tilte:city date:2025-13"},
}

// writeSearch writes down all that is answered about a query.
func writeSearch(t *testing.T, b *strings.Builder, c *coord.Corpus, q protocol.Query) {
	t.Helper()
	ctx := context.Background()
	r, err := c.Search(ctx, coord.Search{Query: q, Offset: 2, Limit: 15})
	if err != nil {
		t.Fatalf("%+v: %v", q, err)
	}
	fmt.Fprintf(b, "query %+v: %d of %d %v %v %v %v\n", q, r.Total, r.Documents, r.Errors, r.Filters, r.Also, r.Some)
	for i, h := range r.Hits {
		fmt.Fprintln(b, "  ", h.Summary.Name, h.Standing, h.Copies, h.Title, h.Snippets)
		if i == 0 {
			why, err := c.Explain(ctx, q, h.Summary.ID)
			if err != nil || !why.Matches {
				t.Fatalf("%+v: the first hit is not explained: %+v, %v", q, why, err)
			}
			fmt.Fprintf(b, "   why %+v\n", why)
		}
		if i < 3 && h.Copies > 0 && q.Fold == protocol.FoldCopies {
			versions, err := c.Versions(ctx, q, h)
			if err != nil || len(versions) != int(h.Copies) {
				t.Fatalf("%+v: %d versions of a hit with %d copies, %v", q, len(versions), h.Copies, err)
			}
			for _, v := range versions {
				fmt.Fprintln(b, "   version", v.Summary.Name, v.Snippet, v.Absent)
			}
		}
	}
	tally, err := c.Count(ctx, q)
	if err != nil || tally.Documents != r.Documents {
		t.Fatalf("%+v: counts %+v, %v", q, tally, err)
	}
	facets, err := c.Facets(ctx, q)
	if err != nil {
		t.Fatal(err)
	}
	dated := facets.Undated
	for _, d := range facets.Days {
		dated += d.Documents
	}
	if dated != r.Documents {
		t.Fatalf("%+v: %d documents have a date or none, of %d", q, dated, r.Documents)
	}
	fmt.Fprintln(b, "  counts", tally.Occurrences, tally.Texts, facets.Facets, facets.Days, facets.Undated)
	for _, s := range facets.Stories {
		fmt.Fprintln(b, "  story", s.Summary.Name, s.Documents)
	}
}

// ferries is a small collection in which each thing happens once.
func ferries(t *testing.T, shards int) *coord.Corpus {
	t.Helper()
	c := newCorpus(t, shards)
	ingest(t, c, []protocol.Source{
		source("a.txt", "Harbour bridge closes for repairs\n\nPosted 2025-03-01\n\nThe harbour bridge closes on Monday for repairs, the council said. Ferries will run instead of the trams until the summer.\n"),
		source("b.txt", "Ferry timetable\n\nPosted 2025-03-02\n\nThe ferry leaves the pier every hour. President Zelenskyy was not aboard, and nobody minded the weather or the wait.\n"),
		source("c.txt", "Zürich opens a line\n\nPosted 2025-04-09\n\nZürich has opened a line to the lake. The first tram was full, and the second was empty for most of the morning.\n"),
		source("d.txt", "東京都知事が会見\n\n2025-05-01\n\n東京都知事は会見で新しい橋について話した。サッカーチームも参加した。\n"),
	})
	return c
}

func names(r coord.Results) []string {
	var list []string
	for _, h := range r.Hits {
		list = append(list, h.Summary.Name)
	}
	return list
}

// TestForgiving: what is found when a query is not spelt as the texts are, and
// that it is said.
func TestForgiving(t *testing.T) {
	for _, shards := range []int{1, 3} {
		c := ferries(t, shards)
		for _, x := range []struct {
			query protocol.Query
			want  []string
			typos string // that were forgiven
			some  bool
		}{
			{protocol.Query{Text: "zurich"}, []string{"c.txt"}, "", false},
			{protocol.Query{Text: "Zelensky"}, []string{"b.txt"}, "", false},
			{protocol.Query{Text: "zelenksyy"}, []string{"b.txt"}, "zelenskyy", false},
			{protocol.Query{Text: "zelenksyy", Exactly: true}, nil, "", false},
			{protocol.Query{Text: "habrour"}, []string{"a.txt"}, "harbour", false},
			{protocol.Query{Text: "habro", Typing: true}, []string{"a.txt"}, "harbor", false},
			{protocol.Query{Text: `"habrour bridge"`}, nil, "", false},
			{protocol.Query{Text: "harbour ferry zeppelin"}, []string{"a.txt", "b.txt"}, "", true},
			{protocol.Query{Text: "ferries timetable"}, []string{"b.txt"}, "", false},
			{protocol.Query{Text: "東京"}, []string{"d.txt"}, "", false},
			{protocol.Query{Text: "サッカー"}, []string{"d.txt"}, "", false},
			{protocol.Query{Text: "date:2025-03 -ferry"}, []string{"a.txt"}, "", false},
		} {
			r, err := c.Search(context.Background(), coord.Search{Query: x.query, Limit: 10})
			if err != nil {
				t.Fatal(err)
			}
			typos := ""
			for _, s := range r.Also {
				typos += strings.Join(s.Typos, " ")
			}
			if got := names(r); !slices.Equal(got, x.want) || typos != x.typos || r.Some != x.some {
				t.Errorf("%d shards, %+v: %q also %q some %v; want %q, %q, %v", shards, x.query, got, typos, r.Some, x.want, x.typos, x.some)
			}
		}
	}
}

// TestFiltersInForce: chips are told with their place.
func TestFiltersInForce(t *testing.T) {
	c := ferries(t, 2)
	text := `ferry -lang:ja title:(bridge OR ferry) (outlet:x OR is:copy) date:2025`
	r, err := c.Search(context.Background(), coord.Search{Query: protocol.Query{Text: text}, Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range r.Filters {
		got = append(got, fmt.Sprintf("%s|%s|%s|%v", text[f.Span.Start:f.Span.End], f.Field, f.Value, f.Not))
	}
	want := []string{"-lang:ja|lang|ja|true", "title:(bridge OR ferry)|title|(bridge OR ferry)|false", "date:2025|date|2025|false"}
	if !slices.Equal(got, want) {
		t.Errorf("filters %q, want %q", got, want)
	}
}
