package analysis

import (
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
