package format

import (
	"strings"
	"testing"

	"clippings/wasm/internal/extract"
	"clippings/wasm/internal/jsontext"
	"clippings/wasm/protocol"
)

// lines is the text of a page, " | " between its lines.
func linesOf(t testing.TB, source string) string {
	t.Helper()
	page, err := parseHTML(source, never)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, l := range page.input.Lines {
		out = append(out, l.Span.Of(page.text))
	}
	return strings.Join(out, " | ")
}

func TestParseHTML(t *testing.T) {
	for _, c := range []struct{ source, want string }{
		// blocks are lines, inline elements are not
		{"<p>One <b>two</b>\n three.</p><p>Four.", "One two three. | Four."},
		{"<div>One<div>Two</div>Three</div>", "One | Two | Three"},
		{"<ul><li>One<li>Two</ul>Three", "One | Two | Three"},
		{"<table><tr><td>One<td>Two<tr><td>Three</table>", "One | Two | Three"},
		{"<h1>One</h1>Two<hr>Three", "One | Two | Three"},
		{"<p>One<div>Two</div>Three</p>", "One | Two | Three"},
		// <br>: pieces of a short or long-pieced block are lines, verse is one
		{"<p>One<br>Two", "One | Two"},
		{"<p>One<br><br>Two", "One | Two"},
		{"<p>" + strings.Repeat("The tide is in the bay,<br>", 6), strings.TrimSuffix(strings.Repeat("The tide is in the bay,\n", 6), "\n")},
		// text that is not of the page
		{"<head><title>T</title><style>x</style></head><body>One<script>two</script><noscript>three</noscript><template>four</template><svg><text>five</text></svg>Six", "OneSix"},
		{"One<!-- two --><p hidden>three</p><p style='display: none'>four</p>Five", "One | Five"},
		{"<select><option>One<option>Two</select>Three<textarea>Four</textarea>", "Three"},
		// white space, entities, invisible characters
		{"<p> One \n\t two&nbsp;three &amp; &lt;four&gt; &#8220;five&#8221; co\u00adop \u200bsix </p>", "One two three & <four> “five” coop six"},
		{"<pre>One\n  two\n\nthree</pre>", "One | two | three"},
		{"One&#0;&#xFFFFFFFF;Two", "One\uFFFD\uFFFDTwo"},
		// broken markup
		{"</p></div>One</b><b>two", "Onetwo"},
		{"<p>One<p>Two<td>Three</p>", "One | Two | Three"},
		{"<a href=x>One<a href=y>Two", "OneTwo"},
		{"One<script>never closed", "One"},
		{"<title>Never ended<p>One" + strings.Repeat("<p>", 1000) + "<p>Two</title>Three", "One | TwoThree"},
		{"One<", "One<"},
		{"One<unknown-tag>Two</unknown-tag>Three", "OneTwoThree"},
		{"", ""},
	} {
		if got := linesOf(t, c.source); got != c.want {
			t.Errorf("%.80q:\ngot  %q\nwant %q", c.source, got, c.want)
		}
	}
}

func TestLineHints(t *testing.T) {
	for _, c := range []struct {
		source string
		want   extract.Hint
		links  uint8
	}{
		{"<p>One", extract.HintParagraph, 0},
		{"<nav><a href=/>One</a></nav>", extract.HintNav, 100},
		{"<p><a href=/>One</a> two", extract.HintParagraph, 50},
		{"<div class='article-sidebar'><p>One", extract.HintAside | extract.HintContent | extract.HintParagraph, 0},
		{"<div class='hasSidebar no-ads tag-news'>One", extract.HintAside, 0},
		{"<div id=relatedStories>One", extract.HintBoiler, 0},
		{"<figure><figcaption>One", extract.HintCaption, 0},
		{"<p>By <span class=author>Jane</span>", extract.HintParagraph | extract.HintByline, 0},
		{"<main><h1>One", extract.HintArticle | extract.HintH1, 0},
		{"<blockquote><p>One", extract.HintQuote | extract.HintParagraph, 0},
		{"<div role=navigation>One", extract.HintNav, 0},
		{"<article class='post sidebar'>One", extract.HintArticle | extract.HintContent, 0},
	} {
		page, err := parseHTML(c.source, never)
		if err != nil || len(page.input.Lines) != 1 {
			t.Fatalf("%q: got %d lines, %v", c.source, len(page.input.Lines), err)
		}
		if l := page.input.Lines[0]; l.Hints != c.want || l.Links != c.links {
			t.Errorf("%q: got hints %b links %d, want %b %d", c.source, l.Hints, l.Links, c.want, c.links)
		}
	}
}

