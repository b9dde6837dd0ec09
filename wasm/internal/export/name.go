package export

import (
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"clippings/wasm/protocol"
)

// nameBytes is how long a file's name may get without its extension. File systems
// take 255 bytes; Windows takes 260 characters with all folders.
const nameBytes = 120

// FileName is what the file of one document is called, without an extension: its
// date, outlet and title, or what it was called where it has no title. It is a name
// that every file system takes, and no path.
func FileName(doc *protocol.Document) string {
	title := doc.Title
	if title == "" {
		title = strings.TrimSuffix(path.Base(doc.Source), path.Ext(doc.Source))
		if doc.Record != "" {
			title += " " + doc.Record
		}
	}
	var parts []string
	day := doc.Date
	if len(day) > len("2025-07-03") {
		day = day[:len("2025-07-03")]
	}
	for _, part := range []string{day, doc.Outlet, title} {
		if part = safe(part); part != "" {
			parts = append(parts, part)
		}
	}
	name := strings.TrimRight(short(strings.Join(parts, " - "), nameBytes), ". ")
	stem, _, _ := strings.Cut(name, ".")
	if name == "" || isReserved(strings.TrimRight(stem, " ")) {
		return "_" + name
	}
	return name
}

// safe is a text as a part of a name: without what is forbidden in one, hides a
// file, is taken for an option, or makes what is read differ from what is there.
func safe(text string) string {
	text = strings.ToValidUTF8(text, "")
	text = strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`/\:|`, r), unicode.IsSpace(r):
			return ' '
		case r == '"':
			return '\''
		case strings.ContainsRune(`*?<>`, r), unicode.IsControl(r),
			'\u202a' <= r && r <= '\u202e', '\u2066' <= r && r <= '\u2069',
			r == '\u200e', r == '\u200f', r == '\u061c', r == '\ufeff', r == '\u200b', r == utf8.RuneError:
			return -1
		}
		return r
	}, text)
	return strings.Trim(strings.TrimLeft(strings.Join(strings.Fields(text), " "), ".-~ "), ". ")
}

// short is the start of a name, in whole characters with their accents.
func short(name string, most int) string {
	if len(name) <= most {
		return name
	}
	n := most
	for n > 0 {
		r, _ := utf8.DecodeRuneInString(name[n:])
		if utf8.RuneStart(name[n]) && !unicode.Is(unicode.M, r) && r != '\u200d' {
			break
		}
		n--
	}
	if space := strings.LastIndexByte(name[:n], ' '); space > most/2 {
		n = space
	}
	return name[:n]
}

// isReserved reports names that stand for devices in Windows.
func isReserved(stem string) bool {
	stem = strings.ToUpper(stem)
	switch stem {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	number, ok := strings.CutPrefix(stem, "COM")
	if !ok {
		number, ok = strings.CutPrefix(stem, "LPT")
	}
	return ok && (len(number) == 1 && '0' <= number[0] && number[0] <= '9' || number == "¹" || number == "²" || number == "³")
}
