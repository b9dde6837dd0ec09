package markup

import (
	"strconv"
	"strings"
	"testing"
)

// dump writes the pieces of a text in one line each way of looking at them.
func dump(text string) string {
	var b strings.Builder
	s := New(text)
	for k := s.Next(); k != EOF; k = s.Next() {
		switch k {
		case Text:
			b.WriteString(strconv.Quote(s.Text()))
		case Start:
			b.WriteString("<" + s.Name() + ">")
		case End:
			b.WriteString("</" + s.Name() + ">")
		}
	}
	return b.String()
}

func TestPieces(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"nothing", "", ``},
		{"elements", "<a><B>x</b ></a>", `<a><b>"x"</b></a>`},
		{"closed in itself", "<a/><b x='1' />y", `<a></a><b></b>"y"`},
		{"prefix", "<dc:Creator>x</dc:Creator>", `<dc:creator>"x"</dc:creator>`},
		{"entities", "&lt;&#65;&#x42;&nbsp;&eacute;&amp;amp; &nope; & &#;", `"<AB\u00a0é&amp; &nope; & &#;"`},
		{"CDATA", "a<![CDATA[<b>&amp;]] >]]>c", `"a""<b>&amp;]] >""c"`},
		{"left out", "<?xml version='1.0'?><!DOCTYPE a SYSTEM \"a.dtd\"><!-- <b> --><a>", `<a>`},
		{"doctype with declarations", "<!DOCTYPE a [<!ENTITY b \"<c>\"> <!ELEMENT a (#PCDATA)>\n] ><a>", `<a>`},
		{"text around a comment", "x<!-- - -- -->y", `"x""y"`},
		{"instruction of SGML", "<?foo bar><a>", `<a>`},
		{"instruction with brackets", "<?php if (1 > 0) echo ?>x", `"x"`},
		{"bracket inside a quote", `<a b="x>y" c='"'>z`, `<a>"z"`},

		// Damage.
		{"signs that open nothing", "1 < 2 <3 <> a<", `"1 < 2 <3 <> a<"`},
		{"tag cut off by a tag", "a <b c <i>d</i>", `"a <b c "<i>"d"</i>`},
		{"tag cut off by the end", "a <b c", `"a <b c"`},
		{"quote that never closes", `<a href="x>y</a>`, `<a>"y"</a>`},
		{"apostrophe outside of a value", "<a don't>y</a>", `<a>"y"</a>`},
		{"end tag cut off", "<a>x</a<b>y</b", `<a>"x"</a><b>"y"</b>`},
		{"end tag without a name", "x</>y</ 3>z</", `"x""y""z</"`},
		{"end tag of nothing", "</a>x", `</a>"x"`},
		{"comment never closed", "<!-- x <a>y", `"y"`},
		{"CDATA never closed", "<a><![CDATA[x</a>", `<a>"x</a>"`},
		{"declaration never closed", "x<!ELEMENT y", `"x<!ELEMENT y"`},
		{"bytes that are no text", "<a>\x00\xff</a>", `<a>"\x00\xff"</a>`},
	} {
		if got := dump(c.in); got != c.want {
			t.Errorf("%s: %q\n got %s\nwant %s", c.name, c.in, got, c.want)
		}
	}
}

func TestAttr(t *testing.T) {
	s := New(`<a One="1" xml:lang='en' three=3 four five = "a&amp;b" six="" one="2" seven=x/>`)
	s.Next()
	for _, c := range []struct {
		name, want string
		ok         bool
	}{
		{"one", "1", true}, {"XML:LANG", "en", true}, {"three", "3", true}, {"four", "", true}, {"five", "a&b", true},
		{"six", "", true}, {"seven", "x", true}, {"lang", "", false}, {"on", "", false}, {"", "", false},
	} {
		if got, ok := s.LookupAttr(c.name); got != c.want || ok != c.ok {
			t.Errorf("attribute %q: got %q %v, want %q %v", c.name, got, ok, c.want, c.ok)
		}
	}
	if !s.SelfClosing() || s.Next() != End || s.SelfClosing() || s.Attr("one") != "" {
		t.Error("the end of <a/> is not told from its start")
	}
}

