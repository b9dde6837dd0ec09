package office

import (
	"errors"
	"strings"
	"testing"
)

const testContainer = `<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>`

const testBook = `<package><metadata><dc:title>Bay News Weekly</dc:title><dc:title>Second</dc:title><dc:creator opf:role="aut">Marta Olsen</dc:creator><dc:creator opf:role="trl">Jan Lie</dc:creator>
<dc:date opf:event="creation">2024-01-01</dc:date><dc:date>2025-06-02</dc:date><dc:language>en</dc:language><meta property="dcterms:modified">2025-06-03T00:00:00Z</meta></metadata>
<manifest><item id="nav" href="nav.xhtml" properties="nav"/><item id="cover" href="cover.xhtml"/><item id="a" href="text/a%20b.xhtml"/><item id="b" href="text/b.xhtml"/><item id="gone" href="gone.xhtml"/></manifest>
<spine><itemref idref="cover"/><itemref idref="nav"/><itemref idref="a"/><itemref idref="b"/><itemref idref="a"/><itemref idref="gone"/><itemref idref="never"/></spine></package>`

const testNav = `<html><body><nav epub:type="toc"><ol><li><span>Harbour</span><ol><li><a href="text/a%20b.xhtml">Ferry <b>returns</b></a></li></ol></li><li><a href="text/b.xhtml#1">One</a></li><li><a href="text/b.xhtml#2">Two</a></li></ol></nav><nav epub:type="landmarks"><ol><li><a href="text/a%20b.xhtml">Start</a></li></ol></nav></body></html>`

const testPage = `<html><head><title/><script src="x"/></head><body class="story"><h1>The ferry</h1><p>The ferry runs again<a epub:type="noteref" href="#n">1</a> after a winter in dock.<br/>All <i>aboard</i> &amp; off.</p><pre>a
b</pre></body></html>`

func bookOf(parts ...string) memory {
	return append(memory{"mimetype", "application/epub+zip", "META-INF/container.xml", testContainer, "OPS/book.opf", testBook}, parts...)
}

func TestEPUB(t *testing.T) {
	out, err := readAll(ReadEPUB, bookOf("OPS/nav.xhtml", testNav, "OPS/cover.xhtml", "<body><img src='x'/><h1>Weekly</h1></body>", "OPS/text/a b.xhtml", testPage, "OPS/text/b.xhtml", testPage))
	if err != nil || len(out) != 2 {
		t.Fatalf("%d records, %v", len(out), err)
	}
	const want = "<h1>The ferry</h1><p>The ferry runs again after a winter in dock.<br>All <i>aboard</i> &amp; off.</p><pre>a\nb</pre>"
	const book = " outlet=Bay News Weekly byline=Marta Olsen date=2025-06-02 modified=2025-06-03T00:00 lang=en"
	for i, c := range []struct{ key, facts string }{
		{"Ferry returns", "title=Ferry returns section=Harbour" + book},
		{"OPS/text/b.xhtml", "title=The ferry" + book},
	} {
		if out[i].Key != c.key || factsOf(out[i]) != c.facts || out[i].Text != want {
			t.Errorf("record %d: %s, %s\n got %s\nwant %s", i, out[i].Key, factsOf(out[i]), out[i].Text, want)
		}
	}
	if len(out[0].Warnings) != 0 || len(out[1].Warnings) != 2 || !strings.Contains(out[1].Warnings[0], "gone.xhtml") || !strings.Contains(out[1].Warnings[1], "2 pages") {
		t.Errorf("warnings: %q and %q", out[0].Warnings, out[1].Warnings)
	}
}

func TestNCX(t *testing.T) {
	const ncx = `<ncx><docTitle><text>Book</text></docTitle><navMap><navPoint><navLabel><text>Part</text></navLabel><content src="p.html"/><navPoint><navLabel><text>One</text></navLabel><content src="t/1.html#x"/></navPoint></navPoint><navPoint><navLabel><text>Two</text></navLabel><content src="t/2.html"/></navPoint></navMap></ncx>`
	got := readTree(ncx, "OPS/toc.ncx", ncxNames)
	want := map[string]tocEntry{"OPS/p.html": {title: "Part"}, "OPS/t/1.html": {title: "One", section: "Part"}, "OPS/t/2.html": {title: "Two"}}
	for part, entry := range want {
		if got[part] != entry {
			t.Errorf("%s: got %+v, want %+v", part, got[part], entry)
		}
	}
	if len(got) != len(want) {
		t.Errorf("got %d entries, want %d", len(got), len(want))
	}
}

func TestEPUBLocked(t *testing.T) {
	lock := func(part string) string {
		return `<encryption><EncryptedData><CipherData><CipherReference URI="` + part + `"/></CipherData></EncryptedData></encryption>`
	}
	a := memory{"META-INF/encryption.xml", lock("a.xhtml"), "b.opf", `<item id="a" href="a.xhtml"/><itemref idref="a"/>`, "a.xhtml", "\x01"}
	if _, err := readAll(ReadEPUB, a); !errors.Is(err, ErrEncrypted) {
		t.Errorf("encrypted page: got %v", err)
	}
	a = memory{"META-INF/encryption.xml", lock("font.otf"), "b.opf", `<item id="a" href="a.xhtml"/><itemref idref="a"/>`, "a.xhtml", testPage}
	if out, err := readAll(ReadEPUB, a); err != nil || len(out) != 1 {
		t.Errorf("encrypted font: %d records, %v", len(out), err)
	}
	for _, a := range []memory{{"a.txt", "x"}, {"a.opf", "<package/>"}} {
		if _, err := readAll(ReadEPUB, a); !errors.Is(err, ErrFormat) {
			t.Errorf("no book: got %v", err)
		}
	}
}

func FuzzEPUB(f *testing.F) {
	f.Add(testBook, testNav, testPage)
	f.Add(`<item id="a" href="a%20b" properties="nav"/><spine toc="a"/><itemref idref="a"/>`, "<navPoint><text>x</text><content src='a%20b'/>", "<h1>x<svg/><a>y")
	f.Fuzz(func(t *testing.T, book, nav, page string) {
		out, _ := readAll(ReadEPUB, memory{"META-INF/container.xml", testContainer, "OPS/book.opf", book, "OPS/nav.xhtml", nav, "OPS/a b", page, "OPS/text/b.xhtml", page})
		keys := map[string]bool{}
		for _, r := range out {
			checkRecord(t, r, len(book)+len(nav)+len(page))
			if keys[r.Key] {
				t.Errorf("two records have the key %q", r.Key)
			}
			keys[r.Key] = true
		}
	})
}
