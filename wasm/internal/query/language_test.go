package query

import (
	"strings"
	"testing"
)

// trees are sound queries and what they are read as.
var trees = []struct{ q, want string }{
	// Wildcards.
	{"w*rd", `Pattern "w*rd"`},
	{"*word", `Pattern "*word"`},
	{"**word**", `Pattern "*word*"`},
	{"wo?d", `Pattern "wo?d"`},
	{"?ord", `Pattern "?ord"`},
	{"wor?*", `Pattern "wor?*"`},
	{"word**", `Prefix "word"`},
	{"w*rd.", `Pattern "w*rd"`},
	{"up-to-da*", `Prefix "up-to-da"`},
	// A question is none.
	{"who won?", `And(Word "who", Word "won?")`},
	{"http://x.org/a?b", `Word "http://x.org/a?b"`},
	{"what?!", `Word "what?!"`},
	// Typos asked for.
	{"word~", `Word "word" ~1`},
	{"zelenskyy~", `Word "zelenskyy" ~2`},
	{"word~2", `Word "word" ~2`},
	{"a~b ~5", `And(Word "a~b", Word "~5")`},
	{"-word~1", `Not(Word "word" ~1)`},
	// As written.
	{"=Zürich", `Word "Zürich" exact`},
	{`="São Paulo"`, `Phrase "São Paulo" exact`},
	{"-=US", `Not(Word "US" exact)`},
	{"a=b", `Word "a=b"`},
	{"= a", `Word "a"`},
	// Nearness.
	{`"a b"~5`, `Near 5(Word "a", Word "b")`},
	{`"a b"~`, `Near 10(Word "a", Word "b")`},
	{`"a fer* w*d =c d~2"~0`, `Near 0(Word "a", Prefix "fer", Pattern "w*d", Word "c" exact, Word "d" ~2)`},
	{`="a b"~5`, `Near 5(Word "a" exact, Word "b" exact)`},
	{"a NEAR/5 b", `Near 5(Word "a", Word "b")`},
	{"a NEAR b", `Near 10(Word "a", Word "b")`},
	{"a NEAR/5 b NEAR/5 c", `Near 5(Word "a", Word "b", Word "c")`},
	{"a NEAR/5 b NEAR/2 c", `And(Near 5(Word "a", Word "b"), Near 2(Word "b", Word "c"))`},
	{`a NEAR/5 ("b c" OR (d* OR e))`, `Near 5(Word "a", Or(Phrase "b c", Prefix "d", Word "e"))`},
	{"a b NEAR c d", `And(Word "a", Near 10(Word "b", Word "c"), Word "d")`},
	{"a NEAR b OR c", `Or(Near 10(Word "a", Word "b"), Word "c")`},
	{"NOT a NEAR b", `Not(Near 10(Word "a", Word "b"))`},
	{"a near/5 b title:near/5", `And(Near 5(Word "a", Word "b"), Field title(Word "near/5"))`},
	{"near a near/x", `And(Word "near", Word "a", Word "near/x")`},
	{"near a", `And(Word "near", Word "a")`},
	// Regular expressions.
	{"/zel(en|in)sky/", `Regex "zel(en|in)sky"`},
	{`/abc\/b \d+/ c`, `And(Regex "abc\\/b \\d+", Word "c")`},
	{`/ferr(y|ies)\s+t/ /a( b)?/ /\p{L}{3,5}/`, `And(Regex "ferr(y|ies)\\s+t", Regex "a( b)?", Regex "\\p{L}{3,5}")`},
	{"(-/x/)", `Not(Regex "x")`},
	{"and/or", `Word "and/or"`},
	{"24 / 7 / 365", `And(Word "24", Word "7", Word "365")`},
	{"/usr/bin", `Phrase "/usr/bin"`},
	// Fields of the text.
	{"title:ferry", `Field title(Word "ferry")`},
	{"TITLE:AND", `Field title(Word "and")`},
	{"headline:ferry", `Field title(Word "ferry")`},
	{`body:"a b" c`, `And(Field body(Phrase "a b"), Word "c")`},
	{"caption:(a OR b)", `Field caption(Or(Word "a", Word "b"))`},
	{"title:(a -b)", `Field title(And(Word "a", Not(Word "b")))`},
	{"title:fer*", `Field title(Prefix "fer")`},
	{`title:"a b"~3`, `Field title(Near 3(Word "a", Word "b"))`},
	{"title:/x+/", `Field title(Regex "x+")`},
	{"title:=US", `Field title(Word "US" exact)`},
	{"-title:a", `Not(Field title(Word "a"))`},
	{"title:body:a", `Field title(Word "body:a")`},
	{"title:(a outlet:x body:b)", `Field title(And(Word "a", Filter outlet "x", Field body(Word "b")))`},
	{"title：（a　b）", `Field title(And(Word "a", Word "b"))`},
	// Text with a colon.
	{"http: Ukraine: a", `And(Word "http:", Word "Ukraine:", Word "a")`},
	{"http://x.org 3:2", `And(Word "http://x.org", Word "3:2")`},
	{"site: a (author:)", `And(Word "site", Word "a", Word "author")`},
	{"late:a data: titel: b", `And(Word "late:a", Word "data:", Word "titel:", Word "b")`},
	// Filters.
	{"outlet:AP", `Filter outlet "AP"`},
	{`author:"Jane Doe"`, `Filter by "Jane Doe"`},
	{"outlet:assoc*", `Filter outlet "assoc" open`},
	{`outlet:"new yo*"`, `Filter outlet "new yo" open`},
	{`outlet:"new yo"*`, `Filter outlet "new yo" open`},
	{`agency:="AP"`, `Filter agency "AP" exact`},
	{"-lang:de", `Not(Filter lang "de")`},
	{"outlet:(ap OR =reuters)", `Or(Filter outlet "ap", Filter outlet "reuters" exact)`},
	{`tag:(a -"b c")`, `And(Filter tag "a", Not(Filter tag "b c"))`},
	{"outlet:(a title:b c)", `And(Filter outlet "a", Field title(Word "b"), Filter outlet "c")`},
	{"source:/data/x/", `Filter source "/data/x/"`},
	{"source:a.html,b", `Filter source "a.html,b"`},
	{"outlet:in:x", `Filter outlet "in:x"`},
	{"outlet:none", `Filter outlet "none"`},
	{"tag:🔥", `Filter tag "🔥"`},
	{"is:Copy -is:untitled", `And(Filter is "copy", Not(Filter is "untitled"))`},
	{`story:"a b.html" copies:c`, `And(Filter story "a b.html", Filter copies "c")`},
	// in: stands around the words beside it.
	{"in:furniture a", `Field furniture(Word "a")`},
	{"a outlet:x in:Headline b -c", `And(Field title(And(Word "a", Word "b", Not(Word "c"))), Filter outlet "x")`},
	{"a AND in:title AND b", `Field title(And(Word "a", Word "b"))`},
	{"a (b in:title) OR c", `Or(And(Word "a", Field title(Word "b")), Word "c")`},
	{"in:body a title:b -(lang:de OR lang:fr)", `And(Field body(Word "a"), Field title(Word "b"), Not(Or(Filter lang "de", Filter lang "fr")))`},
	// Marks of other scripts.
	{"「a b」 ＂c d＂~2 «e»", `And(Phrase "a b", Near 2(Word "c", Word "d"), Phrase "e")`},
}

