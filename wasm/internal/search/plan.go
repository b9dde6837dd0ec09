package search

import (
	"clippings/wasm/internal/index"
	"clippings/wasm/internal/pattern"
	"clippings/wasm/internal/query"
)

// Query is a query whose words are folded as those of the index are. It
// depends on the query alone, so every shard compiles the same. Safe for
// concurrent use.
type Query struct {
	root    *node
	leaves  []leaf
	atoms   []atom        // words of all leaves; protocol.Stats.Words counts the same
	filters []*query.Node // of all filter nodes
}

// node is a part of the query.
type node struct {
	kind     nodeKind
	leaf     int // of a leafNode: which of Query.leaves; of a filterNode: which of Query.filters
	children []*node
}

type nodeKind uint8

const (
	leafNode nodeKind = iota
	filterNode
	andNode
	orNode
	notNode
)

// leaf is a part of the query that has places of its own in a text.
type leaf struct {
	kind     leafKind
	text     string // as typed
	row             // of a wordLeaf one atom, of a phraseLeaf several; of a nearLeaf those of all its items
	items    []item // of a nearLeaf
	slack    uint32 // of a nearLeaf: words between that belong to no item
	scope    scope
	pattern  *pattern.Pattern // of a textLeaf
	excluded bool             // under a NOT: matched, not scored
	required bool             // every document that matches the query matches it
}

type leafKind uint8

const (
	wordLeaf   leafKind = iota // an atom
	phraseLeaf                 // atoms side by side
	nearLeaf                   // items close together
	textLeaf                   // a regular expression over the text, with an atom that finds candidates
)

// row is atoms that stand side by side: Query.atoms[first:first+words].
type row struct {
	first, words int
	exact        bool // as they are written
}

// item is what may stand in one place of a nearLeaf.
type item []row

// scope is where a leaf is looked for.
type scope struct {
	fields uint8 // a bit for each index.Field
	aside  bool  // in furniture, whose terms are others
}

// article is the scope of a query that names none.
var article = scope{fields: 0xFF &^ (1 << index.Furniture)}

// isLimited reports whether a term of the right kind can stand out of scope.
func (s scope) isLimited() bool { return !s.aside && s != article }

func (s scope) has(f index.Field) bool { return s.fields>>f&1 != 0 }

// Compile prepares a query tree, which may be nil, for searching. Words that
// analysis splits ("a-b", Chinese) become phrases; what holds no word for it is
// left out.
func Compile(tree *query.Node) *Query {
	c := compiler{q: &Query{}, scope: article}
	c.q.root = c.compile(tree)
	c.q.require(c.q.root)
	return c.q
}

// IsEmpty reports whether the query holds nothing to search for. It matches no
// document.
func (q *Query) IsEmpty() bool { return q.root == nil }

// require marks the leaves that all documents found match.
func (q *Query) require(n *node) {
	switch {
	case n == nil:
	case n.kind == leafNode:
		q.leaves[n.leaf].required = true
	case n.kind == andNode:
		for _, c := range n.children {
			q.require(c)
		}
	}
}

// scored calls fn for each leaf that scores, in the order of the query.
func (q *Query) scored(fn func(i int, l *leaf)) {
	for i := range q.leaves {
		if !q.leaves[i].excluded {
			fn(i, &q.leaves[i])
		}
	}
}
