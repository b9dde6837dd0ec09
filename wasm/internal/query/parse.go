package query

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"clippings/wasm/ordering"
)

// Options say how a query is to be read.
type Options struct {
	// PrefixLast takes the last word for the beginning of one when nothing
	// follows it: the person is still typing it.
	PrefixLast bool
	// Any asks for one of the words that stand side by side, not all of them.
	Any bool
}

const (
	maxDepth  = 50   // how deep parentheses and negations nest, and so the stack
	maxLeaves = 1000 // words and values; nobody writes so many, a pasted article has them
	maxErrors = 100  // told of; a page of them helps nobody
)

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
	p.needWord(tree)
	ordering.By(p.errors, func(a, b Error) int { return cmp.Compare(a.Start, b.Start) })
	return tree, p.errors
}

// needWord complains of a query of signs alone, once it is written.
func (p *parser) needWord(tree *Node) {
	signs := strings.TrimSpace(p.q)
	if tree != nil || signs == "" || p.lost > 0 || p.opts.PrefixLast {
		return
	}
	at := strings.Index(p.q, signs)
	p.fail(token{start: at, end: at + len(signs)}, "no word stands here", "write at least one letter or digit")
}

type parser struct {
	q      string
	opts   Options
	tok    token
	last   int    // where the token before tok ends
	filter string // the field whose values are being read in parentheses, or ""
	depth  int
	leaves int
	scopes int // in: read, and not yet put around the words beside it
	nots   int // signs read that exclude what is being read
	errors []Error

	lost   int  // parts left out so far, whether told of or not
	gaveUp bool // the rest was given up
}

func (p *parser) advance() { p.take(scan(p.q, p.tok.end)) }

// take makes t the next token.
func (p *parser) take(t token) {
	if p.gaveUp {
		t = token{kind: end, start: len(p.q), end: len(p.q)}
	}
	p.last, p.tok = p.tok.end, t
}

func (p *parser) fail(t token, message, remedy string) {
	p.lost++
	if len(p.errors) < maxErrors {
		p.errors = append(p.errors, Error{Start: t.start, End: t.end, Message: message, Remedy: remedy})
	}
}

// giveUp leaves out everything from t.
func (p *parser) giveUp(t token, message, remedy string) {
	if !p.gaveUp {
		p.fail(token{start: t.start, end: len(p.q)}, message, remedy)
	}
	p.gaveUp = true
	p.advance()
}

// enter goes one level down, or gives the rest of the query up.
func (p *parser) enter(t token) bool {
	if p.depth == maxDepth {
		p.giveUp(t, "the query nests too deep to be read from here", "use fewer parentheses")
		return false
	}
	p.depth++
	return true
}

// leaf counts n, a word or value, or gives the rest of the query up.
func (p *parser) leaf(n *Node) *Node {
	if p.leaves == maxLeaves {
		p.giveUp(token{start: n.Start}, "the query is too long to be read from here", "use at most 1,000 words")
		return nil
	}
	p.leaves++
	return n
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
	case a.Kind == k && !a.isEnclosed():
		a.Children = append(a.Children, b)
		a.Start, a.End = min(a.Start, b.Start), max(a.End, b.End)
		return a
	}
	return &Node{Kind: k, Children: []*Node{a, b}, Start: min(a.Start, b.Start), End: max(a.End, b.End)}
}

// isEnclosed reports whether an And or Or stands in parentheses: it then begins
// before its first child.
func (n *Node) isEnclosed() bool { return n.Start != n.Children[0].Start }

// atom reads a word, a phrase, a field with its value, or what stands in
// parentheses. Nil is what holds no word, such as a dash, and what was left out.
func (p *parser) atom() *Node {
	for p.tok.kind == misspelt {
		p.misspelt(p.tok)
		p.advance()
	}
	t := p.tok
	switch t.kind {
	case open, phrase, word, regex:
		p.advance()
	case field:
		return p.field(t)
	}
	return p.operand(t)
}

// operand is what t begins, which was the last token taken.
func (p *parser) operand(t token) *Node {
	switch {
	case t.kind == open:
		return p.group(t)
	case t.kind != phrase && t.kind != word && t.kind != regex:
		return nil
	case p.filter != "":
		return p.value(t)
	case t.kind == phrase:
		return p.phrase(t)
	case t.kind == regex:
		return p.regex(t)
	}
	n := p.word(t)
	// What begins like a word to be excluded is not: each letter of it would empty
	// the list.
	if n != nil && p.typing(t) && p.nots == 0 && n.Kind == Word && !n.Exact && n.Edits == 0 {
		n.Kind = Prefix
	}
	return p.unslash(n)
}

// unslash makes a phrase of a word with a slash before it: written out, that
// might begin a regular expression which a later slash closes.
func (p *parser) unslash(n *Node) *Node {
	if n == nil || n.Exact || !strings.HasPrefix(n.Text, "/") {
		return n
	}
	switch n.Kind {
	case Word, Prefix:
		if n.Edits > 0 {
			p.fail(token{start: n.Start, end: n.End}, "“~” is for words, which begin with a letter", "take out the slash")
		}
		n.Kind, n.Open, n.Edits = Phrase, n.Kind == Prefix, 0
	}
	return n
}

func (p *parser) group(t token) *Node {
	if !p.enter(t) {
		return nil
	}
	lost := p.lost
	n := p.or()
	p.depth--
	if n == nil && p.lost == lost && p.tok.kind == closing {
		t.end = p.tok.end
		p.fail(t, "nothing stands between these parentheses", "write words between them, or take them out")
	}
	if p.tok.kind != closing {
		if !p.gaveUp {
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
