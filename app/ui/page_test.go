package ui

import (
	"context"
	"strings"
	"testing"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

func fakeArticle(t *testing.T, q string) *coord.Article {
	t.Helper()
	a, err := (&fakeEngine{}).Open(context.Background(), fakeID(fakeLead), protocol.Query{Text: q})
	if err != nil {
		t.Fatal(err)
	}
	return &a
}

func TestPageFoldsWhatIsNotTheArticle(t *testing.T) {
	p := newPage(fakeArticle(t, ""), protocol.Span{})
	var names []string
	for _, b := range p.blocks {
		if b.isFold {
			names = append(names, b.foldName)
		}
	}
	want := "2 lines of page furniture and 1 line whose facts are told above | 1 line of page furniture and 1 paragraph printed above already"
	if got := strings.Join(names, " | "); got != want {
		t.Errorf("folds: got %q, want %q", got, want)
	}
	if len(p.title) == 0 {
		t.Error("the headline's paragraph was not taken into the head")
	}
}

// TestPageShowsEveryWord adds up the title, the blocks and the folds.
func TestPageShowsEveryWord(t *testing.T) {
	a := fakeArticle(t, "night")
	p := newPage(a, protocol.Span{})
	var shown strings.Builder
	add := func(list []segment) {
		for _, s := range list {
			shown.WriteString(s.span.Of(a.Document.Text))
		}
		shown.WriteByte(' ')
	}
	add(p.title)
	for _, b := range p.blocks {
		add(b.pieces)
		for _, f := range b.folded {
			add(f.pieces)
		}
	}
	got, want := len(strings.Fields(shown.String())), len(strings.Fields(a.Document.Text))
	if got != want {
		t.Errorf("%d words shown of %d", got, want)
	}
}

func TestPageMarksWholeAndPartlySharedParagraphs(t *testing.T) {
	p := newPage(fakeArticle(t, ""), protocol.Span{})
	for _, b := range p.blocks {
		text := ""
		if len(b.pieces) > 0 {
			text = b.pieces[0].span.Of(p.article.Document.Text)
		}
		switch {
		case b.isFold:
		case !b.whole:
			t.Errorf("%q stands in an exact copy and is not marked as a whole", text)
		case strings.HasPrefix(text, "PORT ALDER") && len(b.others) != 3:
			t.Errorf("the first paragraph is in %d others, want 3", len(b.others))
		}
	}
}

func TestRelativesComeCopiesFirst(t *testing.T) {
	list := relatives(fakeArticle(t, ""))
	var got []uint32
	for _, r := range list {
		got = append(got, r.id.Source())
	}
	want := []uint32{fakeExact, fakeEdit, fakeOwn, fakeForum}
	if len(got) != len(want) {
		t.Fatalf("got %v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("got %v, want %v", got, want)
		}
	}
}

func TestWithoutBullet(t *testing.T) {
	for in, want := range map[string]string{"• 212 berths": "212 berths", "- x": "x", "plain": "plain", "•": "•", "– — y": "y"} {
		if got := withoutBullet(in, protocol.Span{End: uint32(len(in))}).Of(in); got != want {
			t.Errorf("withoutBullet(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestIsTyping(t *testing.T) {
	for _, c := range []struct {
		text  string
		caret int
		want  bool
	}{
		{"", 0, false}, {"nig", 3, true}, {"nig", -1, true}, {"nig ", 4, false}, {"nig", 1, false}, {"😀a", 3, true}, {"😀a", 2, false},
	} {
		if got := isTyping(c.text, c.caret); got != c.want {
			t.Errorf("isTyping(%q, %d) = %v, want %v", c.text, c.caret, got, c.want)
		}
	}
}

func TestLetters(t *testing.T) {
	if _, ok := letters("Add files", "xf"); ok {
		t.Error("found letters that are not there")
	}
	spans, ok := letters("Add files", "af")
	if !ok || len(spans) != 2 || spans[1] != (protocol.Span{Start: 4, End: 5}) {
		t.Errorf("letters = %v, %v", spans, ok)
	}
}
