// Package choice finds what a few typed letters call: the texts that hold them in
// order, with gaps, best first by the score of package fuzzy
// (https://github.com/sahilm/fuzzy), which is that of editors.
//
// That score takes 2.5 µs a title in a worker: 250 ms for 100,000, at each letter
// typed, where a frame has 16. It is therefore asked of few:
//
//	all texts -> hold every letter of the pattern -> bound of their score
//	          -> the highest bounds first -> score, until no bound is above the worst kept
//
// and what is typed letter by letter is looked for where the letters before were
// found (past.go). With 100,000 titles that is 1/120 of the time of package fuzzy
// for the median letter and 1/30 for the slowest in twenty (BenchmarkBest, under
// WebAssembly): 2 and 8 ms. Files that a program named, alike but for digits, are
// scored once as long as no digit is typed.
//
// The bound (bound.go) is worked out of 32 bytes that are kept of each text: which
// letters it has, which begin a word, which stand side by side, and its length. It
// is never below the score, so that the best are exactly those that package fuzzy
// finds in all texts.
//
// Letters are compared without case and accents. What is found tells which
// characters of the text as it is written matched.
package choice
