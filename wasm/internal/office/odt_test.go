package office

import (
	"errors"
	"testing"
)

// odtOf is a file with the text, and parts: names and texts in turn.
func odtOf(text string, parts ...string) memory {
	return append(memory{"content.xml", `<office:document-content><office:automatic-styles>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_2"/>
<style:style style:name="P2" style:family="paragraph" style:master-page-name="Standard"/>
<style:style style:name="P3" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" text:display-levels="2"/><text:list-level-style-bullet text:level="3"/></text:list-style>
</office:automatic-styles><office:body><office:text>` + text + `</office:text></office:body></office:document-content>`}, parts...)
}

func TestODT(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"paragraphs", `<text:p>Ferry<text:s text:c="3"/>returns<text:tab/>now<text:line-break/>&amp; then<text:span>!</text:span></text:p><text:p/>`, "<p>Ferry returns\tnow<br>&amp; then!</p>"},
		{"headings", `<text:h text:outline-level="1">One</text:h><text:h text:outline-level="12">Two</text:h><text:h>Three</text:h><text:p text:style-name="Title">Four</text:p><text:p text:style-name="P1">Five</text:p>`,
			"<h1>One</h1><h6>Two</h6><h1>Three</h1><h1>Four</h1><h2>Five</h2>"},
		{"other styles", `<text:p text:style-name="Quotations">One</text:p><text:p text:style-name="Illustration">Two</text:p><text:p text:style-name="Own">Three</text:p>`, "<blockquote>One</blockquote><figcaption>Two</figcaption><p>Three</p>"},
		{"list", `<text:list><text:list-item><text:p>One</text:p><text:list><text:list-item><text:p>Two</text:p></text:list-item></text:list></text:list-item></text:list><text:p>Three</text:p>`, "<ul><li>One</li><li>Two</li></ul><p>Three</p>"},
		{"numbers", numbered(`text:style-name="L1"`) + numbered(`text:style-name="L1"`) + numbered(`text:style-name="L1" text:continue-numbering="true"`),
			"<ul><li>1. One</li><li>1.a) Two</li><li>more</li><li>5. Five</li><li>1. One</li><li>1.a) Two</li><li>more</li><li>5. Five</li><li>6. One</li><li>6.a) Two</li><li>more</li><li>5. Five</li></ul>"},
		{"table", `<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>One</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows></table:table>`, "<table><tr><td><p>One</p></td></tr></table>"},
		{"page breaks", `<text:p>One</text:p><text:p text:style-name="P2">Two</text:p><text:p text:style-name="P3">Three</text:p>`, "<p>One</p><hr><p>Two</p><hr><p>Three</p>"},
		{"note and comment", `<text:p>One<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Note</text:p></text:note-body></text:note> two<office:annotation><dc:creator>Marta Olsen</dc:creator><dc:date>2025</dc:date><text:p>Why?</text:p></office:annotation>.</text:p>`,
			"<p>One two.</p><ol><li><p>Note</p></li></ol><aside class=\"comments\"><ul><li><p>Marta Olsen</p><p>Why?</p></li></ul></aside>"},
		{"changes", `<text:tracked-changes><text:deletion><text:p>Gone</text:p></text:deletion></text:tracked-changes><text:p>One<text:change text:change-id="1"/></text:p>`, "<p>One</p>"},
		{"boxes and shapes", `<text:p>One <draw:frame><draw:text-box><text:p>Box</text:p></draw:text-box></draw:frame><draw:rect><text:p>Shape</text:p></draw:rect><draw:frame><svg:title>Pier</svg:title><svg:desc>The pier at night</svg:desc></draw:frame>two</text:p>`,
			"<p>One two</p><p>Box</p><p>Shape</p><figcaption>Pier</figcaption><figcaption>The pier at night</figcaption>"},
		{"contents", `<text:table-of-content><text:table-of-content-source><text:index-title-template>No</text:index-title-template></text:table-of-content-source><text:index-body><text:p>One 1</text:p></text:index-body></text:table-of-content><text:p>Two</text:p>`, "<nav><p>One 1</p></nav><p>Two</p>"},
		{"links", `<text:p><text:a xlink:href="https://baynews.example/">Bay</text:a> <text:a xlink:href="#x">News</text:a></text:p>`, `<p><a href="https://baynews.example/">Bay</a> News</p>`},
		{"hidden", `<text:section text:display="none"><text:p>No</text:p></text:section><text:section><text:p>One</text:p></text:section>`, "<p>One</p>"},
		{"ruby", `<text:p><text:ruby><text:ruby-base>字</text:ruby-base><text:ruby-text>kana</text:ruby-text></text:ruby></text:p>`, "<p>字</p>"},
		{"tags that do not match", `</text:p></draw:rect><text:p>One<text:p>Two</table:table></text:h>x`, "<p>One</p><p>Two</p><p>x</p>"},
	} {
		if got := oneLine(readOne(t, ReadODT, odtOf(c.body)).Text); got != c.want {
			t.Errorf("%s: %s\n got %q\nwant %q", c.name, c.body, got, c.want)
		}
	}
}

