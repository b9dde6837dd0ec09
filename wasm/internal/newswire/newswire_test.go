package newswire

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"clippings/wasm/internal/golden"
	"clippings/wasm/internal/record"
)

func never() error { return nil }

// read is all records of a text.
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
		b.WriteString("== " + r.Key + " · " + r.Format)
		if r.HTML {
			b.WriteString(" · HTML")
		}
		b.WriteString("\n")
		for _, f := range r.Facts {
			b.WriteString(f.Field + ": " + f.Value + "  (" + f.Rule + ")\n")
		}
		for _, w := range r.Warnings {
			b.WriteString("! " + w + "\n")
		}
		b.WriteString(r.Text + "\n")
	}
	return b.String()
}

func TestSamples(t *testing.T) {
	names, err := filepath.Glob("testdata/*.xml")
	if err != nil || len(names) == 0 {
		t.Fatalf("no samples: %v", err)
	}
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !Is(string(b)) {
			t.Errorf("%s is not known for a newswire", name)
		}
		golden.Check(t, strings.TrimSuffix(name, ".xml")+".golden", []byte(show(read(t, string(b)))))
	}
}

const long = "The ferry over the bay runs again after a winter in dock, and the bus too."

func TestIs(t *testing.T) {
	for _, c := range []struct {
		head string
		want bool
	}{
		{"<!DOCTYPE lewis><REUTERS>", true},
		{"<?xml version='1.0'?><nitf>", true},
		{"<NewsML><Catalog/>", true},
		{"<newsItem>", true},
		{"<n:newsMessage xmlns:n='x'>", true},
		{"<DOC><DOCNO>1</DOCNO><HEADLINE>x</HEADLINE><TEXT>" + long, true},
		{"<docs><doc><title>x</title><text>" + long + "</text></doc></docs>", true},
		{"<config><title>x</title><port>80</port></config>", false},
		{"<html><title>x</title><body>" + long + "</body></html>", false},
		{"<rss><item><title>x</title><description>" + long + "</description></item></rss>", false},
		{"He wrote <doc><title>x</title><text>" + long, false},
		{"", false},
	} {
		if got := Is(c.head); got != c.want {
			t.Errorf("%q: got %v", c.head, got)
		}
	}
}

// TestGuess holds which element is an article in XML of unknown make.
func TestGuess(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"<docs><doc><title>x</title><text>" + long + "</text></doc><doc><title>x</title><text>" + long + "</text></doc></docs>", "doc"},
		{"<DOC><TEXT>" + long + "</TEXT></DOC><DOC><TEXT>" + long + "</TEXT></DOC>", "doc"},
		{"<r><row><field name='headline'>x</field><field name='body'>" + long + "</field></row></r>", "row"},
		{"<set><rec><id>1</id><art><title>x</title><abstract>" + long + "</abstract></art></rec><rec><id>2</id><art><title>x</title><abstract>" + long + "</abstract></art></rec></set>", "rec"},
		{"<article><front><title-group><article-title>x</article-title></title-group></front><body><p>" + long + "</p></body></article>", "article"},
	} {
		if got := kindOf(c.in).article; got != c.want {
			t.Errorf("%s: got %q, want %q", c.in, got, c.want)
		}
	}
}

func TestPlain(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"lines set in", "\nOne\nline\n    Two\nline\n Sign", "One line\n\nTwo line\n\nSign"},
		{"all set in", "    One\n    line", "One line"},
		{"blank lines", "One\nline\n\n\n  Two", "One line\n\nTwo"},
		{"lines that are paragraphs", long + long + "\nTwo", long + long + "\n\nTwo"},
		{"table", "As follows\nPork    12\nBeef    13\nso far", "As follows\n\nPork    12\nBeef    13\n\nso far"},
		{"nothing", " \n", ""},
	} {
		var b strings.Builder
		writePlain(&b, c.in)
		if b.String() != c.want {
			t.Errorf("%s: %q\n got %q\nwant %q", c.name, c.in, b.String(), c.want)
		}
	}
}

