package jsontext

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// String reads the string of JSON whose quotation mark text begins with, and its
// length with both marks. One that does not end is all of text.
func String(text string) (s string, n int) {
	s, n = quoted(text)
	return Unescape(s), n
}

// quoted is what stands between the quotation mark that text begins with and the
// one that ends it, and its length with both; with the first only, if it does not
// end.
func quoted(text string) (s string, n int) {
	if text == "" {
		return "", 0
	}
	for i := 1; ; {
		j := strings.IndexByte(text[i:], '"')
		if j < 0 {
			return text[1:], len(text)
		}
		end := i + j
		if backslashes(text[i:end])%2 == 0 {
			return text[1:end], end + 1
		}
		i = end + 1
	}
}

// backslashes is how many of them s ends with.
func backslashes(s string) int {
	n := 0
	for n < len(s) && s[len(s)-1-n] == '\\' {
		n++
	}
	return n
}

// Unescape is the meaning of what stands between quotation marks. All ways to
// write the end of a line (\n, \r, \r\n) and of a page (\f) are an end of a line,
// a tabulator is a space; half a pair of surrogates, or what is no number, is the
// replacement character.
func Unescape(s string) string {
	i := strings.IndexByte(s, '\\')
	if i < 0 {
		return s
	}
	b := make([]byte, 0, len(s))
	for ; i >= 0 && i+1 < len(s); i = strings.IndexByte(s, '\\') {
		b = append(b, s[:i]...)
		s = s[i:]
		c, n := s[1], 2
		switch c {
		case 'u':
			var r rune
			r, n = unicodeEscape(s)
			b, s = utf8.AppendRune(b, r), s[n:]
			continue
		case 'r':
			if strings.HasPrefix(s[2:], `\n`) {
				n = 4
			}
			c = '\n'
		case 'n', 'f':
			c = '\n'
		case 't', 'b':
			c = ' '
		}
		b, s = append(b, c), s[n:]
	}
	return string(append(b, s...))
}

// unicodeEscape reads \u20ac or a pair of surrogates, and its length.
func unicodeEscape(s string) (r rune, n int) {
	r, ok := hex(s)
	if !ok {
		return utf8.RuneError, 2
	}
	if 0xD800 <= r && r < 0xDC00 {
		if low, ok := hex(s[6:]); ok && 0xDC00 <= low && low < 0xE000 {
			return (r-0xD800)<<10 + (low - 0xDC00) + 0x10000, 12
		}
	}
	return r, 6
}

// hex reads the four digits of an escape.
func hex(s string) (rune, bool) {
	if len(s) < 6 || s[0] != '\\' || s[1] != 'u' {
		return 0, false
	}
	v, err := strconv.ParseUint(s[2:6], 16, 16)
	return rune(v), err == nil
}
