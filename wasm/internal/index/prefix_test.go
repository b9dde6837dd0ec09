package index

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// Every list of a range holds the union of its terms, and the heavy ranges
// have one, however the segments came about.
func TestRanges(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	docs := randomDocs(r, 6000, 300)
	for _, every := range []int{1 << 30, 2000} {
		x := New()
		build(t, x, docs, func(d int) bool { return d%every == every-1 })
		if len(x.Segments()) != 1 {
			t.Fatalf("%d segments", len(x.Segments()))
		}
		s := x.Segments()[0]
		lists := 0
		for _, prefix := range []string{"t", "t1", "t2", "t10", "t299"} {
			from, to := s.Range([]byte(prefix))
			var p Postings
			if !s.OpenRange(&p, from, to) {
				continue
			}
			lists++
			if got, want := readWeights(&p), unionOf(s, from, to); got != want {
				t.Fatalf("%s*: got %.200s, want %.200s", prefix, got, want)
			}
		}
		if lists < 2 {
			t.Errorf("%d of the ranges tried have a list", lists)
		}
	}
}

// Ranges that begin where those within them do are found too, and written and
// opened again.
func TestRangesOfOneBeginning(t *testing.T) {
	r := rand.New(rand.NewPCG(10, 10))
	x := New()
	for range 20_000 {
		x.Begin()
		for i := range uint32(30) {
			term := fmt.Sprintf("%c%c%c", 'a'+r.IntN(2), 'a'+r.IntN(2), 'a'+r.IntN(3))
			x.Add(&Token{Term: []byte(term), Hash: hashOf(term), Position: i, Field: Body})
		}
		x.End()
	}
	if err := x.Flush(noYield); err != nil {
		t.Fatal(err)
	}
	opened, err := DecodeSegment(x.Segments()[0].AppendTo(nil), noYield)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []*Segment{x.Segments()[0], opened} {
		for _, prefix := range []string{"a", "aa", "b", "bb"} {
			from, to := s.Range([]byte(prefix))
			var p Postings
			if !s.OpenRange(&p, from, to) {
				t.Fatalf("%s* has no list", prefix)
			}
			if got, want := readWeights(&p), unionOf(s, from, to); got != want {
				t.Fatalf("%s*: got %.200s, want %.200s", prefix, got, want)
			}
		}
	}
}

func readWeights(p *Postings) string {
	weights := map[uint32]uint32{}
	for docs, w := p.NextBlock(); len(docs) > 0; docs, w = p.NextBlock() {
		for i, d := range docs {
			weights[d] = w[i]
		}
	}
	return fmt.Sprint(weights)
}

func unionOf(s *Segment, from, to uint32) string {
	weights := map[uint32]uint32{}
	var p Postings
	for t := from; t < to; t++ {
		p.Open(s, t)
		for docs, w := p.NextBlock(); len(docs) > 0; docs, w = p.NextBlock() {
			for i, d := range docs {
				weights[d] = Sum(weights[d], w[i])
			}
		}
	}
	return fmt.Sprint(weights)
}
