package speech

import (
	"math/rand/v2"
	"strings"
	"testing"

	"clippings/wasm/protocol"
)

// check holds what Find says to what it promises.
func check(t *testing.T, d *protocol.Document) {
	t.Helper()
	at, last := uint32(0), uint32(0)
	for i, s := range Find(d) {
		if len(s.Parts) == 0 || i > 0 && s.Parts[0].Start < last {
			t.Fatalf("%q: speech %d is empty or not in order", d.Text, i)
		}
		last, at = s.Parts[0].Start, s.Parts[0].Start
		for _, p := range s.Parts {
			if p.Start < at || p.Start >= p.End || int(p.End) > len(d.Text) {
				t.Fatalf("%q: speech %d: part %v is not sorted, empty or outside", d.Text, i, p)
			}
			at = p.End
		}
		if s.Named.Start > s.Named.End || int(s.Named.End) > len(d.Text) {
			t.Fatalf("%q: speech %d: named at %v", d.Text, i, s.Named)
		}
		if s.Sure && s.Speaker == "" {
			t.Fatalf("%q: speech %d: sure of nobody", d.Text, i)
		}
	}
}

// TestAnyOrderOfWords reads what hostile texts are made of: nothing but the words
// and points that rules look for.
func TestAnyOrderOfWords(t *testing.T) {
	bits := strings.Fields("“ ” « » \" ' said told , . : — ( ) ? the The a of Ada Marsh Marsh's Mr. Bo he she who that and according to by calling called was on Monday minister Dr. “Well” “we_shall_wait_here,” \n")
	random := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		var b strings.Builder
		for range random.IntN(30) {
			b.WriteString(strings.ReplaceAll(bits[random.IntN(len(bits))], "_", " "))
			b.WriteString([]string{" ", "", "\n"}[min(random.IntN(9), 2)%3])
		}
		for _, lang := range []string{"en", "de", "fr", ""} {
			check(t, documentOf(lang, b.String()))
		}
	}
}

// TestLongSentences reads texts without points, which would take minutes if a
// look around were not bounded.
func TestLongSentences(t *testing.T) {
	for _, bit := range []string{"“a b c d” ", "said ", "“a” said ", "Ada Marsh, ", "of the ", "“a b c d” Ada of ", "“!” ", "“a.” - "} {
		check(t, documentOf("en", strings.Repeat(bit, 20000)))
	}
}

func FuzzFind(f *testing.F) {
	f.Add("en", "“The bridge is shut,” Ada Marsh, 45, of Leeds, told reporters. “It is.”\n“Why?” she asked.")
	f.Add("de", "„Wir warten“, sagte die Ministerin Ada Marsch am Montag.")
	f.Add("ru", "«Мы ждем», — сказал Иван Петров.")
	f.Add("fr", "« Nous attendons », a déclaré Jean Dupont, selon Anne Leroy.")
	f.Fuzz(func(t *testing.T, lang, text string) { check(t, documentOf(lang, text)) })
}

var sample = strings.Repeat("Harbour master Ada Marsh met the council of the town on Monday to tell it what the winter had done to the bridge.\n"+
	"“We shall wait for the tide,” she said. “There is no other way.”\nThe ministry said the bridge was “a lasting shame” for the town, according to Bo Lind, who runs the ferry.\n", 50)

func BenchmarkFind(b *testing.B) {
	d := documentOf("en", sample)
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(d)
	}
}
