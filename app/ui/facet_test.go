package ui

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

func fakeFacets(t *testing.T, filters ...protocol.QueryFilter) *facets {
	t.Helper()
	answer, err := (&fakeEngine{}).Facets(context.Background(), protocol.Query{})
	if err != nil {
		t.Fatal(err)
	}
	f := &facets{
		now:    action.Facets{Status: action.Ready, Version: 1, Answer: answer, Filters: filters, Query: protocol.Query{Within: `tag:"tag 3"`}},
		opened: make(map[string]facetView), drawn: 9,
	}
	f.make()
	return f
}

func TestFacetsStandBesideTheHits(t *testing.T) {
	engine := &fakeEngine{}
	r := open(t, engine)
	r.bring()
	r.goTo("#/search?q=night")
	r.sees("Narrow down", "Outlet", "Harbour Gazette 1", "none 1", "Language", "en 5", "Tag", "tag 0 60", "Story", "Night train returns",
		"Undated: 2", "4–9 Oct 2024: 21 documents")
	r.seesNot("tag 8", "Agency")
	r.goTo("#/search?q=zebra")
	r.seesNot("Narrow down", "Outlet")
	engine.unfaceted = true
	r.goTo("#/search?q=train")
	r.sees("distinct texts")
	r.seesNot("Outlet", "Undated")
}

func TestFacetsOfAnOlderQueryAreDimmed(t *testing.T) {
	f := fakeFacets(t)
	f.now.Status = action.Loading
	if text := app.HTMLString(f.Render()); !regexp.MustCompile("aria-busy[ >]").MatchString(text) {
		t.Error("nothing tells that they are of an older query")
	}
	for _, status := range []action.Status{action.Idle, action.Failed} {
		f.now.Status = status
		if text := app.HTMLString(f.Render()); strings.Contains(text, "Outlet") {
			t.Errorf("status %d: they are shown", status)
		}
	}
	open(t, &fakeEngine{}).do(f.arrived)
	if f.drawn != 0 {
		t.Errorf("the next answer would draw %d facets in one frame", f.drawn)
	}
}

func TestFacetsShowMore(t *testing.T) {
	f := fakeFacets(t)
	f.toggle("tag")
	markup := app.HTMLString(f.Render())
	wantText(t, plain(markup), "tag 39 21", "and 20 more: type a part of the name", "fewer")
	if n := strings.Count(markup, "facet-press"); n > 6+2+mostValues+1 {
		t.Errorf("%d values are drawn", n)
	}
	f.filter("tag", " TAG 5")
	markup = app.HTMLString(f.Render())
	wantText(t, plain(markup), "tag 5 55", "tag 59 1")
	if text := plain(markup); strings.Contains(text, "tag 4") || strings.Contains(text, "and ") {
		t.Errorf("the filter leaves %s", text)
	}
	f.toggle("tag")
	if text := plain(app.HTMLString(f.Render())); strings.Contains(text, "tag 8") {
		t.Error("it does not close")
	}
}

func TestValuesGoIntoTheQuery(t *testing.T) {
	text := `night outlet:="The Bay Star" -lang:de`
	filters := []protocol.QueryFilter{
		{Span: at(text, `outlet:="The Bay Star"`), Field: "outlet", Value: `="The Bay Star"`},
		{Span: at(text, "-lang:de"), Field: "lang", Value: "de", Not: true},
	}
	for _, c := range []struct {
		field, value string
		not          bool
		want         string
	}{
		{"tag", "a b", false, text + ` tag:="a b"`},
		{"tag", "a b", true, text + ` -tag:="a b"`},
		{"outlet", "The Bay Star", false, `night -lang:de`},
		{"outlet", "The Bay Star", true, `night -outlet:="The Bay Star" -lang:de`},
		{"lang", "de", true, `night outlet:="The Bay Star"`},
		{"lang", "de", false, `night outlet:="The Bay Star" lang:de`},
		{"agency", noFacet, false, text + ` agency:none`},
		{"agency", noFacet, true, text + ` -agency:none`},
		{"story", "pile/0.txt", false, text + ` story:"pile/0.txt"`},
	} {
		got := choose(address{view: viewSearch, query: text, setting: setting{within: "x"}}, filters, c.field, c.value, c.not)
		if got.query != c.want || got.within != "x" {
			t.Errorf("%s %q, not %v: got %q, want %q", c.field, c.value, c.not, got.query, c.want)
		}
	}
	f := fakeFacets(t, protocol.QueryFilter{Field: "outlet", Value: "harbour gazette"}, protocol.QueryFilter{Field: "lang", Value: "en", Not: true})
	markup := app.HTMLString(f.Render())
	if in, not := strings.Count(markup, "aria-pressed"), strings.Count(markup, `"facet-out"`); in != 3 || not != 1 {
		t.Errorf("%d values are pressed and %d excluded, want 3 and 1:\n%s", in, not, markup)
	}
}

func TestLockedValuesAreChangedWhereTheyAre(t *testing.T) {
	at := address{query: "night", setting: setting{within: `tag:="a b" -lang:de`}}
	for _, c := range []struct {
		field, value string
		not          bool
		want         string
	}{
		{"tag", "a b", false, "-lang:de"},
		{"tag", "A B", true, `-tag:="a b" -lang:de`},
		{"lang", "de", true, `tag:="a b"`},
		{"lang", "de", false, `tag:="a b" lang:de`},
	} {
		if got := choose(at, nil, c.field, c.value, c.not); got.within != c.want || got.query != at.query {
			t.Errorf("%s %q, not %v: got %+v, want %q", c.field, c.value, c.not, got, c.want)
		}
	}
}