// FuzzPlain holds that every word stays.
func FuzzPlain(f *testing.F) {
	for _, s := range []string{"\nOne\nline\n    Two\n Sign", "Pork    12\nBeef    13", "One\n\n\n  Two\r\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var b strings.Builder
		writePlain(&b, text)
		if got, want := strings.Fields(b.String()), strings.Fields(text); !slices.Equal(got, want) {
			t.Errorf("%q: words %q became %q", text, want, got)
		}
	})
}

func TestPlaces(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"    SALVADOR, Feb 26 - ", "SALVADOR"}, {"LONDON (Reuters) -", "LONDON"}, {"Bergen", "Bergen"}, {"NEW YORK - ", "NEW YORK"}, {"Feb 26", ""}, {"", ""},
	} {
		if got := placeIn(c.in); got != c.want {
			t.Errorf("%q: got %q, want %q", c.in, got, c.want)
		}
	}
}

// TestDamage holds that damage costs one article at most.
func TestDamage(t *testing.T) {
	for _, c := range []struct{ name, in, keys string }{
		{"article never closed", "<REUTERS NEWID='1'><BODY>x<REUTERS NEWID='2'><BODY>y</BODY></REUTERS>", "1 2"},
		{"field never closed", "<REUTERS NEWID='1'><TITLE>x<BODY>y</REUTERS><REUTERS NEWID='2'/>", "1 2"},
		{"cut off", "<REUTERS NEWID='1'></REUTERS><REUTERS NEWID='2'><BODY>y", "1 2"},
		{"equal keys", "<REUTERS NEWID='1'/><REUTERS NEWID='1'/><REUTERS/>", "1 1~2 3"},
	} {
		var keys []string
		for _, r := range read(t, c.in) {
			keys = append(keys, r.Key)
		}
		if got := strings.Join(keys, " "); got != c.keys {
			t.Errorf("%s: %q\n got %s\nwant %s", c.name, c.in, got, c.keys)
		}
	}
}

