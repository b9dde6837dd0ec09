package column

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"clippings/wasm/internal/analysis"
)

// reader makes readings of texts.
type reader struct {
	scan                 analysis.Scanner
	folded, term, apart  []byte
	lastFolded, lastTerm int // where the last word begins
}

// A reading of a text is its words with a space before each and one after the
// last. This sign, which stands in no word, is before the first reading and after
// each.
const readingEnd = '\n'

// read scans a value of a field into folded, term and apart: readings without the space at
// the end. Of a text without a word, signs take the place of words.
// Of a path there is one reading, apart: file names have points all over.
func (r *reader) read(field int, text string) {
	r.folded, r.term, r.apart = r.folded[:0], r.term[:0], r.apart[:0]
	r.lastFolded, r.lastTerm = 0, 0
	for r.scan.Reset(text); r.scan.Next(); {
		word := r.scan.Folded()
		r.lastFolded, r.lastTerm = len(r.folded), len(r.term)
		r.folded = append(append(r.folded, ' '), word...)
		r.term = append(append(r.term, ' '), r.scan.Term()...)
		r.apart = appendApart(r.apart, word)
	}
	if len(r.folded) == 0 {
		for word := range strings.FieldsSeq(analysis.Fold(text)) {
			r.lastFolded, r.lastTerm = len(r.folded), len(r.folded)
			r.folded = append(append(r.folded, ' '), word...)
		}
		r.term, r.apart = append(r.term, r.folded...), append(r.apart, r.folded...)
	}
	if names[field] == Source {
		r.folded, r.term = append(r.folded[:0], r.apart...), append(r.term[:0], r.apart...)
		r.lastFolded = max(0, bytes.LastIndexByte(r.apart, ' '))
		r.lastTerm = r.lastFolded
	}
}

// appendApart appends the parts of a word with points inside, a space before
// each. Apostrophes part nothing.
func appendApart(dst, word []byte) []byte {
	parted := true
	for _, c := range word {
		if c < utf8.RuneSelf && c != '\'' && (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			parted = true
			continue
		}
		if parted {
			dst = append(dst, ' ')
		}
		dst, parted = append(dst, c), false
	}
	return dst
}

// appendReadings appends the readings of a value, the folded one first, each once.
func (r *reader) appendReadings(dst []byte, field int, text string) []byte {
	r.read(field, text)
	dst = appendReading(dst, r.folded)
	if string(r.term) != string(r.folded) {
		dst = appendReading(dst, r.term)
	}
	if string(r.apart) != string(r.folded) && string(r.apart) != string(r.term) {
		dst = appendReading(dst, r.apart)
	}
	return dst
}

func appendReading(dst, reading []byte) []byte {
	return append(append(dst, reading...), ' ', readingEnd)
}

// patterns is what stands in a value's readings if the words read stand in it
// side by side; if open, the last may be the beginning of a word.
func (r *reader) patterns(open bool) [][]byte {
	var list [][]byte
	add := func(parts ...string) {
		p := []byte(strings.Join(parts, ""))
		if !slices.ContainsFunc(list, func(q []byte) bool { return string(p) == string(q) }) {
			list = append(list, p)
		}
	}
	if len(r.folded) == 0 {
		return nil
	}
	folded, term, apart := string(r.folded), string(r.term), string(r.apart)
	if open {
		add(folded)
		add(term[:r.lastTerm], folded[r.lastFolded:])
		add(apart)
		add(term, " ")
	} else {
		add(folded, " ")
		add(term, " ")
		add(apart, " ")
	}
	return list
}
