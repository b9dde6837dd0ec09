// Package column keeps what is known about a shard's documents as columns: one
// for each field of a query, by which documents are filtered, counted, sorted and
// suggested.
//
// A column is a dictionary and, for each document, the number of its value:
//
//	outlet   values    0 ""   1 "The Harbour Post"     2 "Daily Anchor"
//	         readings         " the harbour post \n"   " daily anchor \n"
//	         documents 0      2                        1
//	document 0 1 2 3 …
//	value    1 2 0 1
//
// A question is first put to the dictionary, where every value stands once, and
// then the numbers are walked. A document that has several values of a field (by,
// tag) has the number of a list of them instead.
//
// # Readings
//
// A value is compared by its readings: the folded words of it, their terms, and
// its words with points inside taken apart ("anchor.example" is also "anchor
// example"), each only where it differs. A filter has readings as well, and matches
// where one of its own stands, word beside word, in one of the value's:
//
//	outlet:harbour        The Harbour Post
//	outlet:"harbor post"  the same, by its terms
//	agency:ap             AP, but not AP Photo: of agency, lang and format the whole
//	lang:german           de, by its English name
//	outlet:none           documents without an outlet, and those of "None of the Above"
//
// With "=" the whole value must be the filter's, accents, case and points aside. A
// filter that is being typed matches what begins with it.
//
// # Cost
//
// Four bytes a document and single-valued field, and for each value its text, its
// readings and about 30 bytes. Filter takes the dictionary's readings, once
// through, and a pass over the numbers; Count a pass over the documents given and
// one over the values. BenchmarkFilter and BenchmarkCount have the figures.
package column
