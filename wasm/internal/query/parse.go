package query

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Options say how a query is to be read.
type Options struct {
	// PrefixLast takes the last word for the beginning of one when nothing
	// follows it: the person is still typing it.
	PrefixLast bool
	// Any asks for one of the words that stand side by side, not all of them.
	Any bool
}

// maxDepth bounds how deep parentheses and negations nest, and so the stack.
const maxDepth = 50

// Parse reads a query. The tree is nil when nothing in the query can be
// searched for; errors are in the order of their places.
func Parse(q string, opts Options) (*Node, []Error) {
	p := &parser{q: q, opts: opts}
	p.advance()
	tree := p.or()
	for p.tok.kind == closing {
		p.fail(p.tok, "this parenthesis closes nothing", "put “(” before the words it belongs to, or take it out")
		p.advance()
		tree = p.join(p.listKind(), tree, p.or())
	}
	sortErrors(p.errors)
	return tree, p.errors
}

type parser struct {
	q      string
	opts   Options
	tok    token
	depth  int
	errors []Error

	tooDeep bool // the rest was given up
}

func (p *parser) advance() { p.tok = scan(p.q, p.tok.end) }

func (p *parser) fail(t token, message, remedy string) {
	p.errors = append(p.errors, Error{Start: t.start, End: t.end, Message: message, Remedy: remedy})
}

// listKind is what words side by side are to each other.
func (p *parser) listKind() Kind {
	if p.opts.Any {
		return Or
	}
	return And
}

// join puts b beside a; either may be nil. Children of a of the same kind are
// taken over, so that trees stay flat.
func (p *parser) join(k Kind, a, b *Node) *Node {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	case a.Kind == k && !p.enclosed(a):
		a.Children = append(a.Children, b)
		a.Start, a.End = min(a.Start, b.Start), max(a.End, b.End)
		return a
	}
	return &Node{Kind: k, Children: []*Node{a, b}, Start: min(a.Start, b.Start), End: max(a.End, b.End)}
}

// enclosed reports whether a stands in parentheses.
func (p *parser) enclosed(a *Node) bool {
	return a.Start < len(p.q) && p.q[a.Start] == '(' && a.Start != a.Children[0].Start
}

func (p *parser) or() *Node {
	n := p.list()
	for p.tok.kind == or {
		op := p.tok
		p.advance()
		right := p.list()
		p.need(op, n, right)
		n = p.join(Or, n, right)
	}
	return n
}

// need complains of an operator that lacks a side.
func (p *parser) need(op token, left, right *Node) {
	name := p.q[op.start:op.end]
	switch {
	case p.tooDeep: // and has been said to be
	case left == nil && right == nil:
		p.fail(op, name+" stands alone", "write a word on either side, or “"+strings.ToLower(name)+"” to search for it")
	case left == nil:
		p.fail(op, "nothing stands before "+name, "write a word before it, or “"+strings.ToLower(name)+"” to search for it")
	case right == nil:
		p.fail(op, "nothing stands after "+name, "write a word after it, or “"+strings.ToLower(name)+"” to search for it")
	}
}

// list reads what stands side by side. With Any, what is excluded is excluded
// from all: "a b -c" is (a OR b) AND NOT c.
func (p *parser) list() *Node {
	var n, without *Node
	for {
		switch p.tok.kind {
		case word, phrase, open, not, and:
		default:
			return p.join(And, n, without)
		}
		next := p.and()
		switch {
		case next == nil:
		case p.opts.Any && next.Kind == Not:
			without = p.join(And, without, next)
		default:
			n = p.join(p.listKind(), n, next)
		}
	}
}

func (p *parser) and() *Node {
	var n *Node
	if p.tok.kind != and {
		n = p.not()
	}
	for p.tok.kind == and {
		op := p.tok
		p.advance()
		right := p.not()
		p.need(op, n, right)
		n = p.join(And, n, right)
	}
	return n
}

func (p *parser) not() *Node {
	if p.tok.kind != not {
		return p.atom()
	}
	op := p.tok
	p.advance()
	if !p.enter(op) {
		return nil
	}
	n := p.not()
	p.depth--
	if n == nil {
		p.need(op, &Node{}, nil)
		return nil
	}
	return &Node{Kind: Not, Children: []*Node{n}, Start: op.start, End: n.End}
}

// enter goes one level down, or gives the rest of the query up.
func (p *parser) enter(t token) bool {
	if p.depth == maxDepth {
		p.fail(token{start: t.start, end: len(p.q)}, "the query nests too deep to be read from here", "use fewer parentheses")
		p.tooDeep = true
		p.tok = token{kind: end, start: len(p.q), end: len(p.q)}
		return false
	}
	p.depth++
	return true
}

func (p *parser) atom() *Node {
	t := p.tok
	switch t.kind {
	case open:
		p.advance()
		return p.group(t)
	case phrase:
		p.advance()
		return p.phrase(t)
	case word:
		p.advance()
		return p.word(t)
	}
	return nil
}

func (p *parser) group(t token) *Node {
	if !p.enter(t) {
		return nil
	}
	n := p.or()
	p.depth--
	if n == nil && p.tok.kind == closing {
		t.end = p.tok.end
		p.fail(t, "nothing stands between these parentheses", "write words between them, or take them out")
	}
	if p.tok.kind != closing {
		if !p.tooDeep {
			p.fail(t, "this parenthesis is not closed", "put “)” after the words that belong together")
		}
		return n
	}
	if n != nil && (n.Kind == And || n.Kind == Or) {
		n.Start, n.End = t.start, p.tok.end
	}
	p.advance()
	return n
}

func (p *parser) phrase(t token) *Node {
	if t.unclosed {
		p.fail(token{start: t.start, end: t.end}, "this quotation mark is not closed", "put a quotation mark after the last word of the phrase")
	}
	if !hasLetter(t.text) {
		if !t.unclosed {
			p.fail(t, "no word stands between these quotation marks", "write words between them, or take them out")
		}
		return nil
	}
	open := t.star || t.unclosed && p.typing(t)
	return &Node{Kind: Phrase, Text: t.text, Open: open, Start: t.start, End: t.end}
}

func (p *parser) word(t token) *Node {
	if !hasLetter(t.text) {
		if t.star {
			p.fail(t, "a star needs the beginning of a word before it", "write at least one letter before “*”")
		}
		return nil // a dash, an ampersand: between words it is nothing
	}
	k := Word
	if t.star || p.typing(t) {
		k = Prefix
	}
	return &Node{Kind: k, Text: t.text, Start: t.start, End: t.end}
}

// typing reports whether the token ends the query with a letter or digit and
// is to be taken for half a word.
func (p *parser) typing(t token) bool {
	if !p.opts.PrefixLast || t.end != len(p.q) {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(p.q)
	return isLetter(r)
}

func hasLetter(s string) bool { return strings.IndexFunc(s, isLetter) >= 0 }

func isLetter(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || unicode.IsNumber(r)
}

// sortErrors puts errors in the order of their places: a parenthesis is missed
// only after what stands in it was read.
func sortErrors(e []Error) {
	for i := range e {
		for j := i; j > 0 && e[j].Start < e[j-1].Start; j-- {
			e[j], e[j-1] = e[j-1], e[j]
		}
	}
}
