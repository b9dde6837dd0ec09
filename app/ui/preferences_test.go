package ui

import (
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

// preferencesOf is the view as the page would mount it.
func (r *room) preferencesOf() *preferences {
	p := &preferences{parts: preferenceParts}
	r.do(func(ctx app.Context) {
		ctx.GetState(action.PreferencesState, &p.now)
		ctx.GetState(action.LimitsState, &p.limits)
		ctx.GetState(action.GroupingState, &p.grouping)
		ctx.GetState(action.SearchesState, &p.searches)
		ctx.GetState(action.KeepingState, &p.keeping)
	})
	return p
}

func TestSettingsView(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.goTo("#/settings")
	r.sees("Settings", "What counts as a copy", "What you decided", "Differences of spelling", "Light and dark",
		"How much is read of a file", "Your workspaces", "What you have set and said")
	r.bring()
	r.post(action.Limit, protocol.Limits{MaxFile: 3 << 20})
	wantText(t, shown(r.preferencesOf()), "Largest document 3 MB", "Archives in archives 6 deep (usual)")
	r.sees("The limits of reading changed. Undo")
	r.post(action.Undo, nil)
	wantNoText(t, shown(r.preferencesOf()), "Largest document 3 MB")
}

func TestSpellingIsWhatAddressesMean(t *testing.T) {
	r := open(t, &fakeEngine{})
	t.Cleanup(func() { minorUsually = false })
	if parseAddress("/versions/3").minor {
		t.Error("minor differences are shown at first")
	}
	r.do(func(ctx app.Context) { r.preferencesOf().spell(ctx, true) })
	a := parseAddress("/versions/3")
	if !a.minor || a.String() != "#/versions/3" {
		t.Errorf("%q shows minor differences: %v", a, a.minor)
	}
	if a.minor = false; a.String() != "#/versions/3?minor=no" || parseAddress("/versions/3?minor=no").minor {
		t.Errorf("without them: %q", a)
	}
	r.post(action.Undo, nil)
	if parseAddress("/versions/3").minor || !parseAddress("/versions/3?minor=yes").minor {
		t.Error("undone, minor differences are still shown")
	}
}

func TestWhatIsKeptIsForgottenAndComesBack(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	q := protocol.Query{Text: "sleeper"}
	r.post(action.SaveSearch, action.KeptSearch{Name: "Berths", Query: q})
	r.post(action.Remember, q)
	r.post(action.Correct, action.Correcting{ID: fakeID(0), Path: "pile/0.txt", Correction: protocol.Correction{Field: "title", Values: []string{"New"}}})
	r.post(action.Decide, action.Deciding{Kind: protocol.NotCopies, A: fakeID(fakeEdit), B: fakeID(fakeLead)})
	all := []string{"Saved searches 1 search", "Searches made before 1 search", "Corrections, tags and notes 1 value in 1 file", "Decisions made by hand 1 decision"}
	wantText(t, shown(r.preferencesOf()), all...)
	for _, k := range keptKinds {
		r.post(action.Forget, k.kept)
		r.sees("forgotten", "Undo")
		r.post(action.Forget, k.kept) // there is nothing any more
	}
	wantNoText(t, shown(r.preferencesOf()), all...)
	for range keptKinds {
		r.post(action.Undo, nil)
	}
	wantText(t, shown(r.preferencesOf()), all...)
}

func TestChangesAreTold(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	q := protocol.Query{Text: "sleeper"}
	for _, c := range []struct {
		do    string
		value any
		want  string
	}{
		{action.Correct, action.Correcting{ID: fakeID(0), Path: "pile/0.txt", Correction: protocol.Correction{Field: "title", Values: []string{"New"}}}, "Headline changed. Undo"},
		{action.Correct, action.Correcting{ID: fakeID(0), Path: "pile/0.txt", Correction: protocol.Correction{Field: "tags", Values: []string{"a"}}}, "Tags changed. Undo"},
		{action.SaveSearch, action.KeptSearch{Name: "Berths", Query: q}, "Saved the search “Berths”. Undo"},
		{action.SaveSearch, action.KeptSearch{Name: "Beds", Query: q}, "The search is now called “Beds”. Undo"},
		{action.DropSearch, q, "Deleted the search “Beds”. Undo"},
		{action.Undo, nil, "Undone: deleted the search “Beds”. Do it again"},
		{action.Undo, nil, "Undone: the search is now called “Beds”. Do it again"},
		{action.Redo, nil, "Done again: the search is now called “Beds”. Undo"},
		{action.Prefer, action.Preferences{Minor: true}, "How spelling is shown changed. Undo"},
		{action.Undo, nil, "Undone: how spelling is shown changed."},
	} {
		r.post(c.do, c.value)
		r.sees(c.want)
	}
	for range 9 {
		r.post(action.Undo, nil)
	}
	r.sees("Undone: headline changed.")
	if len(r.engine.corrected) != 0 || len(r.searchesOf().Saved) != 0 {
		t.Errorf("left %v, %v", r.engine.corrected, r.searchesOf().Saved)
	}
}

func (p *preferences) OnPreRender(ctx app.Context) { p.OnMount(ctx) }
