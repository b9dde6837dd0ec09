package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxWord is the longest word, in bytes, that is looked up.
const maxWord = 32

// dotEnds reports whether the dot of m ends a sentence, given what follows
// without white space and opening marks.
func (s *splitter) dotEnds(m stop, rest string) bool {
	word := s.wordBefore(m.at)
	r, n := utf8.DecodeRuneInString(word)
	switch {
	case word == "":
		return true
	case isDigits(word):
		return s.numberEnds(word, m.at-len(word), rest)
	case len(word) >= maxWord:
		return true
	case isListed(never, word):
		return false
	case isListed(counted, word):
		next, _ := utf8.DecodeRuneInString(rest)
		return !unicode.IsDigit(next)
	case n == len(word) && unicode.IsLetter(r), strings.Contains(word, "."), isListed(maybe, word):
		return begins(rest)
	}
	return true
}

// numberEnds is dotEnds behind digits, which begin at at: 1. of a list, or the 3.
// of the languages that write ordinals so.
func (s *splitter) numberEnds(digits string, at int, rest string) bool {
	switch {
	case at == s.start || strings.TrimSpace(s.text[s.start:at]) == "":
		return false
	case len(digits) <= 2 && isListed(ordinal, s.lang):
		return begins(rest)
	}
	return true
}

// wordBefore is the word that ends at i, dots within it included, at most maxWord
// bytes of it.
func (s *splitter) wordBefore(i int) string {
	at := i
	for at > s.start && i-at < maxWord {
		r, n := utf8.DecodeLastRuneInString(s.text[s.start:at])
		if r != '.' && !isWordRune(r) && !unicode.IsMark(r) {
			break
		}
		at -= n
	}
	return strings.TrimLeft(s.text[at:i], ".")
}

func isDigits(word string) bool { return strings.Trim(word, "0123456789") == "" }

// begins reports whether what follows begins with a word that begins sentences
// and hardly ever a name, or with a sign.
func begins(rest string) bool {
	word := firstWord(rest)
	if word == "" {
		r, _ := utf8.DecodeRuneInString(rest)
		return !unicode.IsDigit(r)
	}
	if utf8.RuneCountInString(word) == 1 && strings.HasPrefix(rest[len(word):], ".") {
		return false // one more initial
	}
	return isListed(beginning, word)
}

// firstWord is the word at the beginning of text.
func firstWord(text string) string {
	n := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	if n < 0 {
		n = len(text)
	}
	return text[:min(n, maxWord)]
}

// isAttribution reports whether what follows a quoted question is a name and a
// verb of saying: "Why?" President Marsh asked. A pronoun would be small.
func isAttribution(rest string) bool {
	if begins(rest) {
		return false
	}
	for range 5 {
		word := firstWord(rest)
		r, _ := utf8.DecodeRuneInString(word)
		if !unicode.IsUpper(r) {
			return word != "" && isListed(saying, word)
		}
		rest = strings.TrimLeft(rest[len(word):], ".,'’ -")
	}
	return false
}

// isListed reports whether a word is one of a list, in which each has a space
// before it and a space or newline behind it. Those that the list has in small
// letters count in any.
func isListed(list, word string) bool {
	return len(word) < maxWord && (contains(list, word) || contains(list, strings.ToLower(word)))
}

func contains(list, word string) bool {
	for at := 0; word != ""; {
		i := strings.Index(list[at:], word)
		if i < 0 {
			break
		}
		start, end := at+i, at+i+len(word)
		if start > 0 && list[start-1] == ' ' && (list[end] == ' ' || list[end] == '\n') {
			return true
		}
		at = end
	}
	return false
}
