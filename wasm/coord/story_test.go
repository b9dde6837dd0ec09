package coord_test

import (
	"context"
	"reflect"
	"slices"
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
