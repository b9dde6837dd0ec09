package pattern

import "strings"

// class reads […].
func (p *parser) class() set {
	start := p.at
	p.at++
	negated := p.skip('^')
	var out set
	for first := true; first || p.next() != ']'; first = false {
		if p.at == len(p.text) {
			p.fail(missingBracket, start, len(p.text))
			return nil
		}
		if s, ok := p.classMember(start); ok {
			out = append(out, s...)
		}
	}
	p.skip(']')
	if out = out.tidy(); negated {
		out = out.negated()
	}
	return out
}

// classMember reads a named class, a range or a character within brackets.
func (p *parser) classMember(start int) (set, bool) {
	if strings.HasPrefix(p.text[p.at:], "[:") {
		if s, ok := p.posix(); ok {
			return s, true
		}
	}
	if p.next() == '\\' {
		if s, ok := p.escapedSet(); ok {
			return s, true
		}
	}
	at := p.at
	lo := p.classRune()
	hi := lo
	if rest := p.text[p.at:]; len(rest) >= 2 && rest[0] == '-' && rest[1] != ']' {
		p.at++
		hi = p.classRune()
	} else if rest == "-" {
		p.fail(missingBracket, start, len(p.text))
	}
	if p.err == nil && hi < lo {
		p.fail(wrongRange, at, p.at)
	}
	if p.err != nil {
		return nil, false
	}
	if s := (set{{lo, hi}}); p.flags.fold {
		return s.folded(), true
	}
	return set{{lo, hi}}, true
}

func (p *parser) classRune() rune {
	if p.next() == '\\' {
		return p.escaped()
	}
	return p.rune()
}

// escapedSet reads an escape that stands for a set.
func (p *parser) escapedSet() (set, bool) {
	rest := p.text[p.at+1:]
	if rest == "" {
		return nil, false
	}
	var s set
	switch rest[0] | 0x20 {
	case 'd':
		s = digits
	case 's':
		s = spaces
	case 'w':
		s = letters
	case 'p':
		return p.unicode()
	default:
		return nil, false
	}
	p.at += 2
	return p.flagged(s, rest[0] < 'a'), true
}

// flagged is a named set by the flags, or all that is not in it.
func (p *parser) flagged(s set, negated bool) set {
	if p.flags.fold {
		s = s.folded()
	}
	if negated {
		s = s.negated()
	}
	return s
}

// posixClasses is the classes of letters below 0x80 that have names within brackets.
var posixClasses = []struct {
	name string
	set  set
}{
	{"alnum", set{{'0', '9'}, {'A', 'Z'}, {'a', 'z'}}},
	{"alpha", set{{'A', 'Z'}, {'a', 'z'}}},
	{"ascii", set{{0, 0x7F}}},
	{"blank", set{{'\t', '\t'}, {' ', ' '}}},
	{"cntrl", set{{0, 0x1F}, {0x7F, 0x7F}}},
	{"digit", digits},
	{"graph", set{{'!', '~'}}},
	{"lower", set{{'a', 'z'}}},
	{"print", set{{' ', '~'}}},
	{"punct", set{{'!', '/'}, {':', '@'}, {'[', '`'}, {'{', '~'}}},
	{"space", set{{'\t', '\r'}, {' ', ' '}}},
	{"upper", set{{'A', 'Z'}}},
	{"word", letters},
	{"xdigit", set{{'0', '9'}, {'A', 'F'}, {'a', 'f'}}},
}

// posix reads [:name:].
func (p *parser) posix() (set, bool) {
	start := p.at
	length := strings.Index(p.text[start+2:], ":]")
	if length < 0 {
		return nil, false
	}
	p.at += length + 4
	name, negated := strings.CutPrefix(p.text[start+2:p.at-2], "^")
	for _, c := range posixClasses {
		if c.name == name {
			return p.flagged(c.set, negated), true
		}
	}
	p.fail(wrongRange, start, p.at)
	return nil, true
}
