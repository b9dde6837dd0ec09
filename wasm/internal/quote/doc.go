// Package quote tells where a text stands within quotation marks.
//
// # What counts
//
// Direct quotation in the running paragraphs of an article, of any length, the
// marks of all houses and countries that are met in news:
//
//	“…”  "…"  ‘…’  '…'  „…“  „…”  ”…”  “…“  ‚…‘  «…»  »…«  »…»  「…」  『…』
//
// and the two grave accents and two apostrophes of old wires. A quotation within
// a quotation is part of it. Names of parts follow the Unicode Standard, section 6.2, "Quotation Marks"
// (https://www.unicode.org/versions/latest/core-spec/chapter-6/).
//
// # Method
//
// A paragraph is read by itself, from mark to mark. Which of its sides faces a
// word tells whether a mark opens or closes, and what is open tells which marks
// may close it:
//
//	mark.go      the marks and the next of them
//	side.go      what stands on both sides of a mark
//	paragraph.go double marks: what opens, what closes, what happens at the end
//	single.go    single marks, which are mostly apostrophes
//
// A quotation over several paragraphs opens again in each and closes in the last
// only. An open double mark therefore holds up to the end of its paragraph,
// whether the next one goes on or the closing mark was forgotten: a forgotten
// mark costs no more than that. An open single mark counts for nothing, unless
// the next paragraph goes on with another.
//
// # Cost
//
// Linear in the text, on any input: a mark looks ahead to the next mark that can
// decide about it and no further. Nothing is allocated but the result.
package quote
