package office

import (
	"errors"
	"strings"
	"testing"
)

// docxOf is a file with the body, and parts: names and texts in turn.
func docxOf(body string, parts ...string) memory {
	return append(memory{"word/document.xml", `<w:document xmlns:w="w"><w:body>` + body + `</w:body></w:document>`}, parts...)
}

// para is a paragraph with properties.
func para(properties, runs string) string {
	return "<w:p><w:pPr>" + properties + "</w:pPr>" + runs + "</w:p>"
}

func run(text string) string { return "<w:r><w:t>" + text + "</w:t></w:r>" }

const testStyles = `<w:styles>
<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Eigen"><w:name w:val="Eigen kop"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Afgeleid"><w:name w:val="Afgeleid"/><w:basedOn w:val="Kop1"/></w:style>
<w:style w:type="paragraph" w:styleId="Kring"><w:name w:val="Kring"/><w:basedOn w:val="Kring"/></w:style>
<w:style w:type="paragraph" w:styleId="Bijschrift"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="Citaat"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Inhopg1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Lijst"><w:name w:val="Lijst"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
</w:styles>`

const testNumbering = `<w:numbering><w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>`

const testMainRels = `<Relationships><Relationship Id="r1" Type="http://x/styles" Target="styles.xml"/><Relationship Id="r2" Type="http://x/numbering" Target="/word/numbering.xml"/>
<Relationship Id="r3" Type="http://x/footnotes" Target="footnotes.xml"/><Relationship Id="r4" Type="http://x/comments" Target="comments.xml"/>
<Relationship Id="r5" Type="http://x/header" Target="header1.xml"/><Relationship Id="r6" Type="http://x/header" Target="header2.xml"/>
<Relationship Id="r7" Type="http://x/hyperlink" Target="https://baynews.example/" TargetMode="External"/><Relationship Id="r8" Type="http://x/chart" Target="charts/chart1.xml"/></Relationships>`

func item(list, level, text string) string {
	return para(`<w:numPr><w:ilvl w:val="`+level+`"/><w:numId w:val="`+list+`"/></w:numPr>`, run(text))
}

