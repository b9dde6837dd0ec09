// Package charset turns the bytes of a file into text.
//
//	byte order mark → label a person chose → zeros of UTF-16 and UTF-32 →
//	escapes of ISO-2022 and HZ → valid UTF-8 → declared, if it can be so →
//	the encoding whose text is the most natural → windows-1252
//
// Detection describes the same bytes in each encoding that can have written them and
// counts the bits this takes under a model of what people write: pairs of letters of
// an alphabet, frequent Chinese characters, accents of a language, capitals at the
// start of words. The shortest description wins (minimum description length; Rissanen,
// "Modeling by shortest data description", 1978). Tables, models and code are 58 kB of the
// download (gzip).
//
// Encodings of one byte a character are tables of this package; those of several
// bytes are decoded by the browser's TextDecoder, outside a browser by
// golang.org/x/text. Names and labels are those of the WHATWG Encoding Standard
// (https://encoding.spec.whatwg.org), with the exceptions that [Canonical] names.
//
// Valid UTF-8 costs two passes and one copy; other text about a millisecond for a
// sample of at most 16 kB around bytes that are no ASCII, and the decoding.
package charset

import (
	"bytes"
	"encoding/binary"
	"unicode/utf8"
)

// A Hint is what is known about bytes before they are read.
type Hint struct {
	Label    string // an encoding that a person chose, any label; "" is none
	Declared string // what the file or its transport declares, any label; used only if it can be true
	HTML     bool   // look for <meta charset> and <?xml encoding> at the start
}

// A Text is what bytes say.
type Text struct {
	Text     string   // valid UTF-8, without the byte order mark
	Encoding string   // a name of Names, "" if Binary
	How      string   // what decided: "byte order mark", "chosen", "declared" or "content"
	Warnings []string // what is damaged or doubtful, in words for the reader
	Binary   bool     // no text in any encoding; Text is empty
}

// The values of Text.How.
const (
	byMark     = "byte order mark"
	byChoice   = "chosen"
	byDeclared = "declared"
	byContent  = "content"
)

// Decode turns bytes into text. It keeps nothing of data.
func Decode(data []byte, h Hint) Text {
	f := recognise(data, h)
	if f.binary {
		return Text{Binary: true}
	}
	if f.valid {
		t := f.text(string(data))
		if !f.ascii {
			t.Warnings = damage(data, t)
		}
		return t
	}
	data = data[f.mark:]
	t := f.text(decodeAs(data, f.name))
	t.Warnings = damage(data, t)
	return t
}

// A finding is what bytes are written in.
type finding struct {
	name, how string
	mark      int  // the length of the byte order mark
	valid     bool // UTF-8 without mark and damage
	ascii     bool // nothing else
	binary    bool
}

func (f finding) text(text string) Text {
	return Text{Text: text, Encoding: f.name, How: f.how}
}

// recognise finds the encoding of data.
func recognise(data []byte, h Hint) finding {
	name, length := mark(data)
	if chosen := Canonical(h.Label); chosen != "" {
		f := finding{name: chosen, how: byChoice}
		if name == chosen {
			f.mark = length
		}
		return f
	}
	if name != "" {
		return finding{name: name, how: byMark, mark: length}
	}
	if name := byZeros(data); name != "" {
		return finding{name: name, how: byContent}
	}
	ascii := asciiLen(data) == len(data)
	if ascii {
		if name := byEscapes(data); name != "" {
			return finding{name: name, how: byContent}
		}
	}
	if isBinary(data) {
		return finding{binary: true}
	}
	if ascii || utf8.Valid(data) {
		return finding{name: "utf-8", how: byContent, valid: true, ascii: ascii}
	}
	if mostlyUTF8(data) {
		return finding{name: "utf-8", how: byContent}
	}
	declared := Canonical(h.Declared)
	if declared == "" && h.HTML {
		declared = Canonical(declaredInside(data))
	}
	return legacy(data, declared)
}

// isBinary reports bytes that are no text in any encoding: zeros, but for the
// stray one that a server left in a page, or more than one in a hundred control
// characters at the start.
func isBinary(data []byte) bool {
	sample := data[:min(len(data), 64<<10)]
	if bytes.IndexByte(sample, 0) >= 0 && bytes.Count(sample, []byte{0})*1000 > len(sample) {
		return true
	}
	control := 0
	head := data[:min(len(data), 4<<10)]
	rest := head
	for len(rest) > 0 {
		for len(rest) >= 8 && !mayControl(binary.LittleEndian.Uint64(rest)) {
			rest = rest[8:]
		}
		for _, c := range rest[:min(len(rest), 8)] {
			if c < 0x80 && isControl(rune(c)) {
				control++
			}
		}
		rest = rest[min(len(rest), 8):]
	}
	return control*100 > len(head)
}

// mayControl reports eight bytes among which one is under 0x20 or is 0x7F: of
// text, one in ten such groups, for the end of a line in it.
func mayControl(x uint64) bool {
	const ones, high = 0x0101010101010101, 0x8080808080808080
	del := x ^ 0x7F*ones
	return ((x-0x20*ones)&^x|(del-ones)&^del)&high != 0
}

// mostlyUTF8 reports UTF-8 with a few broken places: cut by bytes, or joined
// from files of two encodings.
func mostlyUTF8(data []byte) bool {
	good, bad := 0, 0
	for len(data) > 0 {
		if data[0] < utf8.RuneSelf {
			data = data[asciiLen(data):]
			continue
		}
		r, n := utf8.DecodeRune(data)
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		data = data[n:]
	}
	return good > 4*bad
}
