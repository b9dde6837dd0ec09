package pattern

import "strings"

// group reads what stands in parentheses, or flags.
func (p *parser) group(depth int) *node {
	start, before := p.at, p.flags
	p.at++
	if depth > maxDepth {
		p.fail(tooLarge, start, start+1)
		return &node{}
	}
	if p.next() == '?' {
		p.at++
		if !p.groupKind(start) {
			return nil // flags for what follows
		}
	}
	n := p.alternate(depth)
	if p.err == nil && !p.skip(')') {
		p.fail(missingParen, start, start+1)
	}
	p.flags = before
	if n.op == emptyNode {
		// Told from no piece at all, so that it can be repeated.
		n = &node{op: concatNode}
	}
	return n
}

// groupKind reads what stands after “(?” and reports whether a group follows.
func (p *parser) groupKind(start int) bool {
	if rest := p.text[p.at:]; strings.HasPrefix(rest, "P<") || strings.HasPrefix(rest, "<") {
		p.name(start)
		return true
	}
	f, on, seen := p.flags, true, false
	for p.at < len(p.text) {
		switch c := p.rune(); c {
		case 'i':
			f.fold, seen = on, true
		case 'm':
			f.lines, seen = on, true
		case 's':
			f.all, seen = on, true
		case 'U':
			f.lazy, seen = on, true
		case '-':
			if !on {
				p.fail(unknownGroup, start, p.at)
				return false
			}
			on, seen = false, false
		case ':', ')':
			if !on && !seen {
				p.fail(unknownGroup, start, p.at)
				return false
			}
			p.flags = f
			return c == ':'
		default:
			p.fail(unknownGroup, start, p.at)
			return false
		}
	}
	p.fail(missingParen, start, start+1)
	return false
}

// name passes over the name of a group.
func (p *parser) name(start int) {
	from := p.at + strings.IndexByte(p.text[p.at:], '<') + 1
	length := strings.IndexByte(p.text[from:], '>')
	if length < 0 {
		p.fail(unreadable, start, len(p.text))
		return
	}
	p.at = from + length + 1
	for _, c := range p.text[from : from+length] {
		if !letters.has(c) {
			length = 0
		}
	}
	if length == 0 {
		p.fail(unreadable, start, p.at)
	}
}
