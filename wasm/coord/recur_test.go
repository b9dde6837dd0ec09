package coord_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// paperSources is corpusSources with two lines of its own at the foot of most
// texts of a paper.
func paperSources(n int) []protocol.Source {
	sources := corpusSources(n)
	for i, s := range sources {
		paper := [...]string{"The Harbour Gazette", "The Hill Courier"}[i%2]
		text := string(s.Handle.([]byte))
		if i%5 > 0 {
			text += "\n" + paper + " is printed on the quay below the seven hills and sold wherever the ferry calls.\n\n" +
				"It was founded by three sisters who agreed on nothing but the weather and its importance.\n"
		}
		sources[i] = source(fmt.Sprintf("%s/%03d.txt", paper, i), text)
	}
	return sources
}

// roles writes down every paragraph of every document that is not body, and what
// became of the lines that recur.
func roles(t *testing.T, c *coord.Corpus) string {
	t.Helper()
	ctx := context.Background()
	list, err := c.Stories(ctx, protocol.StoryPage{Limit: 10_000})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, s := range list.Stories.Stories {
		for _, id := range s.DocIDs() {
			article, err := c.Document(ctx, id, protocol.Query{})
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintln(&b, article.Document.Name, list.Summaries[id].Words)
			for _, p := range article.Document.Paragraphs {
				if p.Role != protocol.RoleBody {
					fmt.Fprintln(&b, "  ", p.Span, p.Role, p.Why)
				}
			}
		}
	}
	return b.String()
}

// count tells how many documents hold a word.
func count(t *testing.T, c *coord.Corpus, word string) uint64 {
	t.Helper()
	r, err := c.Search(context.Background(), coord.Search{Query: protocol.Query{Text: word, Exactly: true, Fold: protocol.FoldNothing}, Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	return r.Documents
}

// TestLinesThatRecurAreFurniture: they are no part of the article any more, are
// not searched, and say why; and neither the number of shards, nor the order in
// which files come, nor in how many goes, changes any of it.
func TestLinesThatRecurAreFurniture(t *testing.T) {
	const n = 60
	sources := paperSources(n)
	one := newCorpus(t, 1)
	imported := ingest(t, one, sources)
	want := roles(t, one) + transcript(t, one)
	for _, e := range imported.Entries {
		if line := fmt.Sprintln(e.Path, e.Words); !strings.Contains(want, line) {
			t.Errorf("the ledger counts %d words in %s, the document has others", e.Words, e.Path)
		}
	}
	if strings.Count(want, "furniture the same line stands in") < n {
		t.Fatalf("the lines at the foot are not taken:\n%s", want)
	}
	if hills := count(t, one, "hills"); hills > 0 {
		t.Errorf("%d documents are found by what stands at their foot", hills)
	}
	random := rand.New(rand.NewPCG(3, 4))
	for _, shards := range []int{1, 2, 4} {
		shuffled := append([]protocol.Source(nil), sources...)
		random.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		c := newCorpus(t, shards)
		for len(shuffled) > 0 {
			k := min(1+random.IntN(n/2), len(shuffled))
			ingest(t, c, shuffled[:k])
			shuffled = shuffled[k:]
		}
		if got := roles(t, c) + transcript(t, c); got != want {
			t.Errorf("%d shards differ from one:\n%s", shards, firstDifference(got, want))
		}
	}
}

// TestLinesReadAnewRecur: files read anew by another recipe leave all as it was.
func TestLinesReadAnewRecur(t *testing.T) {
	sources := paperSources(40)
	c := newCorpus(t, 2)
	ingest(t, c, sources)
	want := roles(t, c) + transcript(t, c)
	for i := range sources[:20] {
		sources[i].Recipe.Encoding = "utf-8"
	}
	ingest(t, c, sources)
	if got := roles(t, c) + transcript(t, c); got != want {
		t.Errorf("read anew differs:\n%s", firstDifference(got, want))
	}
}
