package query

import "math"

// Kind tells what a Node is.
type Kind uint8

const (
	Word    Kind = iota // Text, one word as typed
	Prefix              // Text, the beginning of a word
	Pattern             // Text, a word in which * is any letters and ? is one
	Regex               // Text, a regular expression, whatever its case
	Phrase              // Text, words that stand together in this order
	Near                // all Children close together in one run of a field, in any order
	And                 // all Children
	Or                  // one Child at least
	Not                 // none of its one Child
	Field               // its one Child, in the Field of the text only; the innermost Field counts
	Filter              // Text, a value of the document's Field
)

// The ends of a date filter that is open on one side.
const (
	Always = math.MinInt32 // From of a date filter without a first day
	Ever   = math.MaxInt32 // To of a date filter without a last day
)

// Node is a part of a query. Its place [Start, End) is in bytes of the query and
// holds the places of its Children, except that a Field which in: made has the
// place of in: alone: the words beside it are its Child.
type Node struct {
	Kind Kind

	// Text is without the signs of the language. A Pattern keeps * and ?, at
	// least one of them not a star at the end, and no star beside another; a
	// Regex is what stands between the slashes.
	Text string
	// Field is the name in Fields: of the five parts of a text for a Field, any
	// other but "in" for a Filter.
	Field string

	Open  bool // of a Phrase or Filter: its last word is the beginning of one; never with Exact
	Exact bool // of a Word or Phrase: accents, case and spelling as written; of a Filter: Text is the whole value
	Edits int  // of a Word: typos asked for, 1 or 2; 0 when none were
	Slack int  // of Near: at most so many other words between first and last

	// From and To are the days of a date filter, inclusive, since 1970-01-01.
	// Text is then as typed, but "none" for documents without a date.
	From, To int32

	Children   []*Node
	Start, End int
}

// Error is something in a query that was left out or guessed. Its place
// [Start, End) is in bytes of the query; Message and Remedy are for the person.
type Error struct {
	Start, End int
	Message    string
	Remedy     string
}

// Conjuncts are the parts of which each must match, in the order of the query:
// what the page shows as chips. The nil tree has none.
func Conjuncts(tree *Node) []*Node {
	switch {
	case tree == nil:
		return nil
	case tree.Kind != And:
		return []*Node{tree}
	}
	var out []*Node
	for _, c := range tree.Children {
		out = append(out, Conjuncts(c)...)
	}
	return out
}

// clone copies a tree.
func (n *Node) clone() *Node {
	c := *n
	c.Children = nil
	for _, child := range n.Children {
		c.Children = append(c.Children, child.clone())
	}
	return &c
}
