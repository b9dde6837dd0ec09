package feed

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"clippings/wasm/internal/golden"
	"clippings/wasm/internal/record"
)

func never() error { return nil }

// read is all records of a feed.
func read(t testing.TB, text string) []record.Record {
	t.Helper()
	var all []record.Record
	err := Read(text, never, func(r record.Record) error {
		all = append(all, r)
		return nil
	})
	if err != nil {
		t.Fatalf("%.60q: %v", text, err)
	}
	return all
}

// show is what golden files show of records.
func show(records []record.Record) string {
	var b strings.Builder
	for _, r := range records {
		b.WriteString("== " + r.Key + " · " + r.Format + "\n")
		for _, f := range r.Facts {
			b.WriteString(f.Field + ": " + f.Value + "  (" + f.Rule + ", " + f.Trust.String() + ")\n")
		}
		for _, w := range r.Warnings {
			b.WriteString("! " + w + "\n")
		}
		b.WriteString(strings.TrimSpace(r.Text) + "\n")
	}
	return b.String()
}

func TestSamples(t *testing.T) {
	names, err := filepath.Glob("testdata/*.feed")
	if err != nil || len(names) == 0 {
		t.Fatalf("no samples: %v", err)
	}
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !Is(string(b)) {
			t.Errorf("%s is not known for a feed", name)
		}
		golden.Check(t, "testdata/"+strings.TrimSuffix(filepath.Base(name), ".feed")+".golden", []byte(show(read(t, string(b)))))
	}
}

func TestIs(t *testing.T) {
	for _, c := range []struct {
		head string
		want bool
	}{
		{"<rss version='2.0'>", true},
		{"\ufeff<?xml version='1.0'?>\n<!-- made by hand -->\n<rss>", true},
		{"<feed xmlns='http://www.w3.org/2005/Atom'>", true},
		{"<a:feed xmlns:a='http://www.w3.org/2005/Atom'>", true},
		{"<feed><cow>hay</cow></feed>", false},
		{"<rdf:RDF xmlns='http://purl.org/rss/1.0/'>", true},
		{"<rdf:RDF><owl:Class/></rdf:RDF>", false},
		{`{"version": "https://jsonfeed.org/version/1.1", "items": []}`, true},
		{`{"items": []}`, false},
		{"<html><body>rss</body></html>", false},
		{"read our <rss> feed", false},
		{"", false},
	} {
		if got := Is(c.head); got != c.want {
			t.Errorf("%q: got %v", c.head, got)
		}
	}
}

// TestContent holds that each way to put markup into a feed gives the same text.
func TestContent(t *testing.T) {
	const want = "<p>Five &amp; two are <b>seven</b>.</p>"
	for _, c := range []struct{ name, element string }{
		{"escaped", "<description>&lt;p&gt;Five &amp;amp; two are &lt;b&gt;seven&lt;/b&gt;.&lt;/p&gt;</description>"},
		{"CDATA", "<description><![CDATA[" + want + "]]></description>"},
		{"escaped in CDATA", "<description><![CDATA[&lt;p&gt;Five &amp;amp; two are &lt;b&gt;seven&lt;/b&gt;.&lt;/p&gt;]]></description>"},
		{"escaped twice", "<description>&amp;lt;p&amp;gt;Five &amp;amp;amp; two are &amp;lt;b&amp;gt;seven&amp;lt;/b&amp;gt;.&amp;lt;/p&amp;gt;</description>"},
		{"CDATA escaped", "<description>&lt;![CDATA[&lt;p&gt;Five &amp;amp; two are &lt;b&gt;seven&lt;/b&gt;.&lt;/p&gt;]]&gt;</description>"},
		{"CDATA in pieces", "<description><![CDATA[<p>Five &amp;]]><![CDATA[ two are <b>seven</b>.</p>]]></description>"},
		{"naked", "<description>" + want + "</description>"},
		{"XHTML", `<content type="xhtml">` + want + `</content>`},
		{"XHTML with a prefix", `<content type="xhtml"><x:p>Five &amp; two are <x:b>seven</x:b>.</x:p></content>`},
		{"base64", `<content mode="base64">PHA+Rml2ZSAmYW1wOyB0d28gYXJlIDxiPnNldmVuPC9iPi48L3A+</content>`},
		{"the fuller one", "<description>Five.</description><content:encoded><![CDATA[" + want + "]]></content:encoded>"},
	} {
		got := read(t, "<rss><channel><item>"+c.element+"</item></channel></rss>")
		if len(got) != 1 || got[0].Text != want {
			t.Errorf("%s: got %q\nwant %q", c.name, show(got), want)
		}
	}
	for _, c := range []struct{ name, element, want string }{
		{"no markup", "<description>Five &lt; seven\n\nand so on</description>", "<p>Five &lt; seven</p>\n<p>and so on</p>"},
		{"empty elements", `<content type="xhtml"><div><a id="x"/>y<br/></div></content>`, `<div><a id="x"></a>y<br></div>`},
		{"video", `<title>Seen</title><content type="video/mp4">AAAA</content>`, "<h1>Seen</h1>"},
	} {
		if got := read(t, "<rss><channel><item>"+c.element+"</item></channel></rss>"); len(got) != 1 || got[0].Text != c.want {
			t.Errorf("%s: got %q\nwant %q", c.name, show(got), c.want)
		}
	}
}