func TestLanguage(t *testing.T) {
	for _, c := range trees {
		tree, errs := Parse(c.q, Options{})
		if got := dump(tree); got != c.want || len(errs) > 0 {
			t.Errorf("Parse(%q) = %s, %v; want %s", c.q, got, errs, c.want)
		}
		again, errs := Parse(tree.String(), Options{})
		if dump(again) != c.want || len(errs) > 0 {
			t.Errorf("%q is written %s and read as %s, %v", c.q, tree, dump(again), errs)
		}
	}
}

// Half a word is no mistake while somebody writes it.
func TestTyping(t *testing.T) {
	for _, c := range []struct{ q, want string }{
		{"w*rd", `Pattern "w*rd"`},
		{"word~1", `Word "word" ~1`},
		{"=word", `Word "word" exact`},
		{"a NEAR/5 b", `Near 5(Word "a", Prefix "b")`},
		{"/zel", `Phrase "/zel" open`},
		{`"a b"~5`, `Near 5(Word "a", Word "b")`},
		{"title:fer", `Field title(Prefix "fer")`},
		{"title:", `-`},
		{"a tit", `And(Word "a", Prefix "tit")`},
		{"outlet:", `-`},
		{"a AND outlet:", `Word "a"`},
		{"outlet:as", `Filter outlet "as" open`},
		{"outlet:(ap OR re", `Or(Filter outlet "ap", Filter outlet "re" open)`},
		{"is:cop", `-`},
		{"a in:ti", `Word "a"`},
		{"date:20", `-`},
		{"date:2025-", `Filter date "2025"`},
		{"date:2025-0", `Filter date "2025"`},
		{"date:2025-07-0", `Filter date "2025-07"`},
		{"date:>", `-`},
		{"date:>=202", `-`},
		{"date:2025..20", `Filter date "2025.."`},
		{"date:no", `-`},
	} {
		tree, errs := Parse(c.q, Options{PrefixLast: true})
		for _, e := range errs {
			if !strings.Contains(e.Message, "parenthesis is not closed") {
				t.Errorf("%q: %+v", c.q, e)
			}
		}
		if got := dump(tree); got != c.want {
			t.Errorf("Parse(%q) while typing = %s; want %s", c.q, got, c.want)
		}
	}
	if _, errs := Parse("date:2025-13", Options{PrefixLast: true}); len(errs) != 1 {
		t.Errorf("date:2025-13 cannot become a date, but errors are %v", errs)
	}
}

