package search

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"clippings/wasm/internal/analysis"
)

// globAtom is the atom of a word with * and ?. What is typed is folded between
// these as words are.
func globAtom(text string, aside bool) atom {
	var b strings.Builder
	for text != "" {
		i := strings.IndexAny(text, "*?")
		if i < 0 {
			i = len(text)
		}
		b.WriteString(analysis.Fold(text[:i]))
		if i < len(text) {
			b.WriteByte(text[i])
			i++
		}
		text = text[i:]
	}
	a := atom{kind: glob, glob: []byte(b.String()), aside: aside}
	for piece := range bytes.FieldsFuncSeq(a.glob, func(r rune) bool { return r == '*' || r == '?' }) {
		if len(piece) > len(a.holds) {
			a.holds = piece
		}
	}
	begin := a.glob
	if i := bytes.IndexAny(begin, "*?"); i >= 0 {
		begin = begin[:i]
	}
	a.begin = termOf(begin, aside)
	return a
}

// fits reports whether all of a term is what the glob says: * for any letters, ?
// for one. On a mismatch only the last star is tried further on, since an
// earlier one could not do better; so the time is at most the product of the
// lengths.
func fits(glob, term []byte) bool {
	star, from := -1, 0
	g, t := 0, 0
	for t < len(term) {
		switch {
		case g < len(glob) && glob[g] == '*':
			star, from = g, t
			g++
			continue
		case g < len(glob) && glob[g] == '?':
			_, n := utf8.DecodeRune(term[t:])
			g, t = g+1, t+n
			continue
		case g < len(glob) && glob[g] == term[t]:
			g, t = g+1, t+1
			continue
		case star < 0:
			return false
		}
		_, n := utf8.DecodeRune(term[from:])
		from += n
		g, t = star+1, from
	}
	for g < len(glob) && glob[g] == '*' {
		g++
	}
	return g == len(glob)
}
