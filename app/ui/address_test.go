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
		{"#/search?q=x&in=lang%3Aen%20-tag%3Asport&sort=newest&fold=none&exact=yes", address{view: viewSearch, query: "x",
			setting: setting{within: "lang:en -tag:sport", order: protocol.LatestFirst, fold: protocol.FoldNothing, exactly: true}}},
		{"#/search?in=lang%3Aen", address{view: viewSearch, setting: setting{within: "lang:en"}}},
		{"#/search?q=x&sort=shortest&fold=stories", address{view: viewSearch, query: "x",
			setting: setting{order: protocol.ShortestFirst, fold: protocol.FoldStories}}},
		{"#/doc/3?q=x&sort=oldest&at=4-9", address{view: viewReading, doc: protocol.NewDocID(3, 0), query: "x",
			setting: setting{order: protocol.EarliestFirst}, at: protocol.Span{Start: 4, End: 9}}},
		{"#/doc/3?view=original", address{view: viewReading, doc: protocol.NewDocID(3, 0), whole: true}},
		{"#/doc/3?q=x&at=4-9&view=original", address{view: viewReading, doc: protocol.NewDocID(3, 0), query: "x", at: protocol.Span{Start: 4, End: 9}, whole: true}},
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

func TestUnknownSettingsAreAsUsual(t *testing.T) {
	got := parseAddress("/search?q=x&sort=loudest&fold=7&exact=")
	if want := (address{view: viewSearch, query: "x"}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestAddressAsksItsQuery(t *testing.T) {
	a := address{view: viewSearch, query: "night", setting: setting{within: "lang:en", exactly: true, fold: protocol.FoldStories}}
	q := a.find()
	if q.Typing = true; !a.asks(q) {
		t.Errorf("%+v does not ask %+v", a, q)
	}
	if q.Exactly = false; a.asks(q) {
		t.Errorf("%+v asks %+v", a, q)
	}
	if back := a.found(fakeID(4)).sought(); back != a {
		t.Errorf("from a text found the way leads back to %+v", back)
	}
}

func FuzzParseAddress(f *testing.F) {
	f.Add("/doc/12.3?q=x&at=4-9")
	f.Add("/search?q=%22caf%C3%A9%22")
	f.Add("/search?q=x&in=lang%3Aen&sort=newest&fold=none&exact=yes")
	f.Fuzz(func(t *testing.T, text string) {
		a := parseAddress(text)
		if again := parseAddress(a.String()[1:]); again != a {
			t.Errorf("parseAddress(%q) = %+v, but its String %q reads as %+v", text, a, a.String(), again)
		}
	})
}
