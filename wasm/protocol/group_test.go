package protocol

import "testing"

func TestWeakest(t *testing.T) {
	member := func(a DocID, aInB, bInA float64) Member { return Member{Pair: Pair{A: a, AInB: aInB, BInA: bInA}} }
	for _, test := range []struct {
		members []Member
		want    DocID
		ok      bool
	}{
		{nil, 0, false},
		{[]Member{member(1, 0.5, 0.9)}, 1, true},
		{[]Member{member(1, 1, 0.4), member(2, 0.7, 0.8), member(3, 0.9, 0.1)}, 2, true},
		{[]Member{member(1, 0.8, 0.7), member(2, 0.7, 0.8)}, 1, true}, // of two the first
		{[]Member{member(1, 0.8, 0.7), {Pair: Pair{A: 2}, ByHand: true}}, 2, true},
	} {
		if got, ok := (Group{Members: test.members}).Weakest(); got.A != test.want || ok != test.ok {
			t.Errorf("of %+v: %d, %v; want %d", test.members, got.A, ok, test.want)
		}
	}
}
