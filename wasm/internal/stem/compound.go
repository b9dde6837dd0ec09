package stem

import "bytes"

// minPart is the shortest word, in bytes, that is looked for in compounds, and
// minRest the shortest other part. Shorter ones are syllables more often than
// words.
const (
	minPart = 5
	minRest = 4
)

// links stand between the parts of a compound: Arbeits-markt, Brücken-sperrung,
// Kinder-garten.
var links = [...]string{"", "s", "es", "n", "en", "er", "e", "ns", "ens"}

// Inside is a run of bytes that every term holds of which the word may be the
// last part, somewhere behind its first letters; nil if no language of the finder
// makes compounds. Terms of which the word is the first part are in the ranges of
// Prefixes; for the others the whole dictionary has to be looked through.
func (f *Finder) Inside() []byte {
	if f.parts == 0 {
		return nil
	}
	inside := f.word
	for i := range f.forms {
		if o := &f.forms[i]; o.language&f.parts != 0 && len(o.begin) < len(inside) {
			inside = o.begin
		}
	}
	return inside
}

// Compound is the languages in which term is a compound whose first or last part
// is a form of the word. The other part is a word if isWord says so, which the
// caller answers from the dictionary; nil takes everything for a word but
// the endings that make words of words; of 63 terms of German news found so and read,
// 58 were compounds.
func (f *Finder) Compound(term []byte, isWord func(term []byte) bool) Languages {
	if f.parts == 0 || len(term) > maxWord || len(term) < len(f.word)-2+minRest {
		return 0
	}
	var found Languages
	for i := range f.forms {
		o := &f.forms[i]
		if o.language&f.parts != 0 && (f.isHead(o, term, isWord) || f.isTail(o, term, isWord)) {
			found |= o.language
		}
	}
	return found
}

// leastPart is the shortest stem, in bytes, that is a part. A dictionary tells the
// Haupt-rolle from the Kont-rolle; without one, four letters are too few.
func leastPart(isWord func([]byte) bool) int {
	if isWord == nil {
		return minPart
	}
	return minPart - 1
}

// isHead reports whether term begins with the word or its stem, and goes on with a
// word.
func (f *Finder) isHead(o *form, term []byte, isWord func([]byte) bool) bool {
	if term[0] != o.begin[0] || !bytes.HasPrefix(term, o.begin) {
		return false
	}
	for _, head := range [...][]byte{f.word, o.stem} {
		rest, ok := bytes.CutPrefix(term, head)
		if !ok || len(head) < leastPart(isWord) {
			continue
		}
		for _, link := range links {
			other, ok := bytes.CutPrefix(rest, []byte(link))
			if ok && (link != "" || !isListed(participles, other)) && isPart(other, isWord) {
				return true
			}
		}
	}
	return false
}

// isTail reports whether term ends with a form of the word, behind a word.
func (f *Finder) isTail(o *form, term []byte, isWord func([]byte) bool) bool {
	if len(o.stem) < leastPart(isWord) {
		return false
	}
	at := lastPlace(term, o.begin)
	if at < minRest || !f.hasStem(o, term[at:]) {
		return false
	}
	for _, link := range links {
		if other, ok := bytes.CutSuffix(term[:at], []byte(link)); ok && isPart(other, isWord) {
			return true
		}
	}
	return false
}

// isPart reports whether other may be the other part of a compound.
func isPart(other []byte, isWord func([]byte) bool) bool {
	return len(other) >= minRest && !isListed(derivations, other) && (isWord == nil || isWord(other))
}

// derivations are endings that make a word of a word and are none themselves.
const derivations = "lich liche lichen licher isch ische ischen ischer heit heiten keit keiten schaft schaften " +
	"eren erer eres erem sten ster stes stem igen iger iges igem igkeit same samen samer sames seits rlei innen inner chen lein isten ismus ierung ieren iert ungen lose losen bare baren lijk lijke heid heden skap skapet ning ningen ningar"

// participles are endings behind a bare stem: kommende, but Jahres-ende.
const participles = "ende enden ender endes endem ande"

// lastPlace is where part stands in term for the last time with no more than an
// ending behind it, or -1. Most terms are dismissed by a look at a few bytes.
func lastPlace(term, part []byte) int {
	end := len(term) - len(part)
	for at := end; at >= max(0, end-6); at-- {
		if term[at] == part[0] && bytes.HasPrefix(term[at:], part) {
			return at
		}
	}
	return -1
}
