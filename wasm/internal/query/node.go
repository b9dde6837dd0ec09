package query

import "strings"

// Kind tells what a Node is.
type Kind uint8

const (
	Word   Kind = iota // Text, one word as typed
	Prefix             // Text, the beginning of a word
	Phrase             // Text, words that stand together in this order
	And                // all Children
	Or                 // one Child at least
	Not                // none of its one Child
)

// Node is a part of a query. Its place [Start, End) is in bytes of the query.
type Node struct {
	Kind       Kind
	Text       string // of a Word, Prefix or Phrase, without quotes and star
	Open       bool   // of a Phrase: the last word is the beginning of one
	Children   []*Node
	Start, End int
}

// String writes the tree in a form that Parse reads back to the same tree, as
// long as no text holds a quote. The nil tree is "".
func (n *Node) String() string {
	var b strings.Builder
	n.write(&b)
	return b.String()
}

func (n *Node) write(b *strings.Builder) {
	if n == nil {
		return
	}
	switch n.Kind {
	case Word:
		b.WriteString(n.Text)
	case Prefix:
		b.WriteString(n.Text + "*")
	case Phrase:
		b.WriteString(`"` + n.Text)
		if n.Open {
			b.WriteByte('*')
		}
		b.WriteByte('"')
	case Not:
		b.WriteString("NOT ")
		n.Children[0].write(b)
	case And, Or:
		op := [...]string{And: " AND ", Or: " OR "}[n.Kind]
		b.WriteByte('(')
		for i, c := range n.Children {
			if i > 0 {
				b.WriteString(op)
			}
			c.write(b)
		}
		b.WriteByte(')')
	}
}

// Error is something in a query that was left out or guessed. Its place
// [Start, End) is in bytes of the query; Message and Remedy are for the person.
type Error struct {
	Start, End int
	Message    string
	Remedy     string
}
