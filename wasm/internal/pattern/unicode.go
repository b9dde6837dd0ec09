package pattern

import (
	"strings"
	"unicode"
)

// unicodeClass is the table of a class. All hundreds of them would be 60 kB of the
// program; these are what is asked of news.
func unicodeClass(name string) *unicode.RangeTable {
	switch name {
	case "L", "Letter":
		return unicode.L
	case "Lu", "Upper":
		return unicode.Lu
	case "Ll", "Lower":
		return unicode.Ll
	case "N", "Number":
		return unicode.N
	case "Nd", "Digit":
		return unicode.Nd
	case "P", "Punct":
		return unicode.P
	case "M", "Mark":
		return unicode.M
	case "Latin":
		return unicode.Latin
	case "Han":
		return unicode.Han
	case "Hiragana":
		return unicode.Hiragana
	case "Katakana":
		return unicode.Katakana
	case "Thai":
		return unicode.Thai
	}
	return nil
}

// unicode reads \pL, \p{Lu}, \PL, \P{Lu} or \p{^Lu}.
func (p *parser) unicode() (set, bool) {
	start := p.at
	negated := p.text[p.at+1] == 'P'
	p.at += 2
	from := p.at
	if p.skip('{') {
		length := strings.IndexByte(p.text[p.at:], '}')
		if length < 0 {
			p.fail(wrongRange, start, len(p.text))
			return nil, true
		}
		from, p.at = p.at, p.at+length+1
	} else if p.at < len(p.text) {
		p.rune()
	}
	name, not := strings.CutPrefix(strings.TrimSuffix(p.text[from:p.at], "}"), "^")
	key := p.text[start:p.at]
	if p.flags.fold {
		key += "i"
	}
	if s, ok := p.named[key]; ok {
		return s, true
	}
	s := set(nil)
	if t := unicodeClass(name); t != nil {
		s = p.flagged(ofTable(t), negated != not)
	} else if name == "Any" {
		s = p.flagged(anyRune, negated != not)
	} else {
		p.fail(unknownClass, start, p.at)
		return nil, true
	}
	if p.named == nil {
		p.named = map[string]set{}
	}
	p.named[key] = s
	return s, true
}
