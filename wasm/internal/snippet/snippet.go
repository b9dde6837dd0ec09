package snippet

import (
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"clippings/wasm/protocol"
)

// Options bound an excerpt.
type Options struct {
	MaxBytes   int // length of the excerpt; 0 means 240
	MaxMatches int // places to mark; 0 means all
}

// Snippet is an excerpt of a document. Offsets are into the document's text.
type Snippet struct {
	protocol.Span
	Matches []protocol.Span // places to mark, within Span, rising, not overlapping
}

// Maker makes snippets and keeps its working memory between them. The zero
// value is ready. Not safe for concurrent use.
type Maker struct {
	s      scanner
	counts [64]int
}

// Make cuts the excerpt of a document that shows best what m looks for. Where
// nothing matches outside the headline it is the beginning of the text; where
// there is no running text, it is the headline.
func (k *Maker) Make(doc Document, m Matcher, opts Options) Snippet {
	if opts.MaxBytes <= 0 {
		opts.MaxBytes = 240
	}
	k.s.scan(doc.Text, doc.Paragraphs, m)
	core, in := k.window(uint32(opts.MaxBytes))
	if in < 0 {
		if len(k.s.blocks) == 0 {
			in = k.headline(doc.Paragraphs)
		}
		if in = max(in, 0); in >= len(k.s.blocks) {
			return Snippet{}
		}
		at := k.s.blocks[in].Start
		core = protocol.Span{Start: at, End: at}
	}
	out := Snippet{Span: widen(doc.Text, k.s.blocks[in].Span, core, uint32(opts.MaxBytes))}
	out.Matches = k.marks(out.Span, opts.MaxMatches)
	return out
}

// Document is what snippets are made of: a document's text and paragraphs.
type Document struct {
	Text       string
	Paragraphs []protocol.Paragraph
}

// Highlights is all places of the document to mark, rising, not overlapping.
func (k *Maker) Highlights(doc Document, m Matcher) []protocol.Span {
	k.s.scan(doc.Text, doc.Paragraphs, m)
	return k.marks(protocol.Span{End: uint32(len(doc.Text))}, 0)
}

// headline makes the first indexed paragraph the only block.
func (k *Maker) headline(paragraphs []protocol.Paragraph) int {
	for _, p := range paragraphs {
		if _, indexed := k.s.m.Field(p.Role); indexed {
			k.s.blocks = append(k.s.blocks, block{p.Span})
			return 0
		}
	}
	return -1
}

// window finds the stretch between two matches, no longer than size, with the
// most parts of the query, then the most matches, then the first; and its
// block, -1 where nothing matched in a block.
func (k *Maker) window(size uint32) (best protocol.Span, in int) {
	matches := k.s.matches
	clear(k.counts[:])
	in = -1
	var set uint64
	bestParts, bestMatches := 0, 0
	left := 0
	for right, r := range matches {
		if r.block < 0 {
			continue
		}
		for left < right && (matches[left].block != r.block || r.End-matches[left].Start > size) {
			if l := matches[left]; l.block >= 0 {
				if k.counts[l.part]--; k.counts[l.part] == 0 {
					set &^= 1 << l.part
				}
			}
			left++
		}
		k.counts[r.part]++
		set |= 1 << r.part
		parts := bits.OnesCount64(set)
		if n := right - left + 1; parts > bestParts || parts == bestParts && n > bestMatches {
			bestParts, bestMatches = parts, n
			best, in = protocol.Span{Start: matches[left].Start, End: r.End}, int(r.block)
		}
	}
	return best, in
}

// marks is the matches within span, overlapping ones as one.
func (k *Maker) marks(span protocol.Span, most int) []protocol.Span {
	var out []protocol.Span
	for _, m := range k.s.matches {
		if m.Start >= span.Start && m.End <= span.End {
			out = append(out, m.Span)
		}
	}
	slices.SortFunc(out, func(a, b protocol.Span) int { return int(a.Start) - int(b.Start) })
	n := 0
	for _, m := range out {
		if n > 0 && m.Start < out[n-1].End {
			out[n-1].End = max(out[n-1].End, m.End)
			continue
		}
		out[n] = m
		n++
	}
	if out = out[:n]; most > 0 && n > most {
		out = out[:most]
	}
	return out
}