func TestDocx(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"runs", para("", run("Fer")+run("ry <w:x/>&amp; co")), "<p>Ferry &amp; co</p>"},
		{"characters", "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:softHyphen/><w:cr/><w:sym w:font=\"Symbol\" w:char=\"F0B7\"/></w:r></w:p>", "<p>a\tb<br>c\u2011\u00ad<br>•</p>"},
		{"headings", para(`<w:pStyle w:val="Kop1"/>`, run("One")) + para(`<w:pStyle w:val="Eigen"/>`, run("Two")) + para(`<w:pStyle w:val="Afgeleid"/>`, run("Three")) +
			para(`<w:outlineLvl w:val="2"/>`, run("Four")) + para(`<w:pStyle w:val="Heading2"/>`, run("Five")) + para(`<w:pStyle w:val="Kring"/>`, run("Six")),
			"<h1>One</h1><h2>Two</h2><h1>Three</h1><h3>Four</h3><h2>Five</h2><p>Six</p>"},
		{"other styles", para(`<w:pStyle w:val="Bijschrift"/>`, run("One")) + para(`<w:pStyle w:val="Citaat"/>`, run("Two")) + para(`<w:pStyle w:val="Inhopg1"/>`, run("Three")),
			"<figcaption>One</figcaption><blockquote>Two</blockquote><nav>Three</nav>"},
		{"lists", item("1", "0", "One") + item("1", "1", "Two") + item("1", "1", "Three") + item("1", "2", "Four") + item("1", "0", "Five") + para("", run("Six")) + item("2", "0", "Seven") + para(`<w:pStyle w:val="Lijst"/>`, run("Eight")) + para(`<w:pStyle w:val="Lijst"/><w:numPr><w:numId w:val="0"/></w:numPr>`, run("Nine")),
			"<ul><li>1. One</li><li>1.a) Two</li><li>1.b) Three</li><li>Four</li><li>2. Five</li></ul><p>Six</p><ul><li>5. Seven</li><li>6. Eight</li></ul><p>Nine</p>"},
		{"table", "<w:tbl><w:tr><w:tc>" + para("", run("One")) + "</w:tc><w:tc><w:tbl><w:tr><w:tc>" + para("", run("Two")) + "</w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>" + para("", run("Three")),
			"<table><tr><td><p>One</p></td><td><table><tr><td><p>Two</p></td></tr></table></td></tr></table><p>Three</p>"},
		{"changes", para("", run("a")+"<w:ins>"+run("b")+"</w:ins><w:del>"+"<w:r><w:delText>c</w:delText></w:r>"+"</w:del><w:moveFrom>"+run("d")+"</w:moveFrom><w:moveTo>"+run("e")+"</w:moveTo>") +
			para(`<w:rPr><w:del w:id="1"/></w:rPr>`, run("f ")) + para("", run("g")), "<p>abe</p><p>f g</p>"},
		{"properties before a change", para(`<w:pPrChange><w:pPr><w:pStyle w:val="Kop1"/></w:pPr></w:pPrChange>`, run("a")), "<p>a</p>"},
		{"hidden", para("", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r>"+run("b")+`<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>c</w:t></w:r>`), "<p>bc</p>"},
		{"link", para("", `<w:hyperlink r:id="r7">`+run("Bay")+run(" News")+"</w:hyperlink>"+run(" said")), `<p><a href="https://baynews.example/">Bay News</a> said</p>`},
		{"field", para("", `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "a:b" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`+run("x")+`<w:r><w:fldChar w:fldCharType="end"/></w:r>`+run("y")+
			`<w:fldSimple w:instr="PAGE">`+run("3")+`</w:fldSimple>`), `<p><a href="a:b">x</a>y3</p>`},
		{"field that never ends", para("", `<w:r><w:fldChar w:fldCharType="begin"/></w:r>`+run("x")) + para("", run("y")), "<p>y</p>"},
		{"content control", `<w:sdt><w:sdtPr><w:alias w:val="x"/><w:text/></w:sdtPr><w:sdtContent>` + para("", run("a")) + "</w:sdtContent></w:sdt>", "<p>a</p>"},
		{"text box once", para("", run("a ")+"<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>"+para("", run("box"))+"</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>"+para("", run("box"))+"</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"+run("b")),
			"<p>a b</p><p>box</p>"},
		{"fallback without a choice", para("", "<mc:AlternateContent><mc:Fallback>"+run("a")+"</mc:Fallback></mc:AlternateContent>"), "<p>a</p>"},
		{"page breaks", para("", run("a")+`<w:r><w:br w:type="page"/></w:r>`+run("b")) + para("<w:pageBreakBefore/>", run("c")) + para("<w:sectPr/>", run("d")) + para(`<w:sectPr><w:type w:val="continuous"/></w:sectPr>`, run("e")) + para("", run("f")),
			"<p>a</p><hr><p>b</p><hr><p>c</p><p>d</p><hr><p>e</p><p>f</p>"},
		{"ruby", para("", "<w:r><w:ruby><w:rt>"+run("kana")+"</w:rt><w:rubyBase>"+run("字")+"</w:rubyBase></w:ruby></w:r>"), "<p>字</p>"},
		{"formula", para("", "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"), "<p>x=1</p>"},
		{"prefix of its own", `<a:p><a:pPr><a:pStyle a:val="Kop1"/></a:pPr><a:r><a:t>One</a:t></a:r></a:p>`, "<h1>One</h1>"},
		{"tags that do not match", "</w:p></w:tc><w:p><w:r><w:t>a<w:p><w:t>b</w:t></w:tbl>", "<p>a</p><p>b</p>"},
	} {
		a := docxOf(c.body, "word/styles.xml", testStyles, "word/numbering.xml", testNumbering, "word/_rels/document.xml.rels", testMainRels)
		if got := oneLine(readOne(t, ReadDocx, a).Text); got != c.want {
			t.Errorf("%s: %s\n got %q\nwant %q", c.name, c.body, got, c.want)
		}
	}
}

