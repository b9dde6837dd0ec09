package search

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/internal/index"
	"clippings/wasm/internal/stem"
	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

const (
	// maxEdits is the most typos in a word that are forgiven.
	maxEdits = 2
	// Words of fewer letters have no typos: too much else is as near.
	oneTypo  = 5
	twoTypos = 9
	// few is how many documents hold a word that is taken for a misspelling.
	few = 2
)

// expand lists the other forms of a word, and its misspellings where they are
// wanted.
func (c *counter) expand(a *atom, w *protocol.WordStats) error {
	found := map[string]*protocol.Expansion{}
	if !c.ask.Exactly {
		if err := c.forms(a, found); err != nil {
			return err
		}
	}
	held := w.Documents
	for _, e := range found {
		held += e.Documents
	}
	if most := c.edits(a, max(held, w.Postings)); most > 0 {
		if err := c.typos(a, most, found); err != nil {
			return err
		}
		dropOtherSpellings(found)
	}
	for _, e := range found {
		w.Expansions = append(w.Expansions, *e)
	}
	ordering.By(w.Expansions, func(a, b protocol.Expansion) int { return strings.Compare(a.Term, b.Term) })
	return nil
}

// edits is how many typos are looked for: as many as asked for, or as a word of
// this length may have.
func (c *counter) edits(a *atom, held uint64) int {
	if a.edits > 0 {
		return min(a.edits, maxEdits)
	}
	if c.ask.Exactly || held >= few && !c.ask.Typos {
		return 0
	}
	return typosOf(a.lookup)
}

// typosOf is how many typos a word may have. Numbers have none: those nearby are
// others.
func typosOf(word string) int {
	n := 0
	for _, r := range word {
		if unicode.IsLetter(r) || unicode.IsMark(r) {
			n++
		}
	}
	switch {
	case n < oneTypo || strings.IndexFunc(word, unicode.IsDigit) >= 0:
		return 0
	case n < twoTypos:
		return 1
	}
	return maxEdits
}

// forms finds the other forms of a word, and the compounds it is part of.
func (c *counter) forms(a *atom, found map[string]*protocol.Expansion) error {
	var finder stem.Finder
	finder.Reset(a.term, c.ask.Langs)
	for _, seg := range c.x.Segments() {
		for _, p := range finder.Prefixes() {
			from, to := seg.Range(p)
			for t := from; t < to; t++ {
				c.form(a, &finder, seg, t, found)
				if err := c.worked(4); err != nil {
					return err
				}
			}
		}
		if err := c.compounds(a, &finder, seg, found); err != nil {
			return err
		}
	}
	return nil
}

// form adds a term if it is a form of the word or a compound.
func (c *counter) form(a *atom, finder *stem.Finder, seg *index.Segment, t uint32, found map[string]*protocol.Expansion) {
	term := seg.Term(t)
	isPart := false
	if finder.Same(term) == 0 {
		if isPart = finder.Compound(term, nil) != 0; !isPart {
			return
		}
	}
	if a.isOwnTerm(term) || isOtherSpelling(a, finder, term) {
		return
	}
	add(found, term, seg.Frequency(t, t+1), protocol.Expansion{Part: isPart})
}

// isOtherSpelling reports whether wherever the term stands, a term stands that is
// the word or another form of it: the term is its first form.
func isOtherSpelling(a *atom, finder *stem.Finder, term []byte) bool {
	n := analysis.Normalize(string(term))
	if n == string(term) {
		return false
	}
	return n == string(a.term) || finder.Same([]byte(n)) != 0
}

// compounds looks through the dictionary for those that the word ends.
func (c *counter) compounds(a *atom, finder *stem.Finder, seg *index.Segment, found map[string]*protocol.Expansion) error {
	inside := finder.Inside()
	if inside == nil {
		return nil
	}
	from, to := seg.Article()
	for t := from; t < to; t++ {
		if term := seg.Term(t); bytes.Contains(term, inside) && !beginsWithAny(term, finder.Prefixes()) {
			c.form(a, finder, seg, t, found)
		}
		if (t-from)%1024 == 1023 {
			if err := c.worked(1024); err != nil {
				return err
			}
		}
	}
	return nil
}

// beginsWithAny reports whether a term is in one of the ranges that forms looks
// through.
func beginsWithAny(term []byte, prefixes [][]byte) bool {
	return slices.ContainsFunc(prefixes, func(p []byte) bool { return bytes.HasPrefix(term, p) })
}

// typos finds the terms that the word may be a slip for.
func (c *counter) typos(a *atom, most int, found map[string]*protocol.Expansion) error {
	for _, seg := range c.x.Segments() {
		err := seg.Similar([]byte(a.lookup), index.SimilarOptions{Edits: most, Prefix: a.kind == prefix}, func(t uint32, edits int) {
			term := seg.Term(t)
			if e := found[string(term)]; edits == 0 || a.isOwnTerm(term) || e != nil && e.Edits == 0 {
				return
			}
			if n := analysis.Normalize(string(term)); n != string(term) && (n == string(a.term) || found[n] != nil && found[n].Edits == 0) {
				return
			}
			add(found, term, seg.Frequency(t, t+1), protocol.Expansion{Edits: uint8(edits)})
		}, c.ask.Yield)
		if err != nil {
			return err
		}
	}
	return nil
}

// dropOtherSpellings leaves out misspellings that stand nowhere but where another
// of them does: ukraine's beside ukraine.
func dropOtherSpellings(found map[string]*protocol.Expansion) {
	for term, e := range found {
		if n := analysis.Normalize(term); e.Edits > 0 && n != term && found[n] != nil {
			delete(found, term)
		}
	}
}

// add counts a term for an expansion.
func add(found map[string]*protocol.Expansion, term []byte, documents uint32, e protocol.Expansion) {
	if f := found[string(term)]; f != nil {
		f.Documents += uint64(documents)
		return
	}
	e.Term, e.Documents = string(term), uint64(documents)
	found[e.Term] = &e
}

// letters is how many letters a form has.
func letters(form []byte) int { return utf8.RuneCount(form) }
