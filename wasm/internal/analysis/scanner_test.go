package analysis

import (
	"fmt"
	"strings"
	"testing"

	"github.com/clipperhouse/uax29/v2/words"
)

// span is a word by its place.
type span struct{ start, end int }

// scanAll runs the Scanner over text.
func scanAll(text string) (spans []span) {
	var s Scanner
	for s.Reset(text); s.Next(); {
		spans = append(spans, span{int(s.Start()), int(s.End())})
	}
	return spans
}

// scanPlain is the plain version: every segment of uax29 that is a word.
func scanPlain(text string) (spans []span) {
	for it := words.FromString(text); it.Next(); {
		if isWord(it.Value()) {
			spans = append(spans, span{it.Start(), it.End()})
		}
	}
	return spans
}

func TestForms(t *testing.T) {
	tests := []struct{ text, folded, terms string }{
		{"Mr. Zelensky’s programme", "mr zelensky's programme", "mr zelenskyy program"},
		{"the U.S. and U.K.", "the u.s and u.k", "the us and uk"},
		{"It's Israel's", "it's israel's", "it's israel"},
		{"1,000 or 3.5 or 1,00", "1,000 or 3.5 or 1,00", "1000 or 3.5 or 1,00"},
		{"Qur'an O’Brien al-Qa'ida", "qur'an o'brien al qa'ida", "quran obrien al qaeda"},
		{"l’État d'Angelo D'Souza", "l'etat d'angelo d'souza", "etat angelo dsouza"},
		{"Ærøskøbing straße ŁÓDŹ", "aeroskobing strasse lodz", "aeroskobing strasse lodz"},
		{"东京 カタカナ ﾊﾞｽ", "东 京 カタカナ バス", "东 京 カタカナ バス"},
		{"we're they'll don’t", "we're they'll don't", "we're they'll don't"},
		{"___ - _a_", "_a_", "_a_"},
	}
	for _, test := range tests {
		var folded, terms []string
		var s Scanner
		for s.Reset(test.text); s.Next(); {
			folded = append(folded, string(s.Folded()))
			terms = append(terms, string(s.Term()))
			if s.Hash() != Hash(s.Term()) {
				t.Errorf("%q: Hash is not that of the term %q", test.text, s.Term())
			}
		}
		if got := strings.Join(folded, " "); got != test.folded {
			t.Errorf("%q: folded %q, want %q", test.text, got, test.folded)
		}
		if got := strings.Join(terms, " "); got != test.terms {
			t.Errorf("%q: terms %q, want %q", test.text, got, test.terms)
		}
	}
}

// TestFoldedHash holds that it is of the first form, whichever form was asked for
// before.
func TestFoldedHash(t *testing.T) {
	var s Scanner
	for s.Reset("Mr Zelensky’s programme in Kiev, U.S. defence at 20m: Ärzte 中国"); s.Next(); {
		for range 2 {
			if got, want := s.FoldedHash(), Hash(s.Folded()); got != want {
				t.Errorf("%q: %x, want %x", s.Folded(), got, want)
			}
			s.Hash()
		}
	}
}

func TestPositions(t *testing.T) {
	var s Scanner
	for range 2 { // Reset starts anew
		s.Reset("Mr. Smith, mr Smith — Dr’s Ms")
		var titles []uint32
		n := uint32(0)
		for ; s.Next(); n++ {
			if s.Position() != n {
				t.Errorf("word %d has position %d", n, s.Position())
			}
			if _, ok := s.Compared(); !ok {
				titles = append(titles, s.Position())
			}
		}
		if n != 6 || fmt.Sprint(titles) != "[0 4 5]" {
			t.Errorf("%d words, titles at %v; want 6, titles at 0, 4 and 5", n, titles)
		}
		if s.Next() {
			t.Error("Next goes on behind the end")
		}
	}
}

// TestFormsInAnyOrder: what is asked first makes no difference.
func TestFormsInAnyOrder(t *testing.T) {
	const text = "Programmes of Zelensky’s naïve neighbour, the U.S. and " +
		"Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
	var a, b Scanner
	for a.Reset(text); a.Next(); {
		if b.ordinal == 0 {
			b.Reset(text)
		}
		b.Next()
		hash, term, folded := a.Hash(), string(a.Term()), string(a.Folded())
		if f := string(b.Folded()); f != folded || string(b.Term()) != term || b.Hash() != hash {
			t.Errorf("%q: %q %q %x, or else %q %q %x", text[a.Start():a.End()], folded, term, hash, f, b.Term(), b.Hash())
		}
	}
}

func TestNoAllocation(t *testing.T) {
	text := strings.Repeat("The minister’s programme—naïve, said O’Brien of Київ 東京 in the U.S. ", 20)
	var s Scanner
	scan := func() {
		for s.Reset(text); s.Next(); {
			s.Hash()
		}
	}
	if n := testing.AllocsPerRun(10, scan); n > 0 {
		t.Errorf("%.0f allocations in %d words", n, s.Position()+1)
	}
}

// TestInitials: of every listed word, and of words a rule changes, the first byte is
// among those that its term tells.
func TestInitials(t *testing.T) {
	var s Scanner
	check := func(word string) {
		for s.Reset(word); s.Next(); {
			first, isPlain := s.Plain()
			if !isPlain {
				continue
			}
			var may [256]bool
			AddInitials(&may, s.Term()[0])
			if folded := s.Folded(); first != folded[0] || !may[first] {
				t.Errorf("%s: %q begins with %q, term %q", word, folded, first, s.Term())
			}
		}
	}
	moved := 0
	for _, e := range variants().entries {
		check(e.from)
		if e.from[0] != e.to[0] {
			moved++
		}
	}
	if moved == 0 {
		t.Error("no listed word has a term that begins otherwise")
	}
	for _, w := range []string{"organising", "Dostoevskii", "Colour", "L'Etat", "U.S.", "日本", "x1", "Zürich"} {
		check(w)
	}
}
