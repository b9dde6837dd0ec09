package snippet

import (
	"unicode"
	"unicode/utf8"

	"clippings/wasm/protocol"
)

// widen grows the core to at most size bytes within the block: back to the
// start of a sentence if it is near enough to leave room for what follows, else
// a little way, or as far as what follows leaves room; then forward as far as whole words go. A single word longer
// than size is cut between characters.
func widen(text string, in, core protocol.Span, size uint32) protocol.Span {
	in = Trim(text, in)
	core.Start = min(max(core.Start, in.Start), in.End)
	core.End = max(core.Start, min(core.End, in.End))
	if core.End-core.Start > size {
		core.End = cutBack(text, protocol.Span{Start: core.Start, End: core.Start + size})
	}
	room := size - (core.End - core.Start)
	out := core
	before := protocol.Span{Start: in.Start, End: core.Start}
	if start, ok := sentenceStart(text, before, room); ok {
		out.Start = start
	} else {
		out.Start = wordStart(text, before, max(room/3, room-min(room, in.End-core.End)))
	}
	out.End = wordEnd(text, protocol.Span{Start: core.End, End: min(in.End, out.Start+size)})
	if out.End <= out.Start {
		out.End = cutBack(text, protocol.Span{Start: out.Start, End: min(in.End, out.Start+size)}) // one word, longer than size
	}
	return Trim(text, out)
}

// wordStart is the first start of a word in s at most room before its end.
func wordStart(text string, s protocol.Span, room uint32) uint32 {
	if s.End-s.Start <= room {
		return s.Start
	}
	start := s.End - room
	for start < s.End && !isCut(text, start) {
		start++
	}
	for i, r := range text[start:s.End] {
		if unicode.IsSpace(r) {
			return Trim(text, protocol.Span{Start: start + uint32(i), End: s.End}).Start
		}
		if isIdeograph(r) && isCut(text, start+uint32(i)) {
			return start + uint32(i)
		}
	}
	return s.End
}

// wordEnd is the last end of a word in s, or the start of s where there is none.
func wordEnd(text string, s protocol.Span) uint32 {
	if int(s.End) == len(text) || startsSpace(text[s.End:]) && isCut(text, s.End) {
		return s.End
	}
	for i := cutBack(text, s); i > s.Start; {
		r, n := utf8.DecodeLastRuneInString(text[s.Start:i])
		if unicode.IsSpace(r) || isIdeograph(r) && isCut(text, i) {
			return i
		}
		i -= uint32(n)
	}
	return s.Start
}

// isIdeograph reports whether a line may be cut beside the character: scripts
// that put no space between words.
func isIdeograph(r rune) bool {
	return r >= 0xE00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana,
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// Trim is the span without white space at either end.
func Trim(text string, s protocol.Span) protocol.Span {
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
