package ui

import (
	"testing"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

func TestChoicesLeadSomewhere(t *testing.T) {
	p := &palette{typed: "star", choices: action.Choices{Pattern: "star", Choices: []protocol.Choice{
		{What: protocol.WhatTitle, ID: 5, Text: "A star is seen", Documents: 1},
		{What: protocol.WhatOutlet, Text: `The "Bay" Star`, Documents: 20},
		{What: protocol.WhatPerson, Text: "Ana Starr", Documents: 1},
		{What: protocol.WhatFile, ID: 6, Text: "star.txt", Documents: 1},
	}}}
	for i, want := range []struct{ kind, to string }{
		{"Text", address{view: viewReading, doc: 5}.String()},
		{"Outlet · 20 texts", address{view: viewSearch, query: `outlet:="The Bay Star"`}.String()},
		{"Person · 1 text", address{view: viewSearch, query: `by:="Ana Starr"`}.String()},
		{"File", address{view: viewReading, doc: 6}.String()},
	} {
		e, to := p.texts()[i], choiceAddress(p.choices.Choices[i]).String()
		if e.kind != want.kind || to != want.to {
			t.Errorf("%q is a %q that leads to %s, want %q, %s", e.text, e.kind, to, want.kind, want.to)
		}
	}
}
