package action

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"clippings/wasm/protocol"
)

func TestSettingsMovedInARowAreOneChange(t *testing.T) {
	b := setUp(t, newJudge())
	s := protocol.DefaultSettings()
	usual := s.Days
	for _, s.Days = range []uint32{5, 6, 7} {
		b.post(Regroup, s)
		b.loop.ConsumeAll()
	}
	b.post(Regroup, s) // as it is: no change
	b.post(Limit, protocol.Limits{MaxDepth: 2})
	b.loop.ConsumeAll()
	days := func(did Doing, want uint32, canUndo bool) {
		t.Helper()
		b.loop.ConsumeAll()
		g, c := state[Grouping](b, GroupingState), state[Changes](b, ChangesState)
		if g.Settings.Days != want || c.Did != did || c.CanUndo != canUndo {
			t.Errorf("%d days, %+v; want %d days, did %d", g.Settings.Days, c, want, did)
		}
	}
	b.post(Undo, nil)
	days(DidUndo, 7, true)
	b.post(Undo, nil)
	days(DidUndo, usual, false)
	b.post(Undo, nil) // nothing is left
	days(DidUndo, usual, false)
	b.post(Redo, nil)
	days(DidRedo, 7, true)
	b.post(Limit, protocol.Limits{MaxDepth: 3}) // from here on there is no way forth
	b.post(Redo, nil)
	days(DidChange, 7, true)
	if l := state[protocol.Limits](b, LimitsState); l.MaxDepth != 3 {
		t.Errorf("limits %+v", l)
	}
	b.post(StartOver, nil)
	b.loop.ConsumeAll()
	if c := state[Changes](b, ChangesState); c.CanUndo || c.Did != DidNothing {
		t.Errorf("after all was forgotten: %+v", c)
	}
}

func TestCorrectionsAreUndoneOneAfterTheOther(t *testing.T) {
	var made []string
	var broken error
	j := newJudge()
	j.scripted.amend = func(_ context.Context, id protocol.DocID, c protocol.Correction) error {
		made = append(made, fmt.Sprint(c.Field, c.Values, c.Revert))
		return broken
	}
	b := setUp(t, j)
	b.post(Bring, sources("a.txt"))
	b.loop.ConsumeAll()
	correct := func(value string) {
		b.post(Correct, Correcting{ID: doc(1), Path: "a.txt", Correction: protocol.Correction{Field: "outlet", Values: []string{value}}})
		b.loop.ConsumeAll()
	}
	correct("Star")
	correct("Bay Star")
	if k := state[Keeping](b, KeepingState); k.Corrections != 1 || k.Files != 1 {
		t.Errorf("kept %+v", k)
	}
	for range 3 {
		b.post(Undo, nil)
		b.loop.ConsumeAll()
	}
	b.post(Redo, nil)
	b.loop.ConsumeAll()
	want := "[outlet[Star] false outlet[Bay Star] false outlet[Star] false outlet[] true outlet[Star] false]"
	if got := fmt.Sprint(made); got != want {
		t.Errorf("corrected %s, want %s", got, want)
	}
	// What cannot be undone is told, and does not stand in the way of the rest.
	correct("Moon")
	broken = errors.New("gone")
	b.post(Undo, nil)
	b.loop.ConsumeAll()
	if c := state[Changes](b, ChangesState); c.Did != DidFail || c.Err != broken || !c.CanUndo || c.CanRedo {
		t.Errorf("changes %+v", c)
	}
	broken = nil
	b.post(Undo, nil)
	b.loop.ConsumeAll()
	if c := state[Changes](b, ChangesState); c.Did != DidUndo || c.CanUndo {
		t.Errorf("changes %+v", c)
	}
}

func TestAListPutAwayComesBack(t *testing.T) {
	b := setUp(t, newJudge())
	b.post(CountQueries, Querying{Queries: []string{"a", "b"}})
	b.loop.ConsumeAll()
	b.post(ForgetQueries, nil)
	b.post(ForgetQueries, nil) // there is none
	b.loop.ConsumeAll()
	if l := state[QueryList](b, QueriesState); len(l.Lines) != 0 {
		t.Fatalf("list %+v", l)
	}
	b.desk.queriesStale(b.ctx)
	b.post(Undo, nil)
	b.loop.ConsumeAll()
	if l := state[QueryList](b, QueriesState); len(l.Lines) != 2 || l.Done != 2 || !l.Stale {
		t.Errorf("list %+v", l)
	}
}

func TestTheJournalIsNotEndless(t *testing.T) {
	b := setUp(t, newJudge())
	for i := range journalLen + 50 {
		b.post(Prefer, Preferences{Minor: i%2 == 0})
		b.loop.ConsumeAll()
	}
	if n := len(b.desk.journal.steps); n != journalLen {
		t.Errorf("%d changes are kept", n)
	}
}
