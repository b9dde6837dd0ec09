package coord_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"clippings/wasm/internal/corpustest"
	"clippings/wasm/protocol"
)

// TestDigestOfAThousand: a file that holds 1,000 others entire shares a passage
// with each of them and is a copy of none.
func TestDigestOfAThousand(t *testing.T) {
	n := full(1_000)
	docs := corpustest.Originals(4, n, 120)
	var digest strings.Builder
	var sources []protocol.Source
	for i, d := range docs {
		sources = append(sources, dated(fmt.Sprintf("a/%04d.txt", i), d, d.Text))
		digest.WriteString(d.Text + "\n\n")
	}
	sources = append(sources, dated("b/digest.txt", corpustest.Originals(5, 1, 10)[0], digest.String()))
	c := newCorpus(t, 2)
	ingest(t, c, sources)
	list := allStories(t, c)
	largest := 0
	for _, s := range list.Stories.Stories {
		largest = max(largest, s.Documents())
	}
	// Some of the texts, made of few words, are alike by chance.
	if list.Groups > 0 || int(list.Documents) != n+1 || largest > 10 {
		t.Errorf("%d groups of %d documents, largest story %d", list.Groups, list.Documents, largest)
	}
	ids := byName(t, c)
	whole := openDoc(t, c, ids["b/digest.txt"])
	if len(whole.Relatives.Pairs) != n || len(whole.Passages) < 40 || len(whole.Passages) > 4*40 {
		t.Errorf("the digest has %d pairs and %d passages", len(whole.Relatives.Pairs), len(whole.Passages))
	}
	for i := range docs {
		if n > 100 && i%10 > 0 {
			continue
		}
		k, err := c.Compare(context.Background(), ids[sources[i].Path], ids["b/digest.txt"])
		if err != nil {
			t.Fatal(err)
		}
		if k.Pair.Relation != protocol.RelationPassage || k.Pair.AInB != 1 || k.Pair.BInA > 2/float64(n) {
			t.Errorf("%s in the digest: %+v", sources[i].Path, k.Pair)
		}
		if len(k.Comparison.Passages) == 0 {
			t.Errorf("%s has %d passages in common with the digest", sources[i].Path, len(k.Comparison.Passages))
			continue
		}
		wantSameWords(t, sources[i].Path, openDoc(t, c, ids[sources[i].Path]).Document, whole.Document, k.Comparison.Passages[0])
	}
}
