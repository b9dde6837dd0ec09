package ui

import (
	"html"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
)

func TestSnippetShowsWhereItIsCut(t *testing.T) {
	for _, c := range []struct {
		snippet string
		start   uint32
		want    string
	}{
		{"The bridge is shut.", 0, "The bridge is shut."},
		{"The bridge is shut.", 90, "The bridge is shut."},
		{"was shut on Monday.", 90, "… was shut on Monday."},
		{"iron bridge is shut.", 0, "iron bridge is shut."},
		{"“said Dana, who had", 90, "… “said Dana, who had …"},
		{"“It is shut,” she said. “For good.”", 90, "“It is shut,” she said. “For good.”"},
		{"The bridge, which carries 38,000", 0, "The bridge, which carries 38,000 …"},
		{"It is shut (for good), as", 0, "It is shut (for good), as …"},
		{"橋は閉鎖された。", 0, "橋は閉鎖された。"},
		{"", 0, ""},
	} {
		p := app.Elem("p").Body(snippet(protocol.Snippet{Text: c.snippet, Start: c.start})...)
		text := html.UnescapeString(tags.ReplaceAllString(app.HTMLString(p), ""))
		if got := strings.TrimSpace(space.ReplaceAllString(text, " ")); got != c.want {
			t.Errorf("snippet(%q, %d) = %q, want %q", c.snippet, c.start, got, c.want)
		}
	}
}