func TestPageFacts(t *testing.T) {
	const source = `<html lang="en-GB"><head><title>Ferry returns to Bergen | Baynews</title>
<link rel="canonical" href="https://baynews.example/ferry"><meta property="og:site_name" content="Baynews"><meta property="og:title" content="Ferry returns to Bergen - Baynews">
<meta property="article:published_time" content="2025-06-02T08:30:00+02:00"><meta name="author" content="By Marta Olsen and JAN LIE">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage"},{"@type":["NewsArticle"],"headline":"Ferry returns to Bergen","datePublished":"2025-06-02T08:30:00+02:00",
"dateModified":"2025-06-02T11:05","author":[{"@type":"Person","name":"Marta Olsen"},{"name":"Jan Lie"}],"publisher":{"name":"Baynews"},"articleSection":["Harbour","News"],}]}</script></head>
<body><h1>Ferry returns to Bergen</h1><p>` + article
	d := readString(t, "a.html", source)[0].Document
	for _, c := range []struct{ field, got, want string }{
		{"title", d.Title, "Ferry returns to Bergen"}, {"outlet", d.Outlet, "Baynews"}, {"date", d.Date, "2025-06-02T08:30"}, {"modified", d.Modified, "2025-06-02T11:05"},
		{"byline", strings.Join(d.Byline, "; "), "Marta Olsen; Jan Lie"}, {"section", d.Section, "Harbour"}, {"url", d.URL, "https://baynews.example/ferry"}, {"lang", d.Lang, "en"},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %q, want %q", c.field, c.got, c.want)
		}
	}
}

func TestCutOutlet(t *testing.T) {
	for _, c := range []struct{ title, outlet, want string }{
		{"Ferry returns to Bergen | Baynews", "", "Ferry returns to Bergen"},
		{"Ferry returns to Bergen | Harbour | Baynews", "", "Ferry returns to Bergen"},
		{"Ferry returns to Bergen - Baynews", "", "Ferry returns to Bergen"},
		{"Ferry returns - The Bay News of Bergen and Around", "The Bay News of Bergen and Around", "Ferry returns"},
		{"Ferry returns – and leaves again on Monday", "", "Ferry returns – and leaves again on Monday"},
		{"Baynews: Ferry returns", "Baynews", "Ferry returns"},
		{"Baynews", "Baynews", "Baynews"},
		{"Ferry", "", "Ferry"},
		{"", "", ""},
	} {
		if got := cutOutlet(c.title, c.outlet); got != c.want {
			t.Errorf("cutOutlet(%q, %q) = %q, want %q", c.title, c.outlet, got, c.want)
		}
	}
}

func TestNameIn(t *testing.T) {
	for _, c := range []struct{ source, want string }{
		{`{"name":"Bergen"}`, "Bergen"},
		{`<!-- {"name":"Bergen"} -->`, "Bergen"},
		{`{"name":["one","two"]}`, "one"},
		{`{"name":[]}`, ""},
		{`{"name":null}`, ""},
		{`{"name":{"name":"inner"}}`, "inner"},
		{`[{"name":["one","two"]},"three"]`, "one"},
	} {
		v := jsontext.Parse(c.source)
		if got := nameIn(&v); got != c.want {
			t.Errorf("%s: got %q, want %q", c.source, got, c.want)
		}
	}
}

// FuzzHTML holds that any page gives valid lines and any text its paragraphs.
func FuzzHTML(f *testing.F) {
	for _, s := range []string{"<p>One <b>two</b><br>three", "<table><tr><td>x</table>", "<script type=application/ld+json>{\"@type\":\"Article\"}</script><h1>A</h1>", "<pre>\n\n</pre><li>&nbsp;\u00ad", "<a href=x>\xff</a>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, source string) {
		read(t, protocol.Limits{}, "a.html", strings.NewReader(source))
	})
}

// FuzzRead holds that any bytes under any name give entries and no panic.
func FuzzRead(f *testing.F) {
	f.Add("a.txt", []byte(article))
	f.Add("a.md", []byte("---\ntitle: x\n---\n# T\n\n> q\n- l\n\n```\ncode\n"))
	f.Add("a.zip", zipOf(f, member{"a.txt", article}))
	f.Add("a", []byte("\xff\xfea\x00b\x00\n\x00"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		read(t, protocol.Limits{MaxFile: 1 << 20, MaxExpanded: 1 << 22}, name, strings.NewReader(string(data)))
	})
}
