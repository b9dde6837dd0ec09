package pattern

import (
	"slices"
	"sort"
	"unicode/utf8"
)

// alphabet numbers classes of characters that no set of a program tells apart. The
// class after the last is the end of the text.
type alphabet struct {
	classes int
	low     [lowRunes]uint16 // classes of the characters of one or two bytes
	starts  []rune           // of ranges of one class
	of      []uint16         // their classes
	has     [][]bool         // for each set, whether it has the characters of a class
	kinds   []kind           // of each class, and of the end
}

// lowRunes is how many characters have one or two bytes in UTF-8.
const lowRunes = 0x800

// kind is what a character is to what looks at it from beside.
type kind uint8

const (
	otherKind kind = iota
	lineKind       // the end of a line
	wordKind       // \w
	edgeKind       // the edge of the text
	kinds
)

// newAlphabet makes the classes of sets.
func newAlphabet(sets []set, looks bool) *alphabet {
	given := len(sets)
	if looks {
		sets = append(slices.Clip(sets), newLine, letters)
	}
	a := &alphabet{starts: []rune{0}}
	for _, s := range sets {
		for _, r := range s {
			a.starts = append(a.starts, r.lo, r.hi+1)
		}
	}
	slices.Sort(a.starts)
	a.starts = slices.Compact(a.starts)
	a.split(sets)
	a.fill(sets, given)
	return a
}

// split gives each range its class: at first the same, then for each set another
// to the ranges in it.
func (a *alphabet) split(sets []set) {
	a.of = make([]uint16, len(a.starts))
	a.classes = 1
	for _, s := range sets {
		moved := map[uint16]uint16{}
		a.each(s, func(i int) {
			to, ok := moved[a.of[i]]
			if !ok {
				to = uint16(a.classes)
				moved[a.of[i]] = to
				a.classes++
			}
			a.of[i] = to
		})
		if a.classes > 1<<15 {
			a.renumber() // there are fewer: an expression has some 20,000 ranges at most
		}
	}
	a.renumber()
}

// each calls fn for the ranges in a set.
func (a *alphabet) each(s set, fn func(i int)) {
	for _, r := range s {
		i := sort.Search(len(a.starts), func(i int) bool { return a.starts[i] >= r.lo })
		for ; i < len(a.starts) && a.starts[i] <= r.hi; i++ {
			fn(i)
		}
	}
}

// renumber leaves out the classes that no range has any more.
func (a *alphabet) renumber() {
	number := make([]int, a.classes)
	a.classes = 0
	for i, c := range a.of {
		if number[c] == 0 {
			a.classes++
			number[c] = a.classes
		}
		a.of[i] = uint16(number[c] - 1)
	}
}

// fill makes the tables of the classes, with only the given sets in has.
func (a *alphabet) fill(sets []set, given int) {
	a.kinds = make([]kind, a.classes+1)
	a.kinds[a.classes] = edgeKind
	for n, s := range sets {
		has := make([]bool, a.classes)
		a.each(s, func(i int) {
			has[a.of[i]] = true
			if n >= given {
				a.kinds[a.of[i]] = lineKind + kind(n-given)
			}
		})
		if n < given {
			a.has = append(a.has, has)
		}
	}
	at := 0
	for r := range rune(lowRunes) {
		for at+1 < len(a.starts) && a.starts[at+1] <= r {
			at++
		}
		a.low[r] = a.of[at]
	}
}

// class is the class of a character.
func (a *alphabet) class(r rune) uint16 {
	if r < lowRunes {
		return a.low[r]
	}
	return a.of[sort.Search(len(a.starts), func(i int) bool { return a.starts[i] > r })-1]
}

// after is the class and the end of the character at text[at:].
func (a *alphabet) after(text string, at int) (class uint16, end int) {
	r, n := utf8.DecodeRuneInString(text[at:])
	return a.class(r), at + n
}

// before is the class and the start of the character that ends at text[:at].
func (a *alphabet) before(text string, at int) (class uint16, start int) {
	r, n := utf8.DecodeLastRuneInString(text[:at])
	return a.class(r), at - n
}
