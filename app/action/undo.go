package action

import (
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Changes is what the person changed last, and whether it can be taken back.
//
// Whatever is kept or corrected is noted in a journal with both ways: back, and
// there again. Undo goes back one change after the other, Redo forth again until
// something else is changed. Changes that follow closely upon each other, as those
// of a slider being moved, are one.
type Changes struct {
	Last    Change
	Did     Doing
	Err     error // of DidFail
	CanUndo bool
	CanRedo bool
	Count   int // counts what was done, so that each shows
}

// Change is something the person changed, as it can be told.
type Change struct {
	Of       Changed
	Name     string   // of the field or the search
	Decision Decision // of OfDecision and OfDecisionTakenBack
	Saved    Saving   // of OfSearch
	Kept     Kept     // of OfKept
}

// Changed is a kind of thing that can be changed.
type Changed uint8

const (
	OfDecision          Changed = iota + 1 // about single documents
	OfDecisionTakenBack                    // the same, not to hold any more
	OfSettings                             // by which documents are grouped
	OfLimits
	OfPreference
	OfFact      // of a document: a headline, its tags, a note
	OfSearch    // kept on this device
	OfQueries   // of queries, put away
	OfKept      // forgotten
	OfWorkspace // its name
)

// Doing is what was done with a change.
type Doing uint8

const (
	DidNothing Doing = iota
	DidChange
	DidUndo // all is as before it
	DidRedo
	DidFail // it could not be made, undone or done again
)

// step is a change in the journal. Both ways call done when they are there.
type step struct {
	change      Change
	back, again way
	at          time.Time
}

type way func(ctx app.Context, done done)

type done func(app.Context, error)

// atOnce makes a way that needs no engine.
func atOnce(f func(app.Context)) way {
	return func(ctx app.Context, done done) {
		f(ctx)
		done(ctx, nil)
	}
}

// journal is what was changed since the page was opened.
type journal struct {
	steps  []step // the oldest first
	undone int    // of them, from the end
	busy   bool   // one is being undone or done again
	state  Changes
}

const (
	// journalLen is how many changes can be undone.
	journalLen = 200
	// mergeWithin is how closely settings follow upon each other to be one change.
	mergeWithin = 3 * time.Second
)

// note takes up a change that was made.
func (d *Desk) note(ctx app.Context, s step) {
	j := &d.journal
	j.steps, j.undone = j.steps[:len(j.steps)-j.undone], 0
	s.at = time.Now()
	if last := len(j.steps) - 1; last >= 0 && j.steps[last].merges(s) {
		j.steps[last].again, j.steps[last].at = s.again, s.at
	} else {
		j.steps = append(j.steps, s)
	}
	if extra := len(j.steps) - journalLen; extra > 0 {
		j.steps = append([]step(nil), j.steps[extra:]...)
	}
	d.tellChange(ctx, s.change, DidChange, nil)
}

// merges reports whether s and a later change are one.
func (s *step) merges(later step) bool {
	of := s.change.Of
	return (of == OfSettings || of == OfLimits) && s.change == later.change && later.at.Sub(s.at) < mergeWithin
}

// tellChange shows what was done.
func (d *Desk) tellChange(ctx app.Context, c Change, did Doing, err error) {
	j := &d.journal
	j.state = Changes{
		Last: c, Did: did, Err: err, Count: j.state.Count + 1,
		CanUndo: len(j.steps) > j.undone, CanRedo: j.undone > 0,
	}
	ctx.SetState(ChangesState, j.state)
}

func (d *Desk) handleUndo(ctx app.Context, _ app.Action) {
	j := &d.journal
	at := len(j.steps) - j.undone - 1
	if j.busy || at < 0 {
		return
	}
	j.busy = true
	s := j.steps[at]
	s.back(ctx, func(ctx app.Context, err error) { d.went(ctx, s.change, DidUndo, err) })
}

func (d *Desk) handleRedo(ctx app.Context, _ app.Action) {
	j := &d.journal
	if j.busy || j.undone == 0 {
		return
	}
	j.busy = true
	s := j.steps[len(j.steps)-j.undone]
	s.again(ctx, func(ctx app.Context, err error) { d.went(ctx, s.change, DidRedo, err) })
}

// went notes that a change was undone or done again. One that cannot be stays out
// of the way of the others.
func (d *Desk) went(ctx app.Context, c Change, did Doing, err error) {
	j := &d.journal
	if !j.busy {
		return // all was forgotten meanwhile
	}
	j.busy = false
	at := len(j.steps) - j.undone
	switch {
	case err != nil && did == DidUndo:
		j.steps = append(j.steps[:at-1:at-1], j.steps[at:]...)
	case err != nil:
		j.steps = append(j.steps[:at:at], j.steps[at+1:]...)
		j.undone--
	case did == DidUndo:
		j.undone++
	default:
		j.undone--
	}
	if err != nil {
		did = DidFail
	}
	d.tellChange(ctx, c, did, err)
}

// forgetChanges empties the journal: what it speaks of is not here any more.
func (d *Desk) forgetChanges(ctx app.Context) {
	d.journal = journal{state: Changes{Count: d.journal.state.Count + 1}}
	ctx.SetState(ChangesState, d.journal.state)
}
