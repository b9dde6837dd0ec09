package pdf

import (
	"bytes"
	"math"
)

// A token is one word of PDF's syntax (ISO 32000-1, 7.2 and 7.3).
type token struct {
	kind tokenKind
	num  float64
	text []byte // of a name, string or keyword; may alias the source
}

type tokenKind uint8

const (
	tokenEnd tokenKind = iota
	tokenNumber
	tokenName
	tokenString
	tokenKeyword
	tokenArrayOpen
	tokenArrayClose
	tokenDictOpen
	tokenDictClose
)

// lexer reads tokens from src. It is lenient: what is no PDF becomes a keyword
// that nobody knows. Each token takes at least one byte.
type lexer struct {
	src []byte
	pos int
}

const (
	classRegular = iota
	classSpace
	classDelimiter
)

// class tells white space and delimiters from the rest.
var class = [256]uint8{
	0: classSpace, '\t': classSpace, '\n': classSpace, '\f': classSpace, '\r': classSpace, ' ': classSpace,
	'(': classDelimiter, ')': classDelimiter, '<': classDelimiter, '>': classDelimiter, '[': classDelimiter,
	']': classDelimiter, '{': classDelimiter, '}': classDelimiter, '/': classDelimiter, '%': classDelimiter,
}

func (l *lexer) skipSpace() {
	for l.pos < len(l.src) {
		switch c := l.src[l.pos]; {
		case class[c] == classSpace:
			l.pos++
		case c == '%':
			end := bytes.IndexAny(l.src[l.pos:], "\r\n")
			if end < 0 {
				l.pos = len(l.src)
				return
			}
			l.pos += end
		default:
			return
		}
	}
}

// next reads one token.
func (l *lexer) next() token {
	l.skipSpace()
	if l.pos >= len(l.src) {
		return token{}
	}
	c := l.src[l.pos]
	switch c {
	case '/':
		l.pos++
		return token{kind: tokenName, text: l.name()}
	case '(':
		l.pos++
		return token{kind: tokenString, text: l.literal()}
	case '[', ']':
		l.pos++
		return token{kind: tokenArrayOpen + tokenKind(c-'[')/2, text: l.src[l.pos-1 : l.pos]}
	case '<':
		l.pos++
		if l.pos < len(l.src) && l.src[l.pos] == '<' {
			l.pos++
			return token{kind: tokenDictOpen}
		}
		return token{kind: tokenString, text: l.hex()}
	case '>':
		l.pos++
		if l.pos < len(l.src) && l.src[l.pos] == '>' {
			l.pos++
		}
		return token{kind: tokenDictClose}
	case '{', '}', ')':
		l.pos++
		return token{kind: tokenKeyword, text: l.src[l.pos-1 : l.pos]}
	}
	if c <= '9' && c >= '+' && c != ',' && c != '/' {
		if n, ok := l.number(); ok {
			return token{kind: tokenNumber, num: n}
		}
	}
	return token{kind: tokenKeyword, text: l.regular()}
}

// regular reads on while neither white space nor a delimiter comes.
func (l *lexer) regular() []byte {
	start := l.pos
	for l.pos < len(l.src) && class[l.src[l.pos]] == classRegular {
		l.pos++
	}
	return l.src[start:l.pos]
}

// number reads a number; "--5" and "1.2.3" are read as other readers do, as -5
// and 1.2. When it is none the lexer stays where it was.
func (l *lexer) number() (float64, bool) {
	start := l.pos
	word := l.regular()
	i, sign := 0, 1.0
	for i < len(word) && (word[i] == '-' || word[i] == '+') {
		if word[i] == '-' {
			sign = -1
		}
		i++
	}
	n, scale, digits := 0.0, 0.0, 0
	for ; i < len(word); i++ {
		switch c := word[i]; {
		case c >= '0' && c <= '9':
			digits++
			if scale == 0 {
				n = n*10 + float64(c-'0')
			} else {
				n += float64(c-'0') * scale
				scale /= 10
			}
		case c == '.' && scale == 0:
			scale = 0.1
			digits++
		case c == '.' || c == '-':
			i = len(word)
		default:
			// "0Tj" and "12.5Tf": the operator follows without a space.
			if digits == 0 || c < 'A' {
				l.pos = start
				return 0, false
			}
			l.pos = start + i
			i = len(word)
		}
	}
	if digits == 0 || math.IsInf(n, 0) {
		l.pos = start
		return 0, false
	}
	return sign * n, true
}

