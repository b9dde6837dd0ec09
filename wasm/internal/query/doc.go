// Package query reads what a person types into the search box.
//
//	query  = or
//	or     = list { "OR" list }
//	list   = and { and }                 all must match; with Options.Any, one
//	and    = not { "AND" not }
//	not    = ( "NOT" | "-" ) not | near
//	near   = atom { "NEAR" [ "/" number ] atom }
//	atom   = "(" or ")" | phrase | word | regex | field
//	phrase = [ "=" ] '"' words [ "*" ] '"' [ "~" [ number ] ]
//	word   = [ "=" ] letters | letters with "*" or "?" | letters "~" [ "1" | "2" ]
//	regex  = "/" expression "/"
//	field  = name ":" ( word | phrase | regex | "(" or ")" )
//
//	ferry -harbour        the one and not the other
//	fer* *ry f*ry fe?ry   beginnings, ends, any letters, one letter
//	zelensky~2            with up to two typos
//	=Zürich ="São Paulo"  as written
//	"ferry talks"~5       near each other: ferry NEAR/5 talks
//	/zel(en|in)sky/       a regular expression, whatever its case
//	title:(a OR b)        in a part of the text; title, subtitle, body, caption, furniture
//	in:title a b          the same for all words beside it
//	outlet:post* by:="Jane Doe" date:2025-07..2025-08 is:copy   filters; see Fields
//
// Operators are written in capitals, so that "and" and "or" stay words. A "-"
// is an operator only at the start of a word: "up-to-date" is one word here
// (and a phrase to those who split it). A slash opens a regular expression only
// at the start of a word, and if another closes it at the end of one. A name and
// a colon are a field only if there is such a field. A filter over parentheses
// is distributed: outlet:(ap OR reuters) is outlet:ap OR outlet:reuters. Colons,
// quotation marks and parentheses may be full-width, as keyboards for Chinese
// and Japanese write them.
//
// The parser never fails. It returns the tree of all that is sound and, beside
// it, what it left out or had to guess, each with its place and a remedy
// (testdata/errors.txt shows all); a half-typed query is the normal case of a
// box that answers every keystroke. The tree is shallow for a deep query:
// parentheses nest at most 50 deep, and it holds at most 1,000 words. Time is
// linear in the query's length.
//
// From text to tree:
//
//	scan.go      tokens; field.go: names and their colons
//	parse.go     atoms and parentheses; operator.go: what joins them
//	word.go      words and their signs; phrase.go, near.go, regex.go
//	field.go     fields and what they hold; nearest.go: misspelt ones
//	filter.go    values; date.go: days; scope.go: in:
//	write.go     the tree back to text
//	complete.go  what is being typed at the cursor
package query
