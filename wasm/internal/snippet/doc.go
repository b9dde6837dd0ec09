// Package snippet finds the excerpt of a document that shows best why it
// matches a query, and the places to mark in it.
//
// It scans the document's text again rather than keep any byte offset in the
// index: that is 2 KB of text for a usual article, 20 µs, and only for the hits
// that are shown. Words and phrases are those the index holds, met in the same
// order with the same gaps, so what is marked is what matched.
//
// The best window has the most parts of the query, then the most matches, then
// stands first. It begins where a sentence begins if there is room, and ends
// at the end of a word.
package snippet
