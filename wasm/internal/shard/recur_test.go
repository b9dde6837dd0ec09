package shard

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"clippings/wasm/internal/corpustest"
	"clippings/wasm/protocol"
)

// shardOf is a shard with the documents of some sources, compared.
func shardOf(t *testing.T, sources []protocol.Source) *Shard {
	t.Helper()
	s := New(fromMemory())
	if _, err := protocol.Do(context.Background(), s, protocol.Ingest{Sources: sources}); err != nil {
		t.Fatal(err)
	}
	compare(t, s)
	return s
}

// told is a text that shares nothing with those of other numbers up to 30, with
// lines above and below.
func told(n int, above, below string) string {
	var originals []corpustest.Doc
	for _, d := range corpustest.Corpus(11, 60) {
		if d.CopyOf < 0 {
			originals = append(originals, d)
		}
	}
	d := originals[n]
	return d.Title + "\n\n" + above + d.Text + "\n" + below
}

const (
	deck  = "\nThe Gazette is set by hand on the upper deck and printed before the tide turns.\n"
	ferry = "\nLetters to the editor may be left with the ferryman, who reads them first.\n"
)

// gazette is n texts of one folder with the same lines at their foot.
func gazette(n int) []protocol.Source {
	c := &corpus{}
	for i := range n {
		c.add(fmt.Sprintf("gazette/%02d.txt", i), []byte(told(i, "", deck+ferry)))
	}
	return c.sources
}

// taken is what of a document is furniture because it recurs.
func taken(s *Shard, doc int) []string {
	var lines []string
	d := &s.docs[doc]
	for _, r := range d.recurring {
		lines = append(lines, d.paragraphs[r.paragraph].Of(d.packed.Text))
	}
	return lines
}

func TestRecurringLines(t *testing.T) {
	both := []string{strings.TrimSpace(deck), strings.TrimSpace(ferry)}
	folder := func(dir string, texts ...string) (list []string) {
		for _, text := range texts {
			list = append(list, dir, text)
		}
		return list
	}
	long := strings.Repeat("and the ferry went back and forth ", 10) + "till night.\n"
	for name, c := range map[string]struct {
		files []string // folder, text, folder, text, …
		want  []string // of the first
	}{
		"two texts are too few":     {folder("a", told(1, "", deck), told(2, "", deck)), nil},
		"three are not":             {folder("a", told(1, "", deck), told(2, "", deck), told(3, "", deck)), both[:1]},
		"each folder for itself":    {append(folder("a", told(1, "", deck), told(2, "", deck)), "b", told(3, "", deck)), nil},
		"copies count once":         {folder("a", told(1, "", deck), told(1, "", "\nSeen.\n"+deck), told(1, "\nHeard.\n", deck), told(2, "", deck)), nil},
		"the whole row at the foot": {folder("a", told(1, "", deck+ferry), told(2, "", deck+ferry), told(3, "", deck+ferry)), both},
		"not above what is its own": {folder("a", told(1, "", deck+"\nThis alone was said by Ida, who came late and left early.\n"), told(2, "", deck), told(3, "", deck)), nil},
		"part of the row":           {folder("a", told(1, "", deck+ferry), told(2, "", ferry), told(3, "", ferry)), both[1:]},
		"long paragraphs are not lines": {
			folder("a", told(1, "", "\n"+long), told(2, "", "\n"+long), told(3, "", "\n"+long)), nil},
		"figures make sentences different": {
			folder("a", told(1, "", "\nThe crown rose to 1.10 from 1.12 guilders in late trading in the harbour.\n"),
				told(2, "", "\nThe crown rose to 1.20 from 1.13 guilders in late trading in the harbour.\n"),
				told(3, "", "\nThe crown rose to 1.30 from 1.14 guilders in late trading in the harbour.\n")), nil},
		"a body must stay": {
			folder("a", "Bread\n\nThe baker of the quay has raised his prices for the second time.\n"+deck, told(2, "", deck), told(3, "", deck), told(4, "", deck)), nil},
	} {
		t.Run(name, func(t *testing.T) {
			files := &corpus{}
			for i := 0; i < len(c.files); i += 2 {
				files.add(fmt.Sprintf("%s/%02d.txt", c.files[i], i), []byte(c.files[i+1]))
			}
			if got := taken(shardOf(t, files.sources), 0); !slices.Equal(got, c.want) {
				t.Errorf("took %q, want %q", got, c.want)
			}
		})
	}
}

// TestSentencesMustStandInManyTexts: a sentence that ends three of many stories
// belongs to them.
func TestSentencesMustStandInManyTexts(t *testing.T) {
	for n, want := range map[int]int{15: 3, 16: 0} {
		c := &corpus{}
		for i := range n {
			foot := ""
			if i < 3 {
				foot = deck
			}
			c.add(fmt.Sprintf("a/%02d.txt", i), []byte(told(i, "", foot)))
		}
		s, got := shardOf(t, c.sources), 0
		for i := range s.docs {
			got += len(s.docs[i].recurring)
		}
		if got != want {
			t.Errorf("3 of %d texts: %d paragraphs taken, want %d", n, got, want)
		}
	}
}

