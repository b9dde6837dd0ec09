package action

import (
	"context"
	"errors"
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
)

// Grouping is how documents are put into groups of copies and stories: by which
// settings, and what the person said of single ones.
type Grouping struct {
	Status    Status // Loading while they are grouped anew
	Err       error
	Settings  protocol.Settings
	Decisions []Decision // the oldest first
	Said      Said
	Version   int // counts changes
}

// Decision is what the person said, with what they saw of the two documents: the
// files may not be here another time.
type Decision struct {
	protocol.Decision
	Of [2]Subject // A and B
}

// Subject is a document as a decision shows it.
type Subject struct{ Title, Lead, Outlet string }

// Said is what was done last about single documents.
type Said struct {
	What     Saying
	Decision Decision
	CanUndo  bool
	Count    int // counts sayings, so that a change shows
}

// Saying is what became of a decision.
type Saying uint8

const (
	SaidNothing Saying = iota
	SaidDecided
	SaidTakenBack
	SaidUndone // all is as it was before the last change
	SaidNoDoc  // it could not be made: a document is not here any more
)

// Deciding asks to make a decision.
type Deciding struct {
	Kind  protocol.Verdict
	A, B  protocol.DocID // B is that of A for Represents
	Among []protocol.DocID
	Near  int // place of the story in the list, which is fetched first
}

// grouping is what the desk knows of it.
type grouping struct {
	state  Grouping
	before []Decision // the last change, while it can be undone
	near   int        // where it was made
	recent latest
}

func (g *grouping) rules() protocol.Regroup {
	r := protocol.Regroup{Settings: g.state.Settings}
	for _, d := range g.state.Decisions {
		r.Decisions = append(r.Decisions, d.Decision)
	}
	return r
}

func (d *Desk) showGrouping(ctx app.Context) {
	d.grouping.state.Version++
	ctx.SetState(GroupingState, d.grouping.state)
}

func (d *Desk) handleRegroup(ctx app.Context, a app.Action) {
	settings, ok := a.Value.(protocol.Settings)
	if !ok {
		return
	}
	d.grouping.state.Settings = sane(settings)
	d.grouping.keep(ctx)
	d.regroup(ctx, 0)
}

// regroup has everything grouped anew. What is shown stays until then; near is
// the story that is then shown first.
func (d *Desk) regroup(ctx app.Context, near int) {
	s := &d.grouping.state
	s.Status, s.Err = Loading, nil
	rules := d.grouping.rules()
	d.showGrouping(ctx)
	ask(ctx, d, &d.grouping.recent, question[struct{}]{
		put: func(work context.Context, e Engine) (struct{}, error) { return struct{}{}, e.Regroup(work, rules) },
		answered: func(ctx app.Context, _ struct{}, err error) {
			if s.Status = Ready; err != nil {
				s.Status, s.Err = Failed, err
			}
			d.showGrouping(ctx)
			if err == nil {
				d.refreshStories(ctx, near)
				d.refreshOthers(ctx)
			}
		},
	})
}

func (d *Desk) handleDecide(ctx app.Context, a app.Action) {
	want, ok := a.Value.(Deciding)
	if !ok {
		return
	}
	ids := append([]protocol.DocID{want.A, want.B}, want.Among...)
	ctx.Async(func() {
		engine, err := d.ready(ctx)
		var names map[protocol.DocID]protocol.Summary
		if err == nil {
			names, err = engine.Summaries(ctx, ids)
		}
		ctx.Dispatch(func(ctx app.Context) { d.decide(ctx, want, names, err) })
	})
}

func (d *Desk) decide(ctx app.Context, want Deciding, names map[protocol.DocID]protocol.Summary, err error) {
	a, okA := names[want.A]
	b, okB := names[want.B]
	made := Decision{Decision: protocol.Decision{Kind: want.Kind, A: a.Name, B: b.Name}, Of: [2]Subject{subject(a), subject(b)}}
	if want.Kind == protocol.Represents {
		made.B, made.Of[1] = "", Subject{}
	}
	if err != nil || !okA || !okB {
		d.grouping.state.Err = errors.Join(err, protocol.ErrNotFound)
		d.say(SaidNoDoc, made)
		d.showGrouping(ctx)
		return
	}
	among := []string{a.Name, b.Name}
	for _, id := range want.Among {
		among = append(among, names[id].Name)
	}
	var list []Decision
	for _, old := range d.grouping.state.Decisions {
		if !overrules(made.Decision, old.Decision, among) {
			list = append(list, old)
		}
	}
	d.decisions(ctx, append(list, made), want.Near)
	d.say(SaidDecided, made)
	d.showGrouping(ctx)
}

func subject(s protocol.Summary) Subject { return Subject{s.Title, s.Lead, s.Outlet} }

// overrules reports whether a new decision leaves nothing of an old one: both
// say of the same document whether it belongs to the same others, which among
// names.
func overrules(made, old protocol.Decision, among []string) bool {
	switch {
	case topic(made.Kind) != topic(old.Kind):
		return false
	case made.Kind == protocol.Represents:
		return slices.Contains(among, old.A)
	}
	return old.A == made.A && slices.Contains(among, old.B) || old.B == made.A && slices.Contains(among, old.A)
}

// topic is the same of verdicts that say yes and no to one question.
func topic(v protocol.Verdict) protocol.Verdict {
	switch v {
	case protocol.NotCopies:
		return protocol.AreCopies
	case protocol.OtherStory:
		return protocol.SameStory
	}
	return v
}

// decisions makes list what the person said, until it is undone.
func (d *Desk) decisions(ctx app.Context, list []Decision, near int) {
	g := &d.grouping
	g.before, g.state.Decisions, g.near = g.state.Decisions, list, near
	g.keep(ctx)
	d.regroup(ctx, near)
	var now Article
	ctx.GetState(ArticleState, &now)
	if now.Status == Ready { // it lists its copies and its story
		ctx.NewActionWithValue(Read, now.Reading)
	}
}

func (d *Desk) say(what Saying, of Decision) {
	s := &d.grouping.state.Said
	*s = Said{What: what, Decision: of, CanUndo: what == SaidDecided || what == SaidTakenBack, Count: s.Count + 1}
}

// handleTakeBack takes a decision back.
func (d *Desk) handleTakeBack(ctx app.Context, a app.Action) {
	want, ok := a.Value.(protocol.Decision)
	if !ok {
		return
	}
	var gone Decision
	var list []Decision
	for _, old := range d.grouping.state.Decisions {
		if old.Decision == want {
			gone = old
		} else {
			list = append(list, old)
		}
	}
	if gone.A == "" {
		return
	}
	d.decisions(ctx, list, 0)
	d.say(SaidTakenBack, gone)
	d.showGrouping(ctx)
}

// handleUndo undoes the last decision, or the last that was taken back.
func (d *Desk) handleUndo(ctx app.Context, _ app.Action) {
	s := d.grouping.state.Said
	if !s.CanUndo {
		return
	}
	d.decisions(ctx, d.grouping.before, d.grouping.near)
	d.say(SaidUndone, s.Decision)
	d.showGrouping(ctx)
}
