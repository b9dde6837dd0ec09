package snippet

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"clippings/wasm/protocol"
)

// SentenceStart is the start of the sentence that goes on at the end of s; that
// of s, if it lies before.
func SentenceStart(text string, s protocol.Span) uint32 {
	start, _ := sentenceStart(text, s, uint32(s.Len()))
	return start
}

// SentenceEnd is the end of the sentence that goes on at the start of s, with its
// closing signs; that of s, if it lies behind.
func SentenceEnd(text string, s protocol.Span) uint32 {
	for at := s.Start; at < s.End; {
		r, n := utf8.DecodeRuneInString(text[at:s.End])
		if r == '\n' {
			return at
		}
		if at += uint32(n); !isFullStop(r) {
			continue
		}
		rest := text[at:]
		signs := len(rest) - len(strings.TrimLeft(rest, closers))
		if r > 0x7f || startsSpace(rest[signs:]) {
			return min(s.End, at+uint32(signs))
		}
	}
	return s.End
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
			return Trim(text, protocol.Span{Start: s.End - uint32(len(rest)), End: s.End}).Start, true
		}
		i -= n
	}
	return s.Start, uint32(len(lead)) <= room
}

// endsSentence reports whether a sentence, a heading or a line ends in a text.
func endsSentence(text string) bool {
	return SentenceEnd(text, protocol.Span{End: uint32(len(text))}) < uint32(len(text))
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
