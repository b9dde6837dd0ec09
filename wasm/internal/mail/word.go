package mail

import (
	"bytes"
	"strings"
)

// decodeWords reads a value with the encoded words of RFC 2047 in it, such as
// "=?utf-8?Q?Caf=C3=A9?=". It takes more than the RFC allows: words inside other
// text, and characters that are split between two words of one charset.
func decodeWords(value []byte, decode func(string, []byte) string) string {
	if len(value) == 0 {
		return ""
	}
	var out strings.Builder
	var charset string // of the bytes that wait in held
	var held []byte
	flush := func() {
		if charset == "" && isASCII(held) {
			out.Write(held)
		} else if len(held) > 0 {
			out.WriteString(decode(charset, held))
		}
		charset, held = "", held[:0]
	}
	for len(value) > 0 {
		i := bytes.Index(value, []byte("=?"))
		w, ok := encodedWord{}, false
		if i >= 0 {
			w, ok = parseWord(value[i:])
		}
		if !ok { // the rest, or up to behind something that only began like a word
			n := len(value)
			if i >= 0 {
				n = i + 2
			}
			flush()
			held = append(held, value[:n]...)
			flush()
			value = value[n:]
			continue
		}
		// Blanks between two words only separate them.
		if before := value[:i]; len(held) == 0 || len(bytes.TrimSpace(before)) > 0 {
			flush()
			held = append(held, before...)
			flush()
		}
		if !strings.EqualFold(w.charset, charset) {
			flush()
		}
		charset, held = w.charset, w.appendTo(held)
		value = value[i+w.length:]
	}
	flush()
	return clean(out.String())
}

// An encodedWord is "=?charset?Q?text?=".
type encodedWord struct {
	charset  string
	encoding byte // 'b' or 'q'
	text     []byte
	length   int // of the whole word
}

func parseWord(b []byte) (w encodedWord, ok bool) {
	charset, rest, ok := bytes.Cut(b[2:min(len(b), 1000)], []byte("?"))
	if !ok || len(charset) == 0 || len(charset) > 40 || len(rest) < 4 || rest[1] != '?' {
		return w, false
	}
	w.encoding = rest[0] | 0x20
	n := bytes.Index(rest[2:], []byte("?="))
	if n < 0 || w.encoding != 'b' && w.encoding != 'q' {
		return w, false
	}
	w.text = rest[2 : 2+n]
	w.length = 2 + len(charset) + 1 + 2 + n + 2
	charset, _, _ = bytes.Cut(charset, []byte("*")) // RFC 2231 adds a language
	w.charset = string(charset)
	return w, true
}

func (w encodedWord) appendTo(dst []byte) []byte {
	if w.encoding == 'b' {
		return appendBase64(dst, w.text)
	}
	return appendQuoted(dst, bytes.ReplaceAll(w.text, []byte("_"), []byte("=20")))
}

// isASCII reports whether b needs no decoding. Escapes begin text of ISO-2022.
func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= 0x80 || c == 0x1b {
			return false
		}
	}
	return true
}

// clean makes one line of s, without control characters.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r' || r == '\u00a0' || r == '\u2028' || r == '\u2029':
			return ' '
		case r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || r == '\ufeff' || r == '\u200b':
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Join(strings.Fields(s), " ")
}
