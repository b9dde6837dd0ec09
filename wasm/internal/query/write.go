package query

import (
	"strconv"
	"strings"
)

// String writes the tree in a form that Parse, without Options, reads back to
// the same tree. The nil tree is "".
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
	case Word, Prefix, Pattern, Regex, Phrase:
		n.writeText(b)
	case Near:
		n.writeNear(b)
	case And:
		n.writeJoined(b, " AND ")
	case Or:
		n.writeJoined(b, " OR ")
	case Not:
		b.WriteString("NOT ")
		n.Children[0].write(b)
	case Field:
		b.WriteString(n.Field + ":")
		n.writeValue(b)
	case Filter:
		n.writeFilter(b)
	}
}

// writeText writes a leaf that is looked for in the text.
func (n *Node) writeText(b *strings.Builder) {
	if n.Exact {
		b.WriteByte('=')
	}
	switch n.Kind {
	case Regex:
		b.WriteString("/" + n.Text + "/")
	case Phrase:
		n.writeQuoted(b)
	default:
		b.WriteString(n.Text)
	}
	if n.Kind == Prefix {
		b.WriteByte('*')
	}
	if n.Edits > 0 {
		b.WriteString("~" + strconv.Itoa(n.Edits))
	}
}

func (n *Node) writeQuoted(b *strings.Builder) {
	b.WriteString(`"` + n.Text)
	if n.Open {
		b.WriteByte('*')
	}
	b.WriteByte('"')
}

// writeNear writes words between quotation marks, where nothing but a word can
// be meant, and what needs parentheses or marks of its own with NEAR.
func (n *Node) writeNear(b *strings.Builder) {
	for _, c := range n.Children {
		if c.Kind == Phrase || c.Kind == Or {
			n.writeJoined(b, " NEAR/"+strconv.Itoa(n.Slack)+" ")
			return
		}
	}
	b.WriteByte('"')
	for i, c := range n.Children {
		if i > 0 {
			b.WriteByte(' ')
		}
		c.writeText(b)
	}
	b.WriteString(`"~` + strconv.Itoa(n.Slack))
}

func (n *Node) writeJoined(b *strings.Builder, op string) {
	b.WriteByte('(')
	for i, c := range n.Children {
		if i > 0 {
			b.WriteString(op)
		}
		c.write(b)
	}
	b.WriteByte(')')
}

// writeValue writes what a Field holds.
func (n *Node) writeValue(b *strings.Builder) {
	switch c := n.Children[0]; c.Kind {
	case Not, Field, Filter:
		b.WriteByte('(')
		c.write(b)
		b.WriteByte(')')
	default:
		c.write(b)
	}
}

func (n *Node) writeFilter(b *strings.Builder) {
	b.WriteString(n.Field + ":")
	if n.Exact {
		b.WriteByte('=')
	}
	if n.Field == "date" || !n.Open && isPlain(n.Text) {
		b.WriteString(n.Text)
		return
	}
	n.writeQuoted(b)
}

// isPlain reports whether a value needs no quotation marks.
func isPlain(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool { return !isLetter(r) }) < 0
}
