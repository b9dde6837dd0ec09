// Package speech tells who says what in an article.
//
// # What counts
//
// What stands in quotation marks (package quote) is a speech if it is a whole
// sentence, has four words or more, or if a verb of saying governs it: the “root
// causes” of the conflict, Smith said. Marks of doubt, names of films and
// nicknames are none.
//
// # Method
//
// Rules in the order of their sureness, as in a sieve (Muzny and others, 2017,
// https://aclanthology.org/E17-1044/), on tokens of which a quotation is one:
//
//	token.go     words, points and quotations, each with its class
//	lexicon.go   what a word is in a language: tables.go, tables_other.go
//	find.go      sentence by sentence: is it a speech, whose, does it go on
//	look.go      what a quotation looks like by itself
//	claim.go     who the sentence says spoke: beside, behind, ahead of it
//	phrase.go    the phrase that is the subject of a verb
//	name.go      the names of the document, the short ones for the full
//	resolve.go   pronouns, and descriptions such as "the Kremlin adviser"
//
// There is no grammar and no model: a verb of saying is looked for near the
// quotation, then the phrase beside the verb. Which of two is meant by "X said
// that Y stressed" is Y, via X. A pronoun means the subject of the sentence, else
// the person whom the sentence before was about, where he and she fit: a guess,
// and told as one.
//
// # Cost
//
// Linear in the text on any input: every look around is bounded. A document
// without quotation marks costs no more than the search for them.
package speech