func (l *lexer) name() []byte {
	word := l.regular()
	if bytes.IndexByte(word, '#') < 0 {
		return word
	}
	out := make([]byte, 0, len(word))
	for i := 0; i < len(word); i++ {
		if word[i] == '#' && i+2 < len(word) && unhex[word[i+1]] > 0 && unhex[word[i+2]] > 0 {
			out = append(out, (unhex[word[i+1]]-1)<<4|(unhex[word[i+2]]-1))
			i += 2
			continue
		}
		out = append(out, word[i])
	}
	return out
}

// unhex is a hexadecimal digit's value and one, 0 for other bytes.
var unhex = [256]byte{
	'0': 1, '1': 2, '2': 3, '3': 4, '4': 5, '5': 6, '6': 7, '7': 8, '8': 9, '9': 10,
	'a': 11, 'b': 12, 'c': 13, 'd': 14, 'e': 15, 'f': 16, 'A': 11, 'B': 12, 'C': 13, 'D': 14, 'E': 15, 'F': 16,
}

func (l *lexer) hex() []byte {
	rest := l.src[l.pos:]
	end := bytes.IndexByte(rest, '>')
	if end < 0 {
		end = len(rest)
	}
	l.pos = min(len(l.src), l.pos+end+1)
	return appendHex(make([]byte, 0, end/2+1), rest[:end])
}

// appendHex undoes hexadecimal digits; an odd last one is followed by 0.
func appendHex(out, digits []byte) []byte {
	half, odd := byte(0), false
	for _, c := range digits {
		v := unhex[c]
		if v == 0 {
			continue
		}
		if odd {
			out = append(out, half|(v-1))
		} else {
			half = (v - 1) << 4
		}
		odd = !odd
	}
	if odd {
		out = append(out, half)
	}
	return out
}

// literal reads a string in parentheses, the first of them read already.
func (l *lexer) literal() []byte {
	start, depth := l.pos, 1
	for i := l.pos; i < len(l.src); i++ {
		switch l.src[i] {
		case '\\', '\r':
			l.pos = i
			return l.escaped(append([]byte(nil), l.src[start:i]...), depth)
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				l.pos = i + 1
				return l.src[start:i]
			}
		}
	}
	l.pos = len(l.src)
	return l.src[start:]
}

// escaped reads the rest of a string that holds escapes or carriage returns.
func (l *lexer) escaped(out []byte, depth int) []byte {
	for l.pos < len(l.src) {
		c := l.src[l.pos]
		l.pos++
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return out
			}
		case '\r':
			l.skipByte('\n')
			c = '\n'
		case '\\':
			out = l.escape(out)
			continue
		}
		out = append(out, c)
	}
	return out
}

func (l *lexer) skipByte(c byte) {
	if l.pos < len(l.src) && l.src[l.pos] == c {
		l.pos++
	}
}

// escape reads what follows a backslash.
func (l *lexer) escape(out []byte) []byte {
	if l.pos >= len(l.src) {
		return out
	}
	c := l.src[l.pos]
	l.pos++
	switch c {
	case 'n':
		c = '\n'
	case 'r':
		c = '\r'
	case 't':
		c = '\t'
	case 'b':
		c = '\b'
	case 'f':
		c = '\f'
	case '\n':
		return out
	case '\r':
		l.skipByte('\n')
		return out
	case '0', '1', '2', '3', '4', '5', '6', '7':
		c -= '0'
		for range 2 {
			if l.pos < len(l.src) && l.src[l.pos]&^7 == '0' {
				c = c<<3 | l.src[l.pos]&7
				l.pos++
			}
		}
	}
	return append(out, c)
}