// widen grows the core to at most size bytes within the block: back to the
// start of a sentence if it is near enough to leave room for what follows, else
// a little way; then forward as far as whole words go. A single word longer
// than size is cut between characters.
func widen(text string, in, core protocol.Span, size uint32) protocol.Span {
	in = trim(text, in)
	core.Start = max(core.Start, in.Start)
	core.End = max(core.Start, min(core.End, in.End))
	if core.End-core.Start > size {
		core.End = limitRune(text, core.Start+size)
	}
	room := size - (core.End - core.Start)
	out := core
	before := protocol.Span{Start: in.Start, End: core.Start}
	if start, ok := sentenceStart(text, before, room); ok {
		out.Start = start
	} else {
		out.Start = wordStart(text, before, room/3)
	}
	out.End = wordEnd(text, protocol.Span{Start: core.End, End: min(in.End, out.Start+size)})
	if out.End <= out.Start {
		out.End = limitRune(text, min(in.End, out.Start+size)) // one word, longer than size
	}
	return trim(text, out)
}

// sentenceStart is the start in s of the sentence that goes on at its end, if it
// lies no more than room before that.
func sentenceStart(text string, s protocol.Span, room uint32) (uint32, bool) {
	lead := s.Of(text)
	for i := len(lead); i > 0; {
		r, n := utf8.DecodeLastRuneInString(lead[:i])
		if uint32(len(lead)-i) > room {
			return 0, false
		}
		rest := strings.TrimLeft(lead[i:], closers)
		if r == '\n' || isFullStop(r) && (r > 0x7f || startsSpace(rest)) {
			return trim(text, protocol.Span{Start: s.End - uint32(len(rest)), End: s.End}).Start, true
		}
		i -= n
	}
	return s.Start, uint32(len(lead)) <= room
}

// closers may stand between a full stop and the space after it.
const closers = "\"')]”’»"

func isFullStop(r rune) bool {
	switch r {
	case '.', '!', '?', '…', '。', '！', '？', '।', '؟':
		return true
	}
	return false
}

func startsSpace(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsSpace(r)
}

// wordStart is the first start of a word in s at most room before its end.
func wordStart(text string, s protocol.Span, room uint32) uint32 {
	if s.End-s.Start <= room {
		return s.Start
	}
	start := s.End - room
	for start < s.End && !utf8.RuneStart(text[start]) {
		start++
	}
	for i, r := range text[start:s.End] {
		if unicode.IsSpace(r) {
			return trim(text, protocol.Span{Start: start + uint32(i), End: s.End}).Start
		}
		if isIdeograph(r) {
			return start + uint32(i)
		}
	}
	return s.End
}

// wordEnd is the last end of a word in s, or the start of s where there is none.
func wordEnd(text string, s protocol.Span) uint32 {
	if int(s.End) == len(text) || startsSpace(text[s.End:]) {
		return s.End
	}
	for i := limitRune(text, s.End); i > s.Start; {
		r, n := utf8.DecodeLastRuneInString(text[s.Start:i])
		if unicode.IsSpace(r) || isIdeograph(r) {
			return i
		}
		i -= uint32(n)
	}
	return s.Start
}

// limitRune moves a cut back to the start of the character it is in.
func limitRune(text string, at uint32) uint32 {
	for at > 0 && int(at) < len(text) && !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}

// isIdeograph reports whether a line may be cut beside the character: scripts
// that put no space between words.
func isIdeograph(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
}

// trim leaves out white space at either end.
func trim(text string, s protocol.Span) protocol.Span {
	for s.Start < s.End {
		r, n := utf8.DecodeRuneInString(text[s.Start:s.End])
		if !unicode.IsSpace(r) {
			break
		}
		s.Start += uint32(n)
	}
	for s.Start < s.End {
		r, n := utf8.DecodeLastRuneInString(text[s.Start:s.End])
		if !unicode.IsSpace(r) {
			break
		}
		s.End -= uint32(n)
	}
	return s
}
