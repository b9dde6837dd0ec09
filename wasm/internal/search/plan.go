package search

import (
	"clippings/wasm/internal/analysis"
	"clippings/wasm/internal/query"
)

// Query is a query whose words are folded as those of the index are. It
// depends on the query alone, so every shard compiles the same. Safe for
// concurrent use.
type Query struct {
	root   *node
	leaves []leaf
	words  int // words of all leaves
}

// node is a part of the plan.
type node struct {
	kind     nodeKind
	leaf     int // of a leafNode: which
	children []*node
}

type nodeKind uint8

const (
	leafNode nodeKind = iota
	andNode
	orNode
	notNode
)

// leaf is what is looked up in the index: a word, or several as a phrase.
type leaf struct {
	words    []word
	first    int  // number of its first word among those of all leaves
	excluded bool // under a NOT: matched, not scored
}

// word is one word of a leaf.
type word struct {
	term   []byte // analysis.Scanner.Term
	folded []byte // analysis.Scanner.Folded
	prefix bool   // the beginning of a word: terms that begin with folded, and term
}

// Compile prepares a query tree, which may be nil, for searching. Words that
// analysis splits ("a-b", Chinese) become phrases; what holds no word for it is
// left out.
func Compile(tree *query.Node) *Query {
	q := &Query{}
	q.root = q.compile(tree, false)
	return q
}

// IsEmpty reports whether the query holds nothing to search for. It matches no
// document.
func (q *Query) IsEmpty() bool { return q.root == nil }

func (q *Query) compile(n *query.Node, excluded bool) *node {
	if n == nil {
		return nil
	}
	switch n.Kind {
	case query.Word, query.Prefix, query.Phrase:
		return q.addLeaf(n, excluded)
	case query.Not:
		if c := q.compile(n.Children[0], true); c != nil {
			return &node{kind: notNode, children: []*node{c}}
		}
		return nil
	}
	out := &node{kind: andNode}
	if n.Kind == query.Or {
		out.kind = orNode
	}
	for _, child := range n.Children {
		if c := q.compile(child, excluded); c != nil {
			out.children = append(out.children, c)
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

// addLeaf makes a leaf of the words of one part of the query.
func (q *Query) addLeaf(n *query.Node, excluded bool) *node {
	l := leaf{first: q.words, excluded: excluded}
	var s analysis.Scanner
	s.Reset(n.Text)
	for s.Next() {
		l.words = append(l.words, word{
			term:   append([]byte(nil), s.Term()...),
			folded: append([]byte(nil), s.Folded()...),
		})
	}
	if len(l.words) == 0 {
		return nil
	}
	l.words[len(l.words)-1].prefix = n.Kind == query.Prefix || n.Open
	q.words += len(l.words)
	q.leaves = append(q.leaves, l)
	return &node{kind: leafNode, leaf: len(q.leaves) - 1}
}
