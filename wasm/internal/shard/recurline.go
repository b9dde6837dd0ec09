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
	key   uint64 // of origin and line; 0: not looked at
	share uint32 // it must stand in one of so many texts of the origin
}

// sight reads documents at their edges. What it needs it uses for one after the
// other.
type sight struct {
	scan  analysis.Scanner
	edges []uint32 // paragraphs of the document at its head and tail
	head  int      // how many of them are of the head
	lines []uint64 // keys
	word  []byte
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

// find finds the paragraphs at the edges of a document, by the extractor's own
// roles.
func (s *sight) find(d *document) {
	s.edges = s.edges[:0]
	for i, p := range d.paragraphs {
		if mayRecur(p.own) {
			s.edges = append(s.edges, uint32(i))
		}
	}
	n := len(s.edges)
	s.head = min(headLines, n)
	if n > headLines+tailLines {
		s.edges = slices.Delete(s.edges, headLines, n-tailLines)
	}
}

// keys is each line at the edges of a document once.
func (s *sight) keys(d *document) []uint64 {
	s.find(d)
	s.lines = s.lines[:0]
	for _, p := range s.edges {
		if l := s.line(d, p); l.key != 0 && !slices.Contains(s.lines, l.key) {
			s.lines = append(s.lines, l.key)
		}
	}
	return s.lines
}

// line reads one line. Its key is that of its words, folded, with all numbers
// alike where it is no sentence: "34 comments", "Page 2". In a sentence they are
// what it says: markets close with the same words every day.
func (s *sight) line(d *document, paragraph uint32) edgeLine {
	text, scan := d.paragraphs[paragraph].Of(d.packed.Text), &s.scan
	if len(text) > maxLineBytes {
		return edgeLine{}
	}
	isSentence, figures := endsSentence(text), false
	key, words := d.origin, 0
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
	key = max(key&^1, 2)
	switch {
	case words == 0:
		return edgeLine{}
	case isSentence || figures || words > plainWords:
		return edgeLine{key: key, share: proseShare}
	}
	return edgeLine{key: key, share: plainShare}
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
func (s *sight) verdict(d *document, texts map[uint64]uint32) []recurring {
	s.find(d)
	var found []recurring
	recurs := func(paragraph uint32) bool {
		l := s.line(d, paragraph)
		n := texts[l.key]
		if l.key == 0 || n < minTexts || uint64(n)*uint64(l.share) < uint64(texts[d.origin]) {
			return false
		}
		found = append(found, recurring{paragraph, n})
		return true
	}
	rest := s.edges
	for len(s.edges)-len(rest) < s.head && recurs(rest[0]) {
		rest = rest[1:]
	}
	head := len(found)
	for len(rest) > 0 && len(found)-head < tailLines && recurs(rest[len(rest)-1]) {
		rest = rest[:len(rest)-1]
	}
	slices.Reverse(found[head:])
	if found == nil || !d.leaves(found, &s.scan) {
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
