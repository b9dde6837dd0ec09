package search

import "clippings/wasm/internal/query"

// compiler makes a Query of a tree.
type compiler struct {
	q        *Query
	scope    scope
	excluded bool
}

// maxItems is how many items a Near may have: choosing a place for each takes
// work that doubles with every item. More are taken for AND.
const maxItems = 8

func (c *compiler) compile(n *query.Node) *node {
	if n == nil {
		return nil
	}
	switch n.Kind {
	case query.Word, query.Prefix, query.Pattern, query.Phrase:
		return c.row(n)
	case query.Regex:
		return c.regex(n)
	case query.Near:
		return c.near(n)
	case query.Filter:
		c.q.filters = append(c.q.filters, n)
		return &node{kind: filterNode, leaf: len(c.q.filters) - 1}
	case query.Not:
		return c.not(n)
	case query.Field:
		outer := c.scope
		c.scope = scopeOf(n.Field)
		out := c.joined(andNode, n.Children)
		c.scope = outer
		return out
	case query.Or:
		return c.joined(orNode, n.Children)
	}
	return c.joined(andNode, n.Children)
}

func (c *compiler) not(n *query.Node) *node {
	outer := c.excluded
	c.excluded = true
	child := c.joined(andNode, n.Children)
	c.excluded = outer
	if child == nil {
		return nil
	}
	return &node{kind: notNode, children: []*node{child}}
}

// joined is a node of what is left of the children: none, the only one, or all.
func (c *compiler) joined(kind nodeKind, children []*query.Node) *node {
	out := &node{kind: kind}
	for _, child := range children {
		if n := c.compile(child); n != nil {
			out.children = append(out.children, n)
		}
	}
	switch len(out.children) {
	case 0:
		return nil
	case 1:
		return out.children[0]
	}
	return out
}

// leaf adds a leaf.
func (c *compiler) leaf(l leaf, text string) *node {
	l.text, l.scope, l.excluded = text, c.scope, c.excluded
	c.q.leaves = append(c.q.leaves, l)
	return &node{kind: leafNode, leaf: len(c.q.leaves) - 1}
}

// row makes a leaf of the words of one part of the query.
func (c *compiler) row(n *query.Node) *node {
	r := c.addRow(n, false)
	switch r.words {
	case 0:
		return nil
	case 1:
		return c.leaf(leaf{kind: wordLeaf, row: r}, n.Text)
	}
	return c.leaf(leaf{kind: phraseLeaf, row: r}, n.Text)
}

// near makes a leaf of items; without two that hold a word it is none.
func (c *compiler) near(n *query.Node) *node {
	if len(n.Children) > maxItems {
		return c.joined(andNode, n.Children)
	}
	l := leaf{kind: nearLeaf, slack: uint32(max(n.Slack, 0))}
	l.first = len(c.q.atoms)
	text := ""
	var only *query.Node
	for _, child := range n.Children {
		rows := []*query.Node{child}
		if child.Kind == query.Or {
			rows = child.Children
		}
		var it item
		for _, r := range rows {
			if row := c.addRow(r, true); row.words > 0 {
				it = append(it, row)
				text += " " + r.Text
			}
		}
		if len(it) > 0 {
			l.items = append(l.items, it)
			only = child
		}
	}
	l.words = len(c.q.atoms) - l.first
	switch len(l.items) {
	case 0:
		return nil
	case 1:
		c.q.atoms = c.q.atoms[:l.first]
		return c.compile(only)
	}
	return c.leaf(l, text[1:])
}
