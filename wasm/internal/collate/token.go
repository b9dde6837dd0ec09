package collate

import (
	"unicode"
	"unicode/utf8"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/protocol"
)

// token is a word, or a run of one sign between words. The tokens of a text cover
// all of its characters but white space.
type token struct {
	protocol.Span
	key       uint64 // what is aligned: tokens with equal keys may be taken for the same
	folded    uint64 // hash of the word's first form, 0 for a sign
	paragraph int32
	is        uint8
}

const (
	compares uint8 = 1 << iota // a word that counts when texts are compared: not Mr
	spaced                     // white space or the paragraph's start is before it
	starts                     // a sentence starts with it
	opens                      // a paragraph does
)

func (t *token) isWord() bool     { return t.folded != 0 }
func (t *token) has(f uint8) bool { return t.is&f != 0 }

// text is a text as it is compared: the tokens of some of its paragraphs.
type text struct {
	string
	tokens []token
	words  uint32
}

// of is what token i is in the text.
func (t *text) of(i int32) string { return t.tokens[i].Of(t.string) }

// reader makes texts of documents.
type reader struct {
	scan  analysis.Scanner
	text  text
	yield func() error
}

// read reads the paragraphs whose roles are taken.
func (r *reader) read(doc *protocol.Document, takes func(protocol.Role) bool) (text, error) {
	r.text = text{string: doc.Text}
	for i, p := range doc.Paragraphs {
		if p.Start > p.End || int(p.End) > len(doc.Text) || !takes(p.Role) {
			continue
		}
		if err := r.paragraph(p, int32(i)); err != nil {
			return text{}, err
		}
	}
	return r.text, nil
}

// isCollated reports whether paragraphs of this role are part of the text that is
// collated.
func isCollated(r protocol.Role) bool {
	return r.IsRunning() || r == protocol.RoleHeading || r == protocol.RoleBullet
}

// yieldEvery is how many words are read between two yields: a few milliseconds.
const yieldEvery = 1 << 13

func (r *reader) paragraph(p protocol.Paragraph, number int32) error {
	first, at := len(r.text.tokens), p.Start
	for r.scan.Reset(p.Of(r.text.string)); r.scan.Next(); {
		t := token{
			Span:   protocol.Span{Start: p.Start + r.scan.Start(), End: p.Start + r.scan.End()},
			folded: max(1, r.scan.FoldedHash()), is: compares,
		}
		r.signs(protocol.Span{Start: at, End: t.Start})
		var counts bool
		if t.key, counts = r.scan.Compared(); !counts {
			t.key, t.is = ^t.folded, 0
		}
		r.text.tokens = append(r.text.tokens, t)
		r.text.words++
		if at = t.End; r.text.words%yieldEvery == 0 {
			if err := r.yield(); err != nil {
				return err
			}
		}
	}
	r.signs(protocol.Span{Start: at, End: p.End})
	r.mark(first, p, number)
	return nil
}

// signs appends what is not white space between words.
func (r *reader) signs(s protocol.Span) {
	last := utf8.RuneError
	for s.Start < s.End {
		c, n := utf8.DecodeRuneInString(r.text.string[s.Start:s.End])
		from := s.Start
		s.Start += uint32(n)
		switch tokens := r.text.tokens; {
		case unicode.IsSpace(c):
			c = utf8.RuneError
		case c == last && c != utf8.RuneError:
			tokens[len(tokens)-1].End = s.Start
		default:
			r.text.tokens = append(tokens, token{Span: protocol.Span{Start: from, End: s.Start}, key: uint64(plainSign(c))})
		}
		last = c
	}
}

// plainSign is one sign for all that a typesetter may choose from.
func plainSign(c rune) rune {
	switch c {
	case '“', '”', '„', '«', '»', '‟':
		return '"'
	case '‘', '’', '‚', '`':
		return '\''
	case '–', '—', '―', '‒':
		return '-'
	}
	return c
}

// mark notes where sentences start and what has white space before it.
func (r *reader) mark(first int, p protocol.Paragraph, number int32) {
	end, ended, wide := p.Start, false, false
	for i := first; i < len(r.text.tokens); i++ {
		t := &r.text.tokens[i]
		t.paragraph = number
		switch {
		case i == first:
			t.is |= spaced | starts | opens
		case t.Start > end:
			t.is |= spaced
		}
		if ended && (t.has(spaced) || wide) {
			t.is |= starts
			ended = false
		}
		ended = t.ends(ended)
		wide = ended && t.key > 0x3000 // where no white space follows a full stop
		end = t.End
	}
}

// ends reports whether the sentence has ended with the token, if white space
// follows; and whether it had before.
func (t *token) ends(before bool) bool {
	if t.isWord() {
		return false
	}
	switch rune(t.key) {
	case '.', '!', '?', '…', '؟', '।', '。', '！', '？':
		return true
	case '"', '\'', ')', ']', '」', '』', '）':
		return before
	}
	return false
}
