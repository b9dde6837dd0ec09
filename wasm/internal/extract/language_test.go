package extract

import (
	"testing"

	"clippings/wasm/protocol"
)

const germanProse = "Die Fähre, die im Sturm des letzten Winters gesunken war, liegt wieder am Kai der Stadt, wie das Hafenamt am Montag mitgeteilt hat, und sie wird bald wieder fahren."

func TestLanguageOfDocument(t *testing.T) {
	for _, c := range []struct{ name, text, stated, want, rule string }{
		{"nothing stated", prose1 + "\n" + prose2, "", "en", "words of the text"},
		{"stated rightly", prose1 + "\n" + prose2, "en", "en", "html lang"},
		{"a template's", germanProse + "\n" + germanProse, "en", "de", wordsAgainst},
		{"too little to tell", "12:30 – 14:45", "fr", "fr", "html lang"},
		{"with a region", prose1, "en-GB", "en", "html lang"},
		{"no code", prose1, "english", "en", "words of the text"},
	} {
		d := &protocol.Document{Text: c.text}
		Extract(d, Input{Known: []protocol.Fact{{Field: "lang", Value: c.stated, Rule: "html lang"}}})
		if f := firstFact(d, "lang"); d.Lang != c.want || f.Rule != c.rule {
			t.Errorf("%s: got %q by %q, want %q by %q", c.name, d.Lang, f.Rule, c.want, c.rule)
		}
	}
}

func TestLanguageOfParagraphs(t *testing.T) {
	d := &protocol.Document{Text: prose1 + "\n\n" + germanProse + "\n\n" + prose2 + "\n\nDie Fähre ist da.\n\n" + prose3}
	Extract(d, Input{})
	got := ""
	for _, p := range d.Paragraphs {
		got += p.Lang + "|"
	}
	if d.Lang != "en" || got != "|de||||" {
		t.Errorf("got %q, paragraphs %q", d.Lang, got)
	}
}
