// Package sentence tells where the sentences of a paragraph are.
//
// # What counts
//
// A sentence ends at a full stop, a question or exclamation mark or an ellipsis
// of any script, with the closing marks behind it, where white space and no
// small letter follow; at a Chinese or Japanese stop whatever follows; and at an
// empty line. A dot does not end one behind an initial, a title or an
// abbreviation; behind those that do stand at ends of sentences (U.S., Inc.,
// p.m., etc.) it depends on whether the next word is one that begins sentences.
// Dots of ordinals ("am 3. Juli") are told by the language. After Unicode
// Standard Annex #29, section 5 (https://unicode.org/reports/tr29/), and Mikheev,
// "Periods, capitalized words, etc.", 2002
// (https://aclanthology.org/J02-3002/), of which it takes what needs no training:
// lists of abbreviations and of words that begin sentences.
//
// Sentences within a quotation are sentences; what follows a quoted question in
// small letters ("Why?" he asked.) is one with it.
//
// # Flow
//
//	spans.go    from mark to mark: what ends a sentence, what follows it
//	dot.go      whether a dot ends one
//	word.go     abbreviations, and words that begin sentences
//
// # Cost
//
// Linear in the text: one table look-up a byte, a few words at each mark.
// Nothing is allocated but the result.
package sentence
