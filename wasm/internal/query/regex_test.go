package query

import (
	"regexp/syntax"
	"testing"
)

// What is let through is no larger than it was taken for; package search
// compiles it.
func TestRegexSize(t *testing.T) {
	for _, text := range []string{
		"a", "ferry", "a|b|c|", "(((a)))", "(a|bc|)*", "a{2,5}", "(ab{3}c?){7,9}", "x{3,}", "[a-z]+|\\d\\d|(?:\\pL|\\d)?",
		"\\bk+(?:s|ß)$", "(?:)", "(a*)*(b+)+", "(((a{9}){9}){9})",
	} {
		re, err := syntax.Parse(text, syntax.Perl|syntax.FoldCase)
		if err != nil {
			t.Fatal(err)
		}
		program, err := syntax.Compile(re.Simplify())
		if err != nil {
			t.Fatal(err)
		}
		const ends = 2 // of every program
		if got, want := size(re), len(program.Inst)-ends; got < want {
			t.Errorf("/%s/ has size %d, %d steps", text, got, want)
		}
	}
}
