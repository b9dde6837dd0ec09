package query

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Completion is what somebody is typing at a place of a query.
type Completion struct {
	Field      string // that it belongs to, by its name in Fields; "" for a word or the name of a field
	Text       string // what of it stands before the place, without signs; "" for nothing yet
	Start, End int    // what a chosen suggestion is written over, in bytes of the query
	Negated    bool   // it is to be excluded
}

// Complete tells what is being typed at byte cursor of a query; a cursor outside
// is taken for the nearest inside, one within a character for its beginning. A
// value between quotation marks is replaced with its marks, so that a suggestion
// brings its own.
func Complete(q string, cursor int) Completion {
	cursor = max(0, min(cursor, len(q)))
	for cursor > 0 && cursor < len(q) && !utf8.RuneStart(q[cursor]) {
		cursor--
	}
	var s completer
	for {
		t := s.next(q)
		isValue := s.last.kind == field && t.start == s.last.end && (t.kind == word || t.kind == phrase)
		if t.kind == end || t.start > cursor || t.start == cursor && !isValue {
			return Completion{Field: s.now.field, Negated: s.now.negated, Start: cursor, End: cursor}
		}
		if cursor <= t.end && s.holds(t, cursor) {
			return s.complete(q, t, cursor)
		}
		s.pass(t)
	}
}

// context is what holds for the next word.
type context struct {
	field   string
	negated bool
}

// completer follows a query token by token.
type completer struct {
	last    token
	now     context   // of the next token
	outside []context // of each open parenthesis
}

func (s *completer) next(q string) token {
	if s.last.kind == field && !endsValue(q[s.last.end:]) {
		return scanValue(q, s.last)
	}
	return scan(q, s.last.end)
}

// holds reports whether what ends at the cursor or after it is being typed in t.
func (s *completer) holds(t token, cursor int) bool {
	switch t.kind {
	case word, and, or, near, regex:
		return true
	case phrase:
		return t.unclosed || cursor < t.end || s.last.kind == field
	case not:
		return t.end-t.start > 1 // NOT, but not "-"
	case field, misspelt:
		return cursor < t.end
	}
	return false
}

// pass goes on to the token after t.
func (s *completer) pass(t token) {
	base := context{}
	if n := len(s.outside); n > 0 {
		base = s.outside[n-1]
	}
	switch t.kind {
	case field:
		s.now.field = t.text
	case misspelt:
	case not:
		s.now.negated = !s.now.negated
	case open:
		if len(s.outside) < maxDepth {
			s.outside = append(s.outside, s.now)
		}
	case closing:
		if n := len(s.outside); n > 0 {
			s.outside = s.outside[:n-1]
		}
		s.now = context{}
		if n := len(s.outside); n > 0 {
			s.now = s.outside[n-1]
		}
	default:
		s.now = base
	}
	s.last = t
}

// complete is what is typed of t up to the cursor.
func (s *completer) complete(q string, t token, cursor int) Completion {
	c := Completion{Field: s.now.field, Negated: s.now.negated, Start: t.start, End: t.end}
	switch {
	case t.kind == regex:
		return Completion{Start: cursor, End: cursor}
	case t.unclosed:
		c.End = cursor
	}
	if t.exact && c.Start < cursor {
		c.Start++
	}
	c.Text = q[c.Start:cursor]
	if t.kind != phrase {
		return c
	}
	if c.Field != "" {
		c.Text = strings.TrimFunc(c.Text, isQuote)
		return c
	}
	return lastWord(q, c, cursor)
}

// lastWord narrows what is typed in a phrase to the word at the cursor.
func lastWord(q string, c Completion, cursor int) Completion {
	inWord := func(r rune) bool { return !unicode.IsSpace(r) && !isQuote(r) }
	c.Text = c.Text[len(strings.TrimRightFunc(c.Text, inWord)):]
	c.Start = cursor - len(c.Text)
	rest := q[cursor:]
	c.End = cursor + len(rest) - len(strings.TrimLeftFunc(rest, inWord))
	return c
}
