package speech

import (
	"unicode"
	"unicode/utf8"

	"clippings/wasm/protocol"
)

// look is what a quotation looks like by itself.
type look struct {
	words  int
	whole  bool // one or more whole sentences
	name   bool // of a film, a law: every word has a capital
	called bool // so-called, entitled
}

// look reads a quotation and what stands in front of it.
func (f *finder) look(p place) look {
	q := f.tokens[p.at]
	s := f.text[q.at:q.end]
	l := look{name: !f.words.nouns}
	last, _ := utf8.DecodeLastRuneInString(s)
	head, _ := utf8.DecodeRuneInString(s)
	ends := isTerminal(last)
	for i := 0; i < len(s); {
		n := wordLen(s[i:])
		if n == 0 {
			_, n = utf8.DecodeRuneInString(s[i:])
			i += n
			continue
		}
		l.words++
		r, _ := utf8.DecodeRuneInString(s[i:])
		switch {
		case isUnspaced(r):
			l.words += utf8.RuneCountInString(s[i:i+n]) / 2
			l.name = false
		case unicode.IsLower(r) && (n > 4 || f.words.find(s[i:i+n], &f.lower).class == none):
			l.name = false
		}
		i += n
	}
	if l.words == 0 {
		return look{called: true}
	}
	begins := p.at == p.start || f.tokens[p.at-1].class == colon
	l.whole = begins && ends && !unicode.IsLower(head) || begins && p.at+1 >= p.end && !unicode.IsLower(head) && l.words >= 3
	l.name = l.name && !l.whole && last != '!' && last != '?'
	if p.at > p.lo {
		prev := f.tokens[p.at-1]
		l.called = f.isCalled(prev) || l.name && l.words > 1 && (prev.class == prep || prev.has(possessive))
	}
	return l
}

// isCalled reports words behind which marks hold a name or a word as such.
func (f *finder) isCalled(t token) bool {
	return listed("so-called titled entitled nicknamed named word words phrase term song film movie book novel album series show sogenannte sogenannten namens intitulé titulado intitolato intitulado", f.text[t.at:t.end])
}

// isUnspaced reports letters of scripts without spaces between words.
func isUnspaced(r rune) bool {
	return r >= 0x2E80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// spanOf is the text from token a up to token b, which is left out.
func (f *finder) spanOf(a, b int) protocol.Span {
	return protocol.Span{Start: f.tokens[a].at, End: f.tokens[b-1].end}
}
