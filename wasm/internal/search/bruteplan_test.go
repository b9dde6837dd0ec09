package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/internal/stem"
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
	if typos || w.Asked || max(held, w.Postings) < few {
		slices.SortFunc(others, func(a, b protocol.Expansion) int {
			return cmp.Or(cmp.Compare(a.Edits, b.Edits), cmp.Compare(b.Documents, a.Documents), cmp.Compare(a.Term, b.Term))
		})
		forms = append(forms, others[:min(len(others), 16)]...)
	}
	slices.SortFunc(forms, func(a, b protocol.Expansion) int { return cmp.Compare(a.Term, b.Term) })
	w.Expansions = forms
}

const testLanguages = stem.English | stem.German

// plan is the plan of a query, by comparing each word with every term.
func (b *brute) plan(atoms []*plainAtom) protocol.Stats {
	st := b.sums()
	for _, a := range atoms {
		dictionary := b.dictionary(a.aside)
		w := protocol.WordStats{Text: a.lookup, Asked: a.lookup != "" && a.edits > 0}
		for t, n := range dictionary {
			if t == a.whole {
				w.Documents += n
			}
			if a.many && a.means(t) {
				w.Postings += n
			}
		}
		if a.lookup != "" {
			w.Expansions = b.expansions(a, &w, dictionary)
		}
		chooseSpellings(&w, b.typos)
		a.others = map[string]plainOther{}
		for _, e := range w.Expansions {
			o := plainOther{scale: 2, edits: 2 * e.Edits}
			if e.Edits == 0 {
				o.edits = 1
			}
			if e.Edits == 2 || e.Part {
				o.scale = 1
			}
			a.others[e.Term] = o
		}
		st.Words = append(st.Words, w)
	}
	return st
}

func (b *brute) expansions(a *plainAtom, w *protocol.WordStats, dictionary map[string]uint64) (out []protocol.Expansion) {
	var finder stem.Finder
	word := a.lookup
	if a.begins {
		word = a.whole
	}
	finder.Reset([]byte(word), testLanguages)
	form := func(t string) (is, part bool) {
		if !b.langs || a.means(t) {
			return false, false
		}
		if finder.Same([]byte(t)) != 0 {
			return true, false
		}
		part = finder.Compound([]byte(t), nil) != 0
		return part, part
	}
	held := w.Documents
	for t, n := range dictionary {
		is, part := form(t)
		// What is another spelling of a form is found with it.
		if o := analysis.Normalize(t); o != t && (o == a.whole || finder.Same([]byte(o)) != 0) {
			is = false
		}
		if is {
			held += n
			out = append(out, protocol.Expansion{Term: t, Documents: n, Part: part})
		}
	}
	most := uint8(a.edits)
	if letters := lettersOf(a.lookup); most == 0 && (b.typos || max(held, w.Postings) < 2) && letters >= 5 && !strings.ContainsAny(a.lookup, "0123456789") {
		most = 1
		if letters >= 9 {
			most = 2
		}
	}
	for t, n := range dictionary {
		whole, prefix := editsOf([]rune(a.lookup), []rune(t))
		if a.begins {
			whole = prefix
		}
		taken := slices.ContainsFunc(out, func(e protocol.Expansion) bool {
			return e.Edits == 0 && (e.Term == t || e.Term == analysis.Normalize(t))
		})
		if whole > int(most) || whole == 0 || a.means(t) || a.means(analysis.Normalize(t)) || taken {
			continue
		}
		out = append(out, protocol.Expansion{Term: t, Documents: n, Edits: uint8(whole)})
	}
	all := slices.Clone(out)
	return slices.DeleteFunc(out, func(e protocol.Expansion) bool {
		n := analysis.Normalize(e.Term)
		return e.Edits > 0 && n != e.Term && slices.ContainsFunc(all, func(o protocol.Expansion) bool { return o.Term == n })
	})
}

// lettersOf counts letters, not points or apostrophes.
func lettersOf(word string) (n int) {
	for _, r := range word {
		if unicode.IsLetter(r) || unicode.IsMark(r) {
			n++
		}
	}
	return n
}

// editsOf is the least edits that make b of a, and that make a beginning of b of it:
// letters put in, left out, changed, or two neighbours swapped, an edit that touches
// the first letter counting two.
func editsOf(a, b []rune) (whole, prefix int) {
	cost := func(i, j int) int {
		if i == 0 || j == 0 {
			return 2
		}
		return 1
	}
	d := make([][]int, len(a)+1)
	prefix = 99
	for i := range d {
		d[i] = make([]int, len(b)+1)
		for j := range d[i] {
			best := 99
			if i == 0 && j == 0 {
				best = 0
			}
			if i > 0 {
				best = min(best, d[i-1][j]+cost(i-1, 1))
			}
			if j > 0 {
				best = min(best, d[i][j-1]+cost(1, j-1))
			}
			if i > 0 && j > 0 {
				change := cost(i-1, j-1)
				if a[i-1] == b[j-1] {
					change = 0
				}
				best = min(best, d[i-1][j-1]+change)
			}
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				best = min(best, d[i-2][j-2]+cost(i-2, j-2))
			}
			d[i][j] = best
			if i == len(a) && j > 0 {
				prefix = min(prefix, best)
			}
		}
	}
	return d[len(a)][len(b)], prefix
}
