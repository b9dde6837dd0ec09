package protocol

import "testing"

func TestBestSnippet(t *testing.T) {
	if _, ok := (Excerpt{}).Best(); ok {
		t.Error("an excerpt without text has a best snippet")
	}
	e := Excerpt{Snippets: []Snippet{{Text: "a"}, {Text: "b", Matches: []Span{{0, 1}}}, {Text: "c", Matches: []Span{{0, 1}}}}}
	if best, ok := e.Best(); !ok || best.Text != "b" {
		t.Errorf("best is %q", best.Text)
	}
}
