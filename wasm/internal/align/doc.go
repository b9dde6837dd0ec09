// Package align finds what two word sequences have in common, or one has twice:
// passages with small edits inside, the longest common run, repetitions.
//
// # Input
//
// Words are 64-bit hashes, as in package dedup; ranges are word indexes, which
// callers map back to bytes.
//
// # Method
//
// Runs of five or more equal words anchor a passage; anchors in one order with
// small gaps are chained; gaps and ends are aligned word by word (the way of
// passim: Smith, Cordell, Dillon 2013, without its sampling). Time is linear in
// the words but for bounded factors, on any input.
package align
