// Package pattern matches regular expressions, whatever their case, in time linear in
// the text, on any expression and any text.
//
//	Parse       text of an expression -> Expression, or an Error with place and remedy
//	            parse.go, group.go, class.go, escape.go -> node.go, set.go
//	Expression  what all its matches hold (require.go), letters folded (Fold)
//	Compile     -> a program forwards and one backwards (program.go) over
//	            classes of characters that none of its steps tells apart (alphabet.go)
//	Pattern     Fits: a whole word; Next: matches in a text (pattern.go)
//	            by a lazy automaton (automaton.go, closure.go)
//
// The syntax is that of RE2 and of Go's package regexp
// (https://github.com/google/re2/wiki/Syntax), and so are the matches: the leftmost, and of
// these the one a backtracking matcher tries first. Of the Unicode classes the main ones are
// known (unicode.go). Groups capture nothing; there is no looking ahead or back and no
// reference to what a group matched, since neither can be done in linear time.
//
// # How it matches
//
// Thompson's construction (Programming Techniques: Regular expression search algorithm, CACM
// 1968) makes steps of the expression. A state of the automaton is the list of steps that may come
// next, by preference. States and the transitions between them are made when first needed and kept,
// so that most characters cost one look into a table. What begins or ends at a place, as \b and ^
// do, is settled when the next character is known: a state only remembers of what kind the last one
// was. A forward run from the left finds where the match ends, and a backward run from there where it begins
// (Cox: Regular Expression Matching in the Wild, https://swtch.com/~rsc/regexp/regexp3.html).
// When the states fill their room they are dropped and made anew from the one at hand; an expression with
// more states than fit so costs what simulating its steps costs, never more.
//
// # Cost
//
// A character of a text costs a look into a table, a tenth of what it costs package regexp (BenchmarkNext);
// one that needs a new state costs about as many steps as the expression has. Nothing is allocated
// but states, of which at most 1 MB is kept for each direction.
package pattern
