package cluster

import (
	"testing"

	"clippings/wasm/protocol"
)

func TestJudge(t *testing.T) {
	const none, near, contained, related = protocol.RelationNone, protocol.RelationNear, protocol.RelationContained, protocol.RelationRelated
	strict, loose := protocol.DefaultSettings(), protocol.DefaultSettings()
	strict.Jaccard, strict.Containment, strict.Run = 0.95, 0.9, 60
	loose.Jaccard, loose.Containment, loose.Run = 0, 0, 0
	for _, test := range []struct {
		common, a, b, run uint32
		cohesion          uint8
		want              [3]protocol.Relation // by default, strictly, loosely
	}{
		{0, 100, 100, 0, 100, [3]protocol.Relation{none, none, none}},
		{0, 0, 0, 0, 100, [3]protocol.Relation{none, none, none}},
		{1, 100, 100, 5, 100, [3]protocol.Relation{related, related, near}},
		// Near: Jaccard from 0.7.
		{99, 100, 100, 50, 100, [3]protocol.Relation{near, near, near}},
		{82, 100, 100, 50, 100, [3]protocol.Relation{contained, related, near}}, // 0.69
		{83, 100, 100, 0, 100, [3]protocol.Relation{near, related, near}},       // 0.71, whatever the run
		// Contained: half the shorter, in one run of 20 words, and about the same.
		{50, 100, 400, 20, 100, [3]protocol.Relation{contained, related, near}},
		{50, 400, 100, 20, 100, [3]protocol.Relation{contained, related, near}},
		{49, 100, 400, 20, 100, [3]protocol.Relation{related, related, near}},
		{50, 100, 400, 19, 100, [3]protocol.Relation{related, related, near}},
		{95, 100, 1900, 80, 7, [3]protocol.Relation{related, related, near}}, // in a round-up
		{95, 100, 1900, 80, 8, [3]protocol.Relation{contained, contained, near}},
		{95, 100, 1900, 59, 8, [3]protocol.Relation{contained, related, near}},
		{95, 100, 1901, 80, 100, [3]protocol.Relation{related, related, near}}, // in a collection
		// Short texts must be nearly equal.
		{29, 29, 400, 33, 100, [3]protocol.Relation{related, related, related}},
		{25, 29, 29, 15, 100, [3]protocol.Relation{related, related, related}}, // 0.76
		{26, 29, 29, 15, 100, [3]protocol.Relation{near, related, near}},       // 0.81
		{26, 29, 29, 14, 100, [3]protocol.Relation{related, related, related}},
		// Tiny ones are no copies.
		{7, 7, 7, 11, 100, [3]protocol.Relation{related, related, related}},
		{8, 8, 8, 12, 100, [3]protocol.Relation{near, near, near}},
	} {
		o := Overlap{Common: test.common, A: test.a, B: test.b, Run: test.run, Cohesion: test.cohesion}
		for i, s := range []protocol.Settings{protocol.DefaultSettings(), strict, loose} {
			if got := Judge(o, &s); got != test.want[i] {
				t.Errorf("%+v by settings %d: %v, want %v", o, i, got, test.want[i])
			}
		}
	}
}

// TestMeasured: what can be a contained copy by any settings is measured.
func TestMeasured(t *testing.T) {
	s := protocol.DefaultSettings()
	s.Containment, s.Run, s.Jaccard = 0, 1, 1
	for common := range uint32(101) {
		o := Overlap{Common: common, A: 100, B: 300, Run: 200, Cohesion: WholeCohesion}
		if Judge(o, &s).IsCopy() != Measured(common, 100) {
			t.Errorf("%d of 100 in common: measured %v", common, Measured(common, 100))
		}
	}
	if Measured(0, 0) {
		t.Error("nothing is measured")
	}
}