// Filters hold whatever words are missing.
func TestAnyKeepsFilters(t *testing.T) {
	for _, c := range []struct{ q, want string }{
		{"a outlet:x b", `And(Or(Word "a", Word "b"), Filter outlet "x")`},
		{"a in:title b", `Field title(Or(Word "a", Word "b"))`},
		{"a title:b", `Or(Word "a", Field title(Word "b"))`},
		{"-c in:title a", `Field title(And(Word "a", Not(Word "c")))`},
		{"in:title outlet:x a", `And(Field title(Word "a"), Filter outlet "x")`},
	} {
		tree, _ := Parse(c.q, Options{Any: true})
		if got := dump(tree); got != c.want {
			t.Errorf("Parse(%q) with Any = %s; want %s", c.q, got, c.want)
		}
	}
}

func TestParseLong(t *testing.T) {
	for _, q := range []string{
		strings.Repeat("a ", 5000),
		"(" + strings.Repeat("a OR ", 5000) + "b)",
		`"` + strings.Repeat("a ", 5000) + `"~5`,
		"outlet:(" + strings.Repeat("a ", 5000) + ")",
		strings.Repeat("a NEAR ", 5000) + "b",
	} {
		tree, errs := Parse(q, Options{})
		if n := leaves(tree); n != maxLeaves || len(errs) == 0 || len(errs) > 2 {
			t.Errorf("%.20s…: %d leaves, errors %+v; want %d and one error to the end", q, n, errs, maxLeaves)
		}
	}
	if _, errs := Parse(strings.Repeat("() ", 5000), Options{}); len(errs) != maxErrors {
		t.Errorf("%d errors, want %d", len(errs), maxErrors)
	}
}

func leaves(n *Node) int {
	if len(n.Children) == 0 {
		return 1
	}
	sum := 0
	for _, c := range n.Children {
		sum += leaves(c)
	}
	return sum
}

func TestConjuncts(t *testing.T) {
	for _, c := range []struct{ q, want string }{
		{"", ""},
		{"a", "a"},
		{"a OR b", "(a OR b)"},
		{`a outlet:x -lang:de (title:b "c d")`, `a | outlet:x | NOT lang:de | title:b | "c d"`},
	} {
		tree, _ := Parse(c.q, Options{})
		var got []string
		for _, n := range Conjuncts(tree) {
			got = append(got, n.String())
		}
		if strings.Join(got, " | ") != c.want {
			t.Errorf("Conjuncts(%q) = %q; want %s", c.q, got, c.want)
		}
	}
}
