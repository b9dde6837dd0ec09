// Package synopsis sets texts about one event side by side: what several tell,
// what only one tells, the names and figures they share, and what they quote.
//
// # Counterparts
//
// The sentences of all texts (package sentence) are bags of words in the form in
// which texts are compared (analysis.Scanner.Compared), without endings. A word
// weighs the more the fewer sentences of the story have it; function words weigh
// next to nothing, names and figures more. Two sentences of different texts are
// counterparts if the words they share weigh enough of both, and their figures do
// not contradict: "12 were hurt" and "15 were hurt" is not the same told twice.
// This is weighted word overlap as used to align comparable sentences by Barzilay
// and Elhadad, "Sentence alignment for monolingual comparable corpora", 2003
// (https://aclanthology.org/W03-1004/); the event being one, it needs no training.
//
// # Flow
//
//	text.go       documents -> sentences -> words, by content and not as given
//	weight.go     what a word weighs
//	pair.go       candidates by their rare words -> counterparts with a score
//	statement.go  counterparts, best first -> statements, one sentence of a text in each
//	name.go       runs of capitals, figures -> those that most texts have
//	saying.go     quotations -> sayings in their wordings
//
// Texts are worked on in an order that their content gives. Therefore the answer
// is the same in whatever order they come, but for numbers and for what "first"
// means.
//
// # Cost
//
// Reading is linear. Each sentence looks up a bounded number of others that share
// its rarest words, so that 60 texts of 1,000 sentences take seconds and not the
// square of them, whatever the texts are.
package synopsis
