package table

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"
)

// cursor goes through JSON that lies in memory as a whole.
type cursor struct {
	b []byte
	i int
}

// space passes over white space and returns the byte after it, 0 at the end.
func (c *cursor) space() byte {
	for c.i < len(c.b) {
		if b := c.b[c.i]; b > ' ' {
			return b
		}
		c.i++
	}
	return 0
}

// text reads the string that begins here: what stands between the quotation
// marks, and whether there are escapes in it. False if it does not end.
func (c *cursor) text() (raw []byte, escaped, ok bool) {
	start := c.i + 1
	for i := start; ; {
		j := bytes.IndexByte(c.b[i:], '"')
		if j < 0 {
			return nil, false, false
		}
		end := i + j
		if end > i && c.b[end-1] == '\\' && backslashes(c.b[i:end])%2 == 1 {
			i = end + 1
			continue
		}
		c.i = end + 1
		raw = c.b[start:end]
		return raw, bytes.IndexByte(raw, '\\') >= 0, true
	}
}

// skip passes over any value. False if it does not end.
func (c *cursor) skip() bool {
	var b balance
	n, done := b.scan(c.b[c.i:])
	c.i += n
	return done && n > 0
}

// word reads a number or a word such as null; it is empty where there is none.
func (c *cursor) word() []byte {
	start := c.i
	for c.i < len(c.b) && classes[c.b[c.i]] == plain && c.b[c.i] > ' ' {
		c.i++
	}
	return c.b[start:c.i]
}

// unescape appends the meaning of what stands between quotation marks. An
// unknown escape stands for its second byte, half of a surrogate pair for
// U+FFFD.
func unescape(dst, raw []byte) []byte {
	for {
		i := bytes.IndexByte(raw, '\\')
		if i < 0 || i+1 == len(raw) {
			return append(dst, raw...)
		}
		dst = append(dst, raw[:i]...)
		c := raw[i+1]
		raw = raw[i+2:]
		switch c {
		case 'n':
			dst = append(dst, '\n')
		case 't':
			dst = append(dst, '\t')
		case 'r':
			dst = append(dst, '\r')
		case 'b', 'f':
			dst = append(dst, ' ')
		case 'u':
			var r rune
			r, raw = codePoint(raw)
			dst = utf8.AppendRune(dst, r)
		default:
			dst = append(dst, c)
		}
	}
}

// codePoint reads the four digits after \u, and the other half of the pair if
// they are the first of one.
func codePoint(raw []byte) (rune, []byte) {
	r, ok := hex4(raw)
	if !ok {
		return utf8.RuneError, raw
	}
	raw = raw[4:]
	if r == 0 {
		return ' ', raw
	}
	if utf16.IsSurrogate(r) {
		if len(raw) >= 6 && raw[0] == '\\' && raw[1] == 'u' {
			if low, ok := hex4(raw[2:]); ok {
				if pair := utf16.DecodeRune(r, low); pair != utf8.RuneError {
					return pair, raw[6:]
				}
			}
		}
		return utf8.RuneError, raw
	}
	return r, raw
}

func hex4(b []byte) (rune, bool) {
	if len(b) < 4 {
		return 0, false
	}
	var r rune
	for _, c := range b[:4] {
		switch {
		case '0' <= c && c <= '9':
			c -= '0'
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			c = c | 0x20 - 'a' + 10
		default:
			return 0, false
		}
		r = r<<4 | rune(c)
	}
	return r, true
}
