package coord_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"clippings/wasm/coord"
	"clippings/wasm/internal/corpustest"
	"clippings/wasm/protocol"
)

// TestOneHugeText: a text of a million words among small ones, of which some stand
// in it. It is read, searched and compared as any other.
func TestOneHugeText(t *testing.T) {
	words := full(1_000_000)
	docs := corpustest.Originals(8, words/150, 130)
	var huge strings.Builder
	n := 0
	for _, d := range docs {
		n += len(strings.Fields(d.Text))
		huge.WriteString(d.Text + "\n\n")
	}
	text := huge.String()
	sources := []protocol.Source{dated("huge.txt", corpustest.Originals(9, 1, 10)[0], text)}
	for i, d := range corpustest.Originals(10, 200, 150) {
		body := d.Text
		if i%4 == 0 { // holds a piece of the huge text, a quarter of itself
			body = strings.Join(strings.Fields(docs[(i+1)*len(docs)/210].Text)[:50], " ") + ".\n\n" + body
		}
		sources = append(sources, dated(fmt.Sprintf("small/%03d.txt", i), d, body))
	}
	c := newCorpus(t, 2)
	imported := ingest(t, c, sources)
	for _, e := range imported.Entries {
		if e.Skip != protocol.SkipNone {
			t.Errorf("%s: %v %s", e.Path, e.Skip, e.Detail)
		}
	}
	list := allStories(t, c)
	if int(list.Documents) != len(sources) || list.Groups > 0 {
		t.Errorf("%d groups of %d documents", list.Groups, list.Documents)
	}
	ids := byName(t, c)
	whole := openDoc(t, c, ids["huge.txt"])
	t.Logf("%d words, %d bytes: %d pairs, %d passages, %d repeats, a message of %d bytes",
		n, len(text), len(whole.Relatives.Pairs), len(whole.Passages), len(whole.Repeats), len(whole.Document.Text))
	if len(whole.Document.Text) < len(text)*9/10 || int(list.Summaries[ids["huge.txt"]].Words) < n*9/10 {
		t.Errorf("%d of %d bytes are kept", len(whole.Document.Text), len(text))
	}
	for i := range 200 {
		if i%20 != 0 {
			continue
		}
		path := fmt.Sprintf("small/%03d.txt", i)
		k, err := c.Compare(context.Background(), ids[path], ids["huge.txt"])
		isShared := k.Pair.Relation == protocol.RelationPassage || k.Pair.Relation == protocol.RelationQuote
		if err != nil || !isShared || len(k.Comparison.Passages) == 0 || k.Pair.Run < 40 { // titles of people are not counted
			t.Fatalf("%s: %+v, %v", path, k, err)
		}
		small, err := c.Document(context.Background(), ids[path], protocol.Query{})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range k.Comparison.Passages {
			wantSameWords(t, path, small.Document, whole.Document, p)
		}
	}
	last := docs[len(docs)-1]
	quoted := `"` + strings.Join(strings.Fields(last.Text)[1:6], " ") + `"`
	r, err := c.Search(context.Background(), coord.Search{Query: protocol.Query{Text: quoted}, Limit: 5})
	if err != nil || r.Documents < 1 {
		t.Errorf("%s near the end is in %d documents, %v", quoted, r.Documents, err)
	}
}

// TestOneSentenceVeryOften: two files of one sentence printed 10,000 times, which
// has as many runs of equal words as there are pairs of places.
func TestOneSentenceVeryOften(t *testing.T) {
	n := full(10_000)
	sentence := "The bell of the upper lock was rung nine times before the keeper woke. "
	texts := []string{
		strings.Repeat(sentence, n),
		strings.Repeat(sentence, n/2) + "Then the water came. " + strings.Repeat(sentence, n/2),
		strings.Repeat("bell ", 8*n), strings.Repeat("bell ", 8*n+1),
		strings.Repeat(sentence+"\n\n", n), strings.Repeat(sentence+"\n\n", n+3),
	}
	var sources []protocol.Source
	for i, text := range texts {
		sources = append(sources, dated(fmt.Sprintf("%d.txt", i), corpustest.Originals(11, i+1, 10)[i], text))
	}
	c := newCorpus(t, 2)
	ingest(t, c, sources)
	list := allStories(t, c)
	t.Logf("%d documents, %d groups, %d pairs", list.Documents, list.Groups, pairPage(t, c, 0, 0).Total)
	for name, id := range byName(t, c) {
		article := openDoc(t, c, id)
		t.Logf("%s: %d words, %d pairs, %d passages, %d repeats", name, list.Summaries[id].Words, len(article.Relatives.Pairs), len(article.Passages), len(article.Repeats))
		for _, p := range article.Passages {
			if int(p.Span.End) > len(article.Document.Text) || p.Span.Start >= p.Span.End {
				t.Errorf("%s: a passage at %v of %d bytes", name, p.Span, len(article.Document.Text))
			}
		}
		if len(article.Passages) > 5*1100 {
			t.Errorf("%s: %d passages", name, len(article.Passages))
		}
	}
}
