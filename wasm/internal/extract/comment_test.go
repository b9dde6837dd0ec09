package extract

import (
	"strings"
	"testing"

	"clippings/wasm/protocol"
)

const (
	ferry = "The ferry that links the two islands will stop for three weeks while its engine is taken out and looked at by people who know about engines.\n\n" +
		"Fishermen offered to carry the post, which the council accepted after an evening of talk about insurance and about who would carry the milk.\n\n" +
		"A third boat, lent by the neighbours to the north, is too wide for the old harbour and will lie outside of it for as long as the weather is good.\n\n"
	opinion = "I for one shall miss the old boat and all who sailed on her."
)

// TestComments tells readers' words from an article's, and from reports and
// forums that have the same lines.
func TestComments(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       bool // the last line is a reader's
	}{
		{"heading", ferry + "{ 2 comments… read them below or add one }\n\n1 Jane March 3, 2012 at 1:57 pm\n\n" + opinion + "\n\nReply\n\n2 Joe March 3, 2012 at 2:57 pm\n\n" + opinion, true},
		{"heading with a guillemet", ferry + "Comments»\n\n1. Jane - March 3, 2012\n\n" + opinion + "\n\n2. Joe - March 4, 2012\n\n" + opinion, true},
		{"says in capitals", ferry + "2 Responses to Ferry stops\n\nJane Says:\n\n" + opinion + "\n\nJoe Says:\n\n" + opinion, true},
		{"no heading", ferry + strings.Repeat("Jane says:\n\n"+opinion+"\n\n", 4), true},
		{"too few", ferry + strings.Repeat("Jane says:\n\n"+opinion+"\n\n", 2), false},
		{"counters", ferry + "Comments\n\n87\n\n10\n\n2192 shares\n\n" + strings.Repeat(ferry, 2), false},
		{"running report", ferry + strings.Repeat("July 3, 2025 10:32\n\n"+opinion+"\n\n", 5), false},
		{"forum", strings.Repeat("March 3, 2012 at 1:57 pm, Jane\n\n"+ferry, 5), false},
	} {
		p := &page{doc: &protocol.Document{Text: c.text}, table: words()}
		if err := p.makeLines(); err != nil {
			t.Fatal(err)
		}
		p.cutComments()
		last := p.lines[len(p.lines)-1]
		if got := last.Hints&HintComment != 0; got != c.want {
			t.Errorf("%s: %q: got comment %v", c.name, last.text, got)
		}
		if p.lines[0].Hints&HintComment != 0 {
			t.Errorf("%s: the article is a comment", c.name)
		}
	}
}
