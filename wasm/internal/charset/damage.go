package charset

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

const replacement = "\uFFFD"

// damage says what is wrong with a decoded text: bytes without meaning,
// replacement characters that were there before, and UTF-8 that somebody read as
// windows-1252 and saved again. data is without a byte order mark.
func damage(data []byte, t Text) []string {
	var warnings []string
	before := 0
	if t.Encoding == "utf-8" {
		before = bytes.Count(data, []byte(replacement))
	}
	marks := strings.Count(t.Text, replacement)
	first := 0
	if marks > 0 {
		first = strings.Index(t.Text, replacement)
	}
	if n := marks - before; n > 0 {
		warnings = append(warnings, fmt.Sprintf("%s without meaning in %s: marked with %s; the first mark is at byte %d of the text.", places(n), t.Encoding, replacement, first))
	}
	if before > 0 {
		warnings = append(warnings, fmt.Sprintf("Characters were lost before the text was saved: %s with the replacement character %s, the first at byte %d.", places(before), replacement, first))
	}
	if n, at, example := mojibake(t.Text); n > 0 {
		warnings = append(warnings, fmt.Sprintf("The text was damaged before it was saved: UTF-8 was read in another encoding in %s, for example “%s” at byte %d.", places(n), example, at))
	}
	return warnings
}

func places(n int) string {
	if n == 1 {
		return "1 place"
	}
	return fmt.Sprintf("%d places", n)
}

// mojibake counts characters of UTF-8 that were read byte by byte as
// windows-1252 ("Ã©" for "é", "â€™" for an apostrophe) and returns the first. One
// character of two bytes proves nothing: "MANHû" ends a Portuguese quotation.
func mojibake(text string) (count, at int, example string) {
	long := false
	for i := 0; i < len(text); {
		next := strings.IndexByte(text[i:], 0xC3)
		if next < 0 {
			break
		}
		i += next
		n, characters := misread(text[i:])
		if n == 0 {
			i++
			continue
		}
		if count == 0 || characters > 2 && !long {
			at, example = i, text[i:i+n]
		}
		count++
		long = long || characters > 2
		i += n
	}
	if count == 1 && !long {
		return 0, 0, ""
	}
	return count, at, example
}

// misread returns the length of the character of UTF-8 at the start of text that
// was read as windows-1252, in bytes and in characters, 0 if there is none.
func misread(text string) (length, characters int) {
	lead, n := utf8.DecodeRuneInString(text)
	want := 0
	switch {
	case lead >= 0xC2 && lead <= 0xDF:
		want = 1
	case lead >= 0xE0 && lead <= 0xEF:
		want = 2
	case lead >= 0xF0 && lead <= 0xF4:
		want = 3
	default:
		return 0, 0
	}
	b := [4]byte{byte(lead)}
	length = n
	for i := 1; i <= want; i++ {
		r, n := utf8.DecodeRuneInString(text[length:])
		if r < 0x80 {
			return 0, 0
		}
		if b[i] = westernByte(r); b[i] == 0 {
			return 0, 0
		}
		length += n
	}
	if !utf8.Valid(b[:want+1]) {
		return 0, 0
	}
	return length, want + 1
}

// westernByte is the byte 0x80 to 0xBF that windows-1252 reads as r, 0 if none.
func westernByte(r rune) byte {
	if r >= 0x80 && r < 0xC0 {
		return byte(r)
	}
	for i, other := range letters("windows-1252")[0x80:0xA0] {
		if r == other {
			return byte(0x80 + i)
		}
	}
	return 0
}
