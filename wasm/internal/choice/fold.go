package choice

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/protocol"
)

const (
	// maxText bounds a text that is matched, in bytes: the score falls with every
	// letter that does not match, so what lies beyond never wins.
	maxText = 160
	// maxPattern bounds what is typed, in bytes: from about 40 adjacent matches on
	// the score of package fuzzy overflows.
	maxPattern = 38
)

// appendFolded appends a text folded character by character for matching. It may
// be longer or shorter than the text; see original.
func appendFolded(dst []byte, text string) []byte {
	for _, r := range cut(text, maxText) {
		dst = appendRune(dst, r)
	}
	return dst
}

// foldPattern is what is typed as it is looked for.
func foldPattern(typed string) string {
	return cut(strings.ReplaceAll(string(appendFolded(nil, typed)), " ", ""), maxPattern)
}

// cut is a text, of one longer than limit bytes the whole characters at its
// beginning.
func cut(text string, limit int) string {
	if len(text) <= limit {
		return text
	}
	for limit > 0 && !utf8.RuneStart(text[limit]) {
		limit--
	}
	return text[:limit]
}

// appendRune appends one character folded. What folding drops (a combining accent) stays
// as it is, so that every character of a text has a place in its folded form. A
// control character is a space: at NUL package fuzzy would end.
func appendRune(dst []byte, r rune) []byte {
	switch {
	case r < ' ':
		return append(dst, ' ')
	case r < utf8.RuneSelf:
		if r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		}
		return append(dst, byte(r))
	}
	folded := analysis.Fold(string(r))
	if folded == "" {
		folded = string(r)
	}
	return append(dst, strings.Map(plain, folded)...)
}

// plain is one for all characters that package fuzzy takes for the same, those
// that differ in case, so that it finds only what is found byte by byte.
func plain(r rune) rune {
	least := r
	for next := unicode.SimpleFold(r); next != r; next = unicode.SimpleFold(next) {
		least = min(least, next)
	}
	return unicode.ToLower(least)
}

// original maps sorted byte offsets in a folded text to the characters of text they
// come from, as spans, adjacent ones joined.
func original(text string, offsets []int) []protocol.Span {
	var spans []protocol.Span
	var buffer [32]byte
	folded := 0
	for i, r := range text {
		if len(offsets) == 0 {
			break
		}
		next := folded + len(appendRune(buffer[:0], r))
		hit := false
		for len(offsets) > 0 && offsets[0] < next {
			hit = true
			offsets = offsets[1:]
		}
		folded = next
		if !hit {
			continue
		}
		_, size := utf8.DecodeRuneInString(text[i:])
		span := protocol.Span{Start: uint32(i), End: uint32(i + size)}
		if n := len(spans); n > 0 && spans[n-1].End == span.Start {
			spans[n-1].End = span.End
		} else {
			spans = append(spans, span)
		}
	}
	return spans
}
