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
	open
	closing
	and
	or
	not
)

// token is a piece of the query at [start, end).
type token struct {
	kind       kind
	text       string // of a word or phrase
	star       bool   // a word or the last word of a phrase ends in "*"
	unclosed   bool   // a phrase without its second quote
	start, end int
}

// quotes opens and closes phrases: straight and the curly ones a word processor
// makes.
const quotes = `"` + "“”„«»"

// scan is the token at or after byte at.
func scan(q string, at int) token {
	for at < len(q) {
		r, n := utf8.DecodeRuneInString(q[at:])
		if !unicode.IsSpace(r) {
			break
		}
		at += n
	}
	if at == len(q) {
		return token{kind: end, start: at, end: at}
	}
	r, n := utf8.DecodeRuneInString(q[at:])
	switch {
	case r == '(':
		return token{kind: open, start: at, end: at + n}
	case r == ')':
		return token{kind: closing, start: at, end: at + n}
	case isQuote(r):
		return scanPhrase(q, at, n)
	case r == '-' && startsOperand(q[at+n:]):
		return token{kind: not, start: at, end: at + n}
	}
	return scanWord(q, at)
}

func isQuote(r rune) bool { return strings.ContainsRune(quotes, r) && r != utf8.RuneError }

// startsOperand reports whether a "-" before rest negates it: something other
// than space, a second dash or a digit's sign alone follows.
func startsOperand(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return rest != "" && r != '-' && r != ')' && !unicode.IsSpace(r)
}

func scanPhrase(q string, at, quote int) token {
	t := token{kind: phrase, start: at, end: len(q), unclosed: true}
	body := q[at+quote:]
	if i := strings.IndexFunc(body, isQuote); i >= 0 {
		_, n := utf8.DecodeRuneInString(body[i:])
		t.unclosed, t.end, body = false, at+quote+i+n, body[:i]
	}
	t.text, t.star = strings.CutSuffix(body, "*")
	return t
}

func scanWord(q string, at int) token {
	t := token{kind: word, start: at, end: len(q)}
	if i := strings.IndexFunc(q[at:], func(r rune) bool {
		return unicode.IsSpace(r) || r == '(' || r == ')' || isQuote(r)
	}); i >= 0 {
		t.end = at + i
	}
	t.text = q[at:t.end]
	switch t.text {
	case "AND":
		t.kind = and
	case "OR":
		t.kind = or
	case "NOT":
		t.kind = not
	}
	t.text, t.star = strings.CutSuffix(t.text, "*")
	return t
}