// TestRolesComeBack: when the others have gone, a document is what the extractor
// made of it, and is found by it.
func TestRolesComeBack(t *testing.T) {
	alone := shardOf(t, gazette(2))
	s := shardOf(t, gazette(8))
	found := func(s *Shard) uint64 {
		q := protocol.Query{Text: "ferryman", Fold: protocol.FoldNothing}
		stats, err := protocol.Do(context.Background(), s, protocol.SearchStats{Query: q})
		if err != nil {
			t.Fatal(err)
		}
		top, err := protocol.Do(context.Background(), s, protocol.SearchTop{Query: q, Plan: stats, Limit: 9})
		if err != nil {
			t.Fatal(err)
		}
		return uint64(top.Documents)
	}
	if n := found(s); n != 0 {
		t.Errorf("%d documents are found by furniture", n)
	}
	if _, err := protocol.Do(context.Background(), s, protocol.Remove{Sources: []uint32{2, 3, 4, 5, 6, 7}}); err != nil {
		t.Fatal(err)
	}
	compare(t, s)
	if n := found(s); n != 2 {
		t.Errorf("%d of the two documents left are found by their last line", n)
	}
	for i := range s.docs {
		got, err := protocol.Do(context.Background(), s, protocol.Open{ID: s.docs[i].info.ID})
		if err != nil {
			t.Fatal(err)
		}
		want, err := protocol.Do(context.Background(), alone, protocol.Open{ID: alone.docs[i].info.ID})
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) || s.docs[i].words != alone.docs[i].words {
			t.Errorf("document %d is\n%+v, %d words, want\n%+v, %d", i, got, s.docs[i].words, want, alone.docs[i].words)
		}
	}
}

func TestWhyALineIsFurniture(t *testing.T) {
	s := shardOf(t, gazette(5))
	opened, err := protocol.Do(context.Background(), s, protocol.Open{ID: s.docs[0].info.ID})
	if err != nil {
		t.Fatal(err)
	}
	doc := opened.Document
	last := doc.Paragraphs[len(doc.Paragraphs)-1]
	if want := "the same line stands in 5 texts of the folder gazette"; last.Role != protocol.RoleFurniture || last.Why != want {
		t.Errorf("the last line is %s: %q, want furniture: %q", last.Role, last.Why, want)
	}
	if strings.Contains(doc.Body(), "ferryman") || len(doc.Body()) < 1000 {
		t.Errorf("the body is %q", doc.Body())
	}
}

func TestOrigin(t *testing.T) {
	for _, c := range []struct {
		doc  protocol.Document
		want string
	}{
		{protocol.Document{Meta: protocol.Meta{Outlet: "Harbour Gazette", URL: "https://x.org/"}}, "Harbour Gazette"},
		{protocol.Document{Meta: protocol.Meta{URL: "https://WWW.Gazette.org:8080/a/b?c"}}, "gazette.org"},
		{protocol.Document{Meta: protocol.Meta{URL: "http://a@gazette.org#x"}}, "gazette.org"},
		{protocol.Document{Source: "a/b/c.txt"}, "the folder a/b"},
		{protocol.Document{Source: "a/b.zip", Record: "c/d.txt"}, "the folder a/b.zip#c"},
		{protocol.Document{Source: "a/b.zip", Record: "d.txt"}, "a/b.zip"},
		{protocol.Document{Source: "c.txt", Meta: protocol.Meta{URL: "no address"}}, "this collection"},
	} {
		if got := originOf(&c.doc); got != c.want {
			t.Errorf("%+v comes from %q, want %q", c.doc, got, c.want)
		}
	}
}

// FuzzRecurrence gives the steps hostile messages.
func FuzzRecurrence(f *testing.F) {
	f.Add([]byte("12345678abcd"), []byte{1})
	f.Add(make([]byte, 5*sightingSize), make([]byte, 3))
	f.Fuzz(func(t *testing.T, a, b []byte) {
		yield := func() error { return nil }
		for step := range recurSteps {
			r := &recurrence{shards: 2, step: step, apply: func([][]recurring, func() error) error { return nil }}
			if _, _, err := r.next([][]byte{a, b}, yield); err != nil && !errors.Is(err, protocol.ErrCorrupt) {
				t.Errorf("step %d: %v", step, err)
			}
		}
	})
}

func TestSameLine(t *testing.T) {
	var s sight
	read := func(text string) edgeLine {
		return s.line(&document{
			packed: protocol.Packed{Text: text}, paragraphs: []paragraph{{Span: protocol.Span{End: uint32(len(text))}}},
		}, 0)
	}
	for _, c := range []struct {
		a, b   string
		isSame bool
		share  uint32 // of a
	}{
		{"More from the harbour", "MORE  from\nthe Harbour »", true, plainShare},
		{"Ｍｏｒｅ from the harbour", "More from the harbour", true, plainShare},
		{"34 notes left", "2 notes left", true, proseShare},
		{"٣٤ notes left", "2 notes left", true, proseShare},
		{"Deck b12", "Deck b3", true, proseShare},
		{"Page 2 of 9", "Page 2 of 9, and more", false, proseShare},
		{"The crown rose to 1.10.", "The crown rose to 1.12.", false, proseShare},
		{"他说，船明天开。”", "他说，船明天开", true, proseShare},
		{strings.Repeat("sail ", plainWords+1), strings.Repeat("sail ", plainWords+1), true, proseShare},
		{"* * *", "* * *", true, 0},
	} {
		a, b := read(c.a), read(c.b)
		if (a.key == b.key) != c.isSame || a.share != c.share || isOrigin(a.key) {
			t.Errorf("%q and %q: %+v and %+v; the same: want %v, share %d", c.a, c.b, a, b, c.isSame, c.share)
		}
	}
	for _, text := range []string{strings.Repeat("sail ", maxLineWords+1), strings.Repeat("s", maxLineBytes+1)} {
		if l := read(text); l != (edgeLine{}) {
			t.Errorf("%.10q… of %d bytes is looked at: %+v", text, len(text), l)
		}
	}
}
