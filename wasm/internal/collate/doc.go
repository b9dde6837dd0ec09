// Package collate tells in what texts differ, word by word: many from one, as the
// apparatus of a critical edition does (Collator), or two, paragraph by paragraph
// (Beside).
//
// # Flow
//
//	document -> tokens (token.go): words, and the signs between them
//	two texts -> runs of equal tokens in one order (align.go, table.go)
//	          -> crumbs of chance dropped, cuts moved to where sentences end (tidy.go)
//	          -> what stands elsewhere in the other text (move.go)
//	many such -> places, gaps, moves (place.go, gap.go)
//
// Words are the same that analysis.Scanner.Compared takes for the same. Whether
// they are also spelt the same is looked at afterwards: what is not makes a place
// of its own, of a lighter kind.
//
// # Cost
//
// Linear in the words but for bounded factors, on any input: where two texts have
// no rare words in common to hold on to, stretches too long for a table are told
// to be different. A witness is kept as its runs, with 32 bytes a token.
package collate
