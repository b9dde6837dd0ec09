package query

import (
	"regexp/syntax"
	"slices"
	"strings"
	"unicode"
)

// maxProgram bounds what a regular expression repeats, and so the memory and
// time it takes: counts within counts multiply.
const maxProgram = 5000

// regex checks a regular expression (https://github.com/google/re2/wiki/Syntax).
func (p *parser) regex(t token) *Node {
	re, err := syntax.Parse(t.text, syntax.Perl|syntax.FoldCase)
	if err != nil {
		p.regexError(t, err)
		return nil
	}
	switch {
	case size(re) > maxProgram:
		p.fail(t, "this regular expression repeats too much", "use smaller numbers between “{” and “}”")
		return nil
	case needsSpace(re) && literal(re) < minLiteral:
		p.fail(t, "an expression over several words needs three letters that never change", "add a word to it, or write one expression for each word")
		return nil
	}
	return p.leaf(&Node{Kind: Regex, Text: t.text, Start: t.start, End: t.end})
}

// size is at least how many steps the program of re has.
func size(re *syntax.Regexp) int {
	n := 1
	switch re.Op {
	case syntax.OpLiteral:
		n += len(re.Rune)
	case syntax.OpCapture, syntax.OpAlternate:
		n += len(re.Sub)
	}
	for _, sub := range re.Sub {
		n += size(sub)
	}
	if re.Op == syntax.OpRepeat {
		n *= max(re.Min, re.Max, 1)
	}
	return min(n, 1<<20)
}

// minLiteral is how many letters in a row an expression over the text must have
// to find the documents that it is tried on; fewer stand in nearly all.
const minLiteral = 3

// literal is the longest row of letters that all matches of re hold.
func literal(re *syntax.Regexp) int {
	longest := 0
	switch re.Op {
	case syntax.OpLiteral:
		for _, run := range strings.FieldsFunc(string(re.Rune), func(r rune) bool { return !isLetter(r) }) {
			longest = max(longest, letters(run))
		}
	case syntax.OpRepeat:
		if re.Min > 0 {
			longest = literal(re.Sub[0])
		}
	case syntax.OpCapture, syntax.OpPlus, syntax.OpConcat:
		for _, sub := range re.Sub {
			longest = max(longest, literal(sub))
		}
	}
	return longest
}

// needsSpace reports whether all matches of re hold white space: it can then
// match no single word, and is tried on the text.
func needsSpace(re *syntax.Regexp) bool {
	switch re.Op {
	case syntax.OpLiteral:
		return slices.ContainsFunc(re.Rune, unicode.IsSpace)
	case syntax.OpCharClass:
		for i := 0; i+1 < len(re.Rune); i += 2 {
			for r := re.Rune[i]; r <= re.Rune[i+1]; r++ {
				if !unicode.IsSpace(r) {
					return false
				}
			}
		}
		return len(re.Rune) > 0
	case syntax.OpAlternate:
		return !slices.ContainsFunc(re.Sub, func(sub *syntax.Regexp) bool { return !needsSpace(sub) })
	case syntax.OpRepeat:
		return re.Min > 0 && needsSpace(re.Sub[0])
	case syntax.OpCapture, syntax.OpPlus, syntax.OpConcat:
		return slices.ContainsFunc(re.Sub, needsSpace)
	}
	return false
}
