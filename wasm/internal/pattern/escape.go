package pattern

import (
	"strings"
	"unicode"
)

// escape reads a backslash and what it makes of the next characters, outside of
// brackets.
func (p *parser) escape() *node {
	if s, ok := p.escapedSet(); ok {
		return &node{op: classNode, set: s}
	}
	if rest := p.text[p.at+1:]; rest != "" {
		if i := strings.IndexByte(`Az  bB`, rest[0]); i >= 0 && rest[0] != ' ' {
			p.at += 2
			return &node{op: lookNode, look: look(i)}
		}
		if rest[0] == 'Q' {
			return p.quoted()
		}
	}
	return p.literal(p.escaped())
}

// quoted reads \Q…\E, or up to the end.
func (p *parser) quoted() *node {
	text, _, closed := strings.Cut(p.text[p.at+2:], `\E`)
	p.at += 2 + len(text)
	if closed {
		p.at += 2
	}
	if text == "" {
		return &node{op: emptyNode}
	}
	// Only the last character is repeated by what follows.
	runes := []rune(text)
	last := len(runes) - 1
	if _, _, end := p.sign(); end == 0 || last == 0 {
		return &node{op: literalNode, runes: runes, fold: p.flags.fold}
	}
	head := &node{op: literalNode, runes: runes[:last], fold: p.flags.fold}
	return &node{op: concatNode, subs: []*node{head, p.repeats(p.literal(runes[last]))}}
}

// escaped reads an escape that stands for one character.
func (p *parser) escaped() rune {
	start := p.at
	p.at++
	if p.at == len(p.text) {
		p.fail(nothingEscaped, start, p.at)
		return 0
	}
	c := p.rune()
	if i := strings.IndexRune("afnrtv", c); i >= 0 {
		return rune("\a\f\n\r\t\v"[i])
	}
	switch {
	case c < 0x80 && (c == '_' || !letters.has(c)):
		return c
	case c == '0' || '1' <= c && c <= '7' && '0' <= p.next() && p.next() <= '7':
		c -= '0'
		for n := 1; n < 3 && '0' <= p.next() && p.next() <= '7'; n++ {
			c = c*8 + p.rune() - '0'
		}
		return c
	case c == 'x':
		if r, ok := p.hex(); ok {
			return r
		}
	}
	p.fail(unknownEscape, start, p.at)
	return 0
}

// hex reads two digits, or any number in braces.
func (p *parser) hex() (r rune, ok bool) {
	braced := p.skip('{')
	for n := 0; p.at < len(p.text) && r <= unicode.MaxRune; n++ {
		if braced && n > 0 && p.skip('}') {
			return r, true
		}
		v := strings.IndexByte("0123456789abcdef", p.text[p.at]|0x20)
		if v < 0 || p.text[p.at] < '0' {
			p.rune()
			return 0, false
		}
		p.at++
		if r = r<<4 | rune(v); !braced && n == 1 {
			return r, true
		}
	}
	return 0, false
}
