package cluster

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"clippings/wasm/protocol"
)

// plainPairs is all that Page is of, one after the other.
func plainPairs(ev *Evidence, s protocol.Settings) []protocol.Pair {
	var pairs []protocol.Pair
	first := map[uint32]int{}
	for i, d := range ev.Docs {
		if k, equal := first[d.Text]; equal {
			n := ev.Shingles[d.Text]
			whole := Overlap{Common: n, A: n, B: n}
			pairs = append(pairs, whole.Pair(ev.Docs[k].ID, d.ID, protocol.RelationExact))
		} else {
			first[d.Text] = i
		}
	}
	for i := range ev.Edges {
		x := &ev.Edges[i]
		o := Overlap{Common: x.Common, A: ev.Shingles[x.A], B: ev.Shingles[x.B], Run: x.Run, Cohesion: x.Cohesion}
		pairs = append(pairs, o.Pair(ev.Docs[first[x.A]].ID, ev.Docs[first[x.B]].ID, Judge(o, &s)))
	}
	return pairs
}

// plainRelated is all pairs of one document, by the other's ID.
func plainRelated(ev *Evidence, doc int, s protocol.Settings) map[protocol.DocID]protocol.Pair {
	p := &plainGroups{ev: ev, settings: s}
	pairs := map[protocol.DocID]protocol.Pair{}
	for other, d := range ev.Docs {
		text := ev.Docs[doc].Text
		if rel, o := p.related(doc, other); other != doc && d.Text == text {
			pairs[d.ID] = o.Pair(ev.Docs[doc].ID, d.ID, rel)
		}
		for _, x := range ev.Edges {
			if x.A == min(text, d.Text) && x.B == max(text, d.Text) {
				o := Overlap{Common: x.Common, A: ev.Shingles[text], B: ev.Shingles[d.Text], Run: x.Run, Cohesion: x.Cohesion}
				pairs[d.ID] = o.Pair(ev.Docs[doc].ID, d.ID, Judge(o, &s))
			}
		}
	}
	return pairs
}

func TestLookupIsThePlainListing(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	for range 500 {
		ev, s := randomEvidence(r), randomSettings(r)
		l, err := ev.NewLookup(noWork)
		if err != nil || !l.Is(ev) {
			t.Fatalf("%v, of this evidence: %v", err, l.Is(ev))
		}
		want := plainPairs(ev, s)
		for range 20 {
			offset, limit := r.IntN(len(want)+2), r.IntN(len(want)+2)
			got := l.Page(offset, limit, s)
			part := want[min(offset, len(want)):min(offset+limit, len(want))]
			if int(got.Total) != len(want) || int(got.Equal) != len(ev.Docs)-len(ev.Shingles) || !slices.Equal(got.Pairs, part) {
				t.Fatalf("%d pairs from %d: %+v, want %+v", limit, offset, got, part)
			}
		}
		for i := range ev.Docs {
			if at, ok := l.Doc(ev.Docs[i].ID); !ok || at != int32(i) {
				t.Fatalf("document %d is at %d, %v", i, at, ok)
			}
			pairs := map[protocol.DocID]protocol.Pair{}
			for _, p := range l.Pairs(ev.Docs[i].ID, s) {
				pairs[p.B] = p
			}
			if want := plainRelated(ev, i, s); !reflect.DeepEqual(pairs, want) {
				t.Fatalf("pairs of %d: %+v, want %+v", i, pairs, want)
			}
		}
	}
}

func TestLookupOfNothing(t *testing.T) {
	l, err := (&Evidence{}).NewLookup(noWork)
	if err != nil {
		t.Fatal(err)
	}
	if got := l.Page(0, 10, protocol.DefaultSettings()); got.Total != 0 || got.Pairs != nil {
		t.Errorf("pairs of nothing: %+v", got)
	}
	if _, ok := l.Doc(7); ok || l.Pairs(7, protocol.DefaultSettings()) != nil {
		t.Error("a document of nothing")
	}
	if (*Lookup)(nil).Is(&Evidence{}) {
		t.Error("no lookup is of some evidence")
	}
}

// TestExactCopiesAreWrittenAlike: documents of one text are near copies where the
// words are written in two ways.
func TestExactCopiesAreWrittenAlike(t *testing.T) {
	ev := sketch("a b=a c=a", "")
	ev.Docs[1].Print = 1
	l, _ := ev.NewLookup(noWork)
	for _, p := range l.Pairs(ev.Docs[0].ID, protocol.DefaultSettings()) {
		want := protocol.RelationExact
		if p.B == ev.Docs[1].ID {
			want = protocol.RelationNear
		}
		if p.Relation != want || p.Jaccard != 1 {
			t.Errorf("%+v, want %v", p, want)
		}
	}
	c, err := ev.Cluster(protocol.DefaultSettings(), nil, noWork)
	if err != nil || len(c.Groups) != 1 {
		t.Fatalf("%+v, %v", c, err)
	}
	for _, m := range c.Groups[0].Members {
		if (m.Relation == protocol.RelationExact) != (m.A == ev.Docs[2].ID) {
			t.Errorf("member %+v", m)
		}
	}
}

// TestPageFromAnywhere: offsets and limits from outside do not leave the list.
func TestPageFromAnywhere(t *testing.T) {
	l, _ := sketch("a b=a c", "a-c").NewLookup(noWork)
	for _, at := range [][3]int{{1 << 62, 1 << 62, 0}, {0, 1 << 62, 2}, {1, 1 << 62, 1}, {-5, 1, 1}, {1, -1, 0}} {
		if got := l.Page(at[0], at[1], protocol.DefaultSettings()); got.Total != 2 || len(got.Pairs) != at[2] {
			t.Errorf("%v: %d of %d pairs", at, len(got.Pairs), got.Total)
		}
	}
}
