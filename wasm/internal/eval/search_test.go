package eval

import "testing"

// TestSearch: ranking is better than plain BM25 on every judged collection.
func TestSearch(t *testing.T) {
	out := measure(t, "search")
	for _, set := range []string{"cranfield", "cisi", "cacm"} {
		got, plain := figureOf(t, out, set, "nDCG@10"), figureOf(t, out, set, "plain BM25")
		if got <= plain {
			t.Errorf("%s: nDCG@10 %.4f, plain BM25 %.4f", set, got, plain)
		}
	}
}

// TestTypos: a title is found though a word of it is mistyped.
func TestTypos(t *testing.T) {
	out := measure(t, "typos")
	for _, aim := range []struct {
		begins string
		least  float64
	}{
		{"bbc_news      title one edit", .9},
		{"bbc_news      title two edits", .75},
		{"reuters21578  title one edit", .9},
		{"reuters21578  title two edits", .75},
	} {
		if got := figureOf(t, out, aim.begins, "MRR@10"); got < aim.least {
			t.Errorf("%s: MRR@10 %.4f, want %.2f", aim.begins, got, aim.least)
		}
	}
}
