package format

import (
	"strings"
	"testing"
	"unicode/utf16"
)

func encode16(text string, big bool) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(text)) {
		if big {
			b.WriteByte(byte(u >> 8))
			b.WriteByte(byte(u))
		} else {
			b.WriteByte(byte(u))
			b.WriteByte(byte(u >> 8))
		}
	}
	return b.String()
}

func TestDecode(t *testing.T) {
	const text = "Die Fähre “Ole Bull” kehrt zurück 😀 – heißt es in Bergen."
	const ascii = "The ferry is back in Bergen."
	for _, c := range []struct {
		name, data, want, encoding string
		warned                     bool
	}{
		{"ascii", ascii, ascii, "utf-8", false},
		{"utf-8", text, text, "utf-8", false},
		{"utf-8 with mark", "\xEF\xBB\xBF" + text, text, "utf-8", false},
		{"utf-16le with mark", "\xFF\xFE" + encode16(text, false), text, "utf-16le", false},
		{"utf-16be with mark", "\xFE\xFF" + encode16(text, true), text, "utf-16be", false},
		{"utf-16le without mark", encode16(ascii, false), ascii, "utf-16le", false},
		{"utf-16be without mark", encode16(ascii, true), ascii, "utf-16be", false},
		{"utf-16 cut", "\xFF\xFEa\x00b", "a", "utf-16le", true},
		{"lone surrogate", "\xFF\xFEa\x00\x00\xD8b\x00", "a\uFFFDb", "utf-16le", true},
		{"windows-1252", "F\xE4hre \x93Ole\x94 \x80 5 \x96 ja", "Fähre “Ole” € 5 – ja", "windows-1252", false},
		{"mostly utf-8", strings.Repeat("ä", 20) + "\xC3 cut", strings.Repeat("ä", 20) + "\uFFFD cut", "utf-8", true},
		{"crlf stays", "a\r\nb", "a\r\nb", "utf-8", false},
	} {
		d := decode([]byte(c.data), false)
		if d.binary || d.text != c.want || d.encoding != c.encoding || (len(d.warnings) > 0) != c.warned {
			t.Errorf("%s: got %q in %s %v, want %q in %s", c.name, d.text, d.encoding, d.warnings, c.want, c.encoding)
		}
	}
	if d := decode([]byte(strings.Repeat(ascii, 100)+"\x00"), false); d.binary {
		t.Error("a stray zero makes a text binary")
	}
	d := decode([]byte("<meta charset=koi8-r>\xF0\xD2\xC9"), true)
	if len(d.warnings) != 1 || !strings.Contains(d.warnings[0], "koi8-r") {
		t.Errorf("declared encoding: got %v", d.warnings)
	}
}

func TestSniff(t *testing.T) {
	for _, c := range []struct{ name, head, want string }{
		{"a.txt", "The ferry", "text"}, {"a", "The ferry", "text"}, {"a.md", "# The ferry", "markdown"}, {"a.html", "The ferry", "html"}, {"A.HTM", "x", "html"},
		{"a.txt", "\n<!DOCTYPE html><p>", "html"}, {"a", "\xEF\xBB\xBF<html>", "html"}, {"a", "\xFF\xFE<\x00h\x00t\x00m\x00l\x00", "html"}, {"a.php", "<!-- saved --><html>", "html"}, {"a.json", "<!doctype html>", "html"},
		{"a.txt", "<p> is a tag", "text"}, {"a.txt", "MZ is the mark of a program", "text"}, {"a.bin", "PK\x03\x04", "zip"}, {"photo.txt", "\xFF\xD8\xFF\xE0", "JPEG image"},
	} {
		if got := sniff(c.name, []byte(c.head)).format; got != c.want {
			t.Errorf("sniff(%q, %q) = %q, want %q", c.name, c.head, got, c.want)
		}
	}
}
