package analysis

import (
	"strings"
	"sync"
)

// Compared is the third form of the word as a hash, by which texts are compared,
// and false if the word is left out of comparisons. It goes further than the
// term, which a searcher types: seven and 7, Gov. and Governor, Jan. and January
// meet, and so do air strike and airstrike; a courtesy title, percent and a
// firm's Inc. count for nothing, because the next house leaves them out or prints
// a sign. Both texts are changed alike, so that no copy is lost.
func (s *Scanner) Compared() (hash uint64, ok bool) {
	if s.state&hasTerm == 0 {
		s.normalize()
	}
	if !s.houses.mayHave(s.hash) {
		return s.hash, true
	}
	if e := s.houses.find(s.hash); e != nil {
		return s.compareHouse(e)
	}
	return s.hash, true
}

// compareHouse is Compared for a word in the table.
func (s *Scanner) compareHouse(e *house) (hash uint64, ok bool) {
	h := s.hash
	if e.needs != anyCase && !s.isUpper() || e.needs == upperDot && !s.isDotted() {
		return h, true
	}
	switch e.does {
	case drops:
		return h, false
	case next:
		if e.to != 0 && s.isUpper() && s.isDotted() {
			return e.to, true
		}
		return h, !s.precedes(e.tails) && !s.isBehind(e.heads)
	case leads:
		return h, s.end == len(s.text) || s.text[s.end] != '-'
	}
	return e.to, true
}

// isUpper reports whether the word begins with an ASCII capital.
func (s *Scanner) isUpper() bool { c := s.text[s.start]; return 'A' <= c && c <= 'Z' }

// isDotted reports whether a dot follows the word.
func (s *Scanner) isDotted() bool { return s.end < len(s.text) && s.text[s.end] == '.' }

// precedes reports whether a hyphen or a space and one of the words in tails come
// next.
func (s *Scanner) precedes(tails []string) bool {
	rest := s.text[s.end:]
	if len(tails) == 0 || len(rest) < 2 || rest[0] != '-' && rest[0] > ' ' {
		return false
	}
	n, rest := 0, rest[1:]
	for n < len(rest) && n < shortWord && foldASCII[rest[n]] != 0 {
		n++
	}
	return isListed(tails, rest[:n])
}

// isBehind reports whether an apostrophe, or a space and one of the words in
// heads, come before.
func (s *Scanner) isBehind(heads []string) bool {
	rest := s.text[:s.start]
	end := len(rest) - 1
	if end < 0 || len(heads) == 0 {
		return false
	}
	if heads[0] == "'" {
		return rest[end] == '\'' || strings.HasSuffix(rest, "’")
	}
	at := end
	for at > 0 && end-at < shortWord && foldASCII[rest[at-1]] != 0 {
		at--
	}
	return rest[end] <= ' ' && isListed(heads, rest[at:end])
}

// isListed reports whether word, of ASCII letters in any case, is in list.
func isListed(list []string, word string) bool {
	for _, w := range list {
		i := 0
		for i < len(word) && len(w) == len(word) && w[i] == word[i]|0x20 {
			i++
		}
		if i > 0 && i == len(w) {
			return true
		}
	}
	return false
}

// What is done with a word that one house prints in another way, and what has to
// be seen first.
const (
	replaces uint8 = iota
	drops
	next  // is left out behind one of heads or in front of one of tails
	leads // is left out in front of a hyphen
)

const (
	anyCase uint8 = iota
	upper
	upperDot
)

// house is an entry of the table, by the hash of the term.
type house struct {
	from, to    uint64 // for next, to counts only with a capital and a dot
	heads       []string
	tails       []string
	does, needs uint8
}

// houseMask is one less than the number of slots, a power of two.
const houseMask = 1<<10 - 1

// houseTable finds a word by its hash. It is small enough to stay in the cache
// beside the table of variants.
type houseTable struct {
	slots   [houseMask + 1]uint16
	entries []house
	sieve   [1 << 8]uint64
}

// mayHave reports whether a word of this hash may be in the table. It is wrong
// about two other words in a hundred.
func (t *houseTable) mayHave(h uint64) bool { return t.sieve[h>>56]>>(h>>50&63)&1 != 0 }

func (t *houseTable) find(h uint64) *house {
	for i := h & houseMask; t.slots[i] != 0; i = (i + 1) & houseMask {
		if e := &t.entries[t.slots[i]-1]; e.from == h {
			return e
		}
	}
	return nil
}

// houses is the table of all listed words: about 270 entries, built once.
var houses = sync.OnceValue(func() *houseTable {
	t := &houseTable{}
	t.addAll(strings.Fields(leftOut), house{does: drops})
	for _, line := range strings.Split(shortened, "\n") {
		words := strings.Fields(line)
		t.addAll(words[1:], house{to: termHash(words[0])})
	}
	for _, line := range strings.Split(compounds, "\n") {
		t.addCompounds(strings.Fields(line))
	}
	t.add("s", house{heads: []string{"'"}, does: next}) // U.S.'s, of which the scan makes two words
	t.addAll([]string{"cent", "ciento", "cento"}, house{heads: []string{"per", "pour", "por"}, does: next})
	t.addAll([]string{"al", "el"}, house{does: leads}) // Bashar al-Assad
	return t
})

// addCompounds enters words that are written as one or as two: the first part,
// then the second parts.
func (t *houseTable) addCompounds(parts []string) {
	e := house{tails: parts[1:], does: next}
	if parts[0] == "co" {
		e.to = termHash("company") // Ford Motor Co.
	}
	t.add(parts[0], e)
	for _, tail := range parts[1:] {
		t.add(parts[0]+tail, house{to: termHash(tail)})
	}
}

// addAll enters words that all do the same. A capital or a dot at the end of a
// word asks for it in the text.
func (t *houseTable) addAll(words []string, e house) {
	for _, w := range words {
		n := len(w)
		e.needs = anyCase
		if 'A' <= w[0] && w[0] <= 'Z' {
			e.needs = upper
		}
		if w[n-1] == '.' {
			e.needs, n = upperDot, n-1
		}
		t.add(w[:n], e)
	}
}

// add enters what is done with word. The first entry for a word wins.
func (t *houseTable) add(word string, e house) {
	e.from = termHash(word)
	if e.does == replaces && e.from == e.to || t.find(e.from) != nil {
		return
	}
	t.entries = append(t.entries, e)
	t.sieve[e.from>>56] |= 1 << (e.from >> 50 & 63)
	i := e.from & houseMask
	for t.slots[i] != 0 {
		i = (i + 1) & houseMask
	}
	t.slots[i] = uint16(len(t.entries))
}

// termHash is the hash of a word's term.
func termHash(word string) uint64 { return Hash([]byte(Normalize(word))) }
