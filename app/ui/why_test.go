package ui

import (
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// openedWhy is the dialog about two documents of the fake pile.
func openedWhy(r *room, a, b int) *why {
	list := []protocol.Summary{r.engine.summary(a), r.engine.summary(b), r.engine.summary(fakeForum)}
	w := &why{Of: whyAsked{a: fakeID(a), b: fakeID(b), among: list}}
	r.post(action.Compare, action.Comparing{A: w.Of.a, B: w.Of.b})
	r.do(func(ctx app.Context) {
		ctx.GetState(action.WhyState, &w.now)
		ctx.GetState(action.GroupingState, &w.kept)
	})
	w.arrived()
	return w
}

func TestWhyTwoAreCopies(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	r.post(action.Decide, action.Deciding{Kind: protocol.AreCopies, A: fakeID(fakeEdit), B: fakeID(fakeLead)})
	w := openedWhy(r, fakeLead, fakeEdit)
	got := shown(w)
	wantText(t, got,
		"The second is an edited or shortened copy of the first: 85\u202f% of its wording stands there. Both stand in one story.",
		"You said: “Sleeper service", "Of the first, in the second 44\u202f% (44 of 100)", "Of the second, in the first 85\u202f% (44 of 52)",
		"The same, of all that either has 41\u202f% (44 of 108)", "Longest run of the same words 101 words", "Longest outside quotation marks 30 words",
		"3 passages in both", "5 words the same", "quotation in both", "Open the first here", "Another in its place",
		"“programme” = “program”, 3 times", "“Mr” left out of the first", "“<b>” = “strong”, 2 times")
	markup := app.HTMLString(w)
	if strings.Contains(markup, "<b>") {
		t.Error("a word became an element")
	}
	if !strings.Contains(markup, "#/doc/1?at=") {
		t.Error("no link leads to a passage")
	}
}

func TestWhyIsOpenedFromBothViews(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	list, _ := openList(r)
	r.do(func(ctx app.Context) { list.do(ctx, doing{do: doWhy, doc: fakeID(fakeEdit), to: fakeID(fakeLead)}) })
	r.sees("How these two are related")
	r.post(showOverlay, overlayNone)
	v, _ := openReading(t, r)
	wantText(t, shown(v.renderSide()), "Why?", "Join with another text", "In the same story, which you changed", "Shares a passage: 12\u202f%")
	if asked := v.whyAsked(fakeID(fakeOwn)); asked.a != fakeID(fakeLead) || len(asked.among) != 4 {
		t.Errorf("asked %+v", asked)
	}
	if asked := v.joinAsked(); asked.of.ID != fakeID(fakeLead) || len(asked.others) != 2 {
		t.Errorf("to be joined with %d texts", len(asked.others))
	}
}

func TestWhyWithoutSharedWording(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	wantText(t, shown(openedWhy(r, fakeOwn, fakeForum)), "They tell of the same event, each in its own words", "There is no passage of any length")
	wantText(t, shown(openedWhy(r, fakeOwn, fakeBread)), "Nothing in their wording tells of a connection. They stand in different stories.")
	r.engine.failing = protocol.ErrLost
	wantText(t, shown(openedWhy(r, fakeOwn, fakeForum)), "They could not be compared. A part of the program broke down")
	wantText(t, shown(&why{}), "Comparing …")
}

func TestWordsForEachRelation(t *testing.T) {
	seen := map[string]bool{}
	for rel := protocol.RelationNone; rel <= protocol.RelationStory; rel++ {
		text := kinshipWords(&action.Kin{Kinship: coord.Kinship{Pair: protocol.Pair{Relation: rel, AInB: .5}, SameStory: true}})
		if text == "" || seen[text] {
			t.Errorf("%v: %q", rel, text)
		}
		seen[text] = true
	}
}

func TestPassagesSideBySide(t *testing.T) {
	long := strings.Repeat("word ", 300)
	here := &protocol.Document{Text: "The programme, he said, will start on Monday in Kyiv."}
	there := &protocol.Document{Text: "The program will start Monday in Kiev. " + long}
	kin := &action.Kin{Here: here, There: there}
	side := func(list []stretch) string {
		text := ""
		for _, s := range list {
			if s.alike {
				text += s.text + "|"
			} else {
				text += "[" + s.text + "]|"
			}
		}
		return text
	}
	all := protocol.Passage{Span: protocol.Span{End: uint32(len(here.Text))}, OtherSpan: protocol.Span{End: 38}}
	v := newPassageView(kin, all)
	if got := side(v.here); got != "The|[programme, he said,]|will start|[on]|Monday in|[Kyiv.]|" || v.rest {
		t.Errorf("here %s", got)
	}
	if got := side(v.there); got != "The|[program]|will start|Monday in|[Kiev.]|" && got != "The|[program]|will start Monday in|[Kiev.]|" {
		t.Errorf("there %s", got)
	}
	all.OtherSpan.End = uint32(len(there.Text))
	if v := newPassageView(kin, all); !v.rest || side(v.there) != "The|[program]|will start Monday in|" {
		t.Errorf("cut off: %s", side(v.there))
	}
	kin.Comparison.Folded = []protocol.Folding{{Here: "programme", There: "program"}, {Here: "Kyiv", There: "Kiev"}, {Here: "On"}}
	all.OtherSpan.End = 38
	if v := newPassageView(kin, all); side(v.here) != "The programme,|[he said,]|will start on Monday in Kyiv.|" || side(v.there) != "The program will start Monday in Kiev.|" {
		t.Errorf("folded: %s and %s", side(v.here), side(v.there))
	}
	for _, broken := range []protocol.Span{{Start: 5, End: 3}, {Start: 1, End: 99999}} {
		if v := newPassageView(kin, protocol.Passage{Span: broken, OtherSpan: broken}); len(v.here)+len(v.there) > 0 {
			t.Errorf("of %v: %s", broken, side(v.here))
		}
	}
}
