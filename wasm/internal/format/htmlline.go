package format

import (
	"bytes"

	"clippings/wasm/internal/extract"
	"clippings/wasm/protocol"
)

// inlineHints are hints an inline element gives its line when it holds only a
// part of it; all others must hold for the whole line.
const inlineHints = extract.HintByline | extract.HintTime

// lineBreak ends the line softly, at a <br>; two of them end the paragraph.
func (r *pageReader) lineBreak() {
	if len(r.out) == r.start || r.out[len(r.out)-1] == '\n' {
		r.flush()
		return
	}
	r.space = false
	r.breaks++
	r.out = append(r.out, '\n')
}

// A paragraph that <br> breaks into the lines of a poem or at a column is one.
// Two or three long pieces are paragraphs themselves, or a teaser: its headline,
// then its text.
const (
	minBroken  = 20 // words
	minBreaks  = 2
	minSegment = 4  // words of a piece, on average; a list of names has fewer
	maxSegment = 16 // a full line of mail has 12
)

// flush ends the line. One that <br> breaks stays whole if it is long enough to
// be a paragraph, else each piece is a line.
func (r *pageReader) flush() {
	breaks := r.breaks
	r.breaks = 0
	r.space = false
	for len(r.out) > r.start && r.out[len(r.out)-1] == '\n' {
		r.out = r.out[:len(r.out)-1]
		breaks--
	}
	if breaks > 0 && !r.isParagraph(breaks) {
		r.split()
	}
	r.endLine()
}

// isParagraph reports whether the current line, broken so many times, is
// running text.
func (r *pageReader) isParagraph(breaks int) bool {
	words := 1 + bytes.Count(r.out[r.start:], []byte{' '}) + breaks
	pieces := breaks + 1
	return breaks >= minBreaks && words >= minBroken && words >= minSegment*pieces && words <= maxSegment*pieces && r.linked*4 < r.letters
}

// split makes a line of each piece but the last of the current line.
func (r *pageReader) split() {
	text := r.out
	letters, linked, every, some, near := r.letters, r.linked, r.allHints, r.anyHints, r.allNear
	for i := r.start; i < len(text); i++ {
		if text[i] != '\n' {
			continue
		}
		r.out = text[:i]
		r.endLine()
		r.start = i + 1
		r.letters, r.linked, r.allHints, r.anyHints, r.allNear = letters, linked, every, some, near
	}
	r.out = text
}

// endLine appends the current line.
func (r *pageReader) endLine() {
	if len(r.out) > r.start {
		l := extract.Line{
			Span:   protocol.Span{Start: uint32(r.start), End: uint32(len(r.out))},
			Hints:  r.allHints | r.anyHints&inlineHints,
			Inline: r.allNear,
			Node:   r.node,
		}
		if r.letters > 0 {
			l.Links = uint8(100 * r.linked / r.letters)
		}
		r.lines = append(r.lines, l)
		r.out = append(r.out, '\n')
	}
	r.start = len(r.out)
	r.letters, r.linked, r.allHints, r.anyHints = 0, 0, 0, 0
}
