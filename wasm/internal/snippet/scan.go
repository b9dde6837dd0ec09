package snippet

import (
	"cmp"
	"math/bits"
	"slices"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// match is a place where a part of the query stands.
type match struct {
	protocol.Span
	at    uint32 // position of its first word
	run   int32  // stretch of words of one field, with none of another between
	block int32  // which block it is in, -1 for the title
	part  uint8  // number of the first word of the part
	words uint8  // of the part
}

// block is a stretch of text that an excerpt may be cut from: paragraphs of the
// article with neither furniture nor headline between them.
type block struct {
	protocol.Span
	aside bool // not running text: shown only for what that does not have
}

// scanner walks a text and finds matches.
type scanner struct {
	words    analysis.Scanner
	text     string
	m        Matcher
	initials *[256]bool // of m
	starts   uint64     // words that a part starts with
	ends     uint64     // words that a part ends with
	inText   uint64     // words looked for in the text as it stands
	state    uint64     // words up to which a part stands right before the place at hand
	recent   [64]uint32
	matches  []match // by rising start, then end
	blocks   []block
	block    int32
	field    uint8 // of the run at hand
	run      int32
	near     nearer
	enough   enough
}

// scan fills s.matches and s.blocks. Unless room is 0, it leaves out matches that
// an excerpt of so much room hardly needs.
func (s *scanner) scan(doc Document, m Matcher, room uint32) {
	s.begin(doc.Text, m)
	s.enough.begin(m, s.starts, room)
	more := s.words.Next()
	joined := false
	for _, p := range doc.Paragraphs {
		field, indexed := m.Field(p.Role)
		wanted := uint64(0)
		if indexed {
			wanted = m.In(field)
		}
		joined = s.enter(p, wanted, joined)
		for ; more && s.words.Start() < p.End; more = s.words.Next() {
			if !indexed || s.words.Start() < p.Start {
				s.state = 0 // no phrase goes on behind it, but the run does
				continue
			}
			if s.run < 0 || field != s.field {
				s.state, s.field = 0, field
				s.run++
			}
			if wanted != 0 {
				s.word(wanted)
			}
			if s.words.Start() >= s.enough.stop {
				more = false
				break
			}
		}
		if found := wanted & s.inText; found != 0 {
			s.find(p, found)
		}
	}
	if !slices.IsSortedFunc(s.matches, compareMatches) {
		ordering.By(s.matches, compareMatches)
	}
	if m.Nears() > 0 {
		s.matches = s.near.keep(s.matches, m)
	}
}

func (s *scanner) begin(text string, m Matcher) {
	s.initials = m.Initials()
	s.m, s.text = m, text
	s.starts, s.ends, s.state, s.inText = 0, 0, 0, m.InText()
	s.block, s.run = -1, -1
	s.matches, s.blocks = s.matches[:0], s.blocks[:0]
	for i := range m.Words() {
		first, n := m.Part(i)
		s.starts |= 1 << first
		s.ends |= 1 << (first + n - 1)
	}
	s.words.Reset(text)
}

func compareMatches(a, b match) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.part, b.part))
}

// enter notes the paragraph as part of a block, the last one if that is joined,
// and reports whether the next paragraph may be of the same block.
func (s *scanner) enter(p protocol.Paragraph, wanted uint64, joined bool) bool {
	kind := kindOf(p.Role)
	if kind == headline || kind == apart && wanted == 0 {
		s.block = -1
		return false
	}
	if joined && kind == running {
		s.blocks[s.block].End = p.End
		return true
	}
	s.block = int32(len(s.blocks))
	s.blocks = append(s.blocks, block{p.Span, kind != running})
	return kind == running
}

// kind is what text of a role is to an excerpt.
type kind uint8

const (
	running  kind = iota // excerpts are cut from it
	beside               // a line of the article, such as the byline
	apart                // not of the article: cut from if the query looks there
	headline             // shown beside the excerpt anyway
)

func kindOf(r protocol.Role) kind {
	switch r {
	case protocol.RoleBody, protocol.RoleQuote, protocol.RoleBullet, protocol.RoleHeading,
		protocol.RoleSubtitle, protocol.RoleCaption:
		return running
	case protocol.RoleTitle:
		return headline
	}
	if r.IsArticle() {
		return beside
	}
	return apart
}

// word looks at one indexed word: the Shift-And method (Baeza-Yates, Gonnet: A
// New Approach to Text Searching, 1992) with words for letters, for all parts
// of the query at once.
func (s *scanner) word(wanted uint64) {
	if first, isPlain := s.words.Plain(); isPlain && !s.initials[first] {
		s.state = 0
		return
	}
	at := s.words.Position()
	s.recent[at%64] = s.words.Start()
	set := s.m.Match(s.words.Term(), s.words.Folded()) & wanted
	if set != 0 {
		set = s.m.Spelled(set, s.text[s.words.Start():s.words.End()])
	}
	s.state = (s.state<<1 | s.starts) & set
	for done := s.state & s.ends; done != 0; done &= done - 1 {
		first, n := s.m.Part(bits.TrailingZeros64(done))
		found := match{
			Span: protocol.Span{Start: s.recent[(at-uint32(n-1))%64], End: s.words.End()},
			at:   at - uint32(n-1), run: s.run, block: s.block, part: uint8(first), words: uint8(n),
		}
		if n == 1 {
			found.Span = s.inside(first, found.Span)
		}
		s.matches = append(s.matches, found)
		if s.block >= 0 && !s.blocks[s.block].aside {
			s.enough.add(found)
		}
	}
}

// find adds the matches of words that are looked for in the text as it stands.
func (s *scanner) find(p protocol.Paragraph, words uint64) {
	text := p.Of(s.text)
	for ; words != 0; words &= words - 1 {
		i := bits.TrailingZeros64(words)
		for _, at := range s.m.Find(i, text) {
			if at = Trim(text, at); at.Start < at.End {
				s.matches = append(s.matches, match{
					Span: protocol.Span{Start: p.Start + at.Start, End: p.Start + at.End},
					run:  s.run, block: s.block, part: uint8(i), words: 1,
				})
			}
		}
	}
}
