package dedup

import (
	"math/rand"
	"reflect"
	"slices"
	"testing"

	"clippings/wasm/protocol"
)

// TestAllPairs compares the edges with those of comparing everything with
// everything.
func TestAllPairs(t *testing.T) {
	for _, c := range []struct{ docs, alphabet, words, heavy int }{
		{30, 4, 40, 200},
		{60, 30, 120, 200},
		{60, 3000, 300, 200},
		{17, 30, 200, 3}, // lists are heavy, but no longer than HeavyPeers and one
		{17, 1000, 200, 2},
	} {
		for seed := range int64(8) {
			rng := rand.New(rand.NewSource(seed))
			docs := randomDocs(rng, c.docs, c.alphabet, c.words)
			p := DefaultParams()
			p.HeavyDF = c.heavy
			p.Cohesion = 0
			shards := deal(docs, 1+rng.Intn(5), rng)
			r, _ := exchange(t, shards, p)
			got := byName(shards, r).Edges
			slices.Sort(got)
			if want := plainEdges(docs, p); !slices.Equal(got, want) {
				t.Fatalf("%+v, seed %d: edges\n%v\nwant\n%v", c, seed, got, want)
			}
		}
	}
}

// TestShardsAndOrder holds that the result depends neither on the number of
// shards nor on the order of arrival.
func TestShardsAndOrder(t *testing.T) {
	for seed := range int64(6) {
		rng := rand.New(rand.NewSource(seed))
		docs := randomDocs(rng, 80, 500, 250)
		p := DefaultParams()
		p.HeavyDF, p.HeavyPeers = 2+rng.Intn(30), 1+rng.Intn(4)
		var want named
		for i, n := range []int{1, 2, 3, 5, 1} {
			shards := deal(docs, n, rng)
			r, assigned := exchange(t, shards, p)
			got := byName(shards, r)
			if i == 0 {
				want = got
			}
			if !reflect.DeepEqual(got, want) {
				t.Fatalf("seed %d, %d shards:\n%v\none shard:\n%v", seed, n, got, want)
			}
			checkAssignments(t, r, assigned)
			checkStars(t, r)
		}
	}
}

// checkAssignments holds that shards and lead say the same.
func checkAssignments(t *testing.T, r *Result, assigned map[protocol.DocID]Assignment) {
	t.Helper()
	if len(assigned) != len(r.Docs) {
		t.Fatalf("%d documents assigned, want %d", len(assigned), len(r.Docs))
	}
	for _, g := range r.Groups {
		if a := assigned[g.Representative]; a.Group != g.ID || a.Representative != g.Representative || a.Relation != protocol.RelationNone {
			t.Errorf("representative of group %d has assignment %+v", g.ID, a)
		}
		for _, m := range g.Members {
			a := assigned[m.Doc]
			if a.Group != g.ID || a.Representative != g.Representative || a.Relation != m.Relation || a.Score != m.Containment() {
				t.Errorf("member %+v of group %d has assignment %+v", m, g.ID, a)
			}
			delete(assigned, m.Doc)
		}
		delete(assigned, g.Representative)
	}
	for _, a := range assigned {
		if a.Group != 0 || a.Representative != a.Doc {
			t.Errorf("a document in no group has assignment %+v", a)
		}
	}
}

// checkStars holds that every member has an edge of copies to its
// representative, or equals one that has.
func checkStars(t *testing.T, r *Result) {
	t.Helper()
	type pair struct{ a, b protocol.DocID }
	edges := map[pair]Edge{}
	same := map[protocol.DocID]protocol.DocID{}
	for _, x := range r.Edges {
		edges[pair{x.A, x.B}] = x
		if x.Relation == protocol.RelationExact {
			same[x.B] = x.A
		}
	}
	for _, g := range r.Groups {
		for _, m := range g.Members {
			doc := m.Doc
			if first, ok := same[doc]; ok && first != g.Representative {
				doc = first
			}
			x, ok := edges[pair{g.Representative, doc}]
			if !ok || !x.Relation.IsCopy() || x.Overlap != m.Overlap || x.Relation != m.Relation {
				t.Errorf("group %d: member %+v has edge %+v", g.ID, m, x)
			}
		}
	}
}
