package stem

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"clippings/wasm/ordering"
)

// Finder tells which terms of a dictionary are forms of one word. It is made by
// Reset and may be made again; it is not safe for concurrent use.
type Finder struct {
	word     []byte
	forms    []form
	prefixes [][]byte
	parts    Languages // in which the word may be a part of a compound
	buffer   [maxWord + 8]byte
}

// form is what one language looks for.
type form struct {
	g         *grammar
	language  Languages
	stem      []byte
	begin     []byte   // all forms begin so, but for irregular ones
	irregular [][]byte // forms that no rule makes
}

// Reset makes the finder look for forms of word, a term, in some languages.
// It keeps no part of word.
func (f *Finder) Reset(word []byte, langs Languages) {
	*f = Finder{word: bytes.Clone(word)}
	if len(word) > maxWord || utf8.RuneCount(word) < 3 {
		return
	}
	for i := range grammars {
		l := Languages(1) << i
		g := &grammars[i]
		if langs&l == 0 || !g.script.has(word) || isListed(g.apart, word) {
			continue
		}
		f.forms = append(f.forms, newForm(g, l, f.word))
		if l&compounding != 0 && len(word) >= minPart {
			f.parts |= l
		}
	}
	f.findPrefixes()
}

// newForm prepares word for one language.
func newForm(g *grammar, l Languages, word []byte) form {
	o := form{g: g, language: l}
	o.irregular, o.stem = g.findIrregular(word)
	if o.stem == nil {
		o.stem = g.reduce(append(make([]byte, 0, maxWord+8), word...))
	}
	o.begin = o.stem[:len(o.stem)-min(g.cut(o.stem), len(o.stem))]
	if len(o.irregular) == 0 && l != Arabic { // else the stem may be another word's
		n := 0
		for n < len(o.begin) && n < len(word) && o.begin[n] == word[n] {
			n++
		}
		o.begin = o.begin[:n]
	}
	if least := lettersEnd(o.stem, minBegin); len(o.begin) < least {
		o.begin = o.stem[:least]
	}
	return o
}

// minBegin is the fewest letters all forms have in common. Two they are only of
// words as short as boom, bomen and luz, luces; fewer would make ranges of tens of
// thousands of terms.
const minBegin = 2

// maxEndings is how many bytes longer than its stem a form may be: Arabic has two
// bytes a letter and endings on both sides, Spanish -amente.
const maxEndings = 12

// lettersEnd is where the n-th letter of w ends.
func lettersEnd(w []byte, n int) int {
	end := 0
	for ; n > 0 && end < len(w); n-- {
		_, size := utf8.DecodeRune(w[end:])
		end += size
	}
	return end
}

// findIrregular is the forms in the line of the list that holds word, or the word of
// which it is a regular form, and the stem of the line's first word.
func (g *grammar) findIrregular(word []byte) (forms [][]byte, stem []byte) {
	if g.irregular == "" {
		return nil, nil
	}
	own := g.reduce(append(make([]byte, 0, maxWord+8), word...))
	for line := range strings.Lines(g.irregular) {
		line = strings.TrimSuffix(line, "\n")
		first, _, _ := strings.Cut(line, " ")
		base := g.reduce(append(make([]byte, 0, maxWord+8), first...))
		if !bytes.Equal(base, own) && !isListed(line, word) {
			continue
		}
		for w := range strings.FieldsSeq(line) {
			forms = append(forms, []byte(w))
		}
		return forms, base
	}
	return nil, nil
}

// findPrefixes sets the beginnings of the ranges: sorted, none the beginning of
// another.
func (f *Finder) findPrefixes() {
	var all [][]byte
	for i := range f.forms {
		o := &f.forms[i]
		all = append(all, o.irregular...)
		if o.language != Arabic {
			all = append(all, o.begin)
			continue
		}
		for _, head := range arabicHeads {
			all = append(all, append([]byte(head), o.begin...))
		}
	}
	ordering.By(all, bytes.Compare)
	for _, p := range all {
		if n := len(f.prefixes); n == 0 || !bytes.HasPrefix(p, f.prefixes[n-1]) {
			f.prefixes = append(f.prefixes, p)
		}
	}
}

// Prefixes are the beginnings of all terms that Same is true of: the ranges of a
// sorted dictionary to look through. They are sorted and do not overlap. There
// are none for a word without forms. Do not change them.
func (f *Finder) Prefixes() [][]byte { return f.prefixes }

// Same is the languages in which term is a form of the word: none for the word
// itself. It allocates nothing.
func (f *Finder) Same(term []byte) Languages {
	var found Languages
	if len(term) > maxWord || bytes.Equal(term, f.word) {
		return 0
	}
	for i := range f.forms {
		if o := &f.forms[i]; f.isForm(o, term) {
			found |= o.language
		}
	}
	return found
}

// isForm reports whether term is a form of the word in one language.
func (f *Finder) isForm(o *form, term []byte) bool {
	for _, w := range o.irregular {
		if bytes.Equal(w, term) {
			return true
		}
	}
	if len(term) > len(o.stem)+maxEndings {
		return false
	}
	if o.language == Arabic {
		return f.hasStem(o, term) || f.hasStem(o, withoutAnd(term))
	}
	return bytes.HasPrefix(term, o.begin) && f.hasStem(o, term)
}

// hasStem reports whether the stemmer leaves of term what it leaves of the word.
func (f *Finder) hasStem(o *form, term []byte) bool {
	if len(term) == 0 || !o.g.script.has(term) {
		return false
	}
	stem := o.g.reduce(append(f.buffer[:0], term...))
	return bytes.Equal(stem, o.stem) && !isListed(o.g.apart, term) && o.g.isPaired(stem, term, f.word)
}
