package coord_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// collations writes down what every group of copies differs in, and each of its
// texts beside the first, with names for numbers.
func collations(t *testing.T, c *coord.Corpus) string {
	t.Helper()
	ctx := context.Background()
	var b strings.Builder
	stories, err := c.Stories(ctx, protocol.StoryPage{Limit: 10_000})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range stories.Stories.Stories {
		for _, g := range s.Groups {
			v, err := c.Collate(ctx, g.Representative)
			if err != nil {
				t.Fatal(err)
			}
			writeCollation(&b, v)
			other := g.Members[0].A
			if other == g.Representative {
				other = g.Members[0].B
			}
			f, err := c.Beside(ctx, g.Representative, other)
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintln(&b, "beside", f.There.Name, f.Sides)
		}
	}
	return b.String()
}

func writeCollation(b *strings.Builder, v coord.Collation) {
	fmt.Fprintln(b, "collation", v.Base.Name, v.Words)
	for _, w := range v.Witnesses {
		fmt.Fprint(b, " ", v.Summaries[w.ID].Name, w.Words, w.Common)
	}
	fmt.Fprintln(b, v.Places, v.Gaps, v.Moves)
}

// TestCollateOneShardAsMany holds that copies are collated and set side by side
// alike, however many shards hold them and in whatever order they came.
func TestCollateOneShardAsMany(t *testing.T) {
	sources := corpusSources(60)
	var want string
	for _, shards := range []int{1, 3} {
		c := newCorpus(t, shards)
		ingest(t, c, sources)
		got := collations(t, c)
		if want == "" {
			want = got
		}
		if got != want {
			t.Errorf("%d shards differ from one:\n%s", shards, firstDifference(got, want))
		}
		for i, j := 0, len(sources)-1; i < j; i, j = i+1, j-1 {
			sources[i], sources[j] = sources[j], sources[i]
		}
	}
	if strings.Count(want, "collation") < 5 || strings.Count(want, "\nbeside") < 5 {
		t.Fatalf("the corpus is too tame to tell anything:\n%s", want)
	}
}
