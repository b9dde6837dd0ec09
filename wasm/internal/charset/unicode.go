package charset

import (
	"bytes"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// mark returns the encoding that a byte order mark at the start of data names
// and the mark's length, "" without one. The mark of UTF-32 begins like that of
// UTF-16 and is looked for first.
func mark(data []byte) (name string, length int) {
	switch {
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")):
		return "utf-8", 3
	case bytes.HasPrefix(data, []byte("\xFF\xFE\x00\x00")) && len(data)%4 == 0:
		return "utf-32le", 4
	case bytes.HasPrefix(data, []byte("\x00\x00\xFE\xFF")):
		return "utf-32be", 4
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		return "utf-16le", 2
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return "utf-16be", 2
	case bytes.HasPrefix(data, []byte("\x84\x31\x95\x33")):
		return "gb18030", 4
	}
	return "", 0
}

// decodeUTF8 keeps what is valid and puts U+FFFD for each run that is not.
func decodeUTF8(data []byte) string {
	return strings.ToValidUTF8(string(data), "\uFFFD")
}

// decodeUTF16 decodes pairs of bytes; low is the place of the low one in a pair.
// A half of a surrogate pair alone and a last odd byte stand as U+FFFD.
func decodeUTF16(data []byte, low int) string {
	b := make([]byte, 0, len(data))
	for len(data) >= 2 {
		r := rune(data[low]) | rune(data[1-low])<<8
		data = data[2:]
		if utf16.IsSurrogate(r) {
			next := rune(utf8.RuneError)
			if len(data) >= 2 {
				next = rune(data[low]) | rune(data[1-low])<<8
			}
			if r = utf16.DecodeRune(r, next); r != utf8.RuneError {
				data = data[2:]
			}
		}
		b = utf8.AppendRune(b, r)
	}
	if len(data) > 0 {
		b = utf8.AppendRune(b, utf8.RuneError)
	}
	return string(b)
}

// decodeUTF32 decodes four bytes a character, the low one first or last.
func decodeUTF32(data []byte, bigEndian bool) string {
	b := make([]byte, 0, len(data)/2)
	for len(data) >= 4 {
		r := uint32(data[0]) | uint32(data[1])<<8 | uint32(data[2])<<16 | uint32(data[3])<<24
		if bigEndian {
			r = uint32(data[3]) | uint32(data[2])<<8 | uint32(data[1])<<16 | uint32(data[0])<<24
		}
		b = utf8.AppendRune(b, rune(min(r, utf8.MaxRune+1)))
		data = data[4:]
	}
	if len(data) > 0 {
		b = utf8.AppendRune(b, utf8.RuneError)
	}
	return string(b)
}

// byZeros recognises UTF-16 and UTF-32 without a mark by where zeros stand in
// the first bytes: text of any language has spaces, digits and line ends, whose
// high bytes are zero. A low byte of zero is rare (the Chinese "one", an emoji).
func byZeros(data []byte) string {
	if bytes.IndexByte(data[:min(len(data), 4096)], 0) < 0 {
		return ""
	}
	head := data[:min(len(data), 4096)&^3]
	if len(head) < 8 {
		head = data[:min(len(data), 4096)&^1]
	}
	var zeros [4]int
	for i, c := range head {
		if c == 0 {
			zeros[i&3]++
		}
	}
	n := len(head) / 4
	switch {
	case n >= 2 && zeros[3] == n && zeros[2] >= n*9/10 && zeros[0]*20 <= n:
		return "utf-32le"
	case n >= 2 && zeros[0] == n && zeros[1] >= n*9/10 && zeros[3]*20 <= n:
		return "utf-32be"
	}
	even, odd := zeros[0]+zeros[2], zeros[1]+zeros[3]
	switch {
	case odd > 0 && even*20 <= odd && plausibleUTF16(head, 0, odd):
		return "utf-16le"
	case even > 0 && odd*20 <= even && plausibleUTF16(head, 1, even):
		return "utf-16be"
	}
	return ""
}

// plausibleUTF16 reports whether zeros of the high bytes are as many as in text:
// nearly all of them in Latin writing, one in fifty in others, where no unit may
// then be a half of a pair without the other or a number never given.
func plausibleUTF16(head []byte, low, zeros int) bool {
	half := len(head) / 2
	if half < 4 {
		return false
	}
	if zeros*10 >= half*7 {
		return true
	}
	return zeros*50 >= half && !strings.ContainsFunc(decodeUTF16(head, low), func(r rune) bool {
		return r == utf8.RuneError || isControl(r) || r >= 0xE000 && r < 0xF900 || r >= 0xFFF0 && r <= 0xFFFF
	})
}

// isControl reports control characters that no text has.
func isControl(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' && r != '\f' && r != '\v' && r != 0x1A && r != 0x1B || r >= 0x7F && r < 0xA0
}
