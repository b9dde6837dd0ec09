package snippet

import "clippings/wasm/protocol"

// Matcher tells which words of a text a query means. search.Matcher is one.
//
// The words that the query looks for are numbered from 0; sets of them are bits.
// Words that belong together are a part: one alone, or several side by side as a
// phrase.
type Matcher interface {
	// Words is how many words the query looks for, at most 64.
	Words() int
	// Part is the first word and the number of words of the part of the query
	// that word i belongs to; several stand for a phrase.
	Part(i int) (first, words int)
	// Field is the field that text of a role is indexed in, and whether it is
	// indexed. Neither a phrase nor a Near reaches from one field into another.
	Field(role protocol.Role) (field uint8, indexed bool)
	// In is the set of words that are looked for in text of a field.
	In(field uint8) uint64

	// Match is the set of words of the query that a word of the text matches,
	// whatever its field. term and folded are those of analysis.Scanner.
	Match(term, folded []byte) uint64
	// Initials is the first bytes of a word in its first form that Match may know
	// something of, where analysis.Scanner.Plain is true of the word.
	Initials() *[256]bool
	// Spelled is set, which Match gave, without those words that the word of
	// the text is not spelled like, if the query asks for one spelling.
	Spelled(set uint64, surface string) uint64
	// Inside is, in folded form, what of a word of the text matches word i,
	// which Match told; "" if all of it does. It is not asked in phrases.
	Inside(i int, term, folded []byte) string

	// Nears is how many groups of parts count only close together.
	Nears() int
	// Near is one of them: for each item the set of the first words of the
	// parts that may stand for it, and how many other words may stand between
	// the first and the last item. A part belongs to one group at most.
	Near(i int) (items []uint64, slack int)

	// InText is the set of words, each a part, that Match knows nothing of:
	// expressions over the text.
	InText() uint64
	// Find is the places of such a word in the text of a paragraph, rising, not
	// overlapping.
	Find(i int, text string) []protocol.Span
}