func TestInner(t *testing.T) {
	for _, c := range []struct{ in, inner, rest string }{
		{"<a>x<b>y</b><a>z</a></A>w", "x<b>y</b><a>z</a>", `"w"`},
		{"<a/>w", "", `"w"`},
		{"<a><br>x<p>y</a>w", "<br>x<p>y", `"w"`},
		{"<a><a/>x</a>w", "<a/>x", `"w"`},
		{"<a><![CDATA[</a>]]></a>w", "<![CDATA[</a>]]>", `"w"`},
		{"<a>x", "x", ``},
	} {
		s := New(c.in)
		s.Next()
		got := s.Inner()
		rest := New(s.text[s.EndOffset():])
		if got != c.inner || dump(rest.text) != c.rest {
			t.Errorf("%q: got %q and %s, want %q and %s", c.in, got, dump(rest.text), c.inner, c.rest)
		}
		var after []string
		for s.Next() != EOF {
			after = append(after, strconv.Quote(s.Text()))
		}
		if strings.Join(after, "") != c.rest {
			t.Errorf("%q: the scanner goes on at %q, want %s", c.in, after, c.rest)
		}
	}
}

// TestLinear holds that what reads the rest of a text without finding what it
// wants does so a few times only: a pass for each piece would not end.
func TestLinear(t *testing.T) {
	for _, piece := range []string{
		"<", "<a", "<a ", "</", "</a", "<!", "<!--", "<!-", "<![CDATA[", "<?", "<!doctype", "<!doctype [", "<!doctype []", "]", "[",
		`<a "="`, `<a b="`, `<a b='"`, `<a b="<c d='`, "<a>", "<a/>", "&", "&amp", "<a>]]>-->", "<?>", "<!--><a>",
	} {
		for _, tail := range []string{"", "<", ">", "\"<", "]", "-->"} {
			s := New(strings.Repeat(piece, 1<<18/len(piece)) + tail)
			for s.Next() != EOF {
				if s.kind == Start {
					s.Attr("b")
				}
			}
		}
	}
}

func TestNoAllocation(t *testing.T) {
	text := sample(1 << 12)
	n := testing.AllocsPerRun(10, func() {
		s := New(text)
		for k := s.Next(); k != EOF; k = s.Next() {
			s.Name()
			s.Attr("b")
		}
	})
	if n > 1 {
		t.Errorf("%v allocations, want that of the scanner only", n)
	}
}

func sample(size int) string {
	const item = `<item id="17" b="2"><title>Harbour ferry is back</title><dc:date>2025-06-02</dc:date>` +
		`<description><![CDATA[<p>The ferry over the bay runs again after a winter in dock.</p>]]></description><link/></item>` + "\n"
	return strings.Repeat(item, size/len(item)+1)
}

// cover checks that the pieces lie in order and inside the text, and that
// between them only what is left out was left out.
func cover(t *testing.T, text string) {
	t.Helper()
	s, at, pieces := New(text), 0, 0
	for k := s.Next(); k != EOF; k = s.Next() {
		if s.Offset() < at || s.EndOffset() < s.Offset() || s.EndOffset() > len(text) {
			t.Fatalf("piece [%d, %d) after %d of %d", s.Offset(), s.EndOffset(), at, len(text))
		}
		if gap := text[at:s.Offset()]; gap != "" && (gap[0] != '<' || !strings.HasSuffix(gap, ">") || isNameStart(gap[1])) {
			t.Fatalf("%q was left out of %q", gap, text)
		}
		at = s.EndOffset()
		s.Name()
		s.Raw()
		s.Text()
		if pieces++; pieces > 2*len(text)+2 {
			t.Fatal("more pieces than bytes")
		}
	}
	if gap := text[at:]; gap != "" && (gap[0] != '<' || !strings.HasSuffix(gap, ">")) {
		t.Fatalf("%q was left out at the end of %q", gap, text)
	}
}

func FuzzScanner(f *testing.F) {
	for _, s := range []string{
		sample(1), "<a b='c'/>x<!-- d --><![CDATA[e]]>&amp;", "<!DOCTYPE a [<!ENTITY b 'c'>]><A B=\"c>d\" e=f>g</A", "a < b <c <d>", "<?xml?><?a>",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		cover(t, text)
		s := New(text)
		for k := s.Next(); k != EOF; k = s.Next() {
			if k == Start {
				s.Attr("b")
				before := s.EndOffset()
				if inner := s.Inner(); !strings.HasPrefix(text[before:], inner) || s.EndOffset() < before {
					t.Fatalf("inside at %d of %q: %q", before, text, inner)
				}
			}
		}
	})
}

func BenchmarkScanner(b *testing.B) {
	text := sample(1 << 20)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		s := New(text)
		for s.Next() != EOF {
		}
	}
}
