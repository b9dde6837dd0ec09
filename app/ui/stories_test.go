package ui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

func TestStoriesAreFilteredByAddress(t *testing.T) {
	r := open(t, &fakeEngine{more: 40})
	r.bring()
	r.goTo("#/stories")
	r.sees("46 documents in 42 stories", "Narrow down", "Outlet", "Harbour Gazette 1", "Language", "Most copied")
	r.seesNot("Remove all filters", "Exclude: ", " Story Night train")
	r.goTo(`#/stories?in=outlet:%3D%22Harbour%20Gazette%22%20-lang:de&sort=copied`)
	r.sees("1 of 42 stories", "outlet Harbour Gazette", "not lang de", "Remove all filters")
	html := r.markup()
	if !strings.Contains(html, `href="#/stories?sort=copied"`) {
		t.Error("the way to take all filters away drops the order")
	}
	if strings.Contains(html, "Keep for other searches") {
		t.Error("a filter of stories cannot be kept for searches")
	}
	r.goTo("#/stories?in=tag:none")
	r.sees("0 of 42 stories", "No story is left.", "Remove all filters")
	r.goTo("#/stories")
	r.sees("46 documents in 42 stories")
}

func TestFacetsOfStoriesChangeTheAddress(t *testing.T) {
	at := address{view: viewStories, sort: protocol.OldestFirst}
	at = choose(at, nil, "outlet", "Bay Star", false)
	if want := `#/stories?in=outlet%3A%3D%22Bay%20Star%22&sort=oldest`; at.String() != want {
		t.Errorf("got %s, want %s", at, want)
	}
	at = choose(at, nil, "tag", noFacet, true)
	at = chooseDates(at, nil, "date:2025-07")
	at = chooseDates(at, nil, "date:2025-08")
	if want := `outlet:="Bay Star" -tag:none date:2025-08`; at.within != want || at.query != "" {
		t.Errorf("got %q, want %q", at.within, want)
	}
	at = choose(at, nil, "outlet", "Bay Star", false) // once more: taken back
	at = chooseDates(at, nil, "")
	if at.within != "-tag:none" {
		t.Errorf("got %q", at.within)
	}
}

// TestRowLeadsToItsStory holds that a headline is a link, and that one text is read.
func TestRowLeadsToItsStory(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	r.goTo("#/stories")
	html := r.markup()
	for _, want := range []string{`href="#/story/0"`, `href="#/doc/5"`, `class="story-toggle"`} {
		if !strings.Contains(html, want) {
			t.Errorf("no %s", want)
		}
	}
	r.sees("3 texts · 2 copies : show the texts of Night train returns")
}

// TestLargeStoryIsShownInPart holds that a row of which not all documents came says
// so, and leads to the rest.
func TestLargeStoryIsShownInPart(t *testing.T) {
	group := protocol.Group{Representative: fakeID(0), Origin: []protocol.Origin{{Sign: protocol.SignEarliest, Doc: fakeID(900)}}}
	names := coord.Summaries{fakeID(0): {ID: fakeID(0), Title: "Storm", Outlet: "Gazette"}}
	for i := 1; i < 1000; i++ {
		group.Members = append(group.Members, protocol.Member{Pair: protocol.Pair{A: fakeID(i), B: fakeID(0), Relation: protocol.RelationExact}})
		if i < 100 {
			names[fakeID(i)] = protocol.Summary{ID: fakeID(i), Title: "Storm", Outlet: fmt.Sprint("Paper ", i)}
		}
	}
	row := newStoryRow(protocol.Story{Groups: []protocol.Group{group}}, names)
	text := plain(app.HTMLString(row.render(rowState{shown: 100})))
	wantText(t, text, "1 text · 999 copies", "Gazette · Paper 1 · Paper 2 · and 97 more · of the first 100 documents", "All 1,000 documents")
	wantNoText(t, text, "Likely from :", "Show more")
}

func TestOrderIsInTheAddress(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	r.goTo("#/stories?sort=largest")
	var list action.Stories
	r.do(func(ctx app.Context) { ctx.GetState(action.StoriesState, &list) })
	if list.Order != protocol.LargestFirst {
		t.Errorf("order %d is listed", list.Order)
	}
}
