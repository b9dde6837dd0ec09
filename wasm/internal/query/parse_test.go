package query

import (
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	for _, c := range []struct{ q, want string }{
		{"", ""},
		{"ferry", "ferry"},
		{"ferry talks", "(ferry AND talks)"},
		{"ferry AND talks", "(ferry AND talks)"},
		{"a b OR c d", "((a AND b) OR (c AND d))"},
		{"a (b OR c) d", "(a AND (b OR c) AND d)"},
		{"(a b) c", "((a AND b) AND c)"},
		{"and or not", "(and AND or AND not)"},
		// Exclusions.
		{"a -b", "(a AND NOT b)"},
		{"a NOT b", "(a AND NOT b)"},
		{"a AND NOT (b c)", "(a AND NOT (b AND c))"},
		{"-a", "NOT a"},
		{"NOT NOT a", "NOT NOT a"},
		{`-"a b"`, `NOT "a b"`},
		{"up-to-date", "up-to-date"},
		{"a - b", "(a AND b)"},
		{"--a", "--a"},
		// Phrases and beginnings.
		{`"peace talks" ferry`, `("peace talks" AND ferry)`},
		{"“peace talks”", `"peace talks"`},
		{`a"b c"d`, `(a AND "b c" AND d)`},
		{"fer*", "fer*"},
		{`"peace ta*"`, `"peace ta*"`},
		{"日本　語", "(日本 AND 語)"},
		// What is no word is left out.
		{"a & b", "(a AND b)"},
	} {
		tree, errs := Parse(c.q, Options{})
		if got := tree.String(); got != c.want || len(errs) != 0 {
			t.Errorf("Parse(%q) = %s, %v; want %s", c.q, got, errs, c.want)
		}
	}
}

func TestParseOptions(t *testing.T) {
	for _, c := range []struct {
		q    string
		opts Options
		want string
	}{
		{"fer", Options{PrefixLast: true}, "fer*"},
		{"fer ", Options{PrefixLast: true}, "fer"},
		{"the fer", Options{PrefixLast: true}, "(the AND fer*)"},
		{`"the fer`, Options{PrefixLast: true}, `"the fer*"`},
		{`"the fer"`, Options{PrefixLast: true}, `"the fer"`},
		{"(the fer)", Options{PrefixLast: true}, "(the AND fer)"},
		{"-fer", Options{PrefixLast: true}, "NOT fer"},
		{`the -"of fer`, Options{PrefixLast: true}, `(the AND NOT "of fer")`},
		{"-the fer", Options{PrefixLast: true}, "(NOT the AND fer*)"},
		{"fer.", Options{PrefixLast: true}, "fer."},
		{"a b", Options{Any: true}, "(a OR b)"},
		{"a AND b c", Options{Any: true}, "((a AND b) OR c)"},
		{"a b -c -d", Options{Any: true}, "((a OR b) AND (NOT c AND NOT d))"},
		{"-c a b", Options{Any: true, PrefixLast: true}, "((a OR b*) AND NOT c)"},
	} {
		tree, _ := Parse(c.q, c.opts)
		if got := tree.String(); got != c.want {
			t.Errorf("Parse(%q, %+v) = %s; want %s", c.q, c.opts, got, c.want)
		}
	}
}

// A query of signs alone says why it finds nothing, once it is written.
func TestParseSigns(t *testing.T) {
	for _, q := range []string{"-", "!?", " / ", "😀", "- & -"} {
		tree, errs := Parse(q, Options{})
		if tree != nil || len(errs) != 1 || q[errs[0].Start:errs[0].End] != strings.TrimSpace(q) {
			t.Errorf("Parse(%q) = %s, %+v; want one error for all of it", q, tree, errs)
		}
		if _, errs := Parse(q, Options{PrefixLast: true}); len(errs) != 0 {
			t.Errorf("Parse(%q) while typing complains: %+v", q, errs)
		}
	}
	if _, errs := Parse("a -", Options{}); len(errs) != 0 {
		t.Errorf("a sign beside a word: %+v", errs)
	}
}

// A faulty query still finds what it can, and says what is wrong where.
func TestParseErrors(t *testing.T) {
	for _, c := range []struct{ q, want, at, message string }{
		{`ferry "peace talks`, `(ferry AND "peace talks")`, `"peace talks`, "this quotation mark is not closed"},
		{`a ""`, "a", `""`, "no word stands between these quotation marks"},
		{"a (b c", "(a AND (b AND c))", "(", "this parenthesis is not closed"},
		{"a) b", "(a AND b)", ")", "this parenthesis closes nothing"},
		{"a ()", "a", "()", "nothing stands between these parentheses"},
		{"a OR", "a", "OR", "nothing stands after OR"},
		{"AND a", "a", "AND", "nothing stands before AND"},
		{"OR", "", "OR", "OR stands alone"},
		{"a AND OR b", "(a OR b)", "AND", "nothing stands after AND"},
		{"a NOT", "a", "NOT", "nothing stands after NOT"},
		{"a *", "a", "*", "a star needs the beginning of a word before it"},
	} {
		tree, errs := Parse(c.q, Options{})
		if len(errs) != 1 {
			t.Errorf("Parse(%q): errors %+v, want one", c.q, errs)
			continue
		}
		e := errs[0]
		if tree.String() != c.want || c.q[e.Start:e.End] != c.at || e.Message != c.message || e.Remedy == "" {
			t.Errorf("Parse(%q) = %s, %+v at %q; want %s, %q at %q", c.q, tree, e, c.q[e.Start:e.End], c.want, c.message, c.at)
		}
	}
}

func TestParseDeep(t *testing.T) {
	for _, q := range []string{
		"a " + strings.Repeat("(", 5000) + "b",
		"a " + strings.Repeat("-(", 5000) + "b",
		"a " + strings.Repeat("NOT ", 5000) + "b",
	} {
		tree, errs := Parse(q, Options{})
		if tree.String() != "a" || len(errs) != 1 || errs[0].End != len(q) {
			t.Errorf("%.20s…: %.50s with %d errors, want a and one error to the end", q, tree, len(errs))
		}
	}
}
