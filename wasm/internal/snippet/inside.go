package snippet

import (
	"strings"
	"unicode/utf8"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/protocol"
)

// maxInside is the longest word, in bytes, in which a part is marked. Compounds
// are shorter; what is longer is marked whole.
const maxInside = 256

// inside narrows the place of a word to what word i of the query matches of it.
func (s *scanner) inside(i int, word protocol.Span) protocol.Span {
	part := s.m.Inside(i, s.words.Term(), s.words.Folded())
	if part == "" || word.Len() > maxInside {
		return word
	}
	surface := word.Of(s.text)
	for start := 0; start < len(surface); {
		if n := foldsTo(surface[start:], part); n > 0 {
			at := word.Start + uint32(start)
			return protocol.Span{Start: at, End: at + uint32(n)}
		}
		_, n := utf8.DecodeRuneInString(surface[start:])
		start += n
	}
	return word
}

// foldsTo is the length of the beginning of surface that reads part when it is
// folded, with the marks that stand on its last letter, or 0.
func foldsTo(surface, part string) int {
	n := 0
	for n < len(surface) {
		_, width := utf8.DecodeRuneInString(surface[n:])
		letter := analysis.Fold(surface[n : n+width])
		rest, ok := strings.CutPrefix(part, letter)
		if !ok || part == "" && !isJoiner(surface[n:]) {
			break
		}
		n, part = n+width, rest
	}
	if part != "" {
		return 0
	}
	return n
}
