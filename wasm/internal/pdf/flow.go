package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// flow joins the paragraphs of all pages to the text of the document: those that
// go on in the next column or on the next page are put together, what stands at
// a page's edge between the two comes after them.
func flow(all []paragraph, join *joiner, limit int) (text string, cut bool) {
	out := make([]paragraph, 0, len(all))
	last := -1 // in out, the last that is not at an edge
	for _, p := range all {
		if last >= 0 && !p.fixed && goesOn(&out[last], &p) {
			out[last].text = join.add(out[last].text, p.text)
			continue
		}
		out = append(out, p)
		if !p.fixed {
			last = len(out) - 1
		}
	}
	var b strings.Builder
	for i := range out {
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		if room := limit - b.Len(); len(out[i].text) > room {
			b.WriteString(strings.ToValidUTF8(out[i].text[:max(0, room)], ""))
			return strings.TrimSpace(b.String()), true
		}
		b.WriteString(out[i].text)
	}
	return b.String(), false
}

// goesOn reports whether b, in another column, is the rest of a: set alike, a
// ends no sentence, and b begins as the middle of one does, or as a line that
// follows a full one.
func goesOn(a, b *paragraph) bool {
	if a.block == b.block || max(a.size, b.size) > 1.05*min(a.size, b.size) || a.bold != b.bold ||
		a.artifact != b.artifact || utf8.RuneCountInString(a.text) < 30 || endsSentence(a.text) || isBullet(b.text) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(b.text)
	end, _ := utf8.DecodeLastRuneInString(a.text)
	switch {
	case unicode.IsLower(first), end == '\u00ad', end == '-' && unicode.IsLetter(first):
		return true
	}
	return a.full && a.lines > 1 && !b.indented && b.lines > 1
}
