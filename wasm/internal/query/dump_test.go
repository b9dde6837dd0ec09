package query

import (
	"fmt"
	"strings"
)

var kindNames = [...]string{"Word", "Prefix", "Pattern", "Regex", "Phrase", "Near", "And", "Or", "Not", "Field", "Filter"}

// dump writes a tree in one line for people to read, each node with all that is
// set in it.
func dump(n *Node) string {
	if n == nil {
		return "-"
	}
	var b strings.Builder
	b.WriteString(kindNames[n.Kind])
	if n.Field != "" {
		b.WriteString(" " + n.Field)
	}
	if n.Text != "" {
		fmt.Fprintf(&b, " %q", n.Text)
	}
	if n.Open {
		b.WriteString(" open")
	}
	if n.Exact {
		b.WriteString(" exact")
	}
	if n.Edits > 0 {
		fmt.Fprintf(&b, " ~%d", n.Edits)
	}
	if n.Kind == Near {
		fmt.Fprintf(&b, " %d", n.Slack)
	}
	if len(n.Children) == 0 {
		return b.String()
	}
	b.WriteByte('(')
	for i, c := range n.Children {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(dump(c))
	}
	b.WriteByte(')')
	return b.String()
}
