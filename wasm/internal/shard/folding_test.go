package shard

import (
	"fmt"
	"strings"
	"testing"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/protocol"
)

func TestFoldings(t *testing.T) {
	for _, test := range []struct{ here, there, want string }{
		{"The programme opens the harbour", "The program opens the harbor", "harbour/harbor 1, programme/program 1"},
		{"The programme and the programme", "The program and the program", "programme/program 2"},
		{"Said Mr Vandal of the port", "Said Vandal of the port", "Mr/ 1"},
		{"Said Vandal of the port", "Said Mrs Vandal of the port", "/Mrs 1"},
		{"Mr Vandal told Mr Kroll", "Mr Vandal told Kroll", "Mr/ 1"},
		{"THE HARBOUR Opens", "the harbour opens", ""}, // mere capitals
		{"the same words in both", "the same words in both", ""},
		// One house spells it both ways.
		{"programme, program, programme", "program, program, program", "programme/program 2"},
		{"programme, program", "program, programme", ""},
		{"one thing here", "another matter there", ""},
	} {
		passage := protocol.Passage{
			Span:      protocol.Span{End: uint32(len(test.here))},
			OtherSpan: protocol.Span{End: uint32(len(test.there))},
		}
		var scan analysis.Scanner
		var words []string
		for _, f := range foldings(&scan, []protocol.Passage{passage}, [2]string{test.here, test.there}) {
			words = append(words, fmt.Sprint(f.Here, "/", f.There, " ", f.Times))
		}
		if got := strings.Join(words, ", "); got != test.want {
			t.Errorf("%q and %q: %q, want %q", test.here, test.there, got, test.want)
		}
	}
}

// TestFoldingsOfSeveralPassages: they add up, and what stands outside tells nothing.
func TestFoldingsOfSeveralPassages(t *testing.T) {
	here, there := "colour honour labour", "color honor labor"
	passages := []protocol.Passage{
		{Span: protocol.Span{Start: 0, End: 6}, OtherSpan: protocol.Span{Start: 0, End: 5}},
		{Span: protocol.Span{Start: 0, End: 13}, OtherSpan: protocol.Span{Start: 0, End: 11}},
	}
	var scan analysis.Scanner
	got := foldings(&scan, passages, [2]string{here, there})
	if len(got) != 2 || got[0] != (protocol.Folding{Here: "colour", There: "color", Times: 2}) ||
		got[1] != (protocol.Folding{Here: "honour", There: "honor", Times: 1}) {
		t.Errorf("got %+v", got)
	}
}
