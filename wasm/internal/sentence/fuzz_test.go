package sentence

import (
	"strings"
	"testing"
	"unicode"

	"clippings/wasm/protocol"
)

// FuzzSpans holds that sentences are sorted and apart, within the stretch, trimmed,
// and that no letter or digit is lost.
func FuzzSpans(f *testing.F) {
	for _, c := range cases {
		f.Add(c.text, c.lang, uint32(1), uint32(len(c.text)))
	}
	f.Add("a.\xff b.\xe3\x80", "de", uint32(0), uint32(99))
	f.Fuzz(func(t *testing.T, text, lang string, from, to uint32) {
		end := min(int(to), len(text))
		start := min(int(from), end)
		last := start
		for _, s := range Spans(nil, text, protocol.Span{Start: from, End: to}, lang) {
			if int(s.Start) < last || s.Start >= s.End || int(s.End) > end {
				t.Fatalf("%q: span %v behind %d", text, s, last)
			}
			if piece := s.Of(text); piece != strings.TrimSpace(piece) {
				t.Fatalf("%q has white space at its ends", piece)
			}
			checkNothing(t, text[last:s.Start])
			last = int(s.End)
		}
		checkNothing(t, text[last:end])
	})
}

// checkNothing checks that a stretch between sentences has no letter or digit.
func checkNothing(t *testing.T, gap string) {
	if strings.IndexFunc(gap, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) >= 0 {
		t.Fatalf("%q is in no sentence", gap)
	}
}

func BenchmarkSpans(b *testing.B) {
	text := strings.Repeat(strings.ReplaceAll(cases[0].text+" "+cases[1].text+" ", "| ", ""), 500)
	var dst []protocol.Span
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		dst = Spans(dst[:0], text, protocol.Span{End: uint32(len(text))}, "en")
	}
}
