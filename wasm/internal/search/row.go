package search

import (
	"bytes"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/internal/index"
	"clippings/wasm/internal/query"
)

// addRow adds the words of a part of the query. Those of a phrase or of a Near
// stand for no other words.
func (c *compiler) addRow(n *query.Node, near bool) row {
	r := row{first: len(c.q.atoms), exact: n.Exact}
	if n.Kind == query.Pattern {
		c.q.atoms = append(c.q.atoms, globAtom(n.Text, c.scope.aside))
		r.words = 1
		return r
	}
	var s analysis.Scanner
	end := uint32(0)
	for s.Reset(n.Text); s.Next(); end = s.End() {
		joined := r.words > 0 && s.Start() == end
		if joined {
			if before := &c.q.atoms[len(c.q.atoms)-1]; before.kind == inside {
				before.end = before.holds
			}
		}
		c.q.atoms = append(c.q.atoms, c.atom(n, &s, joined))
		r.words++
	}
	if r.words == 0 {
		return r
	}
	last := &c.q.atoms[len(c.q.atoms)-1]
	if (n.Kind == query.Prefix || n.Open) && last.kind == whole && !n.Exact {
		last.kind, last.begin = prefix, last.folded
	}
	isWord := n.Kind == query.Word || n.Kind == query.Prefix
	if isWord && r.words == 1 && !n.Exact && !c.excluded && last.kind != inside && !c.scope.aside {
		c.expand(last, n, near)
	}
	return r
}

// atom is the word that s stands at. One that is written without spaces around
// it, as Korean and katakana are, stands within longer terms; but where the query
// goes on beside it without a space, the term ends there.
func (c *compiler) atom(n *query.Node, s *analysis.Scanner, joined bool) atom {
	surface := n.Text[s.Start():s.End()]
	a := atom{
		term: termOf(s.Term(), c.scope.aside), folded: termOf(s.Folded(), c.scope.aside), aside: c.scope.aside,
	}
	switch {
	case n.Exact:
		a.term, a.surface = a.folded, surface
	case analysis.IsUnspaced(s.Folded()):
		a.kind, a.holds = inside, bytes.Clone(s.Folded())
		a.begin = a.folded[:len(a.folded)-len(a.holds)]
		if joined {
			a.begin = a.folded
		}
	}
	return a
}

// shortestPrefix is how many letters of a word must be typed before its
// misspellings are looked for.
const shortestPrefix = 3

// expand lets other words stand for the atom.
func (c *compiler) expand(a *atom, n *query.Node, near bool) {
	a.edits = n.Edits
	if near && n.Edits == 0 || a.kind == prefix && letters(a.folded) < shortestPrefix {
		return
	}
	a.lookup = string(a.term)
	if a.kind == prefix {
		a.lookup = string(a.folded)
	}
}

// termOf is a term of the index.
func termOf(form []byte, aside bool) []byte {
	if !aside {
		return bytes.Clone(form)
	}
	return append([]byte{index.AsidePrefix}, form...)
}
