package snippet

import (
	"math/bits"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/protocol"
)

// Matcher tells which words of a text a query means. search.Matcher is one.
type Matcher interface {
	// Words is how many words the query looks for, at most 64.
	Words() int
	// Match is the set of words of the query, bit i for word i, that a word
	// of the text matches. term and folded are those of analysis.Scanner.
	Match(term, folded []byte) uint64
	// Part is the first word and the number of words of the part of the query
	// that word i belongs to; several stand for a phrase.
	Part(i int) (first, words int)
	// Field is the field that text of a role is indexed in, and whether it is
	// indexed. A phrase does not reach from one field into another.
	Field(role protocol.Role) (field uint8, indexed bool)
}

// match is a place where a part of the query stands.
type match struct {
	protocol.Span
	part  uint8 // number of the first word of the part
	block int32 // which block it is in, -1 for the title
}

// block is a stretch of text that an excerpt may be cut from: paragraphs of the
// article with neither furniture nor headline between them.
type block struct{ protocol.Span }

// scanner walks a text and finds matches.
type scanner struct {
	words   analysis.Scanner
	m       Matcher
	starts  uint64 // words that a part starts with
	ends    uint64 // words that a part ends with
	state   uint64 // words up to which a part stands right before the place at hand
	recent  [64]uint32
	matches []match
	blocks  []block
	block   int32
}

// scan fills s.matches, by rising end, and s.blocks.
func (s *scanner) scan(text string, paragraphs []protocol.Paragraph, m Matcher) {
	s.m, s.starts, s.ends, s.state, s.block = m, 0, 0, 0, -1
	s.matches, s.blocks = s.matches[:0], s.blocks[:0]
	for i := range m.Words() {
		first, n := m.Part(i)
		s.starts |= 1 << first
		s.ends |= 1 << (first + n - 1)
	}
	s.words.Reset(text)
	more := s.words.Next()
	field, joined := uint8(0), false
	for _, p := range paragraphs {
		f, indexed := m.Field(p.Role)
		joined = s.enter(p, joined && indexed)
		if !indexed || f != field {
			s.state = 0
		}
		field = f
		for ; more && s.words.Start() < p.End; more = s.words.Next() {
			if indexed && s.words.Start() >= p.Start {
				s.word()
			} else {
				s.state = 0
			}
		}
	}
}

// enter notes the paragraph as part of a block, and reports whether the next
// one may be of the same block.
func (s *scanner) enter(p protocol.Paragraph, joined bool) bool {
	if !isExcerpt(p.Role) {
		s.block = -1
		return false
	}
	if joined && s.block >= 0 {
		s.blocks[s.block].End = p.End
		return true
	}
	s.block = int32(len(s.blocks))
	s.blocks = append(s.blocks, block{p.Span})
	return true
}

// isExcerpt reports whether excerpts are cut from text of the role: running
// text. The headline is shown beside the excerpt anyway.
func isExcerpt(r protocol.Role) bool {
	switch r {
	case protocol.RoleBody, protocol.RoleQuote, protocol.RoleBullet, protocol.RoleHeading,
		protocol.RoleSubtitle, protocol.RoleCaption:
		return true
	}
	return false
}

// word looks at one indexed word: the Shift-And method (Baeza-Yates, Gonnet: A
// New Approach to Text Searching, 1992) with words for letters, for all parts
// of the query at once.
func (s *scanner) word() {
	at := s.words.Position()
	s.recent[at%64] = s.words.Start()
	s.state = (s.state<<1 | s.starts) & s.m.Match(s.words.Term(), s.words.Folded())
	for done := s.state & s.ends; done != 0; done &= done - 1 {
		first, n := s.m.Part(bits.TrailingZeros64(done))
		s.matches = append(s.matches, match{
			Span:  protocol.Span{Start: s.recent[(at-uint32(n-1))%64], End: s.words.End()},
			part:  uint8(first),
			block: s.block,
		})
	}
}
