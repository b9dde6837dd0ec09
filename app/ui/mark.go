package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
)

// marked is text with spans of it marked as matches. Spans are sorted, apart and
// inside text, as the engine gives them. Text stays text: nothing in it can
// become markup.
func marked(text string, spans []protocol.Span) []app.UI {
	parts := make([]app.UI, 0, 2*len(spans)+1)
	at := uint32(0)
	for _, s := range spans {
		if s.Start > at {
			parts = append(parts, app.Text(text[at:s.Start]))
		}
		parts = append(parts, app.Elem("mark").Class("match").Text(s.Of(text)))
		at = s.End
	}
	if int(at) < len(text) {
		parts = append(parts, app.Text(text[at:]))
	}
	return parts
}
