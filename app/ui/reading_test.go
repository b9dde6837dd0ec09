package ui

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// quotedArticle is the fake article with two people quoted in it.
func quotedArticle(t *testing.T) *coord.Article {
	t.Helper()
	a := fakeArticle(t, "night")
	at := func(text string) protocol.Span {
		start := uint32(strings.Index(a.Document.Text, text))
		return protocol.Span{Start: start, End: start + uint32(len(text))}
	}
	a.Speeches = []protocol.Speech{
		{Parts: []protocol.Span{at("People told us they would rather sleep than queue,"), at("So we sold them the sleeping.")}, Speaker: "Marta Ohlin", Sure: true},
		{Parts: []protocol.Span{at("asleep, by her own account")}},
		{Parts: []protocol.Span{at("the towns will have to make good")}, Speaker: "Marta Ohlin", Via: "Tomas Quill"},
		{Parts: []protocol.Span{at("Tickets are sold")}, Speaker: "Jan Vesk"},
	}
	return a
}

func TestVoicesAreCountedBySpeaker(t *testing.T) {
	r := &reading{page: newPage(quotedArticle(t), protocol.Span{}), open: -1}
	var got []string
	for _, v := range r.page.voices {
		got = append(got, v.name)
	}
	if want := "Marta Ohlin|Jan Vesk|"; strings.Join(got, "|") != want {
		t.Errorf("voices %q, want %q", strings.Join(got, "|"), want)
	}
	text := plain(app.HTMLString(r.renderVoices()))
	for _, want := range []string{"Quoted here 3", "Marta Ohlin 2 quotes", "Probably Jan Vesk 1 quote", "Not said by whom", "than queue, … So we sold them", "probably · according to Tomas Quill"} {
		if !strings.Contains(text, want) {
			t.Errorf("the quotes do not show %q: %s", want, text)
		}
	}
}

func TestQuotesAreMarkedInTheText(t *testing.T) {
	p := newPage(quotedArticle(t), protocol.Span{})
	s := &sheet{Page: p, Open: -1, opened: map[int]bool{}, sharing: -1}
	markup := app.HTMLString(s)
	for _, want := range []string{`title="Said by Marta Ohlin"`, `title="Said by probably Jan Vesk"`, "block-hangs"} {
		if !strings.Contains(markup, want) {
			t.Errorf("the text does not hold %q", want)
		}
	}
	if !strings.Contains(plain(markup), "probably Marta Ohlin, according to Tomas Quill") {
		t.Error("the margin does not name who is quoted")
	}
}

func TestReuseIsCutWhereTheOthersChange(t *testing.T) {
	a := fakeArticle(t, "")
	list := reusesOf(a)
	if len(list) < 5 {
		t.Fatalf("%d stretches", len(list))
	}
	last := uint32(0)
	for _, s := range list {
		if s.span.Start < last || s.words == 0 || len(s.others) == 0 {
			t.Errorf("stretch %+v after %d", s, last)
		}
		last = s.span.End
		for _, id := range s.others {
			found := false
			for _, p := range a.Passages {
				found = found || p.Other == id && p.Span.Start <= s.span.Start && s.span.End <= p.Span.End
			}
			if !found {
				t.Errorf("%q is said to stand in %d", s.span.Of(a.Document.Text), id)
			}
		}
	}
}

func TestReuseMapHasItsTable(t *testing.T) {
	r := &reading{page: newPage(quotedArticle(t), protocol.Span{}), open: -1}
	text := plain(app.HTMLString(r.renderReuse()))
	for _, want := range []string{"words in 1 other text", "words in 2 or 3", "4 quotes (ticks above)", "match", "Passages shared with others", "Stands in", "Valley Courier", "Save as CSV", "Save the map as SVG"} {
		if !strings.Contains(text, want) {
			t.Errorf("the map does not tell %q: %s", want, text)
		}
	}
}

// TestReuseIsSaved holds that every stretch has a row for each text it stands in, and
// is what stands at its place.
func TestReuseIsSaved(t *testing.T) {
	r := &reading{page: newPage(quotedArticle(t), protocol.Span{}), open: -1}
	rows, want := r.stretchRows(), 1
	for _, s := range r.page.reuse {
		want += len(s.others)
	}
	if len(rows) != want || want < 3 {
		t.Fatalf("%d rows, want %d", len(rows), want)
	}
	text := r.page.article.Document.Text
	for _, row := range rows[1:] {
		from, _ := strconv.Atoi(row[0])
		to, _ := strconv.Atoi(row[1])
		if len(row) != len(rows[0]) || oneLine(text[from:to]) != row[3] || row[4] == "" {
			t.Errorf("%q", row)
		}
	}
}

