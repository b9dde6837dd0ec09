package query

import (
	"errors"
	"strings"

	"clippings/wasm/internal/pattern"
)

// regex checks a regular expression (package pattern).
func (p *parser) regex(t token) *Node {
	x, err := pattern.Parse(t.text)
	var e *pattern.Error
	switch {
	case errors.As(err, &e):
		inside := t.start + len("/")
		p.fail(token{start: inside + e.Start, end: inside + e.End}, e.Message, e.Remedy)
		return nil
	case x.HoldsSpace() && longest(x.Runs()) < minLiteral:
		p.fail(t, "an expression over several words needs three letters that never change", "add a word to it, or write one expression for each word")
		return nil
	}
	return p.leaf(&Node{Kind: Regex, Text: t.text, Start: t.start, End: t.end})
}

// minLiteral is how many letters in a row an expression over the text must have
// to find the documents that it is tried on; fewer stand in nearly all.
const minLiteral = 3

// longest is how many letters the longest word in runs has.
func longest(runs []string) int {
	most := 0
	for _, run := range runs {
		for _, word := range strings.FieldsFunc(run, func(r rune) bool { return !isLetter(r) }) {
			most = max(most, letters(word))
		}
	}
	return most
}
