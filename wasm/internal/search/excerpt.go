package search

import (
	"bytes"
	"slices"

	"clippings/wasm/protocol"
)

// The methods of snippet.Matcher beyond words side by side.

// Inside is what of a word of a text matches word i; "" if all of it does: of a
// word without spaces around it, and of a compound.
func (m *Matcher) Inside(i int, term, folded []byte) string {
	w := &m.words[i]
	part := w.term
	switch {
	case w.kind == inside:
		part = w.holds
	case w.kind != whole || w.aside || !slices.Contains(w.parts, string(term)) && !slices.Contains(w.parts, string(folded)):
		return ""
	}
	if len(part) == len(folded) || !bytes.Contains(folded, part) {
		return ""
	}
	return string(part)
}

// Nears is how many groups of parts count only close together.
func (m *Matcher) Nears() int { return len(m.nears) }

// Near is one of them, by the first words of the parts of each of its items.
func (m *Matcher) Near(i int) (items []uint64, slack int) { return m.nears[i].items, m.nears[i].slack }

// InText is the set of words that are looked for in the text as it stands.
func (m *Matcher) InText() uint64 { return m.inText }

// Find is where such a word stands in the text of a paragraph, rising.
func (m *Matcher) Find(i int, text string) []protocol.Span {
	var out []protocol.Span
	for at := 0; ; {
		start, end, ok := m.words[i].leaf.pattern.Next(text, at, nil)
		if !ok {
			return out
		}
		out = append(out, protocol.Span{Start: uint32(start), End: uint32(end)})
		at = end
	}
}
