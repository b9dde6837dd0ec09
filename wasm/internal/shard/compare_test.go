package shard

import (
	"context"
	"reflect"
	"slices"
	"strings"
	"testing"

	"clippings/wasm/internal/align"
	"clippings/wasm/internal/analysis"
	"clippings/wasm/internal/shingle"
	"clippings/wasm/protocol"
)

// holding is a shard with documents of the texts, of which each line is a
// paragraph.
func holding(texts ...string) *Shard {
	s := New(fromMemory())
	for i, text := range texts {
		doc := protocol.Document{ID: protocol.NewDocID(uint32(i), 0), Text: text}
		for at := 0; at < len(text); {
			end := at + len(text[at:])
			if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
				end = at + n
			}
			doc.Paragraphs = append(doc.Paragraphs, protocol.Paragraph{Span: protocol.Span{Start: uint32(at), End: uint32(end)}})
			at = end + 1
		}
		s.byID[doc.ID] = uint32(len(s.docs))
		s.docs = append(s.docs, pack(&doc))
	}
	return s
}

// comparisonWith compares the first text with the second as if they were held apart.
func comparisonWith(t *testing.T, here, there string) protocol.Comparison {
	t.Helper()
	ctx := context.Background()
	s := holding(here, there)
	lists, err := s.words(ctx, protocol.Words{IDs: []protocol.DocID{protocol.NewDocID(1, 0), protocol.NewDocID(77, 0)}})
	if err != nil || len(lists.Lists) != 1 {
		t.Fatalf("%d lists, %v", len(lists.Lists), err)
	}
	answer, err := s.shared(ctx, protocol.Shared{ID: protocol.NewDocID(0, 0), Others: lists.Lists})
	if err != nil || len(answer.Comparisons) != 1 {
		t.Fatalf("%d comparisons, %v", len(answer.Comparisons), err)
	}
	return answer.Comparisons[0]
}

const (
	opening = "The old ferry programme along the northern coast will start again in spring, Mr Halvard Brink of the county " +
		"council told reporters on Tuesday after a meeting that had lasted until well past midnight. "
	closing = "Two ships are being repaired at the yard in Sundvik and a third has been chartered from its Danish owner for " +
		"the length of the season, which ends in October. "
	quoted = "\u201cWe have waited nine long years for this boat and nobody on these islands is going to wait another " +
		"winter for it to come back,\u201d "
)

func TestCompareTells(t *testing.T) {
	changed := strings.NewReplacer("programme", "program", "Mr Halvard", "Halvard").Replace(opening)
	for _, test := range []struct {
		name, here, there string
		wording           protocol.Relation
		folded            []protocol.Folding
		passages          int
	}{
		{"the same", opening + closing, opening + closing, protocol.RelationPassage, nil, 1},
		{"other spelling", opening + closing, changed + closing, protocol.RelationPassage,
			[]protocol.Folding{{Here: "Mr", Times: 1}, {Here: "programme", There: "program", Times: 1}}, 1},
		{"the other way", changed + closing, opening + closing, protocol.RelationPassage,
			[]protocol.Folding{{There: "Mr", Times: 1}, {Here: "program", There: "programme", Times: 1}}, 1},
		{"capitals", strings.ToUpper(opening), opening, protocol.RelationPassage, nil, 1},
		{"a quotation", opening + quoted + "said the mayor.", closing + quoted + "a fisherman said.", protocol.RelationQuote, nil, 1},
		{"quoted here alone", opening + quoted, closing + strings.Trim(quoted, "\u201c\u201d "), protocol.RelationPassage, nil, 1},
		{"nothing", opening, closing, protocol.RelationNone, nil, 0},
		{"no words", "", opening, protocol.RelationNone, nil, 0},
	} {
		c := comparisonWith(t, test.here, test.there)
		if c.Wording != test.wording || len(c.Passages) != test.passages || !slices.Equal(c.Folded, test.folded) {
			t.Errorf("%s: %+v", test.name, c)
		}
		for _, p := range c.Passages {
			if p.Quoted > p.Words || (c.Wording == protocol.RelationQuote) != (p.Quoted == p.Words) || p.Other != protocol.NewDocID(1, 0) {
				t.Errorf("%s: passage %+v", test.name, p)
			}
		}
	}
}

// TestPassagesAreInPlace: offsets are of the texts as they stand, whatever
// paragraphs and characters of several bytes come before.
func TestPassagesAreInPlace(t *testing.T) {
	here := "Überfahrt — ein Wörtchen vorweg.\n" + opening + "\nNachher."
	there := "北海の船。\nQuite another beginning.\n" + opening
	c := comparisonWith(t, here, there)
	if len(c.Passages) != 1 {
		t.Fatalf("got %+v", c)
	}
	want := strings.TrimRight(opening, ". ")
	if p := c.Passages[0]; p.Span.Of(here) != want || p.OtherSpan.Of(there) != want {
		t.Errorf("%q and %q", p.Span.Of(here), p.OtherSpan.Of(there))
	}
}