func TestDocxParts(t *testing.T) {
	note := func(kind, text string) string {
		return `<w:footnote w:type="` + kind + `">` + para("", run(text)) + "</w:footnote>"
	}
	r := readOne(t, ReadDocx, docxOf(para("", run("One")),
		"word/_rels/document.xml.rels", testMainRels,
		"word/footnotes.xml", "<w:footnotes>"+note("separator", "---")+note("normal", "Note")+"</w:footnotes>",
		"word/comments.xml", `<w:comments><w:comment w:author="Marta Olsen">`+para("", run("Why?"))+"</w:comment></w:comments>",
		"word/header1.xml", "<w:hdr>"+para("", run("Bay News"))+"</w:hdr>",
		"word/header2.xml", "<w:hdr>"+para("", run("Bay News"))+para("", run("Page 1"))+"</w:hdr>",
		"word/charts/chart1.xml", `<c:chartSpace><a:p><a:r><a:t>Fares</a:t></a:r></a:p><c:ser><c:cat><c:v>May</c:v><c:v>June</c:v></c:cat><c:val><c:v>3.5</c:v></c:val></c:ser></c:chartSpace>`,
		"word/embeddings/a.xlsx", "x",
		"docProps/core.xml", `<cp:coreProperties><dc:title>Ferry returns</dc:title><dc:creator>Marta Olsen; Jan Lie</dc:creator><dcterms:created>2025-06-02T08:30:00Z</dcterms:created><dcterms:modified>2025-06-03T08:30:00Z</dcterms:modified><dc:language>en-GB</dc:language></cp:coreProperties>`,
	))
	want := "<p>One</p><figcaption>Fares</figcaption><figcaption>May\tJune\t</figcaption><ol><li><p>Note</p></li></ol><aside class=\"comments\"><ul><li><p>Marta Olsen</p><p>Why?</p></li></ul></aside><footer><p>Bay News</p><p>Page 1</p></footer>"
	if got := oneLine(r.Text); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
	if got, want := factsOf(r), "title=Ferry returns byline=Marta Olsen byline=Jan Lie date=2025-06-02T08:30 modified=2025-06-03T08:30 lang=en-GB"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if len(r.Warnings) != 0 {
		t.Errorf("warnings: %q", r.Warnings)
	}
}

func TestDocxMissing(t *testing.T) {
	if _, err := readAll(ReadDocx, memory{"a.txt", "x"}); !errors.Is(err, ErrFormat) {
		t.Errorf("no document: got %v", err)
	}
	if _, err := readAll(ReadDocx, memory{"EncryptedPackage", "x"}); !errors.Is(err, ErrEncrypted) {
		t.Errorf("encrypted: got %v", err)
	}
	a := memory{"_rels/.rels", `<Relationship Type="http://x/officeDocument" Target="/other/doc.xml"/>`, "other/doc.xml", para("", run("One"))}
	if got := oneLine(readOne(t, ReadDocx, a).Text); got != "<p>One</p>" {
		t.Errorf("document of another name: got %q", got)
	}
}

func TestFlatDocx(t *testing.T) {
	const packed = `<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="p"><pkg:part pkg:name="/word/_rels/document.xml.rels"><pkg:xmlData><Relationship Type="http://x/styles" Target="styles.xml"/></pkg:xmlData></pkg:part>` +
		`<pkg:part pkg:name="/word/media/a.png"><pkg:binaryData>AAAA</pkg:binaryData></pkg:part><pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:p><w:pPr><w:pStyle w:val="Kop1"/></w:pPr><w:r><w:t>One</w:t></w:r></w:p></pkg:xmlData></pkg:part><pkg:part pkg:name="/word/styles.xml"><pkg:xmlData>` + testStyles + `</pkg:xmlData></pkg:part></pkg:package>`
	const single = `<w:wordDocument xmlns:w="w"><o:DocumentProperties><o:Title>Ferry returns</o:Title></o:DocumentProperties>` + testStyles + `<w:body><w:p><w:pPr><w:pStyle w:val="Kop1"/></w:pPr><w:r><w:t>One</w:t></w:r></w:p></w:body></w:wordDocument>`
	for _, data := range []string{packed, single} {
		r := readOne(t, func(_ Archive, yield func() error, emit emitFunc) error {
			return ReadFlatDocx([]byte(data), yield, emit)
		}, nil)
		if !IsFlatDocx([]byte(data)) || oneLine(r.Text) != "<h1>One</h1>" {
			t.Errorf("%.60q: got %q", data, r.Text)
		}
	}
	if IsFlatDocx([]byte("<html><w:wordDocument>")) || IsFlatDocx(nil) {
		t.Error("a page passes as a flat Word file")
	}
}