// numbered is a list with the attributes.
func numbered(attributes string) string {
	return `<text:list ` + attributes + `><text:list-item><text:p>One</text:p><text:list><text:list-item><text:p>Two</text:p><text:p>more</text:p></text:list-item></text:list></text:list-item><text:list-item text:start-value="5"><text:p>Five</text:p></text:list-item></text:list>`
}

func TestODTParts(t *testing.T) {
	r := readOne(t, ReadODT, odtOf(`<text:p>One<draw:object xlink:href="./Object 1"/><draw:object xlink:href="./Object 1"/><draw:object xlink:href="./Object 2"/></text:p>`,
		"Object 1/content.xml", "<text:p>Inside</text:p>",
		"Object 2/content.xml", "<office:chart><text:p>4</text:p></office:chart>",
		"styles.xml", `<style:header><text:p>Bay News</text:p></style:header><style:footer><text:p>Page 1</text:p></style:footer><style:header-left><text:p>Bay News</text:p></style:header-left>`,
		"meta.xml", `<dc:title>Ferry returns</dc:title><meta:initial-creator>Marta Olsen</meta:initial-creator><dc:creator>Jan Lie</dc:creator><meta:creation-date>2025-06-02T08:30:00.12</meta:creation-date><dc:date>2025-06-03</dc:date>`,
	))
	if got, want := oneLine(r.Text), "<p>One</p><p>Inside</p><footer><p>Bay News</p><p>Page 1</p></footer>"; got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
	if got, want := factsOf(r), "title=Ferry returns byline=Marta Olsen date=2025-06-02T08:30 modified=2025-06-03"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestFlatODT(t *testing.T) {
	data := []byte(`<?xml version="1.0"?><office:document xmlns:office="o"><office:meta><dc:title>Ferry returns</dc:title></office:meta><office:master-styles><style:footer><text:p>Page</text:p></style:footer></office:master-styles><office:body><office:text><text:p>One</text:p></office:text></office:body></office:document>`)
	r := readOne(t, func(_ Archive, yield func() error, emit emitFunc) error { return ReadFlatODT(data, yield, emit) }, nil)
	if oneLine(r.Text) != "<p>One</p><footer><p>Page</p></footer>" || factsOf(r) != "title=Ferry returns" {
		t.Errorf("got %q, %s", r.Text, factsOf(r))
	}
	if IsFlatODT([]byte("<html><office:document>")) || IsFlatODT(nil) {
		t.Error("a page passes as a flat ODT")
	}
}

func TestODTMissing(t *testing.T) {
	if _, err := readAll(ReadODT, memory{"a", "x"}); !errors.Is(err, ErrFormat) {
		t.Errorf("no content: got %v", err)
	}
	locked := memory{"META-INF/manifest.xml", `<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>`, "content.xml", "\x01\x02"}
	if _, err := readAll(ReadODT, locked); !errors.Is(err, ErrEncrypted) {
		t.Errorf("encrypted: got %v", err)
	}
}

func FuzzODT(f *testing.F) {
	f.Add(`<text:list><text:list-item><text:p text:style-name="P1">a<text:note><text:note-body><text:p>b</text:p></text:note-body></text:note></text:p></text:list-item></text:list>`, `<style:header><text:p>c</text:p></style:header>`)
	f.Add(`<table:table><table:table-row><table:table-cell><draw:rect><svg:title>a</svg:title><text:p>b`, "")
	f.Fuzz(func(t *testing.T, body, styles string) {
		checkRecord(t, readOne(t, ReadODT, odtOf(body, "styles.xml", styles, "meta.xml", body)), len(body)+len(styles))
	})
}
