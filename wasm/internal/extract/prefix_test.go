package extract

import (
	"strings"
	"testing"
)

// TestPairSets holds that a set says "perhaps" to all that its list would find.
func TestPairSets(t *testing.T) {
	for name, c := range map[string]struct {
		set  *pairSet
		list []string
	}{
		"captions": {captionPairs(), captionStarts},
		"comments": {commentPairs(), commentWords},
		"credits":  {creditPairs(), append(append([]string{}, contributorStarts...), editorStarts...)},
		"months":   {monthPairs(), strings.Fields(strings.Join(monthWords[:], " "))},
		"dates":    {datePairs(), []string{"posted", "veröffentlicht", "опубликовано", "éd"}},
	} {
		for _, entry := range c.list {
			for _, text := range []string{entry, strings.ToUpper(entry), strings.Replace(entry, "s", "ſ", 1)} {
				if !c.set.mayHold(text) && hasPrefixFoldText(text, entry) {
					t.Errorf("%s: %q is not found", name, text)
				}
			}
		}
		for a := range 256 {
			for b := range 256 {
				text := string([]byte{byte(a), byte(b)}) + "porting by"
				for _, entry := range c.list {
					if (hasPrefixFold(text, entry) || hasPrefixFoldText(text, entry)) && !c.set.mayHold(text) {
						t.Fatalf("%s: %q is not found", name, text)
					}
				}
			}
		}
	}
	if captionPairs().mayHold("The ferry is back.") {
		t.Error("the set holds what no caption begins with")
	}
}

// TestFoundIn holds that one look for a whole list finds what a look for each
// entry does.
func TestFoundIn(t *testing.T) {
	for _, text := range []string{"", "F", "The ferry is back.", strings.ToUpper("x " + notePhrases[0]), "é" + notePhrases[len(notePhrases)-1], notePhrases[1][:3]} {
		want := false
		for _, entry := range notePhrases {
			want = want || indexFold(text, entry) >= 0
		}
		if got := notePairs().foundIn(text, notePhrases); got != want {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	}
}
