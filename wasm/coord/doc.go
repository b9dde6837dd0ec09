// Package coord makes one corpus of many shards. It gives files out to them,
// asks all of them each phase of a question, merges what they answer, and
// carries between them what they have to tell each other when copies are found.
// It runs on the page's thread: it moves bytes and merges short lists, and
// leaves all work on texts to the shards.
//
// Answers do not depend on how many shards there are, on which of them holds a
// document, or on the order in which files came.
package coord
