package format

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"clippings/wasm/internal/extract"
	"clippings/wasm/protocol"
)

func TestBodyParagraphs(t *testing.T) {
	for _, c := range []struct {
		json string
		want []string
	}{
		{`{"articleBody": "One.\nTwo \"and\" half.\r\n\r\nThree."}`, []string{"One.", `Two "and" half.`, "Three."}},
		{`{"articleBody":"<p>One &amp; two.</p><p>Three<br/>four <b>five</b>.</p>"}`, []string{"One & two.", "Three", "four five."}},
		{`{"articleBody":"a < b and c > d"}`, []string{"a < b and c > d"}},
		{`{"articleBody":"path \\new, caf\u00e9"}`, []string{`path \new, café`}},
		{`{"articleBody":"short"},{"articleBody":"much longer"},{"articleBody":""}`, []string{"much longer"}},
		{`{"articleBody":"never ended \`, []string{`never ended \`}},
		{`{"articleBody":["a"],"articleBody`, nil},
	} {
		var r pageReader
		r.addBody([]byte(c.json))
		if !slices.Equal(r.body, c.want) {
			t.Errorf("%s: got %q, want %q", c.json, r.body, c.want)
		}
	}
}

// sentences are paragraphs of an article about nothing in particular.
var sentences = []string{
	"The ferry that links the two islands will stop for three weeks while its engine is taken out and looked at.",
	"Fishermen offered to carry the post, which the council accepted after an evening of talk about insurance.",
	"A third boat, lent by the neighbours to the north, is too wide for the old harbour and will lie outside.",
	"Nobody on the smaller island seemed to mind, and the baker said that she had flour for two months at least.",
}

// TestSaidOnly reads a page whose article a script would have written.
func TestSaidOnly(t *testing.T) {
	page := `<html><head><title>Ferry stops</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry stops","articleBody":"` +
		strings.Join(sentences, `\n`) + `"}</script></head><body><nav><a href="/">Home</a></nav><h1>Ferry stops</h1><div id="app"></div><footer>Imprint</footer></body></html>`
	d := readOne(t, page)
	if got := d.Body(); got != strings.Join(sentences, "\n") {
		t.Errorf("got %q", got)
	}
}

// TestSaidGuides reads a page that holds its article in a box with a name of
// furniture, beside one with more prose.
func TestSaidGuides(t *testing.T) {
	page := `<html><head><script type="application/ld+json">{"@type":"NewsArticle","articleBody":"` + strings.Join(sentences, " ") + `"}</script></head><body>`
	for _, s := range sentences {
		page += `<div class="promo"><p>` + s + `</p></div>`
	}
	page += `<div>`
	for range 6 {
		page += `<p>Elsewhere on this site you will find, as you always did, what the people who make it think that you should buy and why.</p>`
	}
	d := readOne(t, page+`</div></body></html>`)
	if got := d.Body(); got != strings.Join(sentences, "\n") {
		t.Errorf("got %q", got)
	}
}

func readOne(t *testing.T, page string) *protocol.Document {
	t.Helper()
	var got *protocol.Document
	r := Reader{Yield: func() error { return nil }}
	if err := r.Read("page.html", strings.NewReader(page), func(e Entry) error { got = e.Document; return nil }); err != nil {
		t.Fatal(err)
	}
	if err := extract.Check(got); err != nil {
		t.Error(err)
	}
	return got
}

// FuzzBody holds that any script gives paragraphs of valid text without ends of
// lines in them.
func FuzzBody(f *testing.F) {
	f.Add([]byte(`{"articleBody": "One.\n<p>Two &amp; \u00e9\\n</p>"}`))
	f.Add([]byte(`"articleBody":"<"articleBody":"a\`))
	f.Fuzz(func(t *testing.T, source []byte) {
		var r pageReader
		r.addBody(source)
		for _, p := range r.body {
			if p == "" || !utf8.ValidString(p) || strings.ContainsAny(p, "\n\r") {
				t.Errorf("%q", p)
			}
		}
		r.said()
	})
}
