package coord_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	"clippings/wasm/coord"
	"clippings/wasm/internal/corpustest"
	"clippings/wasm/internal/dedup"
	"clippings/wasm/protocol"
)

// full is a size of the corpora; a tenth where time is short.
func full(n int) int {
	if testing.Short() || runtime.GOOS == "js" {
		return n / 10
	}
	return n
}

// figures are what a corpus is found to be.
func figures(t *testing.T, c *coord.Corpus) protocol.Stories {
	t.Helper()
	list, err := c.Stories(context.Background(), protocol.StoryPage{})
	if err != nil {
		t.Fatal(err)
	}
	return list.Stories
}

// allStories lists all stories, the largest first.
func allStories(t *testing.T, c *coord.Corpus) coord.StoryList {
	t.Helper()
	list, err := c.Stories(context.Background(), protocol.StoryPage{Order: protocol.LargestFirst, Limit: 1 << 20})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// byName is every document of a corpus by its path, or path#record.
func byName(t *testing.T, c *coord.Corpus) map[string]protocol.DocID {
	t.Helper()
	ids := map[string]protocol.DocID{}
	for id, s := range allStories(t, c).Summaries {
		ids[s.Name] = id
	}
	return ids
}

func pairPage(t *testing.T, c *coord.Corpus, offset, limit uint32) protocol.Pairs {
	t.Helper()
	pairs, err := c.Pairs(context.Background(), protocol.PairPage{Offset: offset, Limit: limit})
	if err != nil {
		t.Fatal(err)
	}
	return pairs
}

func openDoc(t *testing.T, c *coord.Corpus, id protocol.DocID) coord.Article {
	t.Helper()
	article, err := c.Open(context.Background(), id, protocol.Query{})
	if err != nil {
		t.Fatal(err)
	}
	return article
}

// mostPairs is how many edges n texts may have that all share something: with the
// first of a heavy list only, or among so many that lists are not heavy.
func mostPairs(n int) int {
	p := dedup.DefaultParams()
	return max(2*p.HeavyPeers*n, min(n, p.HeavyMost)*min(n, p.HeavyMost)/2)
}

// dated is a plain text file of an article.
func dated(path string, d corpustest.Doc, body string) protocol.Source {
	return source(path, d.Title+"\n\nPosted 2025-03-04\n\n"+body+"\n")
}

// TestTenThousandIdenticalFiles: they are one group, whose pairs come in pages, and
// to open one takes no more than to open one of forty.
func TestTenThousandIdenticalFiles(t *testing.T) {
	n := full(10_000)
	d := corpustest.Originals(1, 1, 150)[0]
	sources := make([]protocol.Source, n)
	for i := range sources {
		sources[i] = dated(fmt.Sprintf("house%02d/%05d.txt", i%37, i), d, d.Text)
	}
	c := newCorpus(t, 2)
	ingest(t, c, sources)
	f := figures(t, c)
	if f.Total != 1 || f.Groups != 1 || f.Texts != 1 || int(f.Documents) != n {
		t.Errorf("%d stories, %d groups, %d texts of %d documents", f.Total, f.Groups, f.Texts, f.Documents)
	}
	for _, offset := range []int{0, n / 2, n - 11, n - 1, n, 1 << 31} {
		page := pairPage(t, c, uint32(offset), 10)
		if int(page.Total) != n-1 || len(page.Pairs) != min(10, max(0, n-1-offset)) {
			t.Errorf("from %d on: %d pairs of %d", offset, len(page.Pairs), page.Total)
		}
		for _, p := range page.Pairs {
			if p.Relation != protocol.RelationExact || p.Jaccard != 1 {
				t.Errorf("%+v", p)
			}
		}
	}
	article := openDoc(t, c, pairPage(t, c, uint32(n/2), 1).Pairs[0].B)
	others := map[protocol.DocID]bool{}
	for _, p := range article.Passages {
		others[p.Other] = true
	}
	if len(article.Relatives.Pairs) != n-1 || len(others) != 40 || len(article.Passages) != 40 {
		t.Errorf("opened: %d pairs, %d passages with %d others", len(article.Relatives.Pairs), len(article.Passages), len(others))
	}
	r, err := c.Search(context.Background(), coord.Search{Query: protocol.Query{Text: "the"}, Limit: 10})
	if err != nil || r.Total != 1 || int(r.Documents) != n || len(r.Hits) != 1 || int(r.Hits[0].Copies) != n-1 {
		t.Errorf("%d hits in %d documents, %v", r.Total, r.Documents, err)
	}
}

// oneWordApart is n files of one text, each with another word in one place.
func oneWordApart(n int) []protocol.Source {
	d := corpustest.Originals(2, 1, 150)[0]
	words := strings.SplitAfter(d.Text, " ")
	r := rand.New(rand.NewPCG(2, 9))
	sources := make([]protocol.Source, n)
	for i := range sources {
		at := r.IntN(len(words))
		body := strings.Join(words[:at], "") + fmt.Sprintf("word%05d ", i) + strings.Join(words[at+1:], "")
		sources[i] = dated(fmt.Sprintf("house%02d/%05d.txt", i%37, i), d, body)
	}
	return sources
}

// TestFilesThatDifferInOneWord: they are one group of near copies, and there are
// about as many pairs as files.
func TestFilesThatDifferInOneWord(t *testing.T) {
	pairs := map[int]int{}
	n := full(10_000)
	for _, n := range []int{n / 4, n} {
		c := newCorpus(t, 2)
		ingest(t, c, oneWordApart(n))
		f := figures(t, c)
		if f.Total != 1 || f.Groups != 1 || int(f.Documents) != n {
			t.Errorf("%d stories and %d groups of %d documents", f.Total, f.Groups, f.Documents)
		}
		pairs[n] = int(pairPage(t, c, 0, 0).Total)
		if pairs[n] > mostPairs(n) || pairs[n] < n-1 {
			t.Errorf("%d pairs of %d files, want at most %d", pairs[n], n, mostPairs(n))
		}
		article := openDoc(t, c, pairPage(t, c, 0, 1).Pairs[0].A)
		if len(article.Passages) > 4*40 {
			t.Errorf("%d passages of 40 others", len(article.Passages))
		}
	}
	t.Logf("pairs by files: %v", pairs)
	if n/4 > dedup.DefaultParams().HeavyMost && pairs[n] > 5*pairs[n/4] {
		t.Errorf("four times the files have %d pairs, one time %d", pairs[n], pairs[n/4])
	}
}

// boilerplate is a notice of sixty words.
const boilerplate = "This account was set down by the night desk of the paper from notes that its own people brought home on foot; " +
	"nothing in it may be read aloud for money, sold by weight, or pasted upon hoardings unless the three owners have " +
	"agreed in ink, which they have done twice since the lamp was hung above their narrow door"

// TestBoilerplateOfSixtyWords: what 3,000 texts share besides their own makes
// them no copies, and not more of them stories than there are without it. At the
// head or foot of the texts of one house it is furniture.
func TestBoilerplateOfSixtyWords(t *testing.T) {
	if n := len(strings.Fields(boilerplate)); n != 60 {
		t.Fatalf("the notice has %d words", n)
	}
	n := full(3_000)
	docs := corpustest.Originals(3, n, 120)
	own := figures(t, noticed(t, docs, "", 1))
	for _, x := range []struct {
		at     string
		houses int
	}{{"head", 1}, {"foot", 1}, {"middle", 1}, {"foot", n}} {
		c := noticed(t, docs, x.at, x.houses)
		f, pairs := figures(t, c), int(pairPage(t, c, 0, 0).Total)
		t.Logf("%+v: %d pairs, %d stories of %d documents, %d without the notice", x, pairs, f.Total, f.Documents, own.Total)
		if f.Groups > 0 || int(f.Documents) != n || int(f.Total) < int(own.Total)-n/100 {
			t.Errorf("%+v: %d groups and %d stories of %d documents, %d without the notice", x, f.Groups, f.Total, f.Documents, own.Total)
		}
		if pairs > mostPairs(n) {
			t.Errorf("%+v: %d pairs, want at most %d", x, pairs, mostPairs(n))
		}
		wantFurniture(t, c, x.houses == 1 && x.at != "middle", n)
	}
}

// noticed is a corpus of texts of so many houses with the boilerplate somewhere.
func noticed(t *testing.T, docs []corpustest.Doc, at string, houses int) *coord.Corpus {
	t.Helper()
	sources := make([]protocol.Source, len(docs))
	for i, d := range docs {
		sources[i] = dated(fmt.Sprintf("house%04d/%05d.txt", i%houses, i), d, withNotice(d.Text, at))
	}
	c := newCorpus(t, 2)
	ingest(t, c, sources)
	return c
}

// withNotice puts the boilerplate into a text.
func withNotice(text, at string) string {
	if at == "" {
		return text
	}
	paragraphs := strings.Split(text, "\n\n")
	i := map[string]int{"head": 0, "middle": len(paragraphs) / 2, "foot": len(paragraphs)}[at]
	return strings.Join(append(append(append([]string(nil), paragraphs[:i]...), boilerplate+"."), paragraphs[i:]...), "\n\n")
}

// wantFurniture checks that the notice is furniture, or that it is not.
func wantFurniture(t *testing.T, c *coord.Corpus, want bool, n int) {
	t.Helper()
	found := int(count(t, c, "hoardings"))
	if want && found > 0 || !want && found != n {
		t.Errorf("the notice is searched in %d of %d documents", found, n)
	}
	if pairs := pairPage(t, c, 0, 0).Total; want && pairs > uint32(n) {
		t.Errorf("%d pairs though the notice is furniture", pairs)
	}
}
