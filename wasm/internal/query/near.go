package query

import (
	"strconv"
	"strings"
)

const (
	nearSlack = 10   // of NEAR and "~" without a number
	maxSlack  = 1000 // further apart is nowhere near: use AND
	maxNear   = 8    // words of one Near: choosing a place for each doubles the work
)

const tooManyNear = "at most 8 words can be looked for close together; AND was taken"

// slack is the number after NEAR/ or, with sign "~", after a phrase.
func (p *parser) slack(t token, sign string) int {
	digits := strings.TrimLeft(t.slack, "/~")
	if digits == "" && t.slack != "/" {
		return nearSlack
	}
	n, err := strconv.ParseUint(digits, 10, 64)
	at := token{start: t.end - len(t.slack), end: t.end}
	switch {
	case err != nil && strings.Trim(digits, "0123456789") != "" || digits == "":
		p.fail(at, "“NEAR/” takes a number of words", "write “NEAR/5”")
		return nearSlack
	case err != nil || n > maxSlack:
		p.fail(at, "words can be looked for at most 1,000 words apart", "write a smaller number, or AND for words anywhere in the text")
		return maxSlack
	}
	return int(n)
}

// near reads atoms that NEAR stands between. Where the number changes, a word
// belongs to what is before it and to what is after: "a NEAR/5 b NEAR/2 c" is
// both "a NEAR/5 b" and "b NEAR/2 c".
func (p *parser) near() *Node {
	left := side{}
	if p.tok.kind != near {
		left = p.side(p.atom)
	}
	if p.tok.kind != near {
		return left.node
	}
	var c chain
	c.add(left.node, 0)
	for p.tok.kind == near {
		op := p.tok
		slack := p.slack(op, "NEAR/")
		p.advance()
		right := p.side(p.nearOperand)
		p.need(op, left, right)
		c.add(right.node, slack)
		left = side{right.node, left.lost || right.lost || left.node != nil}
	}
	return p.chained(&c)
}

// nearOperand is what stands after NEAR: an atom, or by mistake an exclusion.
func (p *parser) nearOperand() *Node {
	if p.tok.kind == not {
		return p.not()
	}
	return p.atom()
}

// chain is a row of operands, each with the slack to the one before it.
type chain struct {
	nodes  []*Node
	slacks []int
}

func (c *chain) add(n *Node, slack int) {
	if n != nil {
		c.nodes, c.slacks = append(c.nodes, n), append(c.slacks, slack)
	}
}

// chained makes the tree of a row; what cannot stand close to anything makes it
// a row of AND.
func (p *parser) chained(c *chain) *Node {
	if len(c.nodes) == 0 {
		return nil
	}
	out := c.nodes[0]
	if len(c.nodes) == 1 {
		return out
	}
	sound := true
	for i, n := range c.nodes {
		c.nodes[i] = flattenOr(n)
		sound = p.canBeNear(n) && sound
	}
	if sound && len(c.nodes) > maxNear {
		p.fail(token{start: out.Start, end: c.nodes[len(c.nodes)-1].End}, tooManyNear, "use NEAR between fewer words")
		sound = false
	}
	if !sound {
		for _, n := range c.nodes[1:] {
			out = p.join(And, out, n)
		}
		return out
	}
	out = nil
	for i := 1; i < len(c.nodes); {
		first := c.nodes[i-1]
		if i > 1 {
			first = first.clone()
		}
		n := &Node{Kind: Near, Slack: c.slacks[i], Children: []*Node{first}, Start: first.Start}
		for ; i < len(c.nodes) && c.slacks[i] == n.Slack; i++ {
			n.Children = append(n.Children, c.nodes[i])
			n.End = c.nodes[i].End
		}
		out = p.join(And, out, n)
	}
	return out
}

// canBeNear complains of an operand that has no place of its own in the text.
func (p *parser) canBeNear(n *Node) bool {
	ok := isNearable(n)
	if n.Kind == Or && !ok {
		ok = true
		for _, c := range n.Children {
			ok = ok && isNearable(c)
		}
	}
	if !ok {
		remedy := "write words, phrases, or words in parentheses with OR between them"
		if n.Kind == Field {
			remedy = "put the field before all, such as “" + n.Field + ":(one NEAR/5 two)”"
		}
		p.fail(token{start: n.Start, end: n.End}, "NEAR cannot stand beside this; AND was taken", remedy)
	}
	return ok
}

func isNearable(n *Node) bool {
	return n.Kind == Word || n.Kind == Prefix || n.Kind == Pattern || n.Kind == Phrase
}

// flattenOr makes one Or of those within an Or.
func flattenOr(n *Node) *Node {
	if n.Kind != Or {
		return n
	}
	var out []*Node
	for _, c := range n.Children {
		if c = flattenOr(c); c.Kind == Or {
			out = append(out, c.Children...)
		} else {
			out = append(out, c)
		}
	}
	n.Children = out
	return n
}
