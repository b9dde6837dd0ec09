package extract

import (
	"strings"
	"testing"
)

// stemsOf is the words that a stemWalk stops at, cut where the hash stops.
func stemsOf(text string) string {
	var out []string
	start := 0
	for w := (stemWalk{text: text}); w.next(); start = w.at {
		for start < w.at && stemGap(text, start) > 0 {
			start += stemGap(text, start)
		}
		out = append(out, text[start:w.at])
	}
	return strings.Join(out, " ")
}

func TestStemWalk(t *testing.T) {
	for text, want := range map[string]string{
		"":                        "",
		"ferry back":              "ferry back",
		"“Ferry” — ferries’ home": "Ferry ferries home",
		"Fähren\u00a0fahren":      "Fähren fahren",
		"паром вернулся":          "паром вернулся",
		"\xE2":                    "",
	} {
		if got := stemsOf(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// TestStemShare holds that a set counts words of one stem as shared, ASCII case
// aside, and stays within its bound.
func TestStemShare(t *testing.T) {
	var s stemSet
	s.addText("The harbour office discusses Putin and the ferries")
	for text, want := range map[string]float64{"Harbour discussed": 0.5, "Putins ferries, harbour office": 1, "weather": 0, "": 0} {
		if got := s.share(text); got != want {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	}
	for i := range 3 * stemSlots {
		s.addText(string([]byte{'a' + byte(i%26), 'a' + byte(i/26%26), 'a' + byte(i/676), 'q'}))
	}
	if s.count != leadStems {
		t.Errorf("%d stems, want %d", s.count, leadStems)
	}
}

// stemGap is the length of the character at i if it stands between words, 0 if
// it is a byte of one: an ASCII letter, or any byte of another letter. The
// block of quotation marks, dashes and thin spaces (0xE2 …) is between words.
func stemGap(text string, i int) int {
	c := text[i]
	if lowerByte[c] > '9' {
		return 0
	}
	if c < 0x80 {
		return 1
	}
	return wideGap(text, i)
}
