package search

import (
	"bytes"

	"clippings/wasm/protocol"
)

// Matcher tells which words of a text a query means, to mark them. Safe for
// concurrent use.
type Matcher struct {
	words []word
	parts [][2]int // for each word: first word and number of words of its leaf
	// begins has, for each first byte of a folded word, the words of the query
	// that it could match: most words of a text are dismissed by one look.
	begins [256]uint64
}

// maxWords is how many words of a query can be told apart in a text.
const maxWords = 64

// Matcher is the matcher of the query. What NOT excludes is not looked for, nor
// is what goes beyond 64 words.
func (q *Query) Matcher() *Matcher {
	m := &Matcher{}
	for _, l := range q.leaves {
		if l.excluded || len(m.words)+len(l.words) > maxWords {
			continue
		}
		first := len(m.words)
		for _, w := range l.words {
			bit := uint64(1) << len(m.words)
			m.words = append(m.words, w)
			m.parts = append(m.parts, [2]int{first, len(l.words)})
			m.begins[w.term[0]] |= bit
			if w.prefix {
				m.begins[w.folded[0]] |= bit
			}
		}
	}
	return m
}

// Words is how many words the query looks for, at most 64.
func (m *Matcher) Words() int { return len(m.words) }

// Match is the set of words of the query, bit i for word i, that a word of a
// text matches; term and folded are what analysis.Scanner gives for it.
func (m *Matcher) Match(term, folded []byte) uint64 {
	if len(term) == 0 || len(folded) == 0 {
		return 0
	}
	maybe := m.begins[term[0]] | m.begins[folded[0]]
	if maybe == 0 {
		return 0
	}
	var set uint64
	for i := range m.words {
		if bit := uint64(1) << i; maybe&bit != 0 {
			if w := &m.words[i]; w.matches(term) || w.matches(folded) {
				set |= bit
			}
		}
	}
	return set
}

// matches reports whether the word of the query means a term of the index.
func (w *word) matches(term []byte) bool {
	return bytes.Equal(w.term, term) || w.prefix && bytes.HasPrefix(term, w.folded)
}

// Part is the part of the query that word i belongs to: its first word, and
// how many there are. Several are a phrase and count only side by side.
func (m *Matcher) Part(i int) (first, words int) { return m.parts[i][0], m.parts[i][1] }

// Field is FieldOf, as a number for those who do not know the index: a phrase
// does not reach from one field into another.
func (m *Matcher) Field(role protocol.Role) (field uint8, indexed bool) {
	f, ok := FieldOf(role)
	return uint8(f), ok
}
