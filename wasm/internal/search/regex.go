package search

import (
	"unicode/utf8"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/internal/pattern"
	"clippings/wasm/internal/query"
)

// regex makes a leaf of a regular expression: over terms, or over the text if
// it can match nothing but what holds a space. None is made of one that cannot
// be read, or is over the text and gives no letters to find candidates by.
func (c *compiler) regex(n *query.Node) *node {
	x, err := pattern.Parse(n.Text)
	if err != nil {
		return nil
	}
	if x.HoldsSpace() {
		return c.textRegex(n, x)
	}
	c.q.atoms = append(c.q.atoms, expressionAtom(x, c.scope.aside))
	return c.leaf(leaf{kind: wordLeaf, row: row{first: len(c.q.atoms) - 1, words: 1}}, n.Text)
}

// expressionAtom is the atom of an expression over terms, which matches whole
// terms.
func expressionAtom(x *pattern.Expression, aside bool) atom {
	x.Fold(analysis.Fold)
	a := atom{kind: expression, pattern: x.Compile(), aside: aside, begin: termOf(nil, aside)}
	for _, run := range x.Runs() {
		if len(run) > len(a.holds) {
			a.holds = []byte(analysis.Fold(run))
		}
	}
	return a
}

// textRegex makes a leaf of an expression over the text.
func (c *compiler) textRegex(n *query.Node, x *pattern.Expression) *node {
	a := atom{kind: inside, aside: c.scope.aside, begin: termOf(nil, c.scope.aside)}
	for _, run := range x.Runs() {
		var s analysis.Scanner
		for s.Reset(run); s.Next(); {
			if f := s.Folded(); utf8.RuneCount(f) >= minLiteral && len(f) > len(a.holds) {
				a.holds = append([]byte(nil), f...)
			}
		}
	}
	if len(a.holds) == 0 {
		return nil
	}
	c.q.atoms = append(c.q.atoms, a)
	return c.leaf(leaf{kind: textLeaf, row: row{first: len(c.q.atoms) - 1, words: 1}, pattern: x.Compile()}, n.Text)
}

// minLiteral is how many letters in a row an expression over the text must have:
// fewer stand in nearly all texts.
const minLiteral = 3
