package ui

import (
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

func TestWhatMayBeOffered(t *testing.T) {
	for before, want := range map[string]bool{
		"ou": true, "bridge ou": true, "-ou": true, "(ou": true, "(title:a OR ou": true, "OUT": true,
		"outlet:": true, "outlet:ba": true, `outlet:"The Bay`: true, `outlet:="The Bay S`: true, "ferry -outlet:b": true, "标题：": true,
		"": false, "o": false, "bridge ": false, "2025": false, "“ou": false, `"bridge out`: false, "über": false,
		"a-word": false, strings.Repeat("long", 5): false, ":": false, `outlet:"The Bay" fe`: true, `"a:b`: false,
	} {
		if got := mayBeOffered(before); got != want {
			t.Errorf("mayBeOffered(%q) = %v, want %v", before, got, want)
		}
	}
}

func TestAnOfferIsPutIntoTheQuery(t *testing.T) {
	for _, c := range []struct {
		text       string
		start, end uint32
		put, want  string // want has | where the caret stands
	}{
		{"ferry ou", 6, 8, "outlet:", "ferry outlet:|"},
		{"ferry outlet:", 13, 13, `="The Bay Star"`, `ferry outlet:="The Bay Star" |`},
		{"ou ferry", 0, 2, "outlet:", "outlet:| ferry"},
		{"outlet:b ferry", 7, 8, "Bay", "outlet:Bay |ferry"},
		{"ärger 😀 ou", 12, 14, "outlet:", "ärger 😀 outlet:|"},
		{"is:", 3, 3, "copy", "is:copy |"},
		{"short", 90, 99, "copy", "shortcopy |"}, // an answer to another text
	} {
		o := offers{replace: protocol.Span{Start: c.start, End: c.end}}
		text, at := o.put(c.text, offer{put: c.put})
		if got := text[:at] + "|" + text[at:]; got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestCaretIsCountedInBytes(t *testing.T) {
	for _, c := range []struct {
		text        string
		units, want int
	}{
		{"abc", 0, 0}, {"abc", 2, 2}, {"abc", 9, 3}, {"äb", 1, 2}, {"😀a", 2, 4}, {"😀a", 3, 5}, {"", 0, 0},
	} {
		if got := bytesBefore(c.text, c.units); got != c.want {
			t.Errorf("bytesBefore(%q, %d) = %d, want %d", c.text, c.units, got, c.want)
		}
	}
}

func TestKeysMoveOverTheListAndTheBox(t *testing.T) {
	o := offers{at: -1, list: make([]offer, 3)}
	for i, want := range []int{0, 1, 2, -1, 0} {
		if o.step(+1); o.at != want {
			t.Errorf("down %d: at %d, want %d", i, o.at, want)
		}
	}
	for i, want := range []int{-1, 2, 1} {
		if o.step(-1); o.at != want {
			t.Errorf("up %d: at %d, want %d", i, o.at, want)
		}
	}
}

func TestOffersAreAListbox(t *testing.T) {
	o := suggested(action.Suggested{Answer: protocol.Suggestions{List: []protocol.Suggestion{
		{Text: "outlet:", About: "who published it"},
		{Text: `="The Bay Star"`, Documents: 1200}, {Text: "copy", About: "what it is among its copies"},
	}}})
	o.at = 1
	got := app.HTMLString(o.render(func(app.Context, app.Event) {}))
	wantText(t, plain(got), "outlet: who published it", "The Bay Star 1,200 texts", "copy a copy of one that is shown first")
	for _, want := range []string{`role="listbox"`, `id="offer-2"`, `data-offer="1"`, `aria-selected="false"`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
	if strings.Contains(got, "among its copies") || strings.Count(got, `aria-selected="false"`) != 2 {
		t.Errorf("got %s", got)
	}
	h := header{offers: o}
	if got := h.activeOffer(); got != "offer-1" {
		t.Errorf("the line that the keys stand on is %q", got)
	}
}

func TestRecentSearchesSavedOnesFirst(t *testing.T) {
	ferry, bridge := protocol.Query{Text: "ferry", Within: "lang:en"}, protocol.Query{Text: "bridge"}
	o := recent(action.Searches{
		Saved:   []action.KeptSearch{{Name: "All ferries", Query: ferry}},
		History: []action.KeptSearch{{Query: bridge}, {Query: ferry}},
	})
	if len(o.list) != 2 || o.list[0].text != "All ferries" || o.list[1].text != "bridge" {
		t.Errorf("offers are %+v", o.list)
	}
	if a := queryAddress(ferry); a.find() != ferry {
		t.Errorf("the address of %+v asks %+v", ferry, a.find())
	}
}

func TestTakingAnOfferSearches(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	h := &header{offers: offers{asked: "night ou", replace: protocol.Span{Start: 6, End: 8}, list: []offer{{put: "outlet:"}}}}
	r.do(func(ctx app.Context) { h.take(ctx, 0) })
	var got action.Results
	var s action.Suggested
	r.do(func(ctx app.Context) {
		ctx.GetState(action.ResultsState, &got)
		ctx.GetState(action.SuggestedState, &s)
	})
	if got.Query.Text != "night outlet:" || s.Asked.Text != "night outlet:" || s.Asked.Cursor != 13 {
		t.Errorf("searched %q, asked %+v", got.Query.Text, s.Asked)
	}
	if len(h.offers.list) != 0 {
		t.Error("the list stays open")
	}
	r.do(func(ctx app.Context) { h.take(ctx, 5) }) // there is none
}
