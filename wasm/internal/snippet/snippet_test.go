package snippet

import (
	"strings"
	"testing"
	"unicode/utf8"

	"clippings/wasm/protocol"
)

// words is a Matcher of parts, each of one word or several; a word with "*" at
// its end is a beginning, one with "*" in front a part of a word, and one between
// slashes is looked for in the text as it stands.
type words struct {
	list   []string
	parts  [][2]int
	exact  map[string]string // how words must be spelled
	fields map[int]uint8     // words that are looked for in one field only
	nears  [][]uint64
	slack  int
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

func (w *words) Spelled(set uint64, surface string) uint64 {
	for i, q := range w.list {
		if as := w.exact[q]; as != "" && surface != as {
			set &^= 1 << i
		}
	}
	return set
}

func (w *words) Inside(i int, term, folded []byte) string {
	if part, ok := strings.CutPrefix(w.list[i], "*"); ok && string(folded) != part {
		return part
	}
	return ""
}

func (w *words) In(field uint8) (set uint64) {
	for i := range w.list {
		if f, only := w.fields[i]; only && f == field || !only && field != 5 {
			set |= 1 << i
		}
	}
	return set
}

// Initials takes every word for one that may match.
func (w *words) Initials() *[256]bool {
	var all [256]bool
	for c := range all {
		all[c] = true
	}
	return &all
}

func (w *words) Nears() int                 { return len(w.nears) }
func (w *words) Near(i int) ([]uint64, int) { return w.nears[i], w.slack }

func (w *words) InText() (set uint64) {
	for i, q := range w.list {
		if strings.HasPrefix(q, "/") {
			set |= 1 << i
		}
	}
	return set
}

func (w *words) Find(i int, text string) (found []protocol.Span) {
	q := strings.ReplaceAll(strings.Trim(w.list[i], "/"), "_", " ")
	for at := 0; q != ""; {
		n := strings.Index(text[at:], q)
		if n < 0 {
			break
		}
		found = append(found, protocol.Span{Start: uint32(at + n), End: uint32(at + n + len(q))})
		at += n + len(q)
	}
	return found
}

func (w *words) Words() int            { return len(w.list) }
func (w *words) Part(i int) (int, int) { return w.parts[i][0], w.parts[i][1] }
func (w *words) Match(term, folded []byte) (set uint64) {
	for i, q := range w.list {
		begin, prefix := strings.CutSuffix(q, "*")
		part, inside := strings.CutPrefix(q, "*")
		if inside && strings.Contains(string(folded), part) || string(folded) == q || string(term) == q || prefix && strings.HasPrefix(string(folded), begin) {
			set |= 1 << i
		}
	}
	return set
}

func (w *words) Field(r protocol.Role) (uint8, bool) {
	if r == protocol.RoleTitle {
		return 0, true
	}
	if r == protocol.RoleFurniture {
		return 5, true
	}
	if r == protocol.RoleDate {
		return 4, true
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

// excerpts is all snippets of a document as marked has them, with dashes between.
func excerpts(d Document, list []Snippet) string {
	var out []string
	for _, s := range list {
		out = append(out, marked(d, s.Span, s.Matches))
	}
	return strings.Join(out, " – ")
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
		{[]string{"harbour"}, 3, "[har]"},
	} {
		var k Maker
		if got := excerpts(article, k.Make(article, newWords(c.parts...), Options{MaxBytes: c.size, Most: 1})); got != c.want {
			t.Errorf("%q in %d bytes:\ngot  %s\nwant %s", c.parts, c.size, got, c.want)
		}
	}
}

func TestMakeWithoutBody(t *testing.T) {
	var k Maker
	d := document("T Ferry talks resume")
	if got := excerpts(d, k.Make(d, newWords("talks"), Options{})); got != "Ferry [talks] resume" {
		t.Errorf("headline alone: %q", got)
	}
	for _, d := range []Document{{}, document("F Ferry talks"), {Text: "no paragraphs"}} {
		if s := k.Make(d, newWords("talks"), Options{}); len(s) > 0 {
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

// Whatever the text and the size, excerpts are within the bounds, in order and
// apart, of whole characters, and their matches lie in them in order.
func FuzzMake(f *testing.F) {
	f.Add("One two. Three two four", "two", uint8(12), uint8(5), uint8(1))
	f.Add("日本語の文章です。日本", "日|本", uint8(7), uint8(3), uint8(0))
	f.Add("aaaaaaaaaaaaaaaaaaaaaaéééééééééé", "a*", uint8(9), uint8(0), uint8(2))
	f.Add("a b c. a c b e\nb a d", "a|b|c", uint8(90), uint8(0), uint8(0x13))
	f.Add("a /b/ 서울에서 c", "*서울|/b/|a c", uint8(90), uint8(0), uint8(0x83))
	f.Fuzz(func(t *testing.T, text, parts string, size, cut, how uint8) {
		text = strings.ToValidUTF8(text, "?")
		parts = strings.ToValidUTF8(parts, "?")
		d := fuzzDocument(text, int(cut))
		if len(strings.Fields(parts)) > 40 {
			return
		}
		w := newWords(strings.Split(parts, "|")...)
		if how&8 != 0 {
			w.fields = map[int]uint8{0: 5}
		}
		if how&16 != 0 {
			w.slack = int(how >> 5)
			w.nears = [][]uint64{nil}
			for i := range w.parts {
				if first, _ := w.Part(i); first == i {
					w.nears[0] = append(w.nears[0], 1<<i)
				}
			}
		}
		var k Maker
		opts := Options{MaxBytes: int(size), Most: int(how % 8)}
		list := k.Make(d, w, opts)
		total, at := 0, uint32(0)
		for i, s := range list {
			if s.Start >= s.End || i > 0 && s.Start <= at || int(s.End) > len(text) || !utf8.ValidString(s.Of(text)) {
				t.Fatalf("%q cut to %d bytes: %+v", text, size, list)
			}
			checkMarks(t, text, s)
			total, at = total+s.Len(), s.End
		}
		if size > 0 && total > int(size) || len(list) > max(opts.Most, 3*(1-min(opts.Most, 1))) {
			t.Fatalf("%q: %d excerpts of %d bytes, want %+v", text, len(list), total, opts)
		}
		checkMarks(t, text, Snippet{protocol.Span{End: uint32(len(text))}, k.Highlights(d, w)})
	})
}

// fuzzDocument is a text with one paragraph a line, of different roles.
func fuzzDocument(text string, cut int) Document {
	roles := []protocol.Role{protocol.RoleTitle, protocol.RoleBody, protocol.RoleBody, protocol.RoleFurniture, protocol.RoleDate}
	d := Document{Text: text}
	at := 0
	for i, line := range strings.SplitAfter(text, "\n") {
		d.Paragraphs = append(d.Paragraphs, protocol.Paragraph{
			Span: protocol.Span{Start: uint32(at), End: uint32(at + len(line))}, Role: roles[(i+cut)%len(roles)],
		})
		at += len(line)
	}
	return d
}

// checkMarks fails unless the marks of an excerpt are whole characters in order.
func checkMarks(t *testing.T, text string, s Snippet) {
	t.Helper()
	at := s.Start
	for _, m := range s.Matches {
		if m.Start < at || m.End > s.End || m.Start >= m.End || !utf8.ValidString(m.Of(text)) {
			t.Fatalf("%q: match %+v of %+v", text, m, s)
		}
		at = m.End
	}
}