// TestOriginalIsTheWholeText joins all rows.
func TestOriginalIsTheWholeText(t *testing.T) {
	p := newPage(fakeArticle(t, "night"), protocol.Span{})
	var all strings.Builder
	facts := 0
	for _, r := range rowsOf(p) {
		for _, s := range r.pieces {
			all.WriteString(s.span.Of(p.article.Document.Text))
			if s.fact > 0 {
				facts++
			}
		}
	}
	if all.String() != p.article.Document.Text {
		t.Errorf("the rows are not the text: %q", all.String())
	}
	if facts == 0 {
		t.Error("no fact is marked")
	}
}

func TestOriginalView(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	r.goTo("#/doc/0")
	r.seesNot("Read next")
	r.goTo("#/doc/0?view=original")
	r.sees("Furniture", "Headline", "Read next: Bakers agree", "Repeat", "As an article")
	if !strings.Contains(r.markup(), `data-fact="authors"`) {
		t.Error("the authors are not marked where they were found")
	}
	r.goTo("#/doc/0")
	r.sees("As it was read")
	r.seesNot("Read next")
}

func TestTheWayThroughAStory(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	r.goTo("#/doc/0")
	r.sees("All stories Night train returns", "This text", "1 of 5", "Compare all 3 versions", "The whole story", "Side by side")
	if !strings.Contains(r.markup(), `id="next"`) {
		t.Error("no way to the next text of the story")
	}
	r.goTo("#/doc/4")
	r.sees("5 of 5")
	r.goTo("#/doc/5")
	r.seesNot("1 of 1", "The whole story")
}

func TestFindInText(t *testing.T) {
	p := newPage(fakeArticle(t, ""), protocol.Span{})
	f := &finder{Page: p, Version: 1}
	f.lines = p.linesOf(false)
	parts := make([]protocol.Span, len(f.lines))
	for i := range f.lines {
		parts[i] = f.lines[i].span
	}
	f.folded = newFoldedText(p.article.Document.Text, parts)
	f.typed, f.hits = "NIGHT train", f.folded.all("NIGHT train")
	if got := f.count(); got != "1 of 3" {
		t.Errorf("count %q", got)
	}
	f.hits = f.folded.all("bakers agree")
	if len(f.hits) != 1 {
		t.Fatalf("%d hits in the furniture", len(f.hits))
	}
	if i, ok := lineAt(f.lines, f.hits[0].Start); !ok || !f.lines[i].fold {
		t.Error("what stands in a fold is not told from the rest")
	}
	if f.hits = f.folded.all("zebra"); f.count() != "Not in this text" {
		t.Errorf("of nothing: %q", f.count())
	}
}

func TestCitation(t *testing.T) {
	a := fakeArticle(t, "")
	doc := &a.Document
	const whole = "Ilse Marder and Tomas Quill, “Night train returns to the coast after eleven years”, Harbour Gazette, NW, 4 March 2025, 06:10. File pile/0.txt."
	if got := citation(doc, protocol.Span{}); got != whole {
		t.Errorf("got %q", got)
	}
	start := uint32(strings.Index(doc.Text, "So we sold them"))
	got := citation(doc, protocol.Span{Start: start, End: start + 15})
	if !strings.HasPrefix(got, "“So we sold them”\nIlse") || !strings.Contains(got, "File pile/0.txt, characters ") {
		t.Errorf("got %q", got)
	}
}

func TestPlainTextIsTheArticle(t *testing.T) {
	a := fakeArticle(t, "")
	text := plainText(&a.Document)
	if strings.Count(text, "The next departure is on Thursday") != 1 || strings.Contains(text, "Read next") || strings.Count(text, "Night train returns") != 1 {
		t.Errorf("the file holds what is not the article, or twice:\n%s", text)
	}
	if !strings.Contains(text, "\n\n– 212 berths") {
		t.Error("lists have no signs")
	}
}

func TestTextName(t *testing.T) {
	for _, c := range []struct{ title, name, want string }{
		{"A: B / C?", "x.txt", "A B C.txt"},
		{"", "folder/some.file.html", "some.file.txt"},
		{"..", "", "text.txt"},
		{strings.Repeat("word ", 40), "", strings.TrimSpace(strings.Repeat("word ", 12)) + ".txt"},
	} {
		doc := &protocol.Document{Name: c.name, Meta: protocol.Meta{Title: c.title}}
		if got := textName(doc); got != c.want {
			t.Errorf("%q, %q: got %q, want %q", c.title, c.name, got, c.want)
		}
	}
}

