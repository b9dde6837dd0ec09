package cluster

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"clippings/wasm/protocol"
)

// marked is random evidence with vectors.
func marked(r *rand.Rand) *Evidence {
	ev := randomEvidence(r)
	texts := make([][]testTerm, len(ev.Shingles))
	for i := range texts {
		for term := range uint64(8) {
			if r.IntN(2) == 0 {
				texts[i] = append(texts[i], testTerm{term, uint16(1 + r.IntN(UnitWeight))})
			}
		}
	}
	ev.Vectors = vectorsOf(texts)
	return ev
}

func TestStoredEvidenceIsTheSame(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	for range 300 {
		want := marked(r)
		b, err := want.AppendTo(nil, noWork)
		if err != nil {
			t.Fatal(err)
		}
		got, err := DecodeEvidence(b, noWork)
		if err != nil {
			t.Fatal(err)
		}
		again, err := got.AppendTo(nil, noWork)
		if err != nil || !bytes.Equal(b, again) {
			t.Fatalf("written again it is another: %v", err)
		}
		if !reflect.DeepEqual(got.Docs, want.Docs) || !slices.Equal(got.Vectors.count, want.Vectors.count) {
			t.Fatalf("got  %+v\nwant %+v", got, want)
		}
		a, errA := want.Cluster(protocol.DefaultSettings(), nil, noWork)
		c, errC := got.Cluster(protocol.DefaultSettings(), nil, noWork)
		if errA != nil || errC != nil || !reflect.DeepEqual(a, c) {
			t.Fatalf("it is grouped otherwise: %v, %v", errA, errC)
		}
		for n := range b {
			if _, err := DecodeEvidence(b[:n], noWork); !errors.Is(err, protocol.ErrCorrupt) {
				t.Fatalf("cut off at %d of %d: %v", n, len(b), err)
			}
		}
	}
}

// FuzzStoredEvidence: whatever is read can be grouped.
func FuzzStoredEvidence(f *testing.F) {
	r := rand.New(rand.NewPCG(5, 5))
	for range 4 {
		b, err := marked(r).AppendTo(nil, noWork)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		ev, err := DecodeEvidence(b, noWork)
		if err != nil || len(ev.Docs) > 1000 {
			return
		}
		if _, err := ev.Cluster(protocol.DefaultSettings(), nil, noWork); err != nil {
			t.Fatal(err)
		}
		if _, err := ev.NewLookup(noWork); err != nil {
			t.Fatal(err)
		}
	})
}
