package coord_test

import (
	"context"
	"fmt"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"clippings/wasm/coord"
	"clippings/wasm/internal/analysis"
	"clippings/wasm/internal/corpustest"
	"clippings/wasm/protocol"
)

// TestTextsOfOtherScripts: edited copies are found, and nothing else, whether or
// not a script puts spaces between words; passages begin and end with the same
// words on both sides.
func TestTextsOfOtherScripts(t *testing.T) {
	for _, s := range corpustest.Scripts {
		t.Run(s.Lang, func(t *testing.T) {
			n := full(200)
			var sources []protocol.Source
			for i := range n {
				text := s.Sentences(uint64(i), 40)
				title := s.Sentences(uint64(i)+1<<20, 1)[0]
				// All are written of the same few things: the days keep them apart.
				date := time.Date(2020, 1, 1+10*i, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
				written := func(path, body string) protocol.Source {
					return source(path, title+"\n\nPosted "+date+"\n\n"+body+"\n")
				}
				sources = append(sources, written(fmt.Sprintf("%03d/a.txt", i), s.Join(text)))
				if i%2 == 0 {
					sources = append(sources, written(fmt.Sprintf("%03d/b.txt", i), s.Join(s.Edited(uint64(i), text))))
				}
			}
			c := newCorpus(t, 2)
			ingest(t, c, sources)
			wantCouples(t, c, n)
		})
	}
}

// wantCouples checks that each even document of n has a copy and the odd have
// none.
func wantCouples(t *testing.T, c *coord.Corpus, n int) {
	t.Helper()
	list := allStories(t, c)
	if int(list.Documents) != n+(n+1)/2 || int(list.Groups) != (n+1)/2 || int(list.Total) != n {
		t.Errorf("%d groups and %d stories of %d documents", list.Groups, list.Total, list.Documents)
	}
	folder := func(id protocol.DocID) string { return list.Summaries[id].Name[:3] }
	for _, s := range list.Stories.Stories {
		for _, g := range s.Groups {
			for _, m := range g.Members {
				if folder(m.A) != folder(g.Representative) {
					t.Errorf("%s is with %s", folder(m.A), folder(g.Representative))
				}
				wantRightPassages(t, c, g.Representative, m.A)
			}
		}
	}
	most, strangers := 0.0, 0
	for _, p := range pairPage(t, c, 0, 1<<20).Pairs {
		if folder(p.A) != folder(p.B) {
			most, strangers = max(most, p.AInB, p.BInA), strangers+1
		}
	}
	t.Logf("%d pairs of unrelated texts, the most that one has of another is %.2f", strangers, most)
}

// wantRightPassages checks what two copies have in common.
func wantRightPassages(t *testing.T, c *coord.Corpus, a, b protocol.DocID) {
	t.Helper()
	var docs [2]protocol.Document
	for i, id := range []protocol.DocID{a, b} {
		opened, err := c.Document(context.Background(), id, protocol.Query{})
		if err != nil {
			t.Fatal(err)
		}
		docs[i] = opened.Document
	}
	k, err := c.Compare(context.Background(), a, b)
	if err != nil {
		t.Fatal(err)
	}
	if len(k.Comparison.Passages) == 0 {
		t.Errorf("%s has a copy and no passages", docs[0].Name)
	}
	for _, p := range k.Comparison.Passages {
		wantSameWords(t, docs[0].Name, docs[0], docs[1], p)
	}
}

// wantSameWords checks that a passage has its offsets at whole words and runes,
// begins and ends with the same words on both sides, and has as many in common as
// it says.
func wantSameWords(t *testing.T, name string, here, there protocol.Document, p protocol.Passage) {
	t.Helper()
	a, okA := wordsIn(&here, p.Span)
	b, okB := wordsIn(&there, p.OtherSpan)
	if !okA || !okB || len(a) == 0 || len(b) == 0 {
		t.Errorf("%s: %v and %v are not at words: %q and %q", name, p.Span, p.OtherSpan, cut(p.Span.Of(here.Text)), cut(p.OtherSpan.Of(there.Text)))
		return
	}
	if a[0] != b[0] || a[len(a)-1] != b[len(b)-1] {
		t.Errorf("%s: %v and %v begin or end with other words: %q and %q", name, p.Span, p.OtherSpan, cut(p.Span.Of(here.Text)), cut(p.OtherSpan.Of(there.Text)))
	}
	if n := common(a, b); n < int(p.Words) {
		t.Errorf("%s: %v and %v have %d words in common, not %d", name, p.Span, p.OtherSpan, n, p.Words)
	}
}

// wordsIn is the words within a span; false if it does not begin and end with one,
// at whole runes with their marks.
func wordsIn(d *protocol.Document, span protocol.Span) (words []uint64, ok bool) {
	if span.Start >= span.End || int(span.End) > len(d.Text) || !utf8.ValidString(span.Of(d.Text)) {
		return nil, false
	}
	if next, _ := utf8.DecodeRuneInString(d.Text[span.End:]); unicode.Is(unicode.Mn, next) {
		return nil, false
	}
	starts, ends := false, false
	var scan analysis.Scanner
	for _, p := range d.Paragraphs {
		for scan.Reset(p.Of(d.Text)); scan.Next(); {
			from, to := p.Start+scan.Start(), p.Start+scan.End()
			if from < span.Start || to > span.End {
				continue
			}
			starts, ends = starts || from == span.Start, ends || to == span.End
			if hash, ok := scan.Compared(); ok {
				words = append(words, hash)
			}
		}
	}
	return words, starts && ends
}

// common counts the words that both have.
func common(a, b []uint64) int {
	n := map[uint64]int{}
	for _, w := range a {
		n[w]++
	}
	both := 0
	for _, w := range b {
		if n[w] > 0 {
			n[w]--
			both++
		}
	}
	return both
}

func cut(s string) string { return s[:min(len(s), 120)] }
