package search

import (
	"regexp"
	"regexp/syntax"
	"unicode/utf8"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/internal/query"
)

// maxProgram is how many steps an expression may have, some more than the parser lets
// pass. Matching takes time as their number times the length of the text.
const maxProgram = 20000

// regex makes a leaf of a regular expression: over terms, or over the text if
// it can match nothing but what holds a space. None is made of one that cannot
// be read, or is over the text and gives no letters to find candidates by.
func (c *compiler) regex(n *query.Node) *node {
	re, err := syntax.Parse(n.Text, syntax.Perl|syntax.FoldCase)
	if err != nil {
		return nil
	}
	re = re.Simplify()
	program, err := syntax.Compile(re)
	if err != nil || len(program.Inst) > maxProgram {
		return nil
	}
	if holdsSpace(re) {
		return c.textRegex(n, re)
	}
	a, ok := expressionAtom(re, c.scope.aside)
	if !ok {
		return nil
	}
	c.q.atoms = append(c.q.atoms, a)
	return c.leaf(leaf{kind: wordLeaf, row: row{first: len(c.q.atoms) - 1, words: 1}}, n.Text)
}

// expressionAtom is the atom of an expression over terms, which matches whole
// terms.
func expressionAtom(re *syntax.Regexp, aside bool) (atom, bool) {
	foldLiterals(re)
	pattern, err := regexp.Compile("^(?:" + re.String() + ")$")
	if err != nil {
		return atom{}, false
	}
	a := atom{kind: expression, pattern: pattern, aside: aside, begin: termOf(nil, aside)}
	for _, run := range literals(re) {
		if len(run) > len(a.holds) {
			a.holds = []byte(analysis.Fold(run))
		}
	}
	return a, true
}

// foldLiterals makes letters in an expression what they are in a term.
func foldLiterals(re *syntax.Regexp) {
	if re.Op == syntax.OpLiteral {
		re.Rune = []rune(analysis.Fold(string(re.Rune)))
		if len(re.Rune) == 0 {
			re.Op = syntax.OpEmptyMatch
		}
	}
	for _, sub := range re.Sub {
		foldLiterals(sub)
	}
}

// textRegex makes a leaf of an expression over the text.
func (c *compiler) textRegex(n *query.Node, re *syntax.Regexp) *node {
	pattern, err := regexp.Compile(re.String())
	if err != nil {
		return nil
	}
	a := atom{kind: inside, aside: c.scope.aside, begin: termOf(nil, c.scope.aside)}
	for _, run := range literals(re) {
		var s analysis.Scanner
		for s.Reset(run); s.Next(); {
			if f := s.Folded(); utf8.RuneCount(f) >= minLiteral && len(f) > len(a.holds) {
				a.holds = append([]byte(nil), f...)
			}
		}
	}
	if len(a.holds) == 0 {
		return nil
	}
	c.q.atoms = append(c.q.atoms, a)
	return c.leaf(leaf{kind: textLeaf, row: row{first: len(c.q.atoms) - 1, words: 1}, pattern: pattern}, n.Text)
}

// minLiteral is how many letters in a row an expression over the text must have:
// fewer stand in nearly all texts.
const minLiteral = 3

// literals is what all matches of an expression hold.
func literals(re *syntax.Regexp) []string {
	switch re.Op {
	case syntax.OpLiteral:
		return []string{string(re.Rune)}
	case syntax.OpCapture, syntax.OpPlus:
		return literals(re.Sub[0])
	case syntax.OpRepeat:
		if re.Min > 0 {
			return literals(re.Sub[0])
		}
	case syntax.OpConcat:
		var out []string
		for _, sub := range re.Sub {
			out = append(out, literals(sub)...)
		}
		return out
	}
	return nil
}

// holdsSpace reports whether all matches of an expression hold white space.
func holdsSpace(re *syntax.Regexp) bool {
	switch re.Op {
	case syntax.OpLiteral:
		for _, r := range re.Rune {
			if isSpace(r) {
				return true
			}
		}
	case syntax.OpCharClass:
		for i := 0; i+1 < len(re.Rune); i += 2 {
			if re.Rune[i+1]-re.Rune[i] > 16 {
				return false
			}
			for r := re.Rune[i]; r <= re.Rune[i+1]; r++ {
				if !isSpace(r) {
					return false
				}
			}
		}
		return len(re.Rune) > 0
	case syntax.OpCapture, syntax.OpPlus:
		return holdsSpace(re.Sub[0])
	case syntax.OpRepeat:
		return re.Min > 0 && holdsSpace(re.Sub[0])
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			if holdsSpace(sub) {
				return true
			}
		}
	case syntax.OpAlternate:
		for _, sub := range re.Sub {
			if !holdsSpace(sub) {
				return false
			}
		}
		return true
	}
	return false
}

func isSpace(r rune) bool { return r == ' ' || '\t' <= r && r <= '\r' || r == 0x85 || r == 0xA0 }
