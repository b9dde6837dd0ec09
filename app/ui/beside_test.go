package ui

import (
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

func (v *beside) OnPreRender(ctx app.Context) { v.OnMount(ctx) }

// fakeFacing is two documents of the fake pile side by side: a pair that differs,
// one that is the same, one that moved, and one that each has alone.
func fakeFacing(t *testing.T, f *fakeEngine) *coord.Facing {
	a := &coord.Facing{}
	a.Here.ID, a.Here.Title, a.Here.Outlet, a.Here.Lang = fakeID(fakeLead), "Night train returns", "Harbour Gazette", "en"
	a.There.ID, a.There.Title, a.There.Outlet = fakeID(fakeEdit), "Sleeper is back", "Morning Dispatch"
	a.Here.Text = "The programme began on Monday.\n\nFour towns paid.\n\nA <b>third</b> in November.\n\nTickets at the counter."
	a.There.Text = "The program began on Tuesday.\n\nTickets at the counter.\n\nFour towns paid.\n\nNobody slept."
	whole := func(text, words string) []protocol.Span { return []protocol.Span{placeOfWords(t, text, words)} }
	mark := func(text, words string, change protocol.Change) protocol.ChangeMark {
		return protocol.ChangeMark{Span: placeOfWords(t, text, words), Change: change}
	}
	a.Rows = []protocol.SideRow{
		{Here: whole(a.Here.Text, "The programme began on Monday."), There: whole(a.There.Text, "The program began on Tuesday."),
			HereMarks:  []protocol.ChangeMark{mark(a.Here.Text, "programme", protocol.ChangeSpelling), mark(a.Here.Text, "Monday", protocol.ChangeWords)},
			ThereMarks: []protocol.ChangeMark{mark(a.There.Text, "program", protocol.ChangeSpelling), mark(a.There.Text, "Tuesday", protocol.ChangeWords)}},
		{Here: whole(a.Here.Text, "Four towns paid."), There: whole(a.There.Text, "Four towns paid.")},
		{Here: whole(a.Here.Text, "A <b>third</b> in November.")},
		{Here: whole(a.Here.Text, "Tickets at the counter."), There: whole(a.There.Text, "Tickets at the counter."), Moved: true},
		{There: whole(a.There.Text, "Nobody slept.")},
	}
	for i := range 3 {
		a.Among = append(a.Among, f.summary(i))
	}
	return a
}

// facedRoom is the view of two documents side by side.
func facedRoom(t *testing.T, link string) *room {
	t.Helper()
	engine := &fakeEngine{}
	engine.facing = fakeFacing(t, engine)
	r := open(t, engine)
	r.bring()
	r.goTo(link)
	return r
}

func TestBesideShowsWhatDiffers(t *testing.T) {
	r := facedRoom(t, "#/beside/0/1")
	r.sees("Side by side", "1 paragraph differs · 1 stands elsewhere · 1 only in Harbour Gazette · 1 only in Morning Dispatch",
		"Night train returns", "Sleeper is back", "Only in Harbour Gazette", "A <b>third</b> in November.", "Stands elsewhere in Morning Dispatch",
		"Only in Morning Dispatch", "Spelling and punctuation too (1)", "Swap sides", "Valley Courier · 5 Mar 2025")
	markup := r.markup()
	for _, want := range []string{`<mark class="place place-words">Monday</mark>`, `<mark class="place place-words">Tuesday</mark>`} {
		if !strings.Contains(strings.Join(strings.Fields(markup), " "), want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if strings.Contains(markup, "place-spelling") || strings.Contains(markup, "<b>") {
		t.Error("a spelling is marked, or a text became an element")
	}
	r.goTo("#/beside/0/1?minor=yes")
	if !strings.Contains(r.markup(), "place-spelling") {
		t.Error("spelling is not marked though asked for")
	}
}

func TestBesideFoldsWhatIsTheSame(t *testing.T) {
	r := facedRoom(t, "#/beside/0/1?show=changes")
	r.sees("1 paragraph without differences", "Monday")
	r.seesNot("Four towns paid.")
}

func TestBesideStep(t *testing.T) {
	r := facedRoom(t, "#/beside/0/1")
	for _, want := range []string{
		"Difference 1 of 4: 1 place with other words: “The programme began on Monday.”", "Difference 2 of 4: Only in Harbour Gazette: “A <b>third</b> in November.”",
		"Difference 3 of 4: Stands elsewhere in Morning Dispatch: “Tickets", "Difference 4 of 4: Only in Morning Dispatch: “Nobody slept.”", "Difference 1 of 4",
	} {
		r.post(keyAction, "]")
		r.sees(want)
	}
}

func TestBesideOfWhatIsNotThere(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	r.goTo("#/beside/0/77")
	r.sees("The two could not be compared.", "There is no such text")
}
