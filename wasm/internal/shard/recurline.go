package shard

import (
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/protocol"
)

const (
	headLines = 4 // looked at from the beginning of the article
	tailLines = 6 // and from its end: notes on rights, authors and newsletters stand there together
	// maxLineWords is the longest line that is looked at. A notice on rights or a
	// disclaimer has up to sixty words.
	maxLineWords = 60
	// maxLineBytes spares counting the words of longer paragraphs.
	maxLineBytes = 1200
	// minBodyWords of running text stay, or the document is left alone: the
	// shortest news in brief.
	minBodyWords = 30
	// plainShare and proseShare: a line must stand in one of so many texts of its
	// origin. Three of thousands is chance: of 8,000 Reuters stories 20 end with
	// "Terms were not disclosed.", 139 with "Year" and 170 with revenues in the
	// same words, but 756 with "Reuter". What reads like a sentence or holds
	// figures is the page only where a good part of the texts has it.
	plainShare = 50
	proseShare = 5
	// plainWords is the longest line that is none of these.
	plainWords = 12
)

// recurring is a paragraph that is furniture because its line recurs.
type recurring struct {
	paragraph uint32
	texts     uint32 // of the same origin it stands in, copies counted once
}

// An edgeLine is a line at the head or tail of an article.
type edgeLine struct {
	paragraph uint32
	key       uint64 // of origin and line; 0: not looked at
	share     uint32 // it must stand in one of so many texts of the origin
}

// sight is what is seen of a document at its edges, reused from one to the next.
type sight struct {
	eligible []uint32
	lines    []edgeLine
	head     int // how many of lines are of the head
	word     []byte
}

// mayRecur reports whether a paragraph of this role may turn out to be
// furniture. The others say what they are: titles, dates and names are what facts
// were read from, and a picture may be printed with its caption more than once.
func mayRecur(role protocol.Role) bool {
	switch role {
	case protocol.RoleBody, protocol.RoleQuote, protocol.RoleHeading, protocol.RoleBullet:
		return true
	}
	return false
}

// look finds the lines at the edges of a document, by the extractor's own roles.
func (s *sight) look(d *document, scan *analysis.Scanner) {
	s.eligible, s.lines = s.eligible[:0], s.lines[:0]
	for i, p := range d.paragraphs {
		if mayRecur(p.own) {
			s.eligible = append(s.eligible, uint32(i))
		}
	}
	n := len(s.eligible)
	s.head = min(headLines, n)
	for i, p := range s.eligible {
		if i < headLines || i >= n-tailLines {
			line := s.line(d.paragraphs[p].Of(d.packed.Text), d.origin, scan)
			line.paragraph = p
			s.lines = append(s.lines, line)
		}
	}
}

// line reads one line. Its key is that of its words, folded, with all numbers
// alike where it is no sentence: "34 comments", "Page 2". In a sentence they are
// what it says: markets close with the same words every day.
func (s *sight) line(text string, origin uint64, scan *analysis.Scanner) edgeLine {
	if len(text) > maxLineBytes {
		return edgeLine{}
	}
	isSentence, figures := endsSentence(text), false
	key, words := origin, 0
	for scan.Reset(text); scan.Next(); words++ {
		if words == maxLineWords {
			return edgeLine{}
		}
		h := scan.Hash()
		if folded := scan.Folded(); !isSentence && slices.ContainsFunc(folded, isDigit) {
			h, figures = s.numberless(folded), true
		}
		key = (bits.RotateLeft64(key, 5) ^ h) * 0x9e3779b97f4a7c15
	}
	switch {
	case words == 0:
		return edgeLine{}
	case isSentence || figures || words > plainWords:
		return edgeLine{key: max(key, 1), share: proseShare}
	}
	return edgeLine{key: max(key, 1), share: plainShare}
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// numberless is the hash of a word with a zero for each run of digits.
func (s *sight) numberless(folded []byte) uint64 {
	s.word = s.word[:0]
	for i, c := range folded {
		switch {
		case !isDigit(c):
			s.word = append(s.word, c)
		case i == 0 || !isDigit(folded[i-1]):
			s.word = append(s.word, '0')
		}
	}
	return analysis.Hash(s.word)
}

// endsSentence reports whether text ends as a sentence does, in whatever quotes
// or brackets.
func endsSentence(text string) bool {
	text = strings.TrimRightFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.In(r, unicode.Pe, unicode.Pf, unicode.Pi) || r == '"' || r == '\''
	})
	r, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(sentenceEnds, r)
}

// sentenceEnds are the signs that end a sentence: Latin, CJK, Arabic, Indic,
// Armenian, Ethiopic, Khmer, Burmese.
const sentenceEnds = ".!?…。！？｡؟۔।։።។။"

// verdict is which paragraphs of a document are furniture, given in how many
// texts each recurring line and each origin stands; nil if none is. From either
// edge they are an unbroken row: what comes back between other paragraphs is a
// heading that a paper likes, or the background of one affair.
func (s *sight) verdict(d *document, texts map[uint64]uint32, scan *analysis.Scanner) []recurring {
	var found []recurring
	recurs := func(l edgeLine) bool {
		n := texts[l.key]
		if l.key == 0 || n < minTexts || uint64(n)*uint64(l.share) < uint64(texts[d.origin]) {
			return false
		}
		found = append(found, recurring{l.paragraph, n})
		return true
	}
	rest := s.lines
	for len(rest) > 0 && len(s.lines)-len(rest) < s.head && recurs(rest[0]) {
		rest = rest[1:]
	}
	head := len(found)
	for n := 0; len(rest) > 0 && n < tailLines && recurs(rest[len(rest)-1]); n++ {
		rest = rest[:len(rest)-1]
	}
	slices.Reverse(found[head:])
	if found == nil || !d.leaves(found, scan) {
		return nil
	}
	return found
}

// leaves reports whether enough running text is left of a document without some
// of its paragraphs.
func (d *document) leaves(gone []recurring, scan *analysis.Scanner) bool {
	words := 0
	for i, p := range d.paragraphs {
		if len(gone) > 0 && gone[0].paragraph == uint32(i) {
			gone = gone[1:]
			continue
		}
		if !p.own.IsRunning() {
			continue
		}
		for scan.Reset(p.Of(d.packed.Text)); scan.Next(); {
			if words++; words >= minBodyWords {
				return true
			}
		}
	}
	return false
}
