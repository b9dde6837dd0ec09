package search

import (
	"bytes"

	"clippings/wasm/internal/index"
	"clippings/wasm/internal/pattern"
)

// atom is one word of the query and the terms of the index it means. Of furniture,
// term, folded and begin start with index.AsidePrefix as its terms do.
type atom struct {
	kind    atomKind
	term    []byte // of a whole word: analysis.Scanner.Term; Folded if it is exact
	folded  []byte // analysis.Scanner.Folded
	begin   []byte // all its terms begin so, but for term; with index.AsidePrefix
	holds   []byte // all its terms hold this
	end     []byte // all its terms end so
	glob    []byte
	pattern *pattern.Pattern
	surface string // as typed, if it is to be found so; else ""
	aside   bool
	lookup  string // whose other forms and misspellings may stand for it; "" for none
	edits   int    // misspellings asked for
}

type atomKind uint8

const (
	whole      atomKind = iota // term
	prefix                     // terms that begin with begin, and term
	inside                     // terms that hold holds, begin with begin and end with end
	glob                       // terms that fit glob
	expression                 // terms that fit pattern
)

// matches reports whether the atom means a term.
func (a *atom) matches(term []byte) bool {
	switch a.kind {
	case whole:
		return bytes.Equal(term, a.term)
	case prefix:
		return bytes.HasPrefix(term, a.begin) || bytes.Equal(term, a.term)
	}
	if !bytes.HasPrefix(term, a.begin) || (len(term) > 0 && term[0] == index.AsidePrefix) != a.aside {
		return false
	}
	if a.aside {
		term = term[1:]
	}
	switch a.kind {
	case inside:
		return bytes.HasSuffix(term, a.end) && bytes.Contains(term, a.holds)
	case glob:
		return fits(a.glob, term)
	}
	return bytes.Contains(term, a.holds) && a.pattern.Fits(term)
}

// bare is a term, folded or begin of the atom without the mark of furniture.
func (a *atom) bare(term []byte) []byte {
	if a.aside && len(term) > 0 {
		return term[1:]
	}
	return term
}
