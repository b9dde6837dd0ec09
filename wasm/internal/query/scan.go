package query

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// kind of a token of the query.
type kind uint8

const (
	end kind = iota
	word
	phrase
	regex
	open
	closing
	and
	or
	not
	near
	field    // a name and its colon
	misspelt // the same, of a field that does not exist but nearly
)

// token is a piece of the query at [start, end).
type token struct {
	kind       kind
	text       string // of a word, without "="; between marks or slashes; of a field: its name
	exact      bool   // "=" stood before the word or phrase
	star       bool   // a star stands after the second mark of a phrase
	unclosed   bool   // a phrase without its second mark
	slack      string // digits after NEAR/ or, with its sign, after a phrase: "~5"
	start, end int
}

// Quotes open and close phrases: straight, curly, angular, full-width, and the
// corners of Japanese. No value of a query can hold one.
const Quotes = `"` + "“”„«»＂「」『』"

func isQuote(r rune) bool   { return strings.ContainsRune(Quotes, r) && r != utf8.RuneError }
func isOpening(r rune) bool { return r == '(' || r == '（' }
func isClosing(r rune) bool { return r == ')' || r == '）' }

// endsWord reports whether r is never part of a word.
func endsWord(r rune) bool {
	return unicode.IsSpace(r) || isOpening(r) || isClosing(r) || isQuote(r)
}

// scan is the token at or after byte at.
func scan(q string, at int) token {
	at += len(q[at:]) - len(strings.TrimLeftFunc(q[at:], unicode.IsSpace))
	if t, ok := scanSign(q, at); ok {
		return t
	}
	if t, ok := scanRegex(q, at); ok {
		return t
	}
	if t, ok := scanField(q, at); ok {
		return t
	}
	t := scanWord(q, at)
	if t.exact {
		return t
	}
	switch {
	case t.text == "AND":
		t.kind = and
	case t.text == "OR":
		t.kind = or
	case t.text == "NOT":
		t.kind = not
	case isNear(t.text):
		t.kind, t.slack = near, t.text[len("NEAR"):]
	}
	return t
}

// isNear reports whether s is NEAR or NEAR/5; near/5 is as clear in small letters.
func isNear(s string) bool {
	if s == "NEAR" || strings.HasPrefix(s, "NEAR/") {
		return true
	}
	const sign = "near/"
	return len(s) > len(sign) && strings.EqualFold(s[:len(sign)], sign) && strings.Trim(s[len(sign):], "0123456789") == ""
}

// scanValue is the token that stands directly after the colon of field f:
// there, nothing is an operator or a field, and only in text a regular
// expression is one.
func scanValue(q string, f token) token {
	if t, ok := scanSign(q, f.end); ok {
		return t
	}
	if isText(f.text) {
		if t, ok := scanRegex(q, f.end); ok {
			return t
		}
	}
	t := scanWord(q, f.end)
	if !t.exact && (t.text == "AND" || t.text == "OR" || t.text == "NOT" || isNear(t.text)) {
		t.text = strings.ToLower(t.text) // a word, and written so that it stays one
	}
	return t
}

// scanSign is the token at byte at if a sign opens it, or if nothing follows.
func scanSign(q string, at int) (token, bool) {
	r, n := utf8.DecodeRuneInString(q[at:])
	switch {
	case n == 0:
		return token{kind: end, start: at, end: at}, true
	case isOpening(r):
		return token{kind: open, start: at, end: at + n}, true
	case isClosing(r):
		return token{kind: closing, start: at, end: at + n}, true
	case isQuote(r):
		return scanPhrase(q, at, at+n), true
	case r == '-' && startsOperand(q[at+n:]):
		return token{kind: not, start: at, end: at + n}, true
	case r == '=':
		if r, m := utf8.DecodeRuneInString(q[at+n:]); isQuote(r) {
			t := scanPhrase(q, at, at+n+m)
			t.exact = true
			return t, true
		}
	}
	return token{}, false
}

// startsOperand reports whether a "-" before rest negates it: something other
// than space, a second dash or a digit's sign alone follows.
func startsOperand(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return rest != "" && r != '-' && !isClosing(r) && !unicode.IsSpace(r)
}

// scanPhrase reads what begins at byte at and has its first word at body.
func scanPhrase(q string, at, body int) token {
	t := token{kind: phrase, start: at, end: len(q), unclosed: true, text: q[body:]}
	i := strings.IndexFunc(t.text, isQuote)
	if i < 0 {
		return t
	}
	_, n := utf8.DecodeRuneInString(t.text[i:])
	t.unclosed, t.end, t.text = false, body+i+n, t.text[:i]
	rest := q[t.end:]
	switch {
	case strings.HasPrefix(rest, "*"):
		t.star = true
		t.end++
	case strings.HasPrefix(rest, "~"):
		digits := len(rest) - len(strings.TrimLeft(rest[1:], "0123456789"))
		t.slack = rest[:digits]
		t.end += digits
	}
	return t
}

// scanRegex reads /…/ if it is closed at the end of a word. Every search for
// the end stops at the next slash, so that all together are linear.
func scanRegex(q string, at int) (token, bool) {
	if !strings.HasPrefix(q[at:], "/") {
		return token{}, false
	}
	for i := at + 1; i < len(q); i++ {
		switch q[i] {
		case '\\':
			i++
		case '/':
			text := q[at+1 : i]
			r, n := utf8.DecodeRuneInString(q[i+1:])
			isRegex := text != "" && strings.TrimSpace(text) == text && (n == 0 || endsWord(r))
			return token{kind: regex, text: text, start: at, end: i + 1}, isRegex
		}
	}
	return token{}, false
}

func scanWord(q string, at int) token {
	t := token{kind: word, start: at, end: len(q)}
	if i := strings.IndexFunc(q[at:], endsWord); i >= 0 {
		t.end = at + i
	}
	t.text, t.exact = strings.CutPrefix(q[at:t.end], "=")
	return t
}
