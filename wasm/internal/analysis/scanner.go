package analysis

import (
	"github.com/cespare/xxhash/v2"
	"github.com/clipperhouse/uax29/v2/words"
)

// Scanner walks the words of a text: the segments of UAX #29 that hold a letter
// or digit. The zero value is ready after Reset and may be reset any number of
// times. It is not safe for concurrent use and allocates nothing per word.
//
// The forms of a word are worked out when they are asked for, so a caller that
// needs only offsets pays only for segmentation.
type Scanner struct {
	text       string
	pos        int // where the next segment begins
	start, end int
	ordinal    uint32 // of the next word

	folded    []byte
	buf       []byte // backs a term that differs from folded
	term      []byte
	hash      uint64
	state     uint8
	isPointed bool // the word may hold an apostrophe, dot or comma
	segment   *words.Iterator[string]
}

// What has been worked out for the current word.
const (
	hasFolded uint8 = 1 << iota
	hasTerm
)

// Reset makes text the text to scan and goes to its beginning.
func (s *Scanner) Reset(text string) {
	s.text, s.pos, s.start, s.end, s.ordinal, s.state = text, 0, 0, 0, 0, 0
	if s.folded == nil {
		s.folded = make([]byte, 0, 64)
		s.buf = make([]byte, 0, 64)
	}
}

// Next goes to the next word and reports whether there is one.
func (s *Scanner) Next() bool {
	s.state = 0
	if !s.advance() {
		return false
	}
	s.ordinal++
	return true
}

// Start is the byte offset in the text at which the word begins.
func (s *Scanner) Start() uint32 { return uint32(s.start) }

// End is the byte offset in the text just after the word.
func (s *Scanner) End() uint32 { return uint32(s.end) }

// Position is the ordinal of the word in the text, from 0.
func (s *Scanner) Position() uint32 { return s.ordinal - 1 }

// Folded is the first form of the word. It is valid until Next and must not be
// changed.
func (s *Scanner) Folded() []byte {
	if s.state&hasFolded == 0 {
		s.folded = appendFolded(s.folded[:0], s.text[s.start:s.end])
		s.state |= hasFolded
	}
	return s.folded
}

// Term is the second form of the word: Folded where there is no variant. It is
// valid until Next and must not be changed.
func (s *Scanner) Term() []byte {
	if s.state&hasTerm == 0 {
		s.normalize()
	}
	return s.term
}

// Hash is Hash(Term()).
func (s *Scanner) Hash() uint64 {
	if s.state&hasTerm == 0 {
		s.normalize()
	}
	return s.hash
}

// Title reports whether the word is a courtesy title with a capital (Mr, Mrs,
// Ms, Dr and their like), which one house style prints before a name and the
// next leaves out. Shingles are made without them.
func (s *Scanner) Title() bool {
	if n := s.end - s.start; n < 2 || n > 6 {
		return false
	}
	switch s.text[s.start] {
	case 'M', 'D':
		return isTitle(s.Folded())
	}
	return false
}

func isTitle(folded []byte) bool {
	switch string(folded) {
	case "mr", "mrs", "ms", "mx", "dr", "messrs", "mme", "mlle":
		return true
	}
	return false
}

// normalize works out the term and its hash.
func (s *Scanner) normalize() {
	s.term, s.buf, s.hash = normalize(s.Folded(), s.buf, s.isPointed)
	s.state |= hasTerm
}

// Hash is the 64-bit xxHash of a term: the same in every worker, every build
// and every stored file.
func Hash(term []byte) uint64 { return xxhash.Sum64(term) }

// Fold is the first form of one word. It allocates; it is meant for queries and
// tests.
func Fold(word string) string { return string(appendFolded(nil, word)) }

// Normalize is the second form of one word, given in any form.
func Normalize(word string) string {
	term, _, _ := normalize(appendFolded(nil, word), nil, true)
	return string(term)
}