func TestNames(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Marta Olsen", "Marta Olsen"},
		{"marta@example.org (Marta Olsen)", "Marta Olsen"},
		{"Marta Olsen (marta@example.org)", "Marta Olsen"},
		{"Marta Olsen &lt;marta@example.org&gt;", "Marta Olsen"},
		{"marta@example.org", ""},
		{"By Marta Olsen", "Marta Olsen"},
		{"Marta Olsen (Bergen)", "Marta Olsen (Bergen)"},
		{"<name>Marta Olsen</name><email>marta@example.org</email>", "Marta Olsen"},
		{"<email>marta@example.org</email>", ""},
		{"<![CDATA[<a href='/m'>Marta Olsen</a>]]>", "Marta Olsen"},
		{"https://example.org/marta", ""},
		{"", ""},
	} {
		if got := strings.Join(people(c.in), "|"); got != c.want {
			t.Errorf("%q: got %q, want %q", c.in, got, c.want)
		}
	}
}

func TestResolve(t *testing.T) {
	const base = "https://example.org/a/b?c#d"
	for _, c := range []struct{ base, in, want string }{
		{base, "e", "https://example.org/a/e"}, {base, "/e", "https://example.org/e"}, {base, "../e", "https://example.org/e"}, {base, "../../../e", "https://example.org/e"},
		{base, "./e", "https://example.org/a/e"}, {base, "?e", "https://example.org/a/b?e"}, {base, "//e/f", "https://e/f"}, {base, "mailto:e", "mailto:e"},
		{base, "", ""}, {"", "e", "e"}, {"https://example.org", "e", "https://example.org/e"}, {"https://example.org?x", "e", "https://example.org/e"}, {"file:///x", "e", "e"},
	} {
		if got := resolve(c.base, c.in); got != c.want {
			t.Errorf("%q against %q: got %q, want %q", c.in, c.base, got, c.want)
		}
	}
}

// TestDamage holds that damage costs one entry at most.
func TestDamage(t *testing.T) {
	for _, c := range []struct {
		name, in string
		keys     string
	}{
		{"field never closed", "<rss><item><guid>1</guid><description>x</item><item><guid>2</guid></item></rss>", "1 2"},
		{"entry never closed", "<rss><item><guid>1</guid><item><guid>2</guid></item></rss>", "1 2"},
		{"cut off", "<rss><item><guid>1</guid></item><item><guid>2</guid><desc", "1 2"},
		{"equal keys", "<rss><item><guid>1</guid></item><item><guid>1</guid></item><item><guid>1~2</guid></item><item/></rss>", "1 1~2 1~2~2 4"},
		{"JSON cut off", `{"items":[{"id":"1"},{"id":"2","content_text":"x`, "1 2"},
		{"JSON with commas", `{"items":[,{"id":"1",},{"id":2},],}`, "1 2"},
	} {
		var keys []string
		for _, r := range read(t, c.in) {
			keys = append(keys, r.Key)
		}
		if got := strings.Join(keys, " "); got != c.keys {
			t.Errorf("%s: %q\n got %s\nwant %s", c.name, c.in, got, c.keys)
		}
	}
	cut := read(t, "<rss><item><title>x</title><description>y")
	if len(cut) != 1 || len(cut[0].Warnings) != 1 {
		t.Errorf("a feed that ends inside an entry does not say so: %+v", cut)
	}
}

// TestHostile holds that repetition and nesting cost no more than their length:
// what were read again for each piece would not end.
func TestHostile(t *testing.T) {
	for _, piece := range []string{
		"<item>", "</item>", "<a>", "<image>", "<author>", "<author><name>", "<description>", "<link>", "<source>", "<title><b>", "<![CDATA[", "&lt;p&gt;", "<item><guid>1</guid>", "<category>a</category>", "<pubDate>1", "(", "a@b ",
	} {
		many := strings.Repeat(piece, 1<<17/len(piece))
		read(t, "<rss>"+many)
		read(t, "<rss><item><title>x</title>"+many)
		read(t, "<rss><item><author>"+many+"</author></item>")
	}
	for _, piece := range []string{"{", "[", `{"items":[`, `"`, `\"`, ",", ":", `{"id":"1"},`, `"a":1,`} {
		many := strings.Repeat(piece, 1<<17/len(piece))
		read(t, "{"+many)
		read(t, `{"items":[{"id":`+many)
	}
}

func TestErrorsPass(t *testing.T) {
	stop := errors.New("stop")
	for _, text := range []string{
		"<rss><item>" + strings.Repeat("<a>b</a>", 1<<16) + "</item></rss>",
		`{"items":[{"x":[` + strings.Repeat("1,", 1<<17) + `]}]}`,
	} {
		calls := 0
		err := Read(text, func() error {
			if calls++; calls > 2 {
				return stop
			}
			return nil
		}, func(record.Record) error { t.Error("an entry came though it was cancelled"); return nil })
		if err != stop {
			t.Errorf("yield: got %v", err)
		}
		if err := Read(text, never, func(record.Record) error { return stop }); err != stop {
			t.Errorf("emit: got %v", err)
		}
	}
}

func FuzzRead(f *testing.F) {
	names, _ := filepath.Glob("testdata/*.feed")
	for _, name := range names {
		if b, err := os.ReadFile(name); err == nil {
			f.Add(string(b))
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		Is(text)
		seen := map[string]bool{}
		for _, r := range read(t, text) {
			if r.Key == "" || seen[r.Key] {
				t.Fatalf("key %q twice or empty", r.Key)
			}
			seen[r.Key] = true
		}
	})
}

func BenchmarkRead(b *testing.B) {
	item := "<item><guid>https://example.org/%</guid><title>Ferry</title><pubDate>Mon, 02 Jun 2025 08:30:00 GMT</pubDate><content:encoded><![CDATA[" +
		strings.Repeat("<p>The ferry over the bay runs again after a winter in dock &amp; the crossing costs what it did.</p>\n", 30) + "]]></content:encoded></item>\n"
	text := "<rss><channel><title>Baynews</title>" + strings.Repeat(item, 500) + "</channel></rss>"
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Read(text, never, func(record.Record) error { return nil })
	}
}
