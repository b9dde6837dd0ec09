package format

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// A decoded file is its text and what it was written in.
type decoded struct {
	text     string // valid UTF-8
	encoding string
	warnings []string
	binary   bool // no text at all
}

// decode turns bytes into text. A byte order mark decides; then what a page
// declares, if it can be so; then whether the bytes are UTF-8 or have the zeros
// of UTF-16; the rest is windows-1252, which is also what pages mean that
// declare ISO 8859-1. The mark is left out, so offsets of such a file are three
// bytes (two for UTF-16) less than in the file.
func decode(data []byte, isHTML bool) decoded {
	switch {
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")):
		return decodeUTF8(data[3:])
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		return decodeUTF16(data[2:], 0)
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return decodeUTF16(data[2:], 1)
	}
	if low, ok := zerosOfUTF16(data); ok {
		return decodeUTF16(data, low)
	}
	if isBinary(data) {
		return decoded{binary: true}
	}
	if utf8.Valid(data) {
		return decoded{text: string(data), encoding: "utf-8"}
	}
	if mostlyUTF8(data) {
		return decodeUTF8(data)
	}
	d := decodeWindows1252(data)
	if isHTML {
		if name := declaredEncoding(data); name != "" && !isWestern(name) {
			d.warnings = append(d.warnings, fmt.Sprintf("the page says it is written in %s, which is not read yet; it was read as windows-1252", name))
		}
	}
	return d
}

// decodeUTF8 keeps what is valid and puts U+FFFD for what is not.
func decodeUTF8(data []byte) decoded {
	d := decoded{encoding: "utf-8"}
	if utf8.Valid(data) {
		d.text = string(data)
		return d
	}
	d.text = strings.ToValidUTF8(string(data), "\uFFFD")
	d.warnings = append(d.warnings, "some bytes are no valid UTF-8 and stand as \uFFFD")
	return d
}

// decodeUTF16 decodes pairs of bytes; low is the place of the low one in a pair.
func decodeUTF16(data []byte, low int) decoded {
	d := decoded{encoding: "utf-16le"}
	if low == 1 {
		d.encoding = "utf-16be"
	}
	b := make([]byte, 0, len(data))
	bad := len(data)%2 == 1
	for i := 0; i+1 < len(data); i += 2 {
		r := rune(data[i+low]) | rune(data[i+1-low])<<8
		if utf16.IsSurrogate(r) {
			next := rune(utf8.RuneError)
			if i+3 < len(data) {
				next = rune(data[i+2+low]) | rune(data[i+3-low])<<8
			}
			if r = utf16.DecodeRune(r, next); r == utf8.RuneError {
				bad = true
			} else {
				i += 2
			}
		}
		b = utf8.AppendRune(b, r)
	}
	d.text = string(b)
	if bad {
		d.warnings = append(d.warnings, "some bytes are no valid UTF-16 and stand as \uFFFD")
	}
	return d
}

// zerosOfUTF16 reports text in UTF-16 without a mark: in the first bytes every
// other one is nearly always zero, its neighbours never.
func zerosOfUTF16(data []byte) (low int, ok bool) {
	head := data[:min(len(data), sniffLen)&^1]
	if len(head) < 8 {
		return 0, false
	}
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i&1]++
		}
	}
	half := len(head) / 2
	switch {
	case zeros[1]*10 >= half*7 && zeros[0] == 0:
		return 0, true
	case zeros[0]*10 >= half*7 && zeros[1] == 0:
		return 1, true
	}
	return 0, false
}

// isBinary reports bytes that are no text in any encoding read here: zeros, but
// for the stray one that a server left in a page, or more than one in a hundred
// control characters at the start.
func isBinary(data []byte) bool {
	sample := data[:min(len(data), 64<<10)]
	if bytes.Count(sample, []byte{0})*1000 > len(sample) {
		return true
	}
	head := data[:min(len(data), 4*sniffLen)]
	control := 0
	for _, c := range head {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != 0x1B || c == 0x7F {
			control++
		}
	}
	return control*100 > len(head)
}

// mostlyUTF8 reports UTF-8 with a few broken places: cut by bytes, or joined
// from files of two encodings.
func mostlyUTF8(data []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	return good > 4*bad
}

// windows1252 holds the characters of bytes 0x80 to 0x9F (WHATWG Encoding
// Standard, index windows-1252); the others are those of Unicode.
var windows1252 = [32]rune{
	'€', 0x81, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0x8D, 'Ž', 0x8F,
	0x90, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0x9D, 'ž', 'Ÿ',
}

func decodeWindows1252(data []byte) decoded {
	b := make([]byte, 0, len(data)+len(data)/8)
	for _, c := range data {
		switch {
		case c < utf8.RuneSelf:
			b = append(b, c)
		case c < 0xA0:
			b = utf8.AppendRune(b, windows1252[c-0x80])
		default:
			b = utf8.AppendRune(b, rune(c))
		}
	}
	return decoded{text: string(b), encoding: "windows-1252"}
}

// declaredEncoding is the charset a page declares in its first bytes, lower
// case, "" if none.
func declaredEncoding(data []byte) string {
	head := asciiHead(data[:min(len(data), sniffLen)])
	i := strings.Index(head, "charset=")
	if i < 0 {
		if i = strings.Index(head, "encoding="); i < 0 {
			return ""
		}
		i++
	}
	name := strings.TrimLeft(head[i+len("charset="):], "\"' ")
	return name[:len(name)-len(strings.TrimLeft(name, "abcdefghijklmnopqrstuvwxyz0123456789-_:."))]
}

func isWestern(name string) bool {
	switch name {
	case "windows-1252", "cp1252", "iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii", "iso-8859-15", "utf-8", "utf8":
		return true
	}
	return false
}
