package snippet

import (
	"math/bits"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"clippings/wasm/protocol"
)

var report = document(
	"T Storm closes harbour",
	"D By Ana Velde in Sundvik, 3 May",
	"B A storm closed the harbour at dawn. Nobody was hurt, the council said, and the ferries stayed at the quay until noon.",
	"B The island school was shut as well. Its roof had been mended only last autumn, at a cost that some members of the council called absurd.",
	"F Read more: harbour storm pictures, ferries, weather",
	"B In the evening the wind turned west. Fishermen found two boats adrift off the lighthouse, towed them in and moored them beside the school ship.",
)

func TestMakeSeveral(t *testing.T) {
	for _, c := range []struct {
		parts []string
		size  int
		want  string
	}{
		// One shows all.
		{[]string{"storm", "ferries"}, 120, "A [storm] closed the harbour at dawn. Nobody was hurt, the council said, and the [ferries] stayed at the quay until noon."},
		// Two, in the order of the text, for what no one place shows.
		{[]string{"lighthouse", "storm"}, 140, "A [storm] closed the harbour at dawn. Nobody was hurt, the council said, – Fishermen found two boats adrift off the [lighthouse], towed them in and"},
		{[]string{"autumn", "storm", "lighthouse"}, 180, "A [storm] closed the harbour at dawn. Nobody was hurt, the – Its roof had been mended only last [autumn], at a cost that some – Fishermen found two boats adrift off the [lighthouse], towed"},
		// Both in one sentence, and room for it.
		{[]string{"mended", "absurd"}, 101, "Its roof had been [mended] only last autumn, at a cost that some members of the council called [absurd]."},
		{[]string{"mended", "absurd"}, 80, "Its roof had been [mended] only last – some members of the council called [absurd]."},
		// Too little room for two.
		{[]string{"storm", "lighthouse"}, 60, "A [storm] closed the harbour at dawn. Nobody was hurt, the"},
		// The byline is shown for what the running text does not have.
		{[]string{"velde"}, 100, "By Ana [Velde] in Sundvik, 3 May"},
		{[]string{"velde", "storm"}, 100, "By Ana [Velde] in Sundvik, 3 May – A [storm] closed the harbour at dawn. Nobody was hurt, the council said,"},
		{[]string{"velde", "nothing"}, 100, "By Ana [Velde] in Sundvik, 3 May"},
	} {
		var k Maker
		if got := excerpts(report, k.Make(report, newWords(c.parts...), Options{MaxBytes: c.size})); got != c.want {
			t.Errorf("%q in %d bytes:\ngot  %s\nwant %s", c.parts, c.size, got, c.want)
		}
	}
}

func TestMakeKinds(t *testing.T) {
	d := document("T Zürich und Zurich", "B 서울에서 온 소식. Zürich saw Zurich.", "F Zurich links")
	only := newWords("zurich", "links")
	only.fields = map[int]uint8{0: 5, 1: 5}
	exact := newWords("zurich")
	exact.exact = map[string]string{"zurich": "Zürich"}
	title := newWords("zurich")
	title.fields = map[int]uint8{0: 0}
	for _, c := range []struct {
		m    Matcher
		text string
		want string // of all text, and of the excerpts
	}{
		{newWords("zurich"), "[Zürich] und [Zurich]|서울에서 온 소식. [Zürich] saw [Zurich].|Zurich links", "[Zürich] saw [Zurich]."},
		{exact, "[Zürich] und Zurich|서울에서 온 소식. [Zürich] saw Zurich.|Zurich links", "[Zürich] saw Zurich."},
		{only, "Zürich und Zurich|서울에서 온 소식. Zürich saw Zurich.|[Zurich] [links]", "[Zurich] [links]"},
		{title, "[Zürich] und [Zurich]|서울에서 온 소식. Zürich saw Zurich.|Zurich links", "서울에서 온 소식. Zürich saw Zurich."},
		{newWords("*서울"), "Zürich und Zurich|[서울]에서 온 소식. Zürich saw Zurich.|Zurich links", "[서울]에서 온 소식. Zürich saw Zurich."},
		{newWords("/ch_saw/"), "Zürich und Zurich|서울에서 온 소식. Züri[ch saw] Zurich.|Zurich links", "Züri[ch saw] Zurich."},
	} {
		var k Maker
		all := marked(d, protocol.Span{End: uint32(len(d.Text) - 1)}, k.Highlights(d, c.m))
		if all = strings.ReplaceAll(all, "\n", "|"); all != c.text {
			t.Errorf("got  %s\nwant %s", all, c.text)
		}
		if got := excerpts(d, k.Make(d, c.m, Options{})); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}

// What a person sees as one character is not cut, unless it is longer than all
// there is room for.
func TestCuts(t *testing.T) {
	for _, c := range []struct {
		text string
		size uint32
		want string
	}{
		{"cafe\u0301s", 5, "caf"},
		{"cafe\u0301s", 6, "cafe\u0301"},
		{"か\u3099か\u3099", 9, "か\u3099"},
		{"ที่นี่", 12, "ที่"},
		{"กำกำ", 8, "กำ"},
		{"👩\u200d🚒👩\u200d🚒", 13, "👩\u200d🚒"},
		{"👍🏽👍🏽", 13, "👍🏽"},
		{"🇳🇴🇸🇪", 12, "🇳🇴"},
		{"🇳🇴🇸🇪", 15, "🇳🇴"},
		{"क्षक्ष", 12, "क्ष"},
		{"각각", 4, "각"},
		{"e\u0301\u0301\u0301\u0301", 6, "e\u0301\u0301"},
		{"a\r\nb", 2, "a"},
	} {
		s := protocol.Span{End: min(c.size, uint32(len(c.text)))}
		if got := c.text[:cutBack(c.text, s)]; got != c.want || !utf8.ValidString(got) {
			t.Errorf("%q in %d bytes: %q, want %q", c.text, c.size, got, c.want)
		}
	}
}

// A text that is not read to its end shows as many parts of the query.
func TestEnoughShowsAll(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	letters := strings.Fields("a b c d e f g h i j k l m n o p")
	short := 0
	for range 3000 {
		var text strings.Builder
		for range 20 + r.IntN(200) {
			text.WriteString(letters[min(r.IntN(len(letters)), r.IntN(len(letters)))] + " \n"[r.IntN(30)/29:][:1])
		}
		d := fuzzDocument(text.String(), r.IntN(5))
		var parts []string
		for range 1 + r.IntN(4) {
			parts = append(parts, letters[r.IntN(len(letters))])
		}
		w := newWords(parts...)
		if r.IntN(3) == 0 {
			w.fields = map[int]uint8{0: uint8(r.IntN(6))}
		}
		var k Maker
		room := uint32(10 + r.IntN(50))
		shown := func(read uint32) (set uint64, n int) {
			k.s.scan(d, w, read)
			n = len(k.s.matches)
			for _, c := range k.choose(room, 3) {
				for _, m := range k.s.matches {
					if m.Start >= c.Start && m.End <= c.End {
						set |= 1 << m.part
					}
				}
			}
			return set, n
		}
		some, n := shown(room)
		if all, more := shown(0); bits.OnesCount64(some) != bits.OnesCount64(all) {
			t.Fatalf("%q in %d bytes: shows %b, of all %b\n%q", parts, room, some, all, text.String())
		} else if n < more {
			short++
		}
	}
	if short < 300 {
		t.Errorf("%d texts were not read to their ends", short)
	}
}
