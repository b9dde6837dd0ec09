package action

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"clippings/app/files"
	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// judge is an engine that notes by what it was told to group.
type judge struct {
	scripted
	rules []protocol.Regroup
	err   error
}

func newJudge() *judge {
	j := &judge{}
	j.scripted.regroup = func(_ context.Context, rules protocol.Regroup) error {
		j.rules = append(j.rules, rules)
		return j.err
	}
	j.scripted.list = func(context.Context, protocol.StoryPage) (coord.StoryList, error) {
		list := coord.StoryList{}
		list.Total = uint32(100 - 10*len(j.rules))
		return list, nil
	}
	j.scripted.ingest = func(context.Context, []protocol.Source, func(coord.Progress)) (coord.Imported, error) {
		return coord.Imported{}, nil
	}
	return j
}

// last is what the engine groups by.
func (j *judge) last(t *testing.T) protocol.Regroup {
	t.Helper()
	if len(j.rules) == 0 {
		t.Fatal("nothing was grouped")
	}
	return j.rules[len(j.rules)-1]
}

func doc(i uint32) protocol.DocID { return protocol.NewDocID(i, 0) }

func said(d protocol.Regroup) string {
	text := ""
	for _, x := range d.Decisions {
		text += fmt.Sprintf("%d %s %s ", x.Kind, x.A, x.B)
	}
	return text
}

func TestSettingsGroupAnewAndAreKept(t *testing.T) {
	j := newJudge()
	b := setUp(t, j)
	if len(j.rules) != 0 {
		t.Error("the usual settings are told to the engine, which has them")
	}
	s := protocol.DefaultSettings()
	s.Jaccard, s.Containment, s.Days, s.Keeper = 0.9, 0.01, 1000, protocol.KeepEarliest
	b.post(Regroup, s)
	b.loop.ConsumeAll()
	if got := j.last(t).Settings; got.Jaccard != 0.9 || got.Containment != protocol.MinContainment || got.Days != MaxDays {
		t.Errorf("grouped by %+v", got)
	}
	if got := state[Stories](b, StoriesState); got.Status != Ready || got.Total != 90 {
		t.Errorf("the list is not asked for anew: %+v", got)
	}
	if g := state[Grouping](b, GroupingState); g.Status != Ready || g.Settings.Keeper != protocol.KeepEarliest {
		t.Errorf("grouping %+v", g)
	}
	var k grouping
	k.load(b.ctx)
	if k.state.Settings.Jaccard != 0.9 || k.state.Settings.Keeper != protocol.KeepEarliest {
		t.Errorf("kept %+v", k.state.Settings)
	}
	b.post(Regroup, protocol.DefaultSettings())
	b.loop.ConsumeAll()
	var usual grouping
	usual.load(b.ctx)
	if !IsUsual(usual.state.Settings) {
		t.Errorf("set back, kept %+v", usual.state.Settings)
	}
}

func TestOnlyTheLastSettingsAreShown(t *testing.T) {
	j := newJudge()
	wait := j.scripted.regroup
	j.scripted.regroup = func(ctx context.Context, rules protocol.Regroup) error {
		if rules.Settings.Days == 1 {
			<-ctx.Done()
			return ctx.Err()
		}
		return wait(ctx, rules)
	}
	b := setUp(t, j)
	s := protocol.DefaultSettings()
	for _, s.Days = range []uint32{1, 2} {
		b.post(Regroup, s)
	}
	b.loop.ConsumeAll()
	if g := state[Grouping](b, GroupingState); g.Status != Ready || g.Err != nil || g.Settings.Days != 2 {
		t.Errorf("grouping %+v", g)
	}
}

