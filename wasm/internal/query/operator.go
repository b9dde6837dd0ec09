package query

import (
	"slices"
	"strings"
)

// side is what stands on one side of an operator.
type side struct {
	node *Node
	lost bool // there was something, but it was left out
}

func (p *parser) side(read func() *Node) side {
	lost := p.lost
	n := read()
	return side{n, n == nil && p.lost > lost}
}

func (s side) isEmpty() bool { return s.node == nil && !s.lost }

// need complains of an operator that lacks a side.
func (p *parser) need(op token, left, right side) {
	name := p.q[op.start:op.end]
	remedy := func(where string) string {
		if name == "-" {
			return "write a word after it, without a space"
		}
		return "write a word " + where + ", or “" + strings.ToLower(name) + "” to search for it"
	}
	switch {
	case p.gaveUp: // and it has been said
	case left.isEmpty() && right.isEmpty():
		p.fail(op, name+" stands alone", remedy("on either side"))
	case left.isEmpty():
		p.fail(op, "nothing stands before "+name, remedy("before it"))
	case right.isEmpty():
		p.fail(op, "nothing stands after "+name, remedy("after it"))
	}
}

func (p *parser) or() *Node {
	left := p.side(p.list)
	for p.tok.kind == or {
		op := p.tok
		p.advance()
		right := p.side(p.list)
		p.need(op, left, right)
		left = side{p.join(Or, left.node, right.node), left.lost || right.lost}
	}
	return left.node
}

// list reads what stands side by side. With Any, what is excluded is excluded
// from all, and filters hold for all: "a b -c" is (a OR b) AND NOT c.
func (p *parser) list() *Node {
	var n, firm *Node
	for p.tok.kind != end && p.tok.kind != closing && p.tok.kind != or {
		next := p.and()
		switch {
		case next == nil:
		case p.opts.Any && (next.Kind == Not || isFilter(next)):
			firm = p.join(And, firm, next)
		default:
			n = p.join(p.listKind(), n, next)
		}
	}
	var scopes []*Node
	if p.scopes > 0 {
		n, firm = takeScopes(n, &scopes), takeScopes(firm, &scopes)
	}
	return p.scope(p.join(And, n, firm), scopes)
}

// isFilter reports whether n asks nothing of the text.
func isFilter(n *Node) bool {
	switch n.Kind {
	case Filter:
		return true
	case And, Or, Not:
		return !slices.ContainsFunc(n.Children, func(c *Node) bool { return !isFilter(c) })
	}
	return false
}

func (p *parser) and() *Node {
	left := side{}
	if p.tok.kind != and {
		left = p.side(p.not)
	}
	for p.tok.kind == and {
		op := p.tok
		p.advance()
		right := p.side(p.not)
		p.need(op, left, right)
		left = side{p.join(And, left.node, right.node), left.lost || right.lost}
	}
	return left.node
}

func (p *parser) not() *Node {
	if p.tok.kind != not {
		return p.near()
	}
	op := p.tok
	p.advance()
	if !p.enter(op) {
		return nil
	}
	p.nots++
	s := p.side(p.not)
	p.nots--
	p.depth--
	p.need(op, side{lost: true}, s)
	return p.negate(op, s.node)
}

// negate is what excludes n, which may be nil; op is the sign for it.
func (p *parser) negate(op token, n *Node) *Node {
	switch {
	case n == nil:
		return nil
	case isScope(n):
		p.scopes--
		p.fail(token{start: op.start, end: n.End}, "“in:” cannot be excluded", "write where words are to stand, such as “in:body”")
		return nil
	}
	return &Node{Kind: Not, Children: []*Node{n}, Start: min(op.start, n.Start), End: max(n.End, p.last)}
}
