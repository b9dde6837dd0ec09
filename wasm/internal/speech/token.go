package speech

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"clippings/wasm/protocol"
)

// token is a word, a point or a whole quotation.
type token struct {
	at, end uint32
	class   class
	traits  traits
}

// traits are what the look of a word and its place tell.
type traits uint8

const (
	capital    traits = 1 << iota // begins with a capital
	first                         // of its sentence
	possessive                    // had 's, which is left out of the token
	participle                    // saying
	soft                          // a stop that may be none: “Why?” Smith asked
	needing                       // a verb that needs whom: told
	final                         // the stop at the end of a paragraph
	base                          // a verb without an ending: often a noun
)

func (t token) has(x traits) bool { return t.traits&x != 0 }

// scan appends the tokens of a paragraph. Quotations, which lie in the paragraph,
// are one token each.
func (f *finder) scan(p protocol.Span, quotes []protocol.Span) {
	begin, i, end := true, int(p.Start), int(p.End)
	first0 := len(f.tokens)
	for i < end {
		if len(quotes) > 0 && i >= int(quotes[0].Start) {
			i = f.addQuote(quotes[0], end)
			quotes, begin = quotes[1:], f.tokens[len(f.tokens)-1].class == stop
			continue
		}
		limit := end
		if len(quotes) > 0 {
			limit = int(quotes[0].Start)
		}
		n := wordLen(f.text[i:limit])
		if n == 0 {
			var is class
			if is, n = pointAt(f.text[i:limit]); is != none {
				if is == stop && !f.stops(i, n, limit) {
					is = none
				}
				if is != none {
					f.add(token{at: uint32(i), end: uint32(i + n), class: is})
					begin = begin || is == stop
				}
			}
			i += n
			continue
		}
		f.addWord(i, n, begin)
		begin, i = false, i+n
	}
	if len(f.tokens) > first0 {
		f.add(token{at: uint32(end), end: uint32(end), class: stop, traits: final})
	}
}

func (f *finder) add(t token) { f.tokens = append(f.tokens, t) }

// addQuote adds a quotation and, if a sentence ends in it, its end.
func (f *finder) addQuote(q protocol.Span, end int) int {
	f.add(token{at: q.Start, end: q.End, class: quoted})
	i := int(q.End)
	r, _ := utf8.DecodeLastRuneInString(f.text[q.Start:q.End])
	if !isTerminal(r) {
		return i
	}
	for end = min(end, i+32); i < end; { // no farther: there may be no letter at all
		r, n := utf8.DecodeRuneInString(f.text[i:end])
		switch {
		case unicode.IsUpper(r) || !unicode.IsLower(r) && unicode.IsLetter(r) || unicode.IsDigit(r):
			t := token{at: q.End, end: q.End, class: stop}
			if r := rune(f.text[q.End-1]); r == '!' || r == '?' {
				t.traits = soft
			}
			f.add(t)
			return int(q.End)
		case unicode.IsLower(r) || r == ',' || r == '–' || r == '—' || r == '-' || r == '(':
			return int(q.End)
		}
		i += n
	}
	f.add(token{at: q.End, end: q.End, class: stop})
	return int(q.End)
}

// addWord adds a word with what is known of it.
func (f *finder) addWord(at, n int, begin bool) {
	t := token{at: uint32(at), end: uint32(at + n)}
	word := f.text[at : at+n]
	if m := possessiveLen(word); m > 0 && m < n {
		t.end -= uint32(m)
		t.traits |= possessive
		word = word[:n-m]
	}
	if r, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(r) {
		t.traits |= capital
	}
	if begin {
		t.traits |= first
	}
	e := f.words.find(word, &f.lower)
	t.class, t.traits = e.class, t.traits|e.traits
	f.add(t)
}

// stops reports whether the point at i, n bytes long, ends a sentence.
func (f *finder) stops(i, n, limit int) bool {
	if f.text[i] == '.' && len(f.tokens) > 0 {
		last := f.tokens[len(f.tokens)-1]
		if int(last.end) == i && last.class != quoted && f.isAbbreviated(last) {
			return false
		}
	}
	for j := i + n; j < limit; {
		r, m := utf8.DecodeRuneInString(f.text[j:limit])
		switch {
		case unicode.IsDigit(r) && strings.HasSuffix(f.text[:i], "No"): // No. 3
			return false
		case unicode.IsLower(r) || r == ',':
			return false
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return true
		}
		j += m
		if j > i+n+16 {
			break
		}
	}
	return true
}

// isAbbreviated reports words whose point ends no sentence: initials, titles.
func (f *finder) isAbbreviated(t token) bool {
	word := f.text[t.at:t.end]
	if utf8.RuneCountInString(word) == 1 && t.has(capital) {
		return true
	}
	return f.words.find(word, &f.lower).short
}

// wordLen is the length of the word that s begins with, 0 if it begins with none.
func wordLen(s string) int {
	i := 0
	for i < len(s) {
		c := s[i]
		switch {
		case 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9':
			i++
			continue
		case c < utf8.RuneSelf:
			if i == 0 || !joins(s, i) {
				return i
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || r == '\u00AD':
		case i > 0 && r == '’' && letterAt(s, i+n):
		default:
			return i
		}
		i += n
	}
	return i
}

// joins reports whether the mark at i stands within a word: U.S, it's, e-mail.
func joins(s string, i int) bool {
	switch s[i] {
	case '\'', '-', '&':
		return letterAt(s, i+1)
	case '.':
		return letterAt(s, i+1) && (i == 1 || i >= 2 && s[i-2] == '.')
	}
	return false
}

func letterAt(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// possessiveLen is the length of the 's at the end of a word.
func possessiveLen(w string) int {
	switch {
	case len(w) > 2 && w[len(w)-2:] == "'s":
		return 2
	case len(w) > 4 && w[len(w)-4:] == "’s":
		return 4
	}
	return 0
}

// pointAt tells what a character that is no letter does to a sentence.
func pointAt(s string) (class, int) {
	r, n := utf8.DecodeRuneInString(s)
	switch r {
	case '.', '!', '?', '…', '。', '！', '？', ';', '\n':
		if r == '\n' {
			return none, n
		}
		return stop, n
	case ',', '，', '、':
		return comma, n
	case ':', '：':
		return colon, n
	case '—', '–', '(', ')', '[', ']':
		return dash, n
	case '-':
		if len(s) > 1 && (s[1] == ' ' || s[1] == '-') {
			return dash, n
		}
	}
	return none, n
}

func isTerminal(r rune) bool {
	switch r {
	case '.', '!', '?', '…', '。', '！', '？':
		return true
	}
	return false
}
