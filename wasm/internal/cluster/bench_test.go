package cluster

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"clippings/wasm/protocol"
)

// benchEvidence is so many documents, a fifth of them equal to others, each text
// with edges to a hundred others near it; of those the given share makes copies.
func benchEvidence(docs int, copies float64) *Evidence {
	r := rand.New(rand.NewPCG(9, 10))
	texts := docs * 4 / 5
	ev := &Evidence{Shingles: make([]uint32, texts)}
	for i := range ev.Shingles {
		ev.Shingles[i] = 400
	}
	for i := range docs {
		text := uint32(i)
		if i >= texts {
			text = uint32(r.IntN(texts))
		}
		ev.Docs = append(ev.Docs, Doc{
			ID: protocol.NewDocID(uint32(r.Uint32()>>8), uint32(i%256)), Name: fmt.Sprintf("folder/%06d.txt", i), Outlet: "Post",
			Day: int32(r.IntN(400)), Minute: int16(r.IntN(1440)), Text: text,
		})
	}
	for a := range texts {
		for b := a + 1; b < min(a+63, texts); b++ {
			x := Edge{A: uint32(a), B: uint32(b), Common: 40 + uint32(r.IntN(100)), Cohesion: WholeCohesion}
			if r.Float64() < copies {
				x.Common, x.Run = 380, 200
			}
			ev.Edges = append(ev.Edges, x)
		}
	}
	return ev
}

func eachBench(b *testing.B, measure func(*testing.B, *Evidence)) {
	for _, copies := range []float64{0.001, 0.02, 1} {
		ev := benchEvidence(100_000, copies)
		b.Run(fmt.Sprintf("%d edges, copies %g", len(ev.Edges), copies), func(b *testing.B) {
			b.ReportAllocs()
			measure(b, ev)
		})
	}
}

// BenchmarkCopies is Cluster without stories: what a threshold that is moved costs.
func BenchmarkCopies(b *testing.B) {
	eachBench(b, func(b *testing.B, ev *Evidence) {
		for b.Loop() {
			c, err := ev.copies(protocol.DefaultSettings(), nil, noWork)
			if err != nil {
				b.Fatal(err)
			}
			groups := c.groups()
			c.groupOf(groups)
			for _, docs := range groups {
				c.newGroup(docs)
			}
		}
	})
}

func BenchmarkLookup(b *testing.B) {
	eachBench(b, func(b *testing.B, ev *Evidence) {
		for b.Loop() {
			if _, err := ev.NewLookup(noWork); err != nil {
				b.Fatal(err)
			}
		}
	})
}
