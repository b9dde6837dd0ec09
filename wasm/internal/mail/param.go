package mail

import (
	"bytes"
	"strings"
)

// A media is the value of a Content-Type or Content-Disposition: a word and
// parameters.
type media struct {
	word   string // lower case: "text/html", "attachment"
	params []param
}

type param struct {
	name  string // lower case, with the marks of RFC 2231: "filename*0*"
	value []byte
}

const (
	maxParams = 64 // of one field
	maxPieces = 32 // of one parameter in pieces
)

// parseMedia takes a value apart. Quotes may be missing or never closed.
func parseMedia(value []byte) (m media) {
	word, rest := cutParam(value)
	word, _, _ = bytes.Cut(word, []byte(" "))
	m.word = strings.ToLower(strings.ToValidUTF8(string(word), "\uFFFD"))
	for len(rest) > 0 && len(m.params) < maxParams {
		var p []byte
		p, rest = cutParam(rest)
		name, v, ok := bytes.Cut(p, []byte("="))
		if ok {
			m.params = append(m.params, param{strings.ToLower(string(bytes.TrimSpace(name))), unquote(bytes.TrimSpace(v))})
		}
	}
	return m
}

// cutParam cuts at the first semicolon that is not in quotes.
func cutParam(b []byte) (p, rest []byte) {
	quoted := false
	for i := 0; i < len(b); i++ {
		switch {
		case b[i] == '"':
			quoted = !quoted
		case b[i] == '\\' && quoted:
			i++
		case b[i] == ';' && !quoted:
			return bytes.TrimSpace(b[:i]), b[i+1:]
		}
	}
	return bytes.TrimSpace(b), nil
}

// unquote takes quotes off, and the backslashes inside them.
func unquote(b []byte) []byte {
	if len(b) == 0 || b[0] != '"' {
		return b
	}
	out := make([]byte, 0, len(b))
	for i := 1; i < len(b) && b[i] != '"'; i++ {
		if b[i] == '\\' && i+1 < len(b) {
			i++
		}
		out = append(out, b[i])
	}
	return out
}

// bytes is a parameter as it stood, or nil.
func (m media) bytes(name string) []byte {
	for _, p := range m.params {
		if p.name == name {
			return p.value
		}
	}
	return nil
}

// ascii is a parameter that is one word, such as a charset.
func (m media) ascii(name string) string {
	value, _, _ := bytes.Cut(m.bytes(name), []byte(" "))
	if value == nil {
		value = m.bytes(name + "*")
		if _, after, ok := bytes.Cut(value, []byte("''")); ok {
			value = after
		}
	}
	return strings.ToValidUTF8(string(bytes.Trim(value, "'")), "")
}

// text is a parameter that people read, such as a file's name, in any of the
// three forms of RFC 2231 or with encoded words, which that forbids and mail
// programs write.
func (m media) text(name string, decode func(string, []byte) string) string {
	if v := m.bytes(name + "*"); v != nil {
		charset, v := cutCharset(v)
		return clean(decode(charset, unescape(nil, v)))
	}
	if charset, v := m.pieces(name); v != nil {
		return clean(decode(charset, v))
	}
	return decodeWords(m.bytes(name), decode)
}

// pieces joins name*0, name*1 and so on, in whatever order they stand.
func (m media) pieces(name string) (charset string, value []byte) {
	var found [maxPieces]*param
	for i := range m.params {
		rest, ok := strings.CutPrefix(m.params[i].name, name+"*")
		n := 0
		for ok && rest != "" && '0' <= rest[0] && rest[0] <= '9' && n < maxPieces {
			n, rest = n*10+int(rest[0]-'0'), rest[1:]
		}
		if ok && n < maxPieces && (rest == "" || rest == "*") {
			found[n] = &m.params[i]
		}
	}
	for n := 0; n < maxPieces && found[n] != nil; n++ {
		v := found[n].value
		if !strings.HasSuffix(found[n].name, "*") {
			value = append(value, v...)
			continue
		}
		if n == 0 {
			charset, v = cutCharset(v)
		}
		value = unescape(value, v)
	}
	return charset, value
}

// cutCharset cuts the charset and language off "utf-8'en'text".
func cutCharset(v []byte) (string, []byte) {
	parts := bytes.SplitN(v, []byte("'"), 3)
	if len(parts) < 3 {
		return "", v
	}
	return string(parts[0]), parts[2]
}

// unescape appends v with its %41 decoded.
func unescape(dst, v []byte) []byte {
	for i := 0; i < len(v); i++ {
		if v[i] == '%' && i+2 < len(v) {
			if high, low := hexDigit(v[i+1]), hexDigit(v[i+2]); high >= 0 && low >= 0 {
				dst = append(dst, byte(high<<4|low))
				i += 2
				continue
			}
		}
		dst = append(dst, v[i])
	}
	return dst
}
