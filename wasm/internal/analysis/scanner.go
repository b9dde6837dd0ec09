package analysis

import (
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// shortWord is the longest ASCII word, in bytes, that is folded while it is
// scanned. English news has none longer but addresses.
const shortWord = 64

// Scanner walks the words of a text: the segments of UAX #29 that hold a letter
// or digit. The zero value is ready after Reset and may be reset any number of
// times; it must not be copied. It is not safe for concurrent use and allocates
// nothing per word.
type Scanner struct {
	text       string
	pos        int // where the next segment begins
	start, end int
	ordinal    uint32 // of the next word

	state uint8
	n     int         // length of the folded form in short
	short shortBuffer // folded form of an ASCII word or a Han sign, while isShort
	long  []byte      // folded form of any other word, while hasFolded
	other []byte      // the term, while hasOther
	hash  uint64

	variants *variantTable
	houses   *houseTable
	segment  *words.Iterator[string]
}

// What is known of the current word. There are no slices over the buffers here,
// because writing a pointer costs a check whether garbage is being collected.
const (
	isShort   uint8 = 1 << iota // folded form in short
	hasFolded                   // folded form in long
	hasTerm                     // hash worked out; the term is the folded form
	hasOther                    // the term is in other
)

// Reset makes text the text to scan and goes to its beginning.
func (s *Scanner) Reset(text string) {
	s.text, s.pos, s.start, s.end, s.ordinal = text, 0, 0, 0, 0
	s.state = 0
	if s.variants == nil {
		s.variants, s.houses = variants(), houses()
	}
}

// Next goes to the next word and reports whether there is one.
//
// It does the common word itself, an ASCII one with no point inside, in one
// pass with its folding: a call per word is what costs most under WebAssembly.
func (s *Scanner) Next() bool {
	text, i := s.text, s.pos
	for ; i < len(text) && foldASCII[text[i]] == 0; i++ {
		if text[i] >= 0x80 {
			s.pos = max(i-1, s.pos) // the rune may belong to what is before it
			return s.nextWide()
		}
	}
	start, n, run := i, 0, 8
	for run == 8 {
		if i+8 > len(text) || n == shortWord {
			s.pos = start
			return s.nextWide()
		}
		var lower uint64
		lower, run = lowerRun(load(text[i:]))
		store(s.short[shortAt:], n, lower)
		n, i = n+run, i+run
	}
	// The last run was cut short, so there is a byte at i.
	if byteClass[text[i]] != 0 && s.goesOn(i) {
		s.pos = start
		return s.nextWide()
	}
	s.start, s.end, s.pos = start, i, i
	s.n, s.state = n, isShort
	s.ordinal++
	return true
}

// goesOn reports whether the word that reaches up to i, behind an ASCII letter
// or digit if it is not empty, may go on there.
func (s *Scanner) goesOn(i int) bool {
	c := s.text[i]
	if c >= 0x80 || c == '_' || i+1 == len(s.text) {
		return c >= 0x80 || c == '_'
	}
	joins, next := byteClass[c]>>midShift&byteClass[s.text[i-1]], s.text[i+1]
	return joins&byteClass[next] != 0 || joins != 0 && next >= 0x80
}

// nextWide is Next for everything.
func (s *Scanner) nextWide() bool {
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
	if s.state&isShort != 0 {
		return s.short[shortAt:][:s.n]
	}
	return s.fold()
}

// fold is Folded for words that the scan has not folded.
func (s *Scanner) fold() []byte {
	if s.state&hasFolded == 0 {
		s.long = appendFolded(s.long[:0], s.text[s.start:s.end])
		s.state |= hasFolded
	}
	return s.long
}

// Plain is the first byte of Folded, and whether the word is of ASCII and without
// points: then that byte is known at once, and of Term as much can be told as
// AddInitials does.
func (s *Scanner) Plain() (first byte, ok bool) {
	c := s.text[s.start]
	return foldASCII[c], c < utf8.RuneSelf && s.state&isShort != 0
}

// Term is the second form of the word: Folded where there is no variant. It is
// valid until Next and must not be changed.
func (s *Scanner) Term() []byte {
	if s.state == isShort|hasTerm {
		return s.short[shortAt:][:s.n]
	}
	return s.term()
}

// term is Term for a word whose term is not in short, or not known yet.
func (s *Scanner) term() []byte {
	if s.state&hasTerm == 0 {
		s.normalize()
	}
	if s.state&hasOther != 0 {
		return s.other
	}
	return s.Folded()
}

// HasVariant reports whether Term may be another word than Folded; they are one if
// not.
func (s *Scanner) HasVariant() bool {
	if s.state&hasTerm == 0 {
		s.normalize()
	}
	return s.state&hasOther != 0
}

// Hash is Hash(Term()).
func (s *Scanner) Hash() uint64 {
	if s.state&hasTerm == 0 {
		s.normalize()
	}
	return s.hash
}

// FoldedHash is Hash(Folded()).
func (s *Scanner) FoldedHash() uint64 {
	if h := s.Hash(); s.state&hasOther == 0 {
		return h
	}
	return Hash(s.Folded())
}

// setOther makes other the term.
func (s *Scanner) setOther(other []byte) {
	s.other, s.hash = other, Hash(other)
	s.state |= hasOther
}

// normalizeAny is normalize without short cuts.
func (s *Scanner) normalizeAny() {
	folded := s.Folded()
	if other, ok := appendTerm(s.other[:0], folded); ok {
		s.setOther(other)
		return
	}
	s.hash = Hash(folded)
}

// Fold is the first form of one word. It allocates; it is meant for queries and
// tests.
func Fold(word string) string { return string(appendFolded(nil, word)) }

// Normalize is the second form of one word, given in any form.
func Normalize(word string) string {
	folded := appendFolded(nil, word)
	if term, ok := appendTerm(nil, folded); ok {
		return string(term)
	}
	return string(folded)
}