func TestBarsAreFewAndWhole(t *testing.T) {
	for _, c := range []struct {
		first, last int32
		bars        int
		name        string // of the first
	}{
		{20000, 20000, 1, "4 Oct 2024"},
		{20000, 20059, 60, "4 Oct 2024"},
		{20000, 20060, 10, "30 Sep – 6 Oct 2024"},
		{20000, 20800, 27, "Oct 2024"},
		{0, 20000, 55, "1970"},
		{-40000, 20000, 17, "1860–1869"},
		{-700000, 20000, 21, "0–99"},
		{-3, 3, 7, "29 Dec 1969"},
		{-200, 200, 59, "9–15 Jun 1969"},
	} {
		days := []protocol.DayCount{{Day: c.first, Documents: 2}}
		if c.last > c.first {
			days = append(days, protocol.DayCount{Day: c.last, Documents: 5})
		}
		bars := barsOf(days)
		if len(bars) != c.bars || len(bars) > mostBars || bars[0].name() != c.name {
			t.Errorf("%d to %d: %d bars from %q, want %d from %q", c.first, c.last, len(bars), bars[0].name(), c.bars, c.name)
		}
		sum := across(bars).documents
		if want := uint64(2 + 5*min(1, int(c.last-c.first))); sum != want {
			t.Errorf("%d to %d: %d documents, want %d", c.first, c.last, sum, want)
		}
		for i := 1; i < len(bars); i++ {
			if bars[i].from != bars[i-1].to+1 {
				t.Errorf("%d to %d: a gap before %s", c.first, c.last, bars[i].name())
			}
		}
		if bars[0].from > c.first || bars[len(bars)-1].to < c.last {
			t.Errorf("%d to %d: bars from %d to %d", c.first, c.last, bars[0].from, bars[len(bars)-1].to)
		}
	}
	if barsOf(nil) != nil {
		t.Error("bars of nothing")
	}
}

func fakeDates(days int) *dates {
	d := &dates{dragged: -1, now: action.Facets{Status: action.Ready, Version: 1}}
	for i := range days {
		d.now.Answer.Days = append(d.now.Answer.Days, protocol.DayCount{Day: 20000 + int32(i), Documents: uint64(i)})
	}
	d.arrived()
	return d
}

func TestDatesAreChosen(t *testing.T) {
	d := fakeDates(10)
	d.dragged = 6
	if !d.dragTo(3) || d.dragTo(3) {
		t.Error("it is not told what changed")
	}
	if got, want := d.chosen().dateText(), "date:2024-10-07..2024-10-10"; got != want {
		t.Errorf("dragged to the left: got %s, want %s", got, want)
	}
	wantText(t, shown(d.Render()), "7–10 Oct 2024: 18 documents", "Only these")
	d.moveFrom(99) // the handles leave a day between them
	if got, want := d.chosen().dateText(), "date:2024-10-10"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	d.moveTo(0)
	d.moveFrom(-4)
	d.moveTo(99)
	if d.isChosen() {
		t.Errorf("all is chosen, from %d to %d", d.from, d.to)
	}
	markup := app.HTMLString(d.Render())
	for _, want := range []string{`aria-label="From"`, `aria-valuetext="4 October 2024"`, `aria-label="To"`, `aria-valuetext="13 October 2024"`, `type="range"`} {
		if !strings.Contains(markup, want) {
			t.Errorf("the handles do not have %s", want)
		}
	}
	d.table = true
	wantText(t, shown(d.Render()), "4 Oct 2024 0", "13 Oct 2024 9")
}

func TestDatesWithoutAChoice(t *testing.T) {
	wantText(t, shown(fakeDates(1).Render()), "4 Oct 2024: 0 documents")
	d := fakeDates(0)
	if text := shown(d.Render()); strings.Contains(text, "Date") {
		t.Errorf("nothing is known: %s", text)
	}
	d.now.Answer.Undated = 1200
	d.now.Filters = []protocol.QueryFilter{{Field: "date", Value: "2024"}}
	wantText(t, shown(d.Render()), "Undated: 1,200", "Any date")
}

func TestDatesReplaceDates(t *testing.T) {
	text := "date:2025 night date:>2024-03 -date:none"
	filters := []protocol.QueryFilter{
		{Span: at(text, "date:2025"), Field: "date"}, {Span: at(text, "date:>2024-03"), Field: "date"},
		{Span: at(text, "-date:none"), Field: "date", Not: true},
	}
	for part, want := range map[string]string{
		"date:2025-07-01..2025-07-04": "night -date:none date:2025-07-01..2025-07-04",
		"":                            "night -date:none",
	} {
		if got := chooseDates(address{query: text}, filters, part).query; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestLanguageCodes(t *testing.T) {
	for code, want := range map[string]bool{"en": true, "fil": true, "": false, "EN": false, "e1": false, "engl": false} {
		if got := isLanguageCode(code); got != want {
			t.Errorf("isLanguageCode(%q) = %v", code, got)
		}
	}
	if got := showValue("source", "a/b/c/d.txt"); got != "c/d.txt" {
		t.Errorf("a file is shown as %q", got)
	}
}

// BenchmarkFacets is what a keystroke that finds something adds for the page.
func BenchmarkFacets(b *testing.B) {
	f := &facets{opened: make(map[string]facetView)}
	for field := range 8 {
		list := protocol.Facet{Field: fmt.Sprint("field", field), None: 3}
		for i := range 200 {
			list.Values = append(list.Values, protocol.ValueCount{Value: fmt.Sprint("value ", i), Documents: uint64(i)})
		}
		f.now.Answer.Facets = append(f.now.Answer.Facets, list)
	}
	f.now.Status, f.now.Version, f.drawn = action.Ready, 1, 9
	f.make()
	b.ReportAllocs()
	for b.Loop() {
		f.Render()
	}
}
