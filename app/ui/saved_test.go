package ui

import (
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

// searchesOf are those kept on this device.
func (r *room) searchesOf() action.Searches {
	var s action.Searches
	r.do(func(ctx app.Context) { ctx.GetState(action.SearchesState, &s) })
	return s
}

func TestTheStarSavesASearch(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	if strings.Contains(r.markup(), `id="star"`) {
		t.Error("there is a star without a search")
	}
	r.goTo("#/search?q=night&sort=newest")
	if text := r.markup(); !strings.Contains(text, `aria-label="Save this search"`) || !strings.Contains(text, `aria-pressed="false"`) {
		t.Error("there is no star, or it is pressed")
	}
	r.post(showOverlay, overlaySaved)
	r.sees("Save this search as", "They are kept in this browser, on this device")
	if !strings.Contains(r.markup(), `value="night"`) {
		t.Error("the query is not offered as a name")
	}
	r.post(action.SaveSearch, action.KeptSearch{Name: "Night trains", Query: r.at.find()})
	text := app.HTMLString(&saved{At: r.at, state: r.searchesOf()})
	wantText(t, plain(text), "This search is saved as", "Night trains night · Newest first Rename Delete")
	if !strings.Contains(text, `href="#/search?q=night&sort=newest"`) || !strings.Contains(text, `value="Night trains"`) {
		t.Errorf("the search saved is no link: %s", text)
	}
	h := &header{View: viewSearch, Query: "night", Setting: r.at.setting, searches: r.searchesOf()}
	if text := app.HTMLString(h.renderStar()); !strings.Contains(text, `aria-label="This search is saved"`) {
		t.Errorf("the star does not say that the search is saved: %s", text)
	}
}

func TestSavedSearchesAreDroppedAndPutBack(t *testing.T) {
	r := open(t, &fakeEngine{})
	q := protocol.Query{Text: "night", Exactly: true, Fold: protocol.FoldStories}
	r.post(action.SaveSearch, action.KeptSearch{Query: q})
	s := &saved{state: r.searchesOf()}
	wantText(t, shown(s), "night as spelt · Stories as one Rename Delete")
	r.do(func(ctx app.Context) { s.drop(ctx, 0) })
	s.state = r.searchesOf()
	wantText(t, shown(s), "night deleted Put back")
	r.do(func(ctx app.Context) { s.save(ctx, s.dropped[0]) })
	s.state = r.searchesOf()
	wantText(t, shown(s), "Rename")
	if len(s.dropped) != 0 {
		t.Error("it is still deleted")
	}
	s.renamed = s.state.Saved[0].Query
	if text := app.HTMLString(s); !strings.Contains(text, `id="saved-other"`) {
		t.Error("there is no box for another name")
	}
	r.do(func(ctx app.Context) { s.drop(ctx, 7) }) // there is none
}

func TestHistoryIsShownAndForgotten(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.post(action.Remember, protocol.Query{Text: "night", Within: "lang:en"})
	text := shown(&saved{state: r.searchesOf()})
	wantText(t, text, "Nothing is saved yet.", "Searched before Forget history", "night lang:en")
	r.post(action.ForgetHistory, nil)
	if text := shown(&saved{state: r.searchesOf()}); strings.Contains(text, "Searched before") {
		t.Errorf("the history is not forgotten: %s", text)
	}
	s := &saved{state: action.Searches{Failed: true}}
	wantText(t, shown(s), "This browser keeps nothing for pages")
}

func TestPaletteHasKeptSearches(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.post(action.SaveSearch, action.KeptSearch{Name: "Züge bei Nacht", Query: protocol.Query{Text: "night train"}})
	r.post(action.Remember, protocol.Query{Text: "loaf"})
	r.post(action.Remember, protocol.Query{Text: "night train"}) // shown by its name
	p := &palette{searches: r.searchesOf()}
	for typed, want := range map[string]string{
		"":        "Saved search Züge bei Nacht, Search loaf",
		"zugenac": "Saved search Züge bei Nacht", "ntrain": "Saved search Züge bei Nacht", "oaf": "Search loaf", "qqq": "",
	} {
		p.typed = typed
		var got []string
		for _, e := range p.entries() {
			if strings.Contains(e.kind, "earch") {
				got = append(got, e.kind+" "+e.text)
			}
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%q: got %q, want %s", typed, got, want)
		}
	}
}

func TestLettersFindAccents(t *testing.T) {
	spans, ok := letters("Zürich, Öl", "ZURol")
	want := []protocol.Span{{Start: 0, End: 4}, {Start: 9, End: 12}}
	if !ok || len(spans) != 2 || spans[0] != want[0] || spans[1] != want[1] {
		t.Errorf("got %v, %v, want %v", spans, ok, want)
	}
	if _, ok := letters("a\xffb", "a\xffb"); !ok {
		t.Error("broken text is not found")
	}
}
