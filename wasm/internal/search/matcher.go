package search

import (
	"clippings/wasm/internal/analysis"
	"clippings/wasm/internal/index"
	"clippings/wasm/protocol"
)

// Matcher tells which words of a text a query means, to mark them; it is what
// snippet.Matcher asks for. Safe for concurrent use.
type Matcher struct {
	words []matchedWord
	nears []matchedNear
	// begins has, for each first byte of a word, the words of the query that it
	// could match: most words of a text are dismissed by one look.
	begins   [256]uint64
	initials [256]bool // see Initials
	fields   [8]uint64 // words looked for in each field
	exact    uint64    // words with a spelling
	inText   uint64    // words that are expressions over the text
}

// matchedWord is a word of the query.
type matchedWord struct {
	*atom
	more         []string // other terms that stand for it
	parts        []string // of these, compounds
	first, words int      // its part
	leaf         *leaf
}

// matchedNear is a Near: the parts of each item.
type matchedNear struct {
	items []uint64
	slack int
}

// maxWords is how many words of a query can be told apart in a text.
const maxWords = 64

// Matcher is the matcher of the query with the expansions of the plan. What NOT
// excludes is not looked for, nor is what goes beyond 64 words.
func (q *Query) Matcher(plan protocol.Stats) *Matcher {
	m := &Matcher{}
	q.scored(func(_ int, l *leaf) {
		if len(m.words)+l.words > maxWords {
			return
		}
		if l.kind != nearLeaf {
			m.addRow(q, l, l.row, &plan)
			return
		}
		near := matchedNear{slack: int(l.slack)}
		for _, it := range l.items {
			set := uint64(0)
			for _, r := range it {
				set |= 1 << len(m.words)
				m.addRow(q, l, r, &plan)
			}
			near.items = append(near.items, set)
		}
		m.nears = append(m.nears, near)
	})
	for c, set := range m.begins {
		if set != 0 {
			analysis.AddInitials(&m.initials, byte(c))
		}
	}
	return m
}

// Initials is the first bytes of plain words that may match.
func (m *Matcher) Initials() *[256]bool { return &m.initials }

// addRow adds the words of a row as a part.
func (m *Matcher) addRow(q *Query, l *leaf, r row, plan *protocol.Stats) {
	first := len(m.words)
	for i := range r.words {
		bit := uint64(1) << len(m.words)
		w := matchedWord{atom: &q.atoms[r.first+i], first: first, words: r.words, leaf: l}
		if w.lookup != "" && r.first+i < len(plan.Words) {
			for _, e := range plan.Words[r.first+i].Expansions {
				w.more = append(w.more, e.Term)
				if e.Part {
					w.parts = append(w.parts, e.Term)
				}
			}
		}
		m.words = append(m.words, w)
		for f := range m.fields {
			if l.scope.has(index.Field(f)) {
				m.fields[f] |= bit
			}
		}
		switch {
		case l.kind == textLeaf:
			m.inText |= bit
			continue
		case r.exact:
			m.exact |= bit
		}
		w.mayBegin(func(c byte) { m.begins[c] |= bit })
	}
}

// mayBegin calls may for each byte that a word of a text which this one means may
// begin with.
func (w *matchedWord) mayBegin(may func(c byte)) {
	for _, t := range w.more {
		may(t[0])
	}
	begin := w.begin
	if w.kind == whole {
		begin = w.term
	}
	if w.aside {
		begin = begin[1:]
	}
	if len(begin) == 0 {
		for c := range 256 {
			may(byte(c))
		}
		return
	}
	may(begin[0])
	if w.kind == prefix {
		may(w.bare(w.term)[0])
	}
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
			if w := &m.words[i]; w.means(term) || w.means(folded) {
				set |= bit
			}
		}
	}
	return set
}

// means reports whether the word of the query means a word of a text.
func (w *matchedWord) means(form []byte) bool {
	if w.aside {
		form = append([]byte{index.AsidePrefix}, form...)
	}
	if w.matches(form) {
		return true
	}
	for _, t := range w.more {
		if string(form) == t {
			return true
		}
	}
	return false
}

// Part is the part of the query that word i belongs to: its first word, and
// how many there are. Several are a phrase and count only side by side.
func (m *Matcher) Part(i int) (first, words int) { return m.words[i].first, m.words[i].words }

// Field is FieldOf, as a number for those who do not know the index: a phrase
// does not reach from one field into another.
func (m *Matcher) Field(role protocol.Role) (field uint8, indexed bool) {
	f, ok := FieldOf(role)
	return uint8(f), ok
}

// In is the set of words that are looked for in text of a field.
func (m *Matcher) In(field uint8) uint64 { return m.fields[field&7] }

// Spelled is set without the words that a word of a text is not spelled like.
func (m *Matcher) Spelled(set uint64, surface string) uint64 {
	if set&m.exact == 0 {
		return set
	}
	for i := range m.words {
		if bit := uint64(1) << i; set&m.exact&bit != 0 && m.words[i].surface != surface {
			set &^= bit
		}
	}
	return set
}