func TestFormatNumber(t *testing.T) {
	for _, c := range []struct {
		n            int
		format, want string
	}{
		{4, "upperRoman", "IV"}, {1999, "lowerRoman", "mcmxcix"}, {0, "upperRoman", "0"}, {4000, "upperRoman", "4000"}, {1, "lowerLetter", "a"}, {27, "upperLetter", "AA"}, {9999, "lowerLetter", "9999"},
		{1, "ordinal", "1st"}, {12, "ordinal", "12th"}, {23, "ordinal", "23rd"}, {7, "decimalZero", "07"}, {10, "decimalZero", "10"}, {7, "001, 002, 003, ...", "007"}, {7, "hebrew1", "7"}, {7, "none", ""},
	} {
		if got := formatNumber(c.n, c.format); got != c.want {
			t.Errorf("%d as %s: got %q, want %q", c.n, c.format, got, c.want)
		}
	}
}

// TestXMLLinear holds that what opens and never ends is not costly.
func TestXMLLinear(t *testing.T) {
	for _, piece := range []string{
		"<w:tbl>", "<w:txbxContent>x", "<w:p>x", "<mc:AlternateContent>", `<w:fldChar w:fldCharType="begin"/><w:p><w:r><w:t>x`, `<w:hyperlink r:id="r7"><w:p><w:t>x</w:t></w:p>`, "<w:del>", "<w:footnote><w:p>x",
		`<w:hyperlink r:id="r7"><w:t>x</w:t></w:hyperlink>`, "<text:list>", "<draw:rect><text:p>x", "<text:p>x", "<table:table>", "<text:note-body>", "<li>", "<navPoint>", "<a href='x'>", "<svg:title>x",
	} {
		for _, end := range []string{"", "x</w:del>"} {
			text := strings.Repeat(piece, 1<<17/len(piece)) + end
			readAll(ReadDocx, docxOf(text, "word/_rels/document.xml.rels", testMainRels, "word/numbering.xml", text, "word/styles.xml", text))
			readAll(ReadODT, memory{"content.xml", text, "styles.xml", text})
			readAll(ReadEPUB, memory{"a.opf", `<item id="a" href="a" properties="nav"/><itemref idref="a"/>` + text, "a", text})
		}
	}
}

func FuzzDocx(f *testing.F) {
	f.Add(para(`<w:pStyle w:val="Kop1"/>`, run("a")+`<w:hyperlink r:id="r7">`+run("b")+"</w:hyperlink><w:txbxContent>"+item("1", "1", "c")+"</w:txbxContent>"), testStyles, testNumbering, testMainRels)
	f.Add(`<w:tbl><w:tr><w:tc><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p></w:tc></w:tr></w:tbl><mc:AlternateContent><mc:Choice><w:sym w:char="F0B7"/><w:br w:type="page"/>`, "", "", "")
	f.Fuzz(func(t *testing.T, body, styles, numbering, rels string) {
		a := docxOf(body, "word/styles.xml", styles, "word/numbering.xml", numbering, "word/_rels/document.xml.rels", rels, "word/footnotes.xml", body, "word/charts/chart1.xml", body, "docProps/core.xml", styles)
		checkRecord(t, readOne(t, ReadDocx, a), len(body)+len(styles)+len(numbering)+len(rels))
	})
}
