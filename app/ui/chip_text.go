package ui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"clippings/wasm/protocol"
)

// How the text of a query is changed from a click. The page has no parser: the
// engine tells where the filters in force stand, and what is put in is written so
// that it can be read in one way only.

// phraseSigns open and close phrases in a query.
const phraseSigns = `"` + "“”„«»＂「」『』"

// filterText writes a filter for one whole value. What would end the quotation
// counts for nothing in a comparison, so it can be left out.
func filterText(field, value string) string {
	value = strings.Map(func(r rune) rune {
		if strings.ContainsRune(phraseSigns, r) || unicode.IsControl(r) {
			return ' '
		}
		return r
	}, value)
	value = `"` + strings.Join(strings.Fields(value), " ") + `"`
	if field == "story" || field == "copies" {
		return field + ":" + value
	}
	return field + ":=" + value
}

// bareValue is the value of a filter without the signs it is typed with.
func bareValue(value string) string {
	value = strings.TrimSpace(strings.TrimPrefix(value, "="))
	return strings.TrimFunc(value, func(r rune) bool { return strings.ContainsRune(phraseSigns, r) })
}

// spanIn is a span as far as it lies in text, at the borders of characters.
func spanIn(text string, s protocol.Span) (start, end int) {
	start, end = min(int(s.Start), len(text)), min(int(s.End), len(text))
	for start > 0 && start < len(text) && !utf8.RuneStart(text[start]) {
		start--
	}
	for end < len(text) && !utf8.RuneStart(text[end]) {
		end++
	}
	return start, max(start, end)
}

// cutOut is text without a span, and without what bound the span to the rest. What
// stands before the span stays where it is.
func cutOut(text string, s protocol.Span) string {
	start, end := spanIn(text, s)
	before, after := strings.TrimRightFunc(text[:start], unicode.IsSpace), strings.TrimSpace(text[end:])
	for _, op := range []string{"AND", "NOT", "AND"} {
		if rest, ok := strings.CutSuffix(before, op); ok && (rest == "" || endsInSpace(rest)) {
			before = strings.TrimRightFunc(rest, unicode.IsSpace)
		}
	}
	if rest, ok := strings.CutPrefix(after, "AND "); ok && before == "" {
		after = strings.TrimSpace(rest)
	}
	if before == "" || after == "" {
		return before + after
	}
	return before + " " + after
}

func endsInSpace(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return unicode.IsSpace(r)
}

// turned is a filter excluded, if it was not, or taken back.
func turned(part string) string {
	if bare, ok := cutNot(part); ok {
		return bare
	}
	return "-" + part
}

// cutNot takes the sign off an excluded filter.
func cutNot(part string) (string, bool) {
	if bare, ok := strings.CutPrefix(part, "-"); ok {
		return bare, true
	}
	if bare, ok := strings.CutPrefix(part, "NOT "); ok {
		return strings.TrimSpace(bare), true
	}
	return part, false
}

// turnIn is text with a span of it excluded, or no longer.
func turnIn(text string, s protocol.Span) string {
	start, end := spanIn(text, s)
	return text[:start] + turned(text[start:end]) + text[end:]
}

// withPart is text and a filter that all of it must meet.
func withPart(text, part string) string {
	text = strings.TrimSpace(text)
	if text == "" || part == "" {
		return text + part
	}
	parts, unclosed := splitText(text)
	if unclosed {
		text += `"`
	}
	for _, p := range parts {
		if p == "OR" {
			return "(" + text + ") " + part
		}
	}
	return text + " " + part
}

// splitText cuts a query at the white space outside quotation marks and
// parentheses: "outlet:"The Bay Star" -lang:(de OR en)" is two parts. It tells
// whether the last quotation is never closed.
func splitText(text string) (parts []string, unclosed bool) {
	start, depth, quoted := -1, 0, false
	for i, r := range text {
		isQuote := strings.ContainsRune(phraseSigns, r)
		switch {
		case isQuote:
			quoted = !quoted
		case quoted:
		case r == '(' || r == '（':
			depth++
		case r == ')' || r == '）':
			depth = max(0, depth-1)
		}
		if !quoted && !isQuote && depth == 0 && unicode.IsSpace(r) {
			if start >= 0 {
				parts = append(parts, text[start:i])
			}
			start = -1
		} else if start < 0 {
			start = i
		}
	}
	if start >= 0 {
		parts = append(parts, text[start:])
	}
	return parts, quoted
}
