package ui

import (
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// shown is what a component shows.
func shown(c app.UI) string { return plain(app.HTMLString(c)) }

func wantText(t *testing.T, got string, want ...string) {
	t.Helper()
	for _, w := range want {
		if !strings.Contains(got, w) {
			t.Errorf("%q is not shown, but:\n%s", w, got)
		}
	}
}

func wantNoText(t *testing.T, got string, unwanted ...string) {
	t.Helper()
	for _, w := range unwanted {
		if strings.Contains(got, w) {
			t.Errorf("%q is shown:\n%s", w, got)
		}
	}
}

// panel is the panel as the view would mount it; look takes up what has come.
func panel(r *room) (p *groupingPanel, look func() string) {
	p = &groupingPanel{Whole: true, decided: decidedStep, parts: groupingParts}
	look = func() string {
		r.loop.ConsumeAll()
		r.do(func(ctx app.Context) {
			ctx.GetState(action.GroupingState, &p.now)
			ctx.GetState(action.StoriesState, &p.list)
		})
		p.arrived()
		return shown(p)
	}
	look()
	return p, look
}

func (r *room) rules() protocol.Regroup {
	r.t.Helper()
	if len(r.engine.rules) == 0 {
		r.t.Fatal("nothing was grouped anew")
	}
	return r.engine.rules[len(r.engine.rules)-1]
}

func TestSlidersReadAndWriteSettings(t *testing.T) {
	usual := protocol.DefaultSettings()
	for i := range sliders {
		s := &sliders[i]
		if s.high > 100 {
			t.Errorf("%s goes beyond 100", s.id)
		}
		if n := s.get(&usual); n < s.low || n > s.high || n != s.usual() {
			t.Errorf("%s usually stands at %d, of %d to %d", s.id, n, s.low, s.high)
		}
		for n := s.low; n <= s.high; n++ {
			var to protocol.Settings
			s.set(&to, n)
			if got := s.get(&to); got != n {
				t.Errorf("%s set to %d is %d", s.id, n, got)
			}
		}
		changed := usual
		s.set(&changed, s.get(&usual))
		if !action.IsUsual(changed) {
			t.Errorf("%s set to what it was is another setting: %+v", s.id, changed)
		}
	}
}

func TestSettingsAreMovedAndSetBack(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	r.goTo("#/stories")
	r.sees("Grouping")
	r.seesNot("What counts as a copy")
	p, look := panel(r)
	wantText(t, look(), "Near copies from", "% of the same wording", "balanced; usually 11", "usually 3",
		"2 stories, 1 group of copies, 6 documents", "Nothing yet.")
	r.do(func(ctx app.Context) {
		p.move(ctx, func(s *protocol.Settings) { s.Cosine = 0.3 })
		p.move(ctx, func(s *protocol.Settings) { s.Days = 9 })
	})
	if got := len(r.engine.rules); got != 1 {
		t.Errorf("grouped %d times for two moves in a row", got)
	}
	if got := r.rules().Settings; got.Cosine != 0.3 || got.Days != 9 {
		t.Errorf("grouped by %+v", got)
	}
	wantText(t, look(), "very strict")
	r.do(func(ctx app.Context) { p.onBack(ctx, app.Event{}) })
	if !action.IsUsual(r.rules().Settings) {
		t.Errorf("set back to %+v", r.rules().Settings)
	}
}

// TestPanelIsDrawnInParts opens it in the view, where each part takes a frame.
func TestPanelIsDrawnInParts(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	r.shell.shelf.grouping = true
	r.goTo("#/stories")
	r.sees("What counts as a copy", "Near copies from", "and within", "Of several copies show first", "Nothing was decided by hand yet", "All settings")
}

func TestPreferredOutlets(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	r.goTo("#/stories")
	p, look := panel(r)
	wantNoText(t, look(), "Prefer also")
	r.do(func(ctx app.Context) { p.keep(ctx, "preferred") })
	wantText(t, look(), "Name one.", "Prefer also")
	if known := p.known(); len(known) != 5 || known[0] != "City Ledger" {
		t.Errorf("offered %q", known)
	}
	r.do(func(ctx app.Context) {
		p.prefer(ctx, "  Valley   Courier ")
		p.prefer(ctx, "valley courier") // the same
		p.prefer(ctx, "")
		p.prefer(ctx, "City Ledger")
	})
	if got := r.rules().Settings; got.Keeper != protocol.KeepPreferred || strings.Join(got.Preferred, "|") != "Valley Courier|City Ledger" {
		t.Errorf("grouped by %+v", got)
	}
	wantText(t, look(), "Valley Courier", "Up", "Remove")
}

func TestFailedGroupingIsSaid(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	r.goTo("#/stories")
	p, look := panel(r)
	r.engine.failing = protocol.ErrLost
	r.do(func(ctx app.Context) { p.post(ctx) })
	wantText(t, look(), "The texts could not be grouped. A part of the program broke down")
}

// openList is the list of stories with the first of them open.
func openList(r *room) (list *stories, row func() string) {
	r.goTo("#/stories")
	list = &stories{Shelf: &shelf{}}
	row = func() string {
		r.loop.ConsumeAll()
		r.do(func(ctx app.Context) { ctx.GetState(action.StoriesState, &list.list) })
		list.arrange()
		return shown(list.renderRow(0))
	}
	row()
	list.onToggle(0)(r.ctx, app.Event{})
	return list, row
}

func TestOpenStoryExplainsItself(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	_, row := openList(r)
	wantText(t, row(),
		"4–5 Mar 2025. Likely from NW: credited in Harbour Gazette, also the earliest: 4 March 2025, 06:10; fullest: Morning Dispatch.",
		"Weakest link: Morning Dispatch, 85\u202f% of its wording.",
		"Agency copy without the credit",
		"Shown first: credited to NW. Fits well: 31 of 100 alike",
		"Fits loosely: 9 of 100 alike",
		"Fits least into this story: “Took the sleeper on its second night",
		"You changed what belongs to this story.",
		"Why a copy?", "Why one story?", "Change")
}

func TestDocumentsAreChangedInTheOpenStory(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	list, row := openList(r)
	do := func(do string, doc int) {
		t.Helper()
		r.do(func(ctx app.Context) { list.do(ctx, doing{do: do, doc: fakeID(doc)}) })
		row()
	}
	want := func(kind protocol.Verdict, a, b string) {
		t.Helper()
		all := r.rules().Decisions
		if got := all[len(all)-1]; got != (protocol.Decision{Kind: kind, A: a, B: b}) {
			t.Errorf("decided %+v, want %d of %s and %s", got, kind, a, b)
		}
	}
	wantNoText(t, row(), "Not a copy")
	do(doChange, fakeEdit)
	wantText(t, row(), "Show first", "Not a copy", "Not this story", "Join with …")
	do(doNotCopy, fakeEdit)
	want(protocol.NotCopies, "pile/1.txt", "pile/0.txt")
	wantText(t, row(), "printings of one text") // it stays open
	wantNoText(t, row(), "Not a copy")
	do(doFirst, fakeExact)
	want(protocol.Represents, "pile/2.txt", "")
	do(doOtherStory, fakeOwn)
	want(protocol.OtherStory, "pile/3.txt", "pile/0.txt")
	do(doOtherStory, fakeEdit) // with its copies: not against one of them
	want(protocol.OtherStory, "pile/1.txt", "pile/3.txt")
	n := len(r.engine.rules)
	do(doNotCopy, fakeLead) // it is the one the others are copies of
	do(doNotCopy, fakeBread)
	if len(r.engine.rules) != n {
		t.Error("what makes no sense was decided")
	}

	_, look := panel(r)
	wantText(t, look(), "“Sleeper service to the coast is back” (Morning Dispatch), with its copies, is not of the story of “What a berth", "Take back")
}

func TestWhatWasDecidedIsSaidAndUndone(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	r.goTo("#/stories")
	r.seesNot("Undo")
	r.post(action.Decide, action.Deciding{Kind: protocol.NotCopies, A: fakeID(fakeEdit), B: fakeID(fakeLead)})
	r.sees("Done: “Sleeper service to the coast is back” (Morning Dispatch) is not a copy of “Night train returns to the coast after eleven years” (Harbour Gazette).", "Undo")
	r.goTo("#/files")
	r.sees("Done:", "Undo") // it can be undone wherever the person went
	r.goTo("#/stories")
	r.post(action.Undo, nil)
	r.sees("Undone: “Sleeper service")
	if got := r.rules().Decisions; len(got) != 0 {
		t.Errorf("grouped by %+v", got)
	}
	r.post(action.Redo, nil)
	r.sees("Done again: “Sleeper service")
	r.post(action.Decide, action.Deciding{Kind: protocol.SameStory, A: fakeID(fakeEdit), B: fakeID(700)})
	r.sees("It could not be done", "There is no such text")
}

func TestJoining(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	list, _ := openList(r)
	row := list.Shelf.row(list.list, 0)
	r.post(openJoin, row.joining(fakeID(fakeOwn), 0))
	r.sees("Join with …", "“What a berth to the sea costs, and who is paying for it” (City Ledger)", "are copies of one text",
		"In this story", "Harbour Gazette · 4 Mar 2025 · 2 copies", "Any other text")
	j := &join{Of: row.joining(fakeID(fakeOwn), 0)}
	r.do(func(ctx app.Context) { j.pick(ctx, fakeID(fakeLead)) })
	if got := r.rules().Decisions; len(got) != 1 || got[0] != (protocol.Decision{Kind: protocol.AreCopies, A: "pile/3.txt", B: "pile/0.txt"}) {
		t.Errorf("decided %+v", got)
	}

	// Any other text, as one story.
	j.story, j.typed = true, "loaf"
	r.post(action.Choose, "loaf")
	r.do(func(ctx app.Context) { ctx.GetState(action.ChoicesState, &j.choices) })
	wantText(t, shown(j), "Bakers agree on a price for the long loaf", "1 text is called like that.")
	wantNoText(t, shown(j), "In this story")
	r.do(func(ctx app.Context) { j.pick(ctx, fakeID(fakeBread)) })
	if got := r.rules().Decisions; got[1] != (protocol.Decision{Kind: protocol.SameStory, A: "pile/3.txt", B: "pile/5.txt"}) {
		t.Errorf("decided %+v", got)
	}
	j.typed = "zzz"
	r.post(action.Choose, "zzz")
	r.do(func(ctx app.Context) { ctx.GetState(action.ChoicesState, &j.choices) })
	wantText(t, shown(j), "Nothing is called like that.")
}

func TestStoriesStayOpenWhereverTheyGo(t *testing.T) {
	page := func(version int, stories ...protocol.Story) action.Stories {
		l := coord.StoryList{Summaries: coord.Summaries{}}
		l.Stories.Stories = stories
		return action.Stories{Status: action.Ready, Total: len(stories), Pages: map[int]coord.StoryList{0: l}, Version: version}
	}
	lone := func(ids ...int) (s protocol.Story) {
		for _, i := range ids {
			s.Lone = append(s.Lone, fakeID(i))
		}
		return s
	}
	h := &shelf{}
	list := page(1, lone(1, 2, 3), lone(4, 5))
	h.take(list)
	h.row(list, 0)
	h.open[0] = openStep
	h.heights.set(0, 500)
	list = page(2, lone(4, 5), lone(3), lone(1, 2))
	h.take(list)
	for i := range 3 {
		h.row(list, i)
	}
	if h.open[0] != 0 || h.open[1] != 0 || h.open[2] != openStep {
		t.Errorf("open are %v; want the third alone", h.open)
	}
	if h.heights.len() != 3 || h.heights.top(1) != 500 {
		t.Errorf("%d rows, the first %d tall", h.heights.len(), h.heights.top(1))
	}
	s := &stories{Shelf: h, list: list}
	s.onToggle(2)(app.Context{}, app.Event{})
	list = page(3, lone(1, 2))
	h.take(list)
	if h.row(list, 0); h.open[0] != 0 {
		t.Error("a closed story opens by itself")
	}
}

func TestWordsForSettings(t *testing.T) {
	for n, want := range map[int]string{2: "very loose", 8: "loose", 11: "balanced", 18: "strict", 60: "very strict"} {
		if got := likenessWords(n); !strings.HasPrefix(got, want) {
			t.Errorf("likeness %d: %q, want %q", n, got, want)
		}
	}
	for fit, want := range map[float64]string{0.31: "Fits well: 31 ", 0.15: "Fits: 15 ", 0.05: "Fits loosely: 5 "} {
		if got := fitWords(fit); !strings.HasPrefix(got, want) {
			t.Errorf("fit %v: %q, want %q", fit, got, want)
		}
	}
}

// TestManyCopiesDrawFewTexts holds a story of one text printed everywhere to what
// can be drawn in a frame.
func TestManyCopiesDrawFewTexts(t *testing.T) {
	const copies = 10_000
	g := protocol.Group{Representative: fakeID(0)}
	names := coord.Summaries{fakeID(0): {ID: fakeID(0)}}
	for i := 1; i <= copies; i++ {
		g.Members = append(g.Members, protocol.Member{Pair: protocol.Pair{A: fakeID(i), B: fakeID(0), Relation: protocol.RelationExact}})
		names[fakeID(i)] = protocol.Summary{ID: fakeID(i)}
	}
	row := newStoryRow(protocol.Story{Groups: []protocol.Group{g}}, names)
	markup := app.HTMLString(row.render(rowState{shown: openStep}))
	if n := strings.Count(markup, "text-copy"); n != openStep-1 {
		t.Errorf("%d copies are drawn", n)
	}
	wantText(t, plain(markup), "10,001 printings of one text")
}

func TestOriginWords(t *testing.T) {
	names := coord.Summaries{1: {Outlet: "Gazette", Date: "2025-07-03T10:49"}, 2: {Outlet: "Courier", Date: "2025-07-04"}}
	for _, c := range []struct {
		signs []protocol.Origin
		want  string
	}{
		{nil, "Nothing tells which of them came first."},
		{[]protocol.Origin{{Sign: protocol.SignCredit, Doc: 2, Agency: "AP"}, {Sign: protocol.SignEarliest, Doc: 1}, {Sign: protocol.SignFullest, Doc: 2}},
			"Likely from AP: credited in Courier; earliest: Gazette, 3 July 2025, 10:49; fullest: Courier."},
		{[]protocol.Origin{{Sign: protocol.SignEarliest, Doc: 1}, {Sign: protocol.SignFullest, Doc: 1}},
			"Likely from Gazette: the earliest, 3 July 2025, 10:49, also the fullest."},
		{[]protocol.Origin{{Sign: protocol.SignFullest, Doc: 2}}, "Perhaps from Courier: the fullest."},
	} {
		if got := originWords(c.signs, names); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
