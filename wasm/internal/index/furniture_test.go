package index

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// withFurniture adds runs of furniture to documents, before and after.
func withFurniture(r *rand.Rand, docs [][]place) [][]place {
	out := make([][]place, len(docs))
	for d, doc := range docs {
		for i := range uint32(r.IntN(3)) {
			out[d] = append(out[d], place{fmt.Sprintf("\x01t%d", r.IntN(40)), i, Furniture})
		}
		last := uint32(3)
		for _, p := range doc {
			p.position += 3
			last = p.position + 1
			out[d] = append(out[d], p)
		}
		for i := range uint32(r.IntN(8)) {
			out[d] = append(out[d], place{fmt.Sprintf("\x01t%d", r.IntN(40)), last + i, Furniture})
		}
	}
	return out
}

// Of articles nothing changes by their furniture but where they begin.
func TestFurniture(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 6))
	bare := randomDocs(r, 6000, 300)
	for _, doc := range bare {
		for i := range doc {
			if doc[i].field == Furniture {
				doc[i].field = Other
			}
		}
	}
	docs := withFurniture(r, bare)
	for _, every := range []int{1 << 30, 2000} {
		x, y := New(), New()
		build(t, x, docs, func(d int) bool { return d%every == every-1 })
		build(t, y, bare, func(d int) bool { return d%every == every-1 })
		if x.TotalLength() != y.TotalLength() {
			t.Fatalf("total length %d, want %d", x.TotalLength(), y.TotalLength())
		}
		s, plain := x.Segments()[0], y.Segments()[0]
		if !slices.Equal(s.Lengths(), plain.Lengths()) {
			t.Fatal("lengths differ")
		}
		from, to := s.Article()
		if from != 40 || to-from != plain.Terms() {
			t.Fatalf("terms of articles are [%d, %d), want %d", from, to, plain.Terms())
		}
		for i := range plain.Terms() {
			if string(s.Term(from+i)) != string(plain.Term(i)) || s.Frequency(from+i, from+i+1) != plain.Frequency(i, i+1) {
				t.Fatalf("term %q differs", plain.Term(i))
			}
		}
		if s.ranges == nil || s.ranges.Terms() != plain.ranges.Terms() || string(s.ranges.docs) != string(plain.ranges.docs) {
			t.Fatal("lists of heavy ranges differ")
		}
	}
}
