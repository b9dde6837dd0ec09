package ui

import (
	"testing"

	"clippings/wasm/protocol"
)

func TestAddress(t *testing.T) {
	for _, c := range []struct {
		text string
		want address
	}{
		{"#/", address{}},
		{"#/stories", address{view: viewStories}},
		{"#/search", address{view: viewSearch}},
		{"#/search?q=night%20train", address{view: viewSearch, query: "night train"}},
		{"#/search?q=a%2Bb%26c%23", address{view: viewSearch, query: "a+b&c#"}},
		{"#/search?q=%22caf%C3%A9%22", address{view: viewSearch, query: `"café"`}},
		{"#/doc/12", address{view: viewReading, doc: protocol.NewDocID(12, 0)}},
		{"#/doc/12.3?q=x&at=4-9", address{view: viewReading, doc: protocol.NewDocID(12, 3), query: "x", at: protocol.Span{Start: 4, End: 9}}},
		{"#/files", address{view: viewLedger}},
		{"#/about", address{view: viewAbout}},
	} {
		if got := parseAddress(c.text[1:]); got != c.want {
			t.Errorf("parseAddress(%q) = %+v, want %+v", c.text, got, c.want)
		}
		if got := c.want.String(); got != c.text {
			t.Errorf("%+v.String() = %q, want %q", c.want, got, c.text)
		}
	}
}

func TestParseAddressLeadsHome(t *testing.T) {
	for _, text := range []string{"", "/", "/nowhere", "/doc/", "/doc/x", "/doc/1.x", "/doc/99999999999", "main", "//"} {
		if got := parseAddress(text); got != (address{}) {
			t.Errorf("parseAddress(%q) = %+v, want home", text, got)
		}
	}
}

func FuzzParseAddress(f *testing.F) {
	f.Add("/doc/12.3?q=x&at=4-9")
	f.Add("/search?q=%22caf%C3%A9%22")
	f.Fuzz(func(t *testing.T, text string) {
		a := parseAddress(text)
		if again := parseAddress(a.String()[1:]); again != a {
			t.Errorf("parseAddress(%q) = %+v, but its String %q reads as %+v", text, a, a.String(), again)
		}
	})
}
