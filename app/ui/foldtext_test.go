package ui

import (
	"strings"
	"testing"
	"unicode/utf8"

	"clippings/wasm/protocol"
)

func whole(text string) []protocol.Span { return []protocol.Span{{End: uint32(len(text))}} }

func TestFoldedTextFinds(t *testing.T) {
	for _, c := range []struct {
		text, want string
		found      string // what stands there, joined by "|"
	}{
		{"The ferry, the Ferry and the FERRY", "ferry", "ferry|Ferry|FERRY"},
		{"Zürich and Zurich", "zurich", "Zürich|Zurich"},
		{"Zürich and Zurich", "ZÜRICH", "Zürich|Zurich"},
		{"cafe\u0301s and cafes", "cafe", "cafe\u0301|cafe"},
		{"Straße", "strasse", "Straße"},
		{"Straße", "stras", "Straß"},
		{"Łódź", "lodz", "Łódź"},
		{"it’s “so”", `it's "so"`, "it’s “so”"},
		{"one\n  two", "one two", "one\n  two"},
		{"one two", "  one\ttwo ", "one two"},
		{"ёлка", "елка", "ёлка"},
		{"aaaa", "aa", "aa|aa"},
		{"nothing", "", ""},
		{"nothing", "  ", ""},
		{"日本語の本", "本", "本|本"},
		{"so\u00adft", "soft", "so\u00adft"},
	} {
		var got []string
		for _, s := range newFoldedText(c.text, whole(c.text)).all(c.want) {
			got = append(got, s.Of(c.text))
		}
		if strings.Join(got, "|") != c.found {
			t.Errorf("%q in %q: got %q, want %q", c.want, c.text, strings.Join(got, "|"), c.found)
		}
	}
}

func TestFoldedTextKeepsLinesApart(t *testing.T) {
	const text = "one two\n\nthree  one"
	f := newFoldedText(text, []protocol.Span{{Start: 0, End: 7}, {Start: 9, End: 19}})
	if found := f.all("two three"); len(found) > 0 {
		t.Errorf("found across lines: %v", found)
	}
	if found := f.all("one"); len(found) != 2 || found[1] != (protocol.Span{Start: 16, End: 19}) {
		t.Errorf("one: %v", found)
	}
}

func FuzzFoldedText(f *testing.F) {
	f.Add("Zürich, Straße, cafe\u0301", "ss")
	f.Add("one\n two", "e t")
	f.Add("\xff\xfe", "\xff")
	f.Fuzz(func(t *testing.T, text, want string) {
		last := uint32(0)
		for _, s := range newFoldedText(text, whole(text)).all(want) {
			if s.Start < last || s.Start >= s.End || int(s.End) > len(text) {
				t.Fatalf("%q in %q: %v after %d", want, text, s, last)
			}
			last = s.End
			if utf8.ValidString(text) && !utf8.ValidString(s.Of(text)) {
				t.Fatalf("%q in %q: %v cuts a letter", want, text, s)
			}
		}
	})
}

func BenchmarkFoldText(b *testing.B) {
	text := strings.Repeat("The ferry to Nordhafen won’t sail before Thursday, the “harbour” office said. ", 10_000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		newFoldedText(text, whole(text)).all("office")
	}
}
