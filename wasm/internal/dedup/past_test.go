package dedup

import (
	"fmt"
	"math/rand"
	"reflect"
	"testing"
)

// TestBatches holds that adding documents in batches gives what adding all at
// once gives, in any order and over any numbers of shards.
func TestBatches(t *testing.T) {
	quick, restarted := 0, 0
	for seed := range int64(60) {
		rng := rand.New(rand.NewSource(seed))
		docs := randomDocs(rng, 40+rng.Intn(100), []int{30, 500, 3000}[rng.Intn(3)], 60+rng.Intn(250))
		furnish(docs, rng)
		for i := range docs { // some are equal but for what is known of them
			if rng.Intn(8) == 0 {
				docs[i].terms = docs[rng.Intn(len(docs))].terms
			}
		}
		p := DefaultParams()
		p.HeavyDF, p.HeavyPeers = 3+rng.Intn(30), 1+rng.Intn(6)
		p.HeavyMost = p.HeavyDF
		if rng.Intn(3) == 0 {
			p.HeavyMost = 200
		}
		r, lead := exchangeAfter(t, deal(docs, 1, rng), p, nil)
		want, wantPast := r.byName(), lead.Past()
		rng.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
		batches := 2 + rng.Intn(3)
		var past *Past
		for b := range batches {
			shards := deal(docs[:len(docs)*(b+1)/batches], 1+rng.Intn(4), rng)
			if b == batches-1 {
				shards = deal(docs, len(shards), rng)
			}
			r, lead := exchangeAfter(t, shards, p, past)
			switch {
			case lead.shard.kinds != nil:
				quick++
			case past != nil:
				restarted++
			}
			past = lead.Past()
			if b < batches-1 {
				continue
			}
			if !reflect.DeepEqual(past, wantPast) {
				t.Fatalf("seed %d, %d batches: another past than at once", seed, batches)
			}
			if got := r.byName(); !reflect.DeepEqual(got, want) {
				t.Fatalf("seed %d, %d batches: another result than at once: %d edges, want %d; %s", seed, batches, len(got.Edges), len(want.Edges), firstDifference(got.Edges, want.Edges))
			}
		}
	}
	t.Logf("%d additions were compared with what was there, %d began anew", quick, restarted)
	if quick < 30 || restarted < 5 {
		t.Error("too few to tell")
	}
}

// furnish puts a phrase into many documents, so that some lists are heavy.
func furnish(docs []testDoc, rng *rand.Rand) {
	phrase := docs[0].terms[:min(len(docs[0].terms), 8+rng.Intn(10))]
	share := 2 + rng.Intn(6)
	for i := range docs {
		if rng.Intn(share) == 0 {
			docs[i].terms = append(append([]uint64{}, docs[i].terms...), phrase...)
		}
	}
}

// BenchmarkAdd adds 100 articles to 10,000: ratio is how many times longer
// comparing all of them takes.
func BenchmarkAdd(b *testing.B) {
	for _, c := range []struct{ old, added int }{{1000, 100}, {10_000, 100}, {10_000, 1000}} {
		b.Run(fmt.Sprintf("%d+%d", c.old, c.added), func(b *testing.B) {
			corpus := ruleCorpus(c.old + c.added)
			first := split(corpus[:c.old], 2)
			shards := split(corpus, 2)
			var anew, added stopwatch
			for b.Loop() {
				anew, added = stopwatch{}, stopwatch{}
				past := (&stopwatch{}).exchange(b, first, DefaultParams(), nil)[0].Past()
				anew.exchange(b, shards, DefaultParams(), nil)
				lead := added.exchange(b, shards, DefaultParams(), past)[0]
				if lead.shard.kinds == nil {
					b.Fatal("everything was compared")
				}
			}
			b.ReportMetric(float64(added.critical.Microseconds())/1000, "critical-ms")
			b.ReportMetric(float64(anew.critical)/float64(added.critical), "ratio")
			b.ReportMetric(0, "ns/op")
			b.Log(added.String())
		})
	}
}

// TestKinds holds that the texts that did not move are in the order they were in.
func TestKinds(t *testing.T) {
	for seed := range int64(100) {
		rng := rand.New(rand.NewSource(seed))
		before := make([]int32, rng.Intn(20))
		for i, old := range rng.Perm(len(before)) {
			if rng.Intn(3) > 0 {
				before[i] = int32(old + 1)
			}
		}
		last := int32(0)
		for i, k := range kindsOf(before) {
			if (k == newText) != (before[i] == 0) {
				t.Fatalf("%v: text %d is of kind %d", before, i, k)
			}
			if k == oldText {
				if before[i] < last {
					t.Fatalf("%v: text %d is out of order", before, i)
				}
				last = before[i]
			}
		}
	}
}
