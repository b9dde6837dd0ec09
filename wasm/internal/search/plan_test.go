package search

import (
	"cmp"
	"slices"

	"clippings/wasm/protocol"
)

// chooseSpellings is what the coordinator takes of the expansions of a word: all
// other forms and, if next to nothing holds any of them or all typos are asked for,
// the nearest misspellings, and of these the most frequent.
func chooseSpellings(w *protocol.WordStats, typos bool) {
	held := w.Documents
	var forms, others []protocol.Expansion
	for _, e := range w.Expansions {
		if e.Edits > 0 {
			others = append(others, e)
			continue
		}
		forms = append(forms, e)
		held += e.Documents
	}
	if typos || max(held, w.Postings) < few {
		slices.SortFunc(others, func(a, b protocol.Expansion) int {
			return cmp.Or(cmp.Compare(a.Edits, b.Edits), cmp.Compare(b.Documents, a.Documents), cmp.Compare(a.Term, b.Term))
		})
		forms = append(forms, others[:min(len(others), 16)]...)
	}
	slices.SortFunc(forms, func(a, b protocol.Expansion) int { return cmp.Compare(a.Term, b.Term) })
	w.Expansions = forms
}
