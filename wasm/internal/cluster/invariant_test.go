package cluster

import (
	"errors"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"clippings/wasm/protocol"
)

var allVerdicts = []protocol.Verdict{
	protocol.AreCopies, protocol.NotCopies, protocol.Represents, protocol.SameStory, protocol.OtherStory,
}

// situation is a corpus with the person's rules, clustered.
type situation struct {
	*testing.T
	ev        *Evidence
	settings  protocol.Settings
	decisions []protocol.Decision
	c         *Clustering
	leader    map[string]string // by name, also of lone documents
	story     map[string]int
}

func eachSituation(t *testing.T, n int, check func(*situation)) {
	r := rand.New(rand.NewPCG(5, 6))
	for range n {
		ev := randomEvidence(r)
		x := &situation{T: t, ev: ev, settings: randomSettings(r), decisions: randomDecisions(r, ev, allVerdicts...)}
		x.c = cluster1(t, ev, x.settings, x.decisions...)
		x.read()
		check(x)
		if t.Failed() {
			t.Fatalf("%+v\ndecisions %v\ndocs %+v\nedges %+v\n%q", x.settings, x.decisions, ev.Docs, ev.Edges, ev.written(x.c))
		}
	}
}

func (x *situation) read() {
	x.leader, x.story = map[string]string{}, map[string]int{}
	names := x.ev.names()
	for i, s := range x.c.Stories {
		for _, id := range s.DocIDs() {
			if _, twice := x.story[names[id]]; twice {
				x.Errorf("%s is in two stories", names[id])
			}
			x.story[names[id]], x.leader[names[id]] = i, names[id]
		}
		for _, g := range s.Groups {
			for _, m := range g.Members {
				x.leader[names[m.A]] = names[g.Representative]
			}
		}
	}
	if len(x.story) != len(x.ev.Docs) {
		x.Errorf("%d of %d documents are in stories", len(x.story), len(x.ev.Docs))
	}
}

func (x *situation) here(name string) bool { _, here := x.story[name]; return here }

// holds reports whether no later decision of two kinds is on the same documents.
func (x *situation) holds(i int, kinds ...protocol.Verdict) bool {
	d := x.decisions[i]
	return !slices.ContainsFunc(x.decisions[i+1:], func(y protocol.Decision) bool {
		return slices.Contains(kinds, y.Kind) && (y.A == d.A && y.B == d.B || y.A == d.B && y.B == d.A)
	})
}

func TestMembersHaveAnEdgeOrArePutByHand(t *testing.T) {
	eachSituation(t, 2000, func(x *situation) {
		for i, g := range x.c.Groups {
			for _, m := range g.Members {
				if m.Relation.IsCopy() == m.ByHand || m.B != g.Representative || m.Relation == protocol.RelationNone != m.ByHand {
					x.Errorf("group %d: member %+v", i, m)
				}
			}
		}
	})
}

func TestDecisionsHold(t *testing.T) {
	eachSituation(t, 4000, func(x *situation) {
		for i, d := range x.decisions {
			if !x.here(d.A) || d.Kind != protocol.Represents && (!x.here(d.B) || d.A == d.B) {
				continue
			}
			together, one := x.leader[d.A] == x.leader[d.B], x.story[d.A] == x.story[d.B]
			onCopies := x.holds(i, protocol.AreCopies, protocol.NotCopies)
			onStories := x.holds(i, protocol.SameStory, protocol.OtherStory)
			switch d.Kind {
			case protocol.NotCopies:
				if together && onCopies {
					x.Errorf("%v does not hold", d)
				}
			case protocol.AreCopies:
				if !together && onCopies && !x.someoneIsKeptApart() {
					x.Errorf("%v does not hold", d)
				}
			case protocol.Represents:
				x.checkRepresents(i)
			case protocol.SameStory:
				if !one && onStories && !x.isAny(i+1, protocol.OtherStory) {
					x.Errorf("%v does not hold", d)
				}
			case protocol.OtherStory:
				if one && onStories && !together && !x.isAny(i+1, protocol.SameStory) {
					x.Errorf("%v does not hold", d)
				}
			}
		}
	})
}

func (x *situation) isAny(from int, kind protocol.Verdict) bool {
	return slices.ContainsFunc(x.decisions[from:], func(d protocol.Decision) bool { return d.Kind == kind })
}

func (x *situation) someoneIsKeptApart() bool { return x.isAny(0, protocol.NotCopies) }