// TestMakes holds what is read of the makes that have no sample of their own.
func TestMakes(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"RCV1", `<newsitem itemid="2286" id="root" date="1996-08-20" xml:lang="en"><title>NORWAY: Ferry back</title><headline>Ferry back</headline><byline>Marta Olsen</byline><dateline>BERGEN 1996-08-20</dateline><text><p>The ferry.</p></text></newsitem>`,
			"2286|Ferry back|1996-08-20|Marta Olsen|<p>The ferry.</p>"},
		{"lead given twice", `<nitf><body><body.head><hedline><hl1>Ferry back</hl1></hedline><byline class="print_byline">By MARTA OLSEN</byline></body.head><body.content><block class="lead_paragraph"><p>The ferry.</p></block><block class="full_text"><p>The ferry.</p><p>The bus.</p></block></body.content></body></nitf>`,
			"1|Ferry back||MARTA OLSEN|<p>The ferry.</p><p>The bus.</p>"},
		{"NITF in NewsML", `<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>Ferry back</HeadLine></NewsLines><ContentItem><DataContent><nitf><body><body.content><p>The ferry.</p></body.content></body></nitf></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`,
			"1|Ferry back|||<p>The ferry.</p>"},
		{"PubMed", `<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>7</PMID><Article><Journal><JournalIssue><PubDate><Year>2025</Year><Month>Jun</Month><Day>2</Day></PubDate></JournalIssue><Title>Annals</Title></Journal><ArticleTitle>Ferries</ArticleTitle>` +
			`<Abstract><AbstractText Label="A">We stood on the quay for a winter and counted.</AbstractText><AbstractText Label="B">There were few.</AbstractText></Abstract><AuthorList><Author><LastName>Olsen</LastName><ForeName>Marta</ForeName></Author></AuthorList></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>`,
			"7|Ferries|2025-06-02|Marta Olsen|We stood on the quay for a winter and counted.\n\nThere were few."},
		{"Los Angeles Times", `<DOC><DOCNO> LA1 </DOCNO><DATE><P>January 1, 1989, Sunday, Home Edition</P></DATE><HEADLINE><P>FERRY BACK</P></HEADLINE><BYLINE><P>By MARTA OLSEN, Times Staff Writer</P></BYLINE><TEXT><P>The ferry over the bay runs again from Monday.</P><P>The bus.</P></TEXT></DOC>`,
			"LA1|FERRY BACK|1989-01-01|MARTA OLSEN, Times Staff Writer|<p>The ferry over the bay runs again from Monday.</p><p>The bus.</p>"},
		{"prefixes", `<n:newsItem guid="x"><n:contentMeta><n:headline>Ferry back</n:headline></n:contentMeta><n:contentSet><n:inlineXML><h:p>The ferry.</h:p></n:inlineXML></n:contentSet></n:newsItem>`,
			"x|Ferry back|||<p>The ferry.</p>"},
	} {
		var got []string
		for _, r := range read(t, c.in) {
			line := r.Key
			for _, field := range [...]string{"title", "date", "byline"} {
				line += "|"
				for _, f := range r.Facts {
					if f.Field == field {
						line += f.Value
					}
				}
			}
			got = append(got, line+"|"+r.Text)
		}
		if strings.Join(got, "\n") != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

func TestHTML(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"unknown words", "<p>The <ship>ferry</ship>, <person>Ann</person>.</p>", "<p>The ferry, Ann.</p>"},
		{"unknown blocks", "<line>One</line><line>Two</line>", "<div>One</div><div>Two</div>"},
		{"unknown block in a block", "<part><line>One <i>two</i></line></part>", "<div><div>One <i>two</i></div></div>"},
		{"no tags", "One\n\nTwo &lt; three", "<p>One</p>\n<p>Two &lt; three</p>"},
		{"empty elements", "<p>a<br/>b<hr></hr><p/>", "<p>a<br>b<hr><p></p>"},
		{"attributes", "<p class='x'><a href='y'>z</a></p>", "<p><a>z</a></p>"},
		{"escaped in markup", "<p>1 &lt; 2 &amp; <![CDATA[<b>3</b>]]></p>", "<p>1 &lt; 2 &amp; <b>3</b></p>"},
	} {
		var b strings.Builder
		if err := writeHTML(&b, c.in, never); err != nil {
			t.Error(err)
		}
		if got := strings.TrimSpace(b.String()); got != c.want {
			t.Errorf("%s: %q\n got %q\nwant %q", c.name, c.in, got, c.want)
		}
	}
}

// TestDeep holds that nesting costs memory only.
func TestDeep(t *testing.T) {
	for _, piece := range []string{"<a>", "<text>", "<title>", "<title><text>", "</a>", "<author>", "<date>"} {
		read(t, "<nitf>"+strings.Repeat(piece, 1<<16/len(piece)))
		read(t, "<x>"+strings.Repeat(piece, 1<<16/len(piece)))
	}
}

func TestErrorsPass(t *testing.T) {
	stop := errors.New("stop")
	text := "<nitf>" + strings.Repeat("<p>b</p>", 1<<16) + "</nitf>"
	err := Read(text, func() error { return stop }, func(record.Record) error { t.Error("an article came though it was cancelled"); return nil })
	if err != stop {
		t.Errorf("yield: got %v", err)
	}
	if err := Read(text, never, func(record.Record) error { return stop }); err != stop {
		t.Errorf("emit: got %v", err)
	}
}

func FuzzRead(f *testing.F) {
	names, _ := filepath.Glob("testdata/*.xml")
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

func BenchmarkReuters(b *testing.B) {
	article := "<REUTERS NEWID=\"1\"><DATE>26-FEB-1987 15:01:01.79</DATE><TOPICS><D>ships</D></TOPICS>\n<TEXT>&#2;\n<TITLE>FERRY BACK</TITLE>\n<DATELINE>    BERGEN, Feb 26 - </DATELINE><BODY>" +
		strings.Repeat("The ferry over the bay runs again after a winter in dock, and\nthe bus that meets it does too, &lt;Bay Lines> said.\n    ", 12) + "\n Reuter\n&#3;</BODY></TEXT>\n</REUTERS>\n"
	text := strings.Repeat(article, 500)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Read(text, never, func(record.Record) error { return nil })
	}
}