// TestSecondPrintingsDoNotCount: a document that prints its text twice has the
// figures of one that does so once, and passages in both printings.
func TestSecondPrintingsDoNotCount(t *testing.T) {
	s := holding(opening+"\n"+closing+"\n"+opening+"\n"+closing, opening+"\n"+closing)
	for i := 2; i < 4; i++ {
		s.docs[0].paragraphs[i].role = protocol.RoleRepeat
	}
	lists, err := s.words(context.Background(), protocol.Words{IDs: []protocol.DocID{protocol.NewDocID(0, 0)}})
	if err != nil {
		t.Fatal(err)
	}
	answer, err := s.shared(context.Background(), protocol.Shared{ID: protocol.NewDocID(1, 0), Others: lists.Lists})
	if err != nil {
		t.Fatal(err)
	}
	c := answer.Comparisons[0]
	if c.Common != c.Here || c.Common != c.There || len(c.Passages) != 2 {
		t.Errorf("got %+v", c)
	}
	if first, again := c.Passages[0].OtherSpan, c.Passages[1].OtherSpan; first == again || first.Len() != again.Len() {
		t.Errorf("printings at %v and %v", first, again)
	}
}

// TestFiguresArePlainCounts: common shingles and longest runs are those that
// counting by hand finds.
func TestFiguresArePlainCounts(t *testing.T) {
	texts := []string{opening + closing, closing + opening, opening, quoted + closing, closing + closing, "Five words make one shingle", "Four make no shingle", ""}
	for _, here := range texts {
		for _, there := range texts {
			c := comparisonWith(t, here, there)
			a, b := wordsOf(here), wordsOf(there)
			x, y := distinct(a), distinct(b)
			common := 0
			for h := range x {
				if y[h] {
					common++
				}
			}
			if int(c.Here) != len(x) || int(c.There) != len(y) || int(c.Common) != common || int(c.Run) != longestRun(a, b) {
				t.Errorf("%q and %q: %d of %d and %d, run %d; want %d of %d and %d, run %d",
					here, there, c.Common, c.Here, c.There, c.Run, common, len(x), len(y), longestRun(a, b))
			}
		}
	}
}

func wordsOf(text string) []uint64 {
	var scan analysis.Scanner
	return appendTerms(&scan, nil, text)
}

func distinct(words []uint64) map[uint64]bool {
	var s shingle.Shingler
	set := map[uint64]bool{}
	for _, h := range s.Distinct(words) {
		set[h] = true
	}
	return set
}

func longestRun(a, b []uint64) (longest int) {
	for i := range a {
		for k := range b {
			n := 0
			for i+n < len(a) && k+n < len(b) && a[i+n] == b[k+n] {
				n++
			}
			longest = max(longest, n)
		}
	}
	return longest
}

func TestSharedEndsWhenCancelled(t *testing.T) {
	s := holding(opening, closing)
	ctx, cancel := context.WithCancel(context.Background())
	lists, err := s.words(ctx, protocol.Words{IDs: []protocol.DocID{protocol.NewDocID(1, 0)}})
	if err != nil {
		t.Fatal(err)
	}
	cancel()
	if _, err := s.shared(ctx, protocol.Shared{ID: protocol.NewDocID(0, 0), Others: lists.Lists}); err != context.Canceled {
		t.Errorf("cancelled: %v", err)
	}
	if _, err := s.shared(context.Background(), protocol.Shared{ID: 99}); err == nil {
		t.Error("a document that is not here was compared")
	}
	broken := []protocol.WordList{{ID: 1, Words: []byte{9}}}
	if _, err := s.shared(context.Background(), protocol.Shared{ID: protocol.NewDocID(0, 0), Others: broken}); err != protocol.ErrCorrupt {
		t.Errorf("damaged words: %v", err)
	}
}

func TestWordingCrosses(t *testing.T) {
	want := &wording{
		Text:  align.Text{Words: []uint64{1, 1 << 63, 7}, Quoted: []bool{false, true, false}},
		spans: []protocol.Span{{Start: 3, End: 9}, {Start: 10, End: 11}, {Start: 14, End: 15}},
		again: []bool{false, false, true},
		text:  "on the tenth day",
	}
	b := want.appendTo(nil)
	if got, err := decodeWording(b); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("came through as %+v, %v", got, err)
	}
}

func FuzzWording(f *testing.F) {
	f.Add([]byte{2, 'a', 'b', 3, 4, 5, 6, 7, 8, 9, 10, 1, 1})
	f.Fuzz(func(t *testing.T, b []byte) {
		w, err := decodeWording(b)
		if err != nil {
			return
		}
		at := uint32(0)
		for _, s := range w.spans {
			if s.Start < at || s.End < s.Start || int(s.End) > len(w.text) {
				t.Fatalf("spans %v in %d bytes", w.spans, len(w.text))
			}
			at = s.End
		}
	})
}