func TestWithTags(t *testing.T) {
	for _, c := range []struct{ have, typed, want string }{
		{"", " #bridge ;  to  check ", "bridge|to check"},
		{"bridge", "Bridge, ferry", "bridge|ferry"},
		{"bridge", " ; ", "bridge"},
	} {
		var have []string
		if c.have != "" {
			have = strings.Split(c.have, "|")
		}
		if got := strings.Join(withTags(have, c.typed), "|"); got != c.want {
			t.Errorf("%q and %q: got %q, want %q", c.have, c.typed, got, c.want)
		}
	}
}

func TestNoteIsKept(t *testing.T) {
	engine := &fakeEngine{}
	r := open(t, engine)
	r.bring()
	r.goTo("#/doc/0")
	r.sees("Your note", "Add a tag")
	c := protocol.Correction{Field: noteField, Values: []string{"call her\nback"}}
	r.post(action.Correct, action.Correcting{ID: fakeID(fakeLead), Path: "pile/0.txt", Correction: c})
	if len(engine.corrected) != 1 || engine.corrected[0].Values[0] != "call her\nback" {
		t.Fatalf("corrected: %+v", engine.corrected)
	}
	if !strings.Contains(r.markup(), "call her\nback</textarea>") {
		t.Error("the note does not stand in its box")
	}
	r.do(func(ctx app.Context) { ctx.NewActionWithValue(keyAction, "e") })
	if n := strings.Count(r.text(), "call her"); n != 1 {
		t.Errorf("the note shows %d times: it is no evidence", n)
	}
}

func TestUTF16(t *testing.T) {
	const text = "a😀é日b"
	for n := 0; n <= utf16Len(text); n++ {
		if got := utf16Len(text[:bytesOf(text, n)]); got != n && got != n+1 {
			t.Errorf("%d units are %d", n, got)
		}
	}
	if bytesOf(text, 99) != len(text) {
		t.Error("beyond the end")
	}
}

// BenchmarkNewPage is of 2,000 paragraphs, every other one of them shared.
func BenchmarkNewPage(b *testing.B) {
	a, err := (&fakeEngine{}).Open(context.Background(), fakeID(fakeBread), protocol.Query{})
	if err != nil {
		b.Fatal(err)
	}
	doc := &a.Document
	doc.Text, doc.Paragraphs = "", nil
	var text strings.Builder
	for i := range 2000 {
		start := uint32(text.Len())
		text.WriteString("The bakers of Plainfield have agreed that the long loaf may not cost less than its flour, again.")
		s := protocol.Span{Start: start, End: uint32(text.Len())}
		doc.Paragraphs = append(doc.Paragraphs, protocol.Paragraph{Span: s})
		if i%2 == 0 {
			a.Passages = append(a.Passages, protocol.Passage{Span: s, Other: fakeID(i % 5), OtherSpan: s})
		}
		text.WriteString("\n\n")
	}
	doc.Text = text.String()
	for b.Loop() {
		newPage(&a, protocol.Span{})
	}
}

func TestMatchesAreWalkedThrough(t *testing.T) {
	const text = "Night train. The night train is back, and the train is late."
	marks := []protocol.Span{{Start: 0, End: 5}, {Start: 6, End: 11}, {Start: 17, End: 22}, {Start: 23, End: 28}, {Start: 46, End: 51}}
	want := []protocol.Span{{Start: 0, End: 11}, {Start: 17, End: 28}, {Start: 46, End: 51}}
	if got := matchesOf(text, marks); !slices.Equal(got, want) {
		t.Errorf("matches %v, want %v", got, want)
	}
	r := open(t, &fakeEngine{})
	r.bring()
	r.goTo("#/doc/0?q=night+train")
	n := len(newPage(fakeArticle(t, "night train"), protocol.Span{}).matches)
	if n < 2 {
		t.Fatalf("%d matches in the fake article", n)
	}
	r.sees(many(n, "match", "matches"))
	for _, step := range []struct {
		key string
		at  int
	}{{"[", n}, {"]", 1}, {"]", 2}, {"[", 1}, {"[", n}} {
		r.post(keyAction, step.key)
		r.sees(fmt.Sprintf("match %d of %d", step.at, n))
	}
	r.goTo("#/doc/1?q=night+train")
	r.seesNot("match 1 of")
}
