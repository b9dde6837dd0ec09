package query

import (
	"reflect"
	"slices"
	"testing"
	"unicode/utf8"
)

// seeds hold every sign of the language at least once.
var seeds = []string{
	`a "b c*" -d (e OR f*) AND NOT "g`, ")(", "a AND", "日本 OR -“x y”", "-(a b) c", "((a)) b OR",
	`w*rd wo?d *word word~ word~1 word~2 word~3 word~0 a~1~1`, `"a b"~5 "a =b c* d~1"~ "x"~2 "AND b"~3`,
	`a NEAR/5 b NEAR/5 (c OR "d e") NEAR/2 f`, "NEAR a NEAR/x b NEAR", `a NEAR -b NEAR/2000 title:c near/3 d`,
	`/zel(en|in)sky/ /a b/ /(/ and/or /usr/bin -/x/`, `=Zürich ="as written" =a* =w*d =b~1 ="c*"`,
	`title:a subtitle:"b c" body:(d OR -e) in:furniture f`, "title: x outlet:-y tilte:z by:(", `TITLE：a　（b）`,
	`outlet:(ap OR "reuters uk") by:="Jane Doe" tag:fl* source:/a/b/`, `lang:de is:copy is:cop in: in:title`,
	"date:2025-07..2025-08 date:>2025 date:<=2025-02-30 date:none date:2025-0", `story:"a.html" copies:b`,
	`5*3=15 up-t*-date http://x.org/a?b=c* what? *foo!`, `a in:title b in:body OR in:body`, `"a*b c" ~1 *`,
}

// Whatever is typed: no panic, places lie in the query and in their parents,
// errors are in order, the tree keeps its rules, and written out it reads back
// the same.
func FuzzParse(f *testing.F) {
	for _, q := range seeds {
		f.Add(q, true, false)
		f.Add(q, false, true)
	}
	f.Fuzz(func(t *testing.T, q string, prefixLast, any bool) {
		tree, errs := Parse(q, Options{PrefixLast: prefixLast, Any: any})
		last := 0
		for _, e := range errs {
			if e.Start < last || e.End <= e.Start || e.End > len(q) || e.Message == "" || e.Remedy == "" {
				t.Fatalf("%q: error %+v", q, e)
			}
			last = e.Start
		}
		if tree == nil {
			return
		}
		check(t, q, tree, place{0, len(q), 0})
		again, errs := Parse(tree.String(), Options{})
		if !reflect.DeepEqual(bare(again), bare(tree)) || len(errs) > 0 {
			t.Fatalf("%q is read as %s, that as %s with %v\n%s\n%s", q, tree, again, errs, dump(tree), dump(again))
		}
	})
}

func FuzzComplete(f *testing.F) {
	for _, q := range seeds {
		f.Add(q, len(q))
		f.Add(q, len(q)/2)
	}
	f.Fuzz(func(t *testing.T, q string, cursor int) {
		c := Complete(q, cursor)
		if c.Start < 0 || c.Start > c.End || c.End > len(q) || len(c.Text) > c.End-c.Start {
			t.Fatalf("Complete(%q, %d) = %+v", q, cursor, c)
		}
		if utf8.ValidString(q) && !(utf8.ValidString(q[:c.Start]) && utf8.ValidString(q[c.End:])) {
			t.Fatalf("Complete(%q, %d) = %+v, which cuts a character", q, cursor, c)
		}
	})
}

// bare is the tree without places.
func bare(n *Node) *Node {
	if n == nil {
		return nil
	}
	c := *n
	c.Start, c.End, c.Children = 0, 0, nil
	for _, child := range n.Children {
		c.Children = append(c.Children, bare(child))
	}
	return &c
}

type place struct{ from, to, depth int }

func check(t *testing.T, q string, n *Node, at place) {
	t.Helper()
	if n.Start < at.from || n.End > at.to || n.Start >= n.End || at.depth > 4*maxDepth {
		t.Fatalf("%q: node %s at [%d,%d) in %+v", q, n, n.Start, n.End, at)
	}
	if !obeys(n) {
		t.Fatalf("%q: node %s breaks the rules: %+v", q, n, *n)
	}
	inner := place{n.Start, n.End, at.depth + 1}
	if hasScope(n) {
		inner.from, inner.to = 0, len(q) // words beside in: are not in it
	}
	for _, c := range n.Children {
		check(t, q, c, inner)
	}
}

// hasScope reports whether in: may have made n or something in it.
func hasScope(n *Node) bool {
	return n.Kind == Field && n.Children[0].End > n.End || n.Kind == Field && n.Children[0].Start < n.Start ||
		slices.ContainsFunc(n.Children, hasScope)
}

// obeys reports whether n is as the comments of Node say.
func obeys(n *Node) bool {
	least := map[Kind]int{Near: 2, And: 2, Or: 2, Not: 1, Field: 1}[n.Kind]
	inner := n.Kind == Near || n.Kind == And || n.Kind == Or || n.Kind == Not || n.Kind == Field
	switch {
	case len(n.Children) < least, least < 2 && len(n.Children) > least:
		return false
	case inner != (n.Text == ""):
		return false
	case n.Open && (n.Exact || n.Kind != Phrase && n.Kind != Filter):
		return false
	case n.Exact && n.Kind != Word && n.Kind != Phrase && n.Kind != Filter:
		return false
	case n.Edits < 0 || n.Edits > 2 || n.Edits > 0 && (n.Kind != Word || n.Exact):
		return false
	case n.Slack < 0 || n.Slack > maxSlack || n.Slack > 0 && n.Kind != Near:
		return false
	case n.From > n.To, (n.From != 0 || n.To != 0) && n.Field != "date":
		return false
	}
	switch n.Kind {
	case Field:
		return isText(n.Field)
	case Filter:
		f := fieldOf(n.Field)
		return f != nil && !f.InText && f.Name != "in"
	case Near:
		for _, c := range n.Children {
			if c.Kind == Or {
				for _, c := range c.Children {
					if !isNearable(c) {
						return false
					}
				}
			} else if !isNearable(c) {
				return false
			}
		}
	}
	return n.Field == ""
}