func TestDecisionsAreMadeUndoneAndTakenBack(t *testing.T) {
	j := newJudge()
	b := setUp(t, j)
	make := func(kind protocol.Verdict, a, to uint32, among ...protocol.DocID) {
		b.post(Decide, Deciding{Kind: kind, A: doc(a), B: doc(to), Among: among})
		b.loop.ConsumeAll()
	}
	want := func(step, want string) {
		t.Helper()
		if got := said(j.last(t)); got != want {
			t.Errorf("%s: grouped by %q, want %q", step, got, want)
		}
	}
	make(protocol.NotCopies, 1, 2)
	want("not copies", "1 1.txt 2.txt ")
	if c := state[Changes](b, ChangesState); c.Did != DidChange || c.Last.Of != OfDecision || !c.CanUndo || c.Last.Decision.Of[1].Outlet != "Courier" {
		t.Errorf("changed %+v", c)
	}
	make(protocol.AreCopies, 3, 1, doc(2)) // nothing to do with the first
	make(protocol.AreCopies, 1, 5, doc(2)) // 2 is a copy of 5
	want("joined", "0 3.txt 1.txt 0 1.txt 5.txt ")
	b.post(Undo, nil)
	b.loop.ConsumeAll()
	want("undone", "1 1.txt 2.txt 0 3.txt 1.txt ")
	make(protocol.Represents, 1, 1, doc(1), doc(2))
	make(protocol.Represents, 2, 2, doc(1), doc(2))
	want("shown first", "1 1.txt 2.txt 0 3.txt 1.txt 4 2.txt  ")
	make(protocol.OtherStory, 1, 2)
	b.post(TakeBack, protocol.Decision{Kind: protocol.NotCopies, A: "1.txt", B: "2.txt"})
	b.loop.ConsumeAll()
	want("taken back", "0 3.txt 1.txt 4 2.txt  3 1.txt 2.txt ")
	if c := state[Changes](b, ChangesState); c.Last.Of != OfDecisionTakenBack || c.Last.Decision.A != "1.txt" {
		t.Errorf("changed %+v", c)
	}
	b.post(TakeBack, protocol.Decision{A: "none"})
	b.post(Undo, nil)
	b.loop.ConsumeAll()
	want("undone again", "1 1.txt 2.txt 0 3.txt 1.txt 4 2.txt  3 1.txt 2.txt ")

	// Another start, on the same device.
	var kept grouping
	kept.load(b.ctx)
	if got := said(kept.rules()); got != "1 1.txt 2.txt 0 3.txt 1.txt 4 2.txt  3 1.txt 2.txt " {
		t.Errorf("kept %q", got)
	}
	j.rules = nil
	next := &host{desk: NewDesk(func(context.Context) (Engine, error) { return j, nil })}
	next.desk.SetUp(b.ctx)
	b.loop.ConsumeAll()
	if got := said(j.last(t)); got != "1 1.txt 2.txt 0 3.txt 1.txt 4 2.txt  3 1.txt 2.txt " || len(j.rules) != 1 {
		t.Errorf("at the next start grouped by %q", got)
	}
}

func TestDecisionsThatCannotBeMade(t *testing.T) {
	j := newJudge()
	b := setUp(t, j)
	j.err = errors.New("broken")
	b.post(Decide, Deciding{Kind: protocol.NotCopies, A: doc(1), B: doc(2)})
	b.loop.ConsumeAll()
	if g := state[Grouping](b, GroupingState); g.Status != Failed || g.Err == nil {
		t.Errorf("grouping %+v", g)
	}
	for _, wrong := range []any{nil, 3, "x"} {
		b.post(Decide, wrong)
		b.post(Regroup, wrong)
		b.post(TakeBack, wrong)
		b.post(Compare, wrong)
	}
	b.loop.ConsumeAll()
}

func TestWhatIsKeptMayBeOfAnotherVersion(t *testing.T) {
	b := setUp(t, newJudge())
	for _, kept := range []any{"text", map[string]any{"Settings": map[string]any{"Jaccard": -5, "Keeper": 77}, "Decisions": []any{map[string]any{"Kind": 99}}}} {
		if err := files.StorageOf(b.ctx).Set(groupingKey, kept); err != nil {
			t.Fatal(err)
		}
		var g grouping
		g.load(b.ctx)
		if s := g.state.Settings; s.Jaccard < MinJaccard || s.Keeper != protocol.KeepCredited || len(g.state.Decisions) > 0 {
			t.Errorf("of %v: %+v", kept, g.state)
		}
	}
}

func TestComparing(t *testing.T) {
	b := setUp(t, newJudge())
	b.post(Compare, Comparing{doc(1), doc(2)})
	b.loop.ConsumeAll()
	got := state[Why](b, WhyState)
	if got.Status != Ready || got.Answer.Here.ID != doc(1) || got.Answer.There.ID != doc(2) || got.Version != 1 {
		t.Errorf("why %+v", got)
	}
	b.post(Compare, Comparing{doc(1), doc(1)})
	b.loop.ConsumeAll()
	if got := state[Why](b, WhyState); got.Status != Failed || !errors.Is(got.Err, protocol.ErrNotFound) || got.Answer != nil {
		t.Errorf("why %+v", got)
	}
}
