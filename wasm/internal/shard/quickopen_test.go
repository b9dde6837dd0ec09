package shard

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/sahilm/fuzzy"

	"clippings/wasm/internal/cluster"
	"clippings/wasm/internal/corpustest"
	"clippings/wasm/protocol"
)

// titled is a shard of documents that have titles and nothing else.
func titled(titles ...string) *Shard {
	s := New(Options{Pause: func() {}})
	for i, title := range titles {
		id := protocol.NewDocID(uint32(i), 0)
		s.docs = append(s.docs, document{title: title, info: cluster.Doc{ID: id, Name: fmt.Sprintf("%03d", i)}})
	}
	return s
}

func choose(t *testing.T, s *Shard, pattern string) []protocol.Choice {
	t.Helper()
	answer, err := s.quickOpen(context.Background(), protocol.QuickOpen{Pattern: pattern, Limit: 1000})
	if err != nil {
		t.Fatal(err)
	}
	return answer.Choices
}

func TestQuickOpenMarksTheLettersThatMatch(t *testing.T) {
	s := titled("Zürich: Straßenbahn entgleist", "Storm batters coast")
	for _, c := range []struct{ pattern, text, marked string }{
		{"zurich", "Zürich: Straßenbahn entgleist", "Zürich"},
		{"STRASSE", "Zürich: Straßenbahn entgleist", "Straße"},
		{"storm coast", "Storm batters coast", "Stormcoast"},
		{"001", "001", "001"},
	} {
		got := choose(t, s, c.pattern)
		if len(got) == 0 || got[0].Text != c.text {
			t.Errorf("%q finds %v, want %q", c.pattern, got, c.text)
			continue
		}
		var marked strings.Builder
		for _, m := range got[0].Matches {
			marked.WriteString(m.Of(c.text))
		}
		if marked.String() != c.marked {
			t.Errorf("%q marks %q, want %q", c.pattern, marked.String(), c.marked)
		}
	}
}

// TestNarrowingLosesNothing compares with package fuzzy over all titles.
func TestNarrowingLosesNothing(t *testing.T) {
	var titles []string
	for _, d := range corpustest.Corpus(3, 200) {
		titles = append(titles, d.Title)
	}
	s := titled(titles...)
	var folded []string
	for _, title := range titles {
		folded = append(folded, foldChoice(title))
	}
	for _, pattern := range []string{"a", "min", "port", "xz", "thecity", "govt", "e e e"} {
		want := map[string]int{}
		for _, m := range fuzzy.Find(strings.ReplaceAll(pattern, " ", ""), folded) {
			want[titles[m.Index]] = m.Score
		}
		got := map[string]int{}
		for _, c := range choose(t, s, pattern) {
			if !c.File {
				got[c.Text] = int(c.Score)
			}
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%q: %d choices, want %d", pattern, len(got), len(want))
		}
	}
}

func TestLongPatternsDoNotOverflow(t *testing.T) {
	title := strings.Repeat("abcdefghij", 10)
	got := choose(t, titled(title), title)
	if len(got) != 1 || got[0].Score <= 0 {
		t.Errorf("a hundred adjacent letters score %v", got)
	}
}

func TestCut(t *testing.T) {
	for _, c := range []struct {
		text string
		max  int
		want string
	}{
		{"whole text", 20, "whole text"},
		{"cut between words", 12, "cut between"},
		{"exactly here now", 12, "exactly"},
		{"ünbrökenwörd", 4, "ünb"},
		{"ü", 1, ""},
		{"", 5, ""},
	} {
		if got := cut(c.text, c.max); got != c.want {
			t.Errorf("cut(%q, %d) = %q, want %q", c.text, c.max, got, c.want)
		}
	}
}
