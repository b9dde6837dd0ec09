// Package align tells what the wording of two texts has in common, or one text
// has twice: passages with small edits inside, the longest common run, shared
// quotes, repetitions.
//
// # Input
//
// Words are 64-bit hashes, as in package dedup, and which of them stand in
// quotation marks; ranges are word indexes, which callers map back to bytes.
//
// # Method
//
//	words → runs of five or more equal words (anchors)
//	      → chains of anchors in one order with small gaps
//	      → passages: gaps and ends aligned word by word
//	      → wording: a passage of one's own words, quotes only, or neither
//
// The way of passim (Smith, Cordell, Dillon 2013), without its sampling. Time is
// linear in the words but for bounded factors, on any input.
package align
