package snippet

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"clippings/wasm/protocol"
)

// words is a Matcher of parts, each of one word or several; a part with "*" at
// its end is a beginning.
type words struct {
	list  []string
	parts [][2]int
}

func newWords(parts ...string) *words {
	w := &words{}
	for _, p := range parts {
		list := strings.Fields(p)
		for range list {
			w.parts = append(w.parts, [2]int{len(w.list), len(list)})
		}
		w.list = append(w.list, list...)
	}
	return w
}

func (w *words) Words() int            { return len(w.list) }
func (w *words) Part(i int) (int, int) { return w.parts[i][0], w.parts[i][1] }
func (w *words) Match(term, folded []byte) (set uint64) {
	for i, q := range w.list {
		begin, prefix := strings.CutSuffix(q, "*")
		if string(folded) == q || string(term) == q || prefix && strings.HasPrefix(string(folded), begin) {
			set |= 1 << i
		}
	}
	return set
}

func (w *words) Field(r protocol.Role) (uint8, bool) {
	if r == protocol.RoleTitle {
		return 0, true
	}
	return 2, r.IsArticle()
}

// document makes a document of lines, each led by its role.
func document(lines ...string) Document {
	roles := map[string]protocol.Role{"T": protocol.RoleTitle, "B": protocol.RoleBody, "F": protocol.RoleFurniture, "D": protocol.RoleDate}
	var d Document
	for _, l := range lines {
		start := len(d.Text)
		d.Text += l[2:] + "\n"
		d.Paragraphs = append(d.Paragraphs, protocol.Paragraph{
			Span: protocol.Span{Start: uint32(start), End: uint32(len(d.Text) - 1)}, Role: roles[l[:1]]})
	}
	return d
}

// marked is the snippet with its matches in brackets.
func marked(d Document, span protocol.Span, matches []protocol.Span) string {
	var b strings.Builder
	at := span.Start
	for _, m := range matches {
		b.WriteString(d.Text[at:m.Start] + "[" + m.Of(d.Text) + "]")
		at = m.End
	}
	b.WriteString(d.Text[at:span.End])
	return b.String()
}

var article = document(
	"T Ferry talks resume",
	"F Ferry strike live blog",
	"B The harbour was quiet on Monday. Talks about the ferry began at noon. Nobody spoke to the press.",
	"B A second round of talks about wages follows on Friday, the union said.",
	"F More ferry talks",
	"B The ferry last ran in May. “It was late.” Then came the ferry strike.",
)

func TestMake(t *testing.T) {
	for _, c := range []struct {
		parts []string
		size  int
		want  string
	}{
		// The most parts of the query win, then the most matches, then the first.
		{[]string{"ferry", "talks"}, 60, "[Talks] about the [ferry] began at noon. Nobody spoke to the"},
		{[]string{"ferry"}, 50, "Talks about the [ferry] began at noon. Nobody spoke"},
		{[]string{"ferry"}, 100, "The [ferry] last ran in May. “It was late.” Then came the [ferry] strike."},
		{[]string{"strike"}, 40, "Then came the ferry [strike]."},
		// A phrase is marked where it stands as one, and nowhere else.
		{[]string{"about wages"}, 60, "A second round of talks [about wages] follows on Friday, the"},
		{[]string{"ferry strike"}, 40, "Then came the [ferry strike]."},
		{[]string{"ferry talks"}, 40, "The harbour was quiet on Monday. Talks"},
		{[]string{"wage*"}, 30, "about [wages] follows on Friday,"},
		// Furniture and the headline match nothing.
		{[]string{"resume"}, 30, "The harbour was quiet on"},
		{[]string{"blog"}, 30, "The harbour was quiet on"},
		// No room at all.
		{[]string{"harbour"}, 3, "har"},
	} {
		var k Maker
		s := k.Make(article, newWords(c.parts...), Options{MaxBytes: c.size})
		if got := marked(article, s.Span, s.Matches); got != c.want {
			t.Errorf("%q in %d bytes:\ngot  %s\nwant %s", c.parts, c.size, got, c.want)
		}
	}
}

func TestMakeWithoutBody(t *testing.T) {
	var k Maker
	d := document("T Ferry talks resume")
	if s := k.Make(d, newWords("talks"), Options{}); marked(d, s.Span, s.Matches) != "Ferry [talks] resume" {
		t.Errorf("headline alone: %q", marked(d, s.Span, s.Matches))
	}
	for _, d := range []Document{{}, document("F Ferry talks"), {Text: "no paragraphs"}} {
		if s := k.Make(d, newWords("talks"), Options{}); s.Len() != 0 || s.Matches != nil {
			t.Errorf("%q: %+v, want nothing", d.Text, s)
		}
	}
}

func TestHighlights(t *testing.T) {
	var k Maker
	got := marked(article, protocol.Span{End: uint32(len(article.Text))}, k.Highlights(article, newWords("ferry", "the ferry", "talks about")))
	want := `[Ferry] talks resume
Ferry strike live blog
The harbour was quiet on Monday. [Talks about] [the ferry] began at noon. Nobody spoke to the press.
A second round of [talks about] wages follows on Friday, the union said.
More ferry talks
[The ferry] last ran in May. “It was late.” Then came [the ferry] strike.
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Whatever the text and the size, an excerpt is within the bounds, of whole
// characters, and its matches lie in it in order.
func FuzzMake(f *testing.F) {
	f.Add("One two. Three two four", "two", uint8(12), uint8(5))
	f.Add("日本語の文章です。日本", "日", uint8(7), uint8(3))
	f.Add("aaaaaaaaaaaaaaaaaaaaaaéééééééééé", "a*", uint8(9), uint8(0))
	f.Fuzz(func(t *testing.T, text, part string, size, cut uint8) {
		text = strings.ToValidUTF8(text, "?")
		at := min(int(cut), len(text))
		for !utf8.ValidString(text[:at]) {
			at--
		}
		d := Document{Text: text, Paragraphs: []protocol.Paragraph{
			{Span: protocol.Span{End: uint32(at)}, Role: protocol.RoleTitle},
			{Span: protocol.Span{Start: uint32(at), End: uint32(len(text))}},
		}}
		if len(strings.Fields(part)) > 64 {
			return
		}
		var k Maker
		s := k.Make(d, newWords(part), Options{MaxBytes: int(size), MaxMatches: 3})
		if s.Start > s.End || int(s.End) > len(text) || !utf8.ValidString(s.Of(text)) || size > 0 && s.Len() > int(size) {
			t.Fatalf("%q cut to %d bytes: %+v", text, size, s)
		}
		at32 := s.Start
		for _, m := range s.Matches {
			if m.Start < at32 || m.End > s.End || m.Start >= m.End {
				t.Fatalf("%q: match %+v of %+v", text, m, s)
			}
			at32 = m.End
		}
		if len(s.Matches) > 3 || slices.Contains(s.Matches, protocol.Span{}) {
			t.Fatalf("%+v", s.Matches)
		}
	})
}
