package pattern

import "unicode/utf8"

const (
	// maxLength is how many bytes an expression may have.
	maxLength = 4000
	// maxDepth is how deep its groups may be nested.
	maxDepth = 200
	// maxRepeat is how often a part may be repeated by numbers, and by numbers within.
	maxRepeat = 1000
	// maxSize bounds what is repeated altogether, and so the memory and time that
	// matching takes: counts within counts multiply.
	maxSize = 5000
)

// Expression is an expression that was read.
type Expression struct{ root *node }

// Parse reads an expression, of which letters mean any case until “(?-i)”. The
// error is an *Error.
func Parse(text string) (*Expression, error) {
	if len(text) > maxLength {
		return nil, newError(tooLarge, 0, len(text))
	}
	p := parser{text: text, flags: flags{fold: true}}
	if !utf8.ValidString(text) {
		return nil, newError(unreadable, 0, len(text))
	}
	n := p.alternate(0)
	if p.err == nil && p.at < len(text) {
		p.fail(strayParen, p.at, p.at+1)
	}
	if p.err != nil {
		return nil, p.err
	}
	if n.size() > maxSize {
		return nil, newError(repeatsTooMuch, 0, len(text))
	}
	return &Expression{n}, nil
}

// parser reads an expression from left to right. After an error it is at the end
// of the text.
type parser struct {
	text  string
	at    int
	flags flags
	named map[string]set
	err   *Error
}

// flags is what “(?” changes.
type flags struct {
	fold  bool // i: whatever the case
	lines bool // m: ^ and $ are at lines
	all   bool // s: . is also the end of a line
	lazy  bool // U: repeats take as few as possible
}

// fail keeps the first error.
func (p *parser) fail(m mistake, start, end int) {
	if p.err == nil {
		p.err = newError(m, start, end)
	}
	p.at = len(p.text)
}

// next is the byte at hand, 0 at the end.
func (p *parser) next() byte {
	if p.at < len(p.text) {
		return p.text[p.at]
	}
	return 0
}

// skip passes over a byte if it is the one at hand.
func (p *parser) skip(c byte) bool {
	if p.at == len(p.text) || p.text[p.at] != c {
		return false
	}
	p.at++
	return true
}

// rune passes over a character.
func (p *parser) rune() rune {
	r, n := utf8.DecodeRuneInString(p.text[p.at:])
	p.at += n
	return r
}

// alternate reads up to a closing parenthesis or the end.
func (p *parser) alternate(depth int) *node {
	n := p.concat(depth)
	if p.next() != '|' {
		return n
	}
	n = &node{op: alternateNode, subs: []*node{n}}
	for p.skip('|') {
		n.subs = append(n.subs, p.concat(depth))
	}
	return n
}

// concat reads what stands in a row.
func (p *parser) concat(depth int) *node {
	var subs []*node
	for p.at < len(p.text) && p.next() != '|' && p.next() != ')' {
		n := p.repeats(p.piece(depth))
		if n.op == emptyNode {
			continue
		}
		if last := len(subs) - 1; n.op == literalNode && last >= 0 && subs[last].op == literalNode && subs[last].fold == n.fold {
			subs[last].runes = append(subs[last].runes, n.runes...)
			continue
		}
		subs = append(subs, n)
	}
	switch len(subs) {
	case 0:
		return &node{}
	case 1:
		return subs[0]
	}
	return &node{op: concatNode, subs: subs}
}

// piece reads what a sign of repetition after it would repeat; nil if that is
// nothing.
func (p *parser) piece(depth int) *node {
	switch c := p.next(); c {
	case '(':
		return p.group(depth + 1)
	case '[':
		return &node{op: classNode, set: p.class()}
	case '\\':
		return p.escape()
	case '*', '+', '?', '{':
		if _, _, end := p.sign(); end > 0 {
			return nil
		}
	case '.':
		p.at++
		if p.flags.all {
			return &node{op: classNode, set: anyRune}
		}
		return &node{op: classNode, set: notLine}
	case '^', '$':
		p.at++
		return &node{op: lookNode, look: p.edge(c)}
	}
	return p.literal(p.rune())
}

// edge is what ^ and $ mean.
func (p *parser) edge(c byte) look {
	switch {
	case c == '^' && p.flags.lines:
		return beginLine
	case c == '^':
		return beginText
	case p.flags.lines:
		return endLine
	}
	return endText
}

func (p *parser) literal(r rune) *node {
	return &node{op: literalNode, runes: []rune{r}, fold: p.flags.fold}
}
