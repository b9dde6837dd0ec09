package query

import (
	"errors"
	"regexp/syntax"
	"strings"
)

// regexError says where in t the expression is wrong.
func (p *parser) regexError(t token, err error) {
	message, remedy := "this regular expression cannot be read", "write its words in quotation marks to search for them"
	at := token{start: t.start, end: t.end}
	var e *syntax.Error
	if errors.As(err, &e) {
		if i := strings.Index(t.text, e.Expr); i >= 0 && e.Expr != "" {
			at.start = t.start + 1 + i
			at.end = at.start + len(e.Expr)
		}
		if i := strayParen(t.text); i >= 0 && (e.Code == syntax.ErrMissingParen || e.Code == syntax.ErrUnexpectedParen) {
			at.start = t.start + 1 + i
			at.end = at.start + 1
		}
		if known, ok := regexMistake(e.Code); ok {
			message, remedy = known[0], known[1]
		}
	}
	p.fail(at, message, remedy)
}

// strayParen is where an expression closes a parenthesis that it has not opened
// or, if it does not, opens the last one that it does not close; else -1.
func strayParen(s string) int {
	var open []int
	inClass := false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\\':
			i++
		case c == '[' || c == ']':
			inClass = c == '['
		case c == '(' && !inClass:
			open = append(open, i)
		case c == ')' && !inClass && len(open) == 0:
			return i
		case c == ')' && !inClass:
			open = open[:len(open)-1]
		}
	}
	if len(open) == 0 {
		return -1
	}
	return open[len(open)-1]
}

// regexMistake is message and remedy.
func regexMistake(code syntax.ErrorCode) (m [2]string, ok bool) {
	switch code {
	case syntax.ErrMissingParen:
		m = [2]string{"a parenthesis of this regular expression is not closed", "write “)” where it ends, or “\\(” for the sign itself"}
	case syntax.ErrUnexpectedParen:
		m = [2]string{"this regular expression closes a parenthesis it never opened", "take “)” out, or write “\\)” for the sign itself"}
	case syntax.ErrMissingBracket:
		m = [2]string{"a bracket of this regular expression is not closed", "write “]” where it ends, or “\\[” for the sign itself"}
	case syntax.ErrInvalidCharRange:
		m = [2]string{"this range of letters runs backwards or does not exist", "write the first letter first, such as “[a-z]”"}
	case syntax.ErrMissingRepeatArgument, syntax.ErrInvalidRepeatOp:
		m = [2]string{"this sign repeats nothing", "write a letter before it, or “\\” for the sign itself"}
	case syntax.ErrInvalidRepeatSize:
		m = [2]string{"this cannot be repeated so often", "write at most {1000}, the smaller number first"}
	case syntax.ErrTrailingBackslash:
		m = [2]string{"nothing stands after this backslash", "write “\\\\” for the sign itself"}
	case syntax.ErrInvalidEscape:
		m = [2]string{"this backslash does not stand before a letter that means something", "take the backslash out"}
	case syntax.ErrInvalidPerlOp:
		m = [2]string{"“(?” of this kind is not known here", "looking ahead or behind is not possible; write “(?:…)” for a group"}
	case syntax.ErrLarge, syntax.ErrNestingDepth:
		m = [2]string{"this regular expression is too large", "make it shorter"}
	}
	return m, m[0] != ""
}
