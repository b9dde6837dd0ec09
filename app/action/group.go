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
	Version   int        // counts changes
}

// Decision is what the person said, with what they saw of the two documents: the
// files may not be here another time.
type Decision struct {
	protocol.Decision
	Of [2]Subject // A and B
}

// Subject is a document as a decision shows it.
type Subject struct{ Title, Lead, Outlet string }

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
	before, settings := d.grouping.state.Settings, sane(settings)
	set := func(to protocol.Settings) way {
		return atOnce(func(ctx app.Context) {
			d.grouping.state.Settings = to
			d.keepGrouping(ctx)
			d.regroup(ctx, 0)
		})
	}
	set(settings)(ctx, func(app.Context, error) {})
	if !same(before, settings) {
		d.note(ctx, step{change: Change{Of: OfSettings}, back: set(before), again: set(settings)})
	}
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
		d.tellChange(ctx, Change{Of: OfDecision, Decision: made}, DidFail, errors.Join(err, protocol.ErrNotFound))
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
	d.changeDecisions(ctx, Change{Of: OfDecision, Decision: made}, append(list, made), want.Near)
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

// changeDecisions makes list what the person said. Near is the place of the story
// where they said it.
func (d *Desk) changeDecisions(ctx app.Context, c Change, list []Decision, near int) {
	before := d.grouping.state.Decisions
	set := func(to []Decision) way {
		return atOnce(func(ctx app.Context) { d.decisions(ctx, to, near) })
	}
	d.decisions(ctx, list, near)
	d.note(ctx, step{change: c, back: set(before), again: set(list)})
}

func (d *Desk) decisions(ctx app.Context, list []Decision, near int) {
	g := &d.grouping
	g.state.Decisions = list
	d.keepGrouping(ctx)
	d.regroup(ctx, near)
	var now Article
	ctx.GetState(ArticleState, &now)
	if now.Status == Ready { // it lists its copies and its story
		ctx.NewActionWithValue(Read, now.Reading)
	}
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
	d.changeDecisions(ctx, Change{Of: OfDecisionTakenBack, Decision: gone}, list, 0)
}