// checkRepresents: A leads, unless it was taken out of a group, or another of its
// group was chosen since.
func (x *situation) checkRepresents(i int) {
	a := x.decisions[i].A
	leader := x.leader[a]
	if leader == a {
		return
	}
	for k, d := range x.decisions {
		if d.Kind == protocol.Represents && d.A == leader && k > i ||
			d.Kind == protocol.NotCopies && d.A == a && x.holds(k, protocol.AreCopies, protocol.NotCopies) {
			return
		}
	}
	x.Errorf("%s was chosen, but %s leads", a, leader)
}

func TestAbsentDocumentsDecideNothing(t *testing.T) {
	eachSituation(t, 1000, func(x *situation) {
		var absent []protocol.Decision
		for _, d := range x.decisions {
			absent = append(absent, d)
			for _, kind := range allVerdicts {
				absent = append(absent, protocol.Decision{Kind: kind, A: "gone", B: d.A}, protocol.Decision{Kind: kind, A: "", B: d.A})
				if kind != protocol.Represents {
					absent = append(absent, protocol.Decision{Kind: kind, A: d.A, B: "gone"}, protocol.Decision{Kind: kind, A: d.A, B: d.A})
				}
			}
		}
		if got := cluster1(x.T, x.ev, x.settings, absent...); !reflect.DeepEqual(got, x.c) {
			x.Errorf("with decisions on documents that are not there: %q", x.ev.written(got))
		}
	})
}

// TestTakenBack: neither a clustering nor its decisions leave anything in the
// evidence, so that with the decision goes its effect.
func TestTakenBack(t *testing.T) {
	eachSituation(t, 500, func(x *situation) {
		docs, edges := slices.Clone(x.ev.Docs), slices.Clone(x.ev.Edges)
		before := cluster1(x.T, x.ev, x.settings, x.decisions[:len(x.decisions)/2]...)
		cluster1(x.T, x.ev, x.settings, x.decisions...)
		if after := cluster1(x.T, x.ev, x.settings, x.decisions[:len(x.decisions)/2]...); !reflect.DeepEqual(before, after) {
			x.Errorf("taken back: %q, was %q", x.ev.written(after), x.ev.written(before))
		}
		if !slices.Equal(docs, x.ev.Docs) || !slices.Equal(edges, x.ev.Edges) {
			x.Error("the evidence was changed")
		}
	})
}

// TestIDsDecideNothing: the result is the same whatever IDs documents have and in
// whatever order they and the edges are found.
func TestIDsDecideNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	eachSituation(t, 500, func(x *situation) {
		docs, edges := slices.Clone(x.ev.Docs), slices.Clone(x.ev.Edges)
		for i, k := range r.Perm(len(docs)) {
			docs[i].ID = protocol.NewDocID(uint32(k), 7)
		}
		r.Shuffle(len(docs), func(i, k int) { docs[i], docs[k] = docs[k], docs[i] })
		r.Shuffle(len(edges), func(i, k int) { edges[i], edges[k] = edges[k], edges[i] })
		ev := order(docs, x.ev.Shingles, edges)
		ev.Vectors = x.ev.Vectors // texts are numbered by their first documents
		got := ev.written(cluster1(x.T, ev, x.settings, x.decisions...))
		if want := x.ev.written(x.c); !slices.Equal(got, want) {
			x.Errorf("by other IDs: %q", got)
		}
	})
}

func TestCopiesIsClusterWithoutDecisions(t *testing.T) {
	eachSituation(t, 500, func(x *situation) {
		got, err := x.ev.Copies(x.settings, noWork)
		if want := cluster1(x.T, x.ev, x.settings).GroupOf; err != nil || !slices.Equal(got, want) {
			x.Errorf("got %v, %v, want %v", got, err, want)
		}
	})
}

func TestWorkEndsIt(t *testing.T) {
	stop := errors.New("stop")
	eachSituation(t, 100, func(x *situation) {
		calls := 0
		count := func(int) error { calls++; return nil }
		if _, err := x.ev.Cluster(x.settings, x.decisions, count); err != nil {
			x.Error(err)
		}
		for n := range calls {
			left := n
			_, err := x.ev.Cluster(x.settings, x.decisions, func(int) error {
				if left--; left < 0 {
					return stop
				}
				return nil
			})
			if err != stop {
				x.Errorf("stopped at call %d of %d: %v", n, calls, err)
			}
		}
	})
}

func TestNothing(t *testing.T) {
	c := cluster1(t, &Evidence{}, protocol.DefaultSettings(), protocol.Decision{Kind: protocol.AreCopies, A: "a", B: "b"})
	if len(c.Groups)+len(c.GroupOf)+len(c.Stories) > 0 {
		t.Errorf("of nothing: %+v", c)
	}
}
