// Package corpustest makes corpora for tests and benchmarks: news-like articles
// written by rule from word lists of our own, with edited copies planted among
// them, so that no test needs a file and every run on every machine has the same
// text.
//
// What it imitates, because index and dedup feel it: about 425 words a document
// in paragraphs of one to three sentences; word frequencies that fall like
// Zipf's law from "the" to names that occur in one document; names and a topic
// that keep coming back within a document; British and American spelling. What
// it does not: sense. Unrelated documents share almost no run of five words.
package corpustest
