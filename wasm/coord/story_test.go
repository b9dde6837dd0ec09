package coord_test

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// TestStoriesOf compares the stories of which a document matches with those picked
// from all, for one shard and several, before and after the corpus has changed.
func TestStoriesOf(t *testing.T) {
	sources := corpusSources(120)
	for _, shards := range []int{1, 3} {
		c := newCorpus(t, shards)
		ingest(t, c, sources[:90])
		for _, q := range []protocol.Query{{Text: "minister"}, {Within: "is:copy"}, {Text: "nothinglikeit"}, {}} {
			checkStoriesOf(t, c, q)
		}
		ingest(t, c, sources[90:])
		checkStoriesOf(t, c, protocol.Query{Text: "minister"})
	}
}

func checkStoriesOf(t *testing.T, c *coord.Corpus, q protocol.Query) {
	t.Helper()
	ctx := context.Background()
	all, err := c.Stories(ctx, protocol.StoryPage{Order: protocol.LargestFirst, Limit: 10_000})
	if err != nil {
		t.Fatal(err)
	}
	q.Fold = protocol.FoldNothing
	found, err := c.Search(ctx, coord.Search{Query: q, Limit: 10_000})
	if err != nil {
		t.Fatal(err)
	}
	var want []protocol.Story
	for _, s := range all.Stories.Stories {
		if q.Text+q.Within == "" || slices.ContainsFunc(found.Hits, func(h coord.Hit) bool {
			return slices.Contains(s.DocIDs(), h.Summary.ID)
		}) {
			want = append(want, s)
		}
	}
	var got []protocol.Story
	for offset := uint32(0); ; offset += 7 {
		page, err := c.StoriesOf(ctx, q, protocol.StoryPage{Order: protocol.LargestFirst, Offset: offset, Limit: 7})
		if err != nil {
			t.Fatal(err)
		}
		if int(page.Total) != len(want) {
			t.Fatalf("%+v: %d stories are told of, want %d", q, page.Total, len(want))
		}
		if len(page.Stories.Stories) == 0 {
			break
		}
		got = append(got, page.Stories.Stories...)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v: got %d stories, want the %d of which a document matches, in the same order", q, len(got), len(want))
	}
}

// TestFacetsOfAll holds that a query that asks for nothing counts all documents.
func TestFacetsOfAll(t *testing.T) {
	for _, shards := range []int{1, 3} {
		c := newCorpus(t, shards)
		ingest(t, c, corpusSources(90))
		facets, err := c.Facets(context.Background(), protocol.Query{})
		if err != nil {
			t.Fatal(err)
		}
		days := facets.Undated
		for _, d := range facets.Days {
			days += d.Documents
		}
		if days != 90 {
			t.Errorf("%d shards: days are counted of %d documents, want 90", shards, days)
		}
		for _, f := range facets.Facets {
			if sum := f.None + valuesOf(f); f.Field == "format" && sum != 90 {
				t.Errorf("%d shards: formats are counted of %d documents, want 90", shards, sum)
			}
		}
	}
}

func valuesOf(f protocol.Facet) (sum uint64) {
	for _, v := range f.Values {
		sum += v.Documents
	}
	return sum
}

// TestLargeStoryIsListedInPart holds that a list gets 100 documents of a story with
// more, the texts before their copies, and that the story itself has all.
func TestLargeStoryIsListedInPart(t *testing.T) {
	c := newCorpus(t, 2)
	var sources []protocol.Source
	text := strings.Repeat("The harbour council agreed on a new ferry to the outer islands before the winter storms came. ", 6)
	for i := range 630 {
		sources = append(sources, source(fmt.Sprintf("outlet%d/%d.txt", i, i), text))
	}
	ingest(t, c, sources)
	ctx := context.Background()
	page, err := c.Stories(ctx, protocol.StoryPage{Limit: 10})
	if err != nil {
		t.Fatal(err)
	}
	first := page.Stories.Stories[0]
	if first.Documents() != 630 || len(page.Summaries) != 100 {
		t.Fatalf("a story of %d documents comes with %d summaries, want 630 and 100", first.Documents(), len(page.Summaries))
	}
	group := first.Groups[0]
	if _, ok := page.Summaries[group.Representative]; !ok {
		t.Error("the representative is missing")
	}
	for _, o := range group.Origin {
		if _, ok := page.Summaries[o.Doc]; !ok {
			t.Errorf("%v is named as the origin and missing", o)
		}
	}
	whole, err := c.Story(ctx, group.Members[600].A)
	if err != nil || len(whole.Summaries) != 630 {
		t.Errorf("the story comes with %d summaries, %v", len(whole.Summaries), err)
	}
}
