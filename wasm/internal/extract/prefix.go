package extract

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// A pairSet is the first two bytes of the entries of a list, ASCII case aside: a
// bit for each pair of their low five bits. It answers "no" for nearly every text
// that begins with none of them, in a few instructions, where the list would be
// compared entry by entry; "perhaps" it also says to some that do not.
type pairSet [32]uint32

func newPairSet(lists ...[]string) *pairSet {
	var s pairSet
	for _, list := range lists {
		for _, entry := range list {
			s[entry[0]&31] |= 1 << (entry[1] & 31)
		}
	}
	return &s
}

// mayHold reports whether an entry of the list may begin text. What does not
// begin with two bytes of ASCII may: letters of other alphabets have other rules
// of case.
func (s *pairSet) mayHold(text string) bool {
	return len(text) >= 2 && (text[0] >= utf8.RuneSelf || text[1] >= utf8.RuneSelf || s[text[0]&31]>>(text[1]&31)&1 != 0)
}

// foundIn reports whether an entry of the list, of which this is the set, stands
// anywhere in text: one look at each place for all of them.
func (s *pairSet) foundIn(text string, list []string) bool {
	for i := range len(text) {
		if !s.mayHold(text[i:]) {
			continue
		}
		for _, entry := range list {
			if hasPrefixFold(text[i:], entry) {
				return true
			}
		}
	}
	return false
}

// The sets of the lists that every line is held against.
var (
	creditPairs  = sync.OnceValue(func() *pairSet { return newPairSet(contributorStarts, editorStarts) })
	fieldPairs   = sync.OnceValue(func() *pairSet { return newPairSet(fieldNames) })
	captionPairs = sync.OnceValue(func() *pairSet { return newPairSet(captionStarts) })
	commentPairs = sync.OnceValue(func() *pairSet { return newPairSet(commentWords) })
	datePairs    = sync.OnceValue(func() *pairSet {
		list := make([]string, len(dateWords))
		for i, d := range dateWords {
			list[i] = d.word
		}
		return newPairSet(list)
	})
	notePairs   = sync.OnceValue(func() *pairSet { return newPairSet(notePhrases) })
	monthPairs  = sync.OnceValue(func() *pairSet { return newPairSet(strings.Fields(strings.Join(monthWords[:], " "))) })
	bylinePairs = sync.OnceValue(func() *pairSet {
		list := make([]string, len(bylineStarts))
		for i, s := range bylineStarts {
			list[i] = s.word
		}
		return newPairSet(list)
	})
)
