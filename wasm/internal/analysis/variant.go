package analysis

import (
	"strings"
	"sync"
)

// variant is one entry of the table: a folded word and the form that stands for
// it and its sisters.
type variant struct{ from, to string }

// variantMask is one less than the number of slots, a power of two.
const variantMask = 1<<14 - 1

// variantTable finds a word by its hash, which the caller has anyway. Six
// in seven of the slots are empty, so that the usual question, "is this ordinary
// word a variant", is answered by one load.
type variantTable struct {
	slots   *[variantMask + 1]uint16 // index into entries plus one, 0 for none
	entries []variant
	sieve   [1 << 11]uint64 // one bit for the top 17 bits of each entry's hash
}

// sieved is 1 if a word of this hash may be in the table, and else 0. It is wrong
// about one other word in fifty, and has no branch.
func (t *variantTable) sieved(h uint64) uint64 { return t.sieve[h>>53] >> (h >> 47 & 63) & 1 }

// variants is the table of all listed words: about 2,400 entries, 0.3 ms to
// build, once.
var variants = sync.OnceValue(func() *variantTable {
	t := &variantTable{slots: new([variantMask + 1]uint16)}
	t.addLines(spellingLines)
	t.addLines(nameLines)
	t.addFamilies(ourFamily)
	t.addFamilies(reFamily)
	t.addFamilies(doubledFamily)
	return t
})

// find returns the form that stands for w, whose hash is h.
func (t *variantTable) find(w []byte, h uint64) (to string, ok bool) {
	for i := h & variantMask; t.slots[i] != 0; i = (i + 1) & variantMask {
		if e := &t.entries[t.slots[i]-1]; e.from == string(w) {
			return e.to, true
		}
	}
	return "", false
}

// add enters from -> to. The first entry for a word wins.
func (t *variantTable) add(from, to string) {
	h := Hash([]byte(from))
	if _, ok := t.find([]byte(from), h); ok {
		return
	}
	t.entries = append(t.entries, variant{from, to})
	t.sieve[h>>53] |= 1 << (h >> 47 & 63)
	i := h & variantMask
	for t.slots[i] != 0 {
		i = (i + 1) & variantMask
	}
	t.slots[i] = uint16(len(t.entries))
}

// addLines enters lists of one form a line, "to from from ...". The form that
// stands for all stands for itself too, so that no rule changes it further.
func (t *variantTable) addLines(lines string) {
	for line := range strings.Lines(lines) {
		words := strings.Fields(line)
		for _, w := range words {
			t.add(w, words[0])
		}
	}
}

// family is a class of words that change alike: every stem with every ending.
type family struct {
	stems   string
	endings [][2]string // as in the variant, as in the form that stands for it
}

func (t *variantTable) addFamilies(f family) {
	for stem := range strings.FieldsSeq(f.stems) {
		for _, e := range f.endings {
			t.add(stem+e[0], stem+e[1])
		}
	}
}

// initials is, for each first byte of a term, the set of first bytes of the words
// that have such a term.
var initials = sync.OnceValue(func() *[256][4]uint64 {
	var sets [256][4]uint64
	for b := range sets {
		sets[b][b/64] |= 1 << (b % 64)
	}
	for _, e := range variants().entries {
		sets[e.to[0]][e.from[0]/64] |= 1 << (e.from[0] % 64)
	}
	return &sets
})

// AddInitials sets in may the first bytes that a plain word, one for which
// Scanner.Plain is true, may have in its first form if its term begins with first.
func AddInitials(may *[256]bool, first byte) {
	set := &initials()[first]
	for c := range may {
		may[c] = may[c] || set[c/64]>>(c%64)&1 != 0
	}
}
