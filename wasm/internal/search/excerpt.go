package search

import "clippings/wasm/protocol"

// The methods of snippet.Matcher that tell what of a word is meant, and where.

// Spelled is set without the words that a word of a text is not spelled like.
func (m *Matcher) Spelled(set uint64, surface string) uint64 { return set }

// Inside is what of a word of a text matches word i; "" if all of it does.
func (m *Matcher) Inside(i int, term, folded []byte) string { return "" }

// In is the set of words that are looked for in text of a field.
func (m *Matcher) In(field uint8) uint64 { return ^uint64(0) }

// Nears is how many groups of parts count only close together.
func (m *Matcher) Nears() int { return 0 }

// Near is one of them, by the first words of the parts of each of its items.
func (m *Matcher) Near(i int) (items []uint64, slack int) { return nil, 0 }

// InText is the set of words that are looked for in the text as it stands.
func (m *Matcher) InText() uint64 { return 0 }

// Find is where such a word stands in a text.
func (m *Matcher) Find(i int, text string) []protocol.Span { return nil }
