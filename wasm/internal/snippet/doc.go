// Package snippet finds the excerpts of a document that show best why it
// matches a query, and the places to mark in them.
//
// It scans the document's text again rather than keep any byte offset in the
// index: that is 2 KB of text for a usual article, 20 µs, and only for the hits
// that are shown. Words, phrases and words near each other are those the index
// holds, met in the same order with the same gaps, so what is marked is what
// matched.
//
//	text → matches (scan.go), until there are enough (enough.go)
//	     → those of a Near that is met (near.go)
//	     → windows that show most parts of the query (window.go)
//	     → as much text around them as there is room for (cut.go)
//
// One excerpt will do if it shows all parts of the query that the running text
// has. Else there are two or three shorter ones, each picked for the parts that
// those before it do not show. An excerpt begins where a sentence begins if there
// is room, and ends at the end of a word.
package snippet
