package dedup

import (
	"math/rand"
	"reflect"
	"slices"
	"testing"
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
			p.HeavyDF, p.HeavyMost = c.heavy, c.heavy
			got := exchange(t, deal(docs, 1+rng.Intn(5), rng), p).edgeNames()
			if want := plainEdges(docs, p); !slices.Equal(got, want) {
				t.Fatalf("%+v, seed %d: %d edges, want %d; the first that differ: %s", c, seed, len(got), len(want), firstDifference(got, want))
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
		p.HeavyMost = p.HeavyDF
		var want named
		for i, n := range []int{1, 2, 3, 5, 1} {
			r := exchange(t, deal(docs, n, rng), p)
			got := r.byName()
			if i == 0 {
				want = got
			}
			if !reflect.DeepEqual(got, want) {
				t.Fatalf("seed %d, %d shards give another result than one", seed, n)
			}
			r.checkGroups(t)
		}
	}
}

// TestRounds holds that it makes no difference in how many rounds the postings
// come.
func TestRounds(t *testing.T) {
	for seed := range int64(4) {
		rng := rand.New(rand.NewSource(seed))
		docs := randomDocs(rng, 80, 500, 250)
		p := DefaultParams()
		p.HeavyDF, p.HeavyMost = 5, 20
		want := exchange(t, deal(docs, 1, rng), p).byName()
		for _, room := range []int{5000, 1000, 200} {
			p.RoundPostings, p.RoundWords = room, room
			shards := deal(docs, 1+rng.Intn(3), rng)
			if got := exchange(t, shards, p).byName(); !reflect.DeepEqual(got, want) {
				t.Fatalf("seed %d, %d shards, at most %d postings a round: another result than in one", seed, len(shards), room)
			}
		}
	}
}

// firstDifference is the first entry in which two lists differ.
func firstDifference(a, b []string) string {
	for i := range max(len(a), len(b)) {
		switch {
		case i >= len(a):
			return "only " + b[i]
		case i >= len(b):
			return "only " + a[i]
		case a[i] != b[i]:
			return a[i] + " and " + b[i]
		}
	}
	return ""
}

// checkGroups holds that shards and lead say the same.
func (r *result) checkGroups(t *testing.T) {
	t.Helper()
	if len(r.groups) != len(r.Docs) {
		t.Fatalf("%d documents are told their group, want %d", len(r.groups), len(r.Docs))
	}
	for i, g := range r.GroupOf {
		if r.groups[r.Docs[i].ID] != g {
			t.Errorf("%s: shard says group %d, lead %d", r.Docs[i].Name, r.groups[r.Docs[i].ID], g)
		}
	}
}
