// Package query reads what a person types into the search box.
//
//	query  = or
//	or     = list { "OR" list }
//	list   = and { and }                 all must match; with Options.Any, one
//	and    = not { "AND" not }
//	not    = ( "NOT" | "-" ) not | atom
//	atom   = "(" or ")" | '"' words '"' | word [ "*" ]
//
// Operators are written in capitals, so that "and" and "or" stay words. A "-"
// is an operator only at the start of a word: "up-to-date" is one word here
// (and a phrase to those who split it).
//
// The parser never fails. It returns the tree of all that is sound and, beside
// it, what it left out or had to guess, each with its place and a remedy; a
// half-typed query is the normal case of a box that answers every keystroke.
// The tree is shallow for a deep query: parentheses nest at most 50 deep.
package query
