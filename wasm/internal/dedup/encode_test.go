package dedup

import (
	"bytes"
	"errors"
	"math/rand"
	"reflect"
	"testing"

	"clippings/wasm/internal/cluster"
)

// storedPast is what an exchange found, and the stored form of it.
func storedPast(t testing.TB, seed int64) (*cluster.Evidence, *Past, []byte) {
	t.Helper()
	rng := rand.New(rand.NewSource(seed))
	docs := randomDocs(rng, 40, 300, 200)
	furnish(docs, rng)
	p := DefaultParams()
	p.HeavyDF, p.HeavyMost = 4, 8
	_, lead := exchangeAfter(t, deal(docs, 1, rng), p, nil)
	b, err := lead.Past().AppendTo(nil, lead.Evidence(), noWork)
	if err != nil {
		t.Fatal(err)
	}
	return lead.Evidence(), lead.Past(), b
}

func TestStoredPastIsTheSame(t *testing.T) {
	for seed := range int64(10) {
		ev, want, b := storedPast(t, seed)
		for _, beside := range []*cluster.Evidence{ev, {}} { // whose edges it shares, or not
			b, err := want.AppendTo(nil, beside, noWork)
			if err != nil {
				t.Fatal(err)
			}
			got, err := DecodePast(b, want.params, beside, noWork)
			if err != nil {
				t.Fatal(err)
			}
			if len(got.loose) == 0 {
				got.loose = want.loose
			}
			if !reflect.DeepEqual(got, want) {
				t.Fatalf("got  %+v\nwant %+v", got, want)
			}
			if again, err := got.AppendTo(nil, beside, noWork); err != nil || !bytes.Equal(again, b) {
				t.Fatalf("written again it is another: %v", err)
			}
		}
		other := want.params
		other.Passage++
		if got, err := DecodePast(b, other, ev, noWork); got != nil || err != nil {
			t.Errorf("with other parameters: %v, %v", got, err)
		}
		for n := len(want.params.appendTo(nil)); n < len(b); n++ {
			if _, err := DecodePast(b[:n], want.params, ev, noWork); !errors.Is(err, ErrCorrupt) {
				t.Fatalf("cut off at %d of %d: %v", n, len(b), err)
			}
		}
	}
}

// FuzzStoredPast: whatever is read is written as it was read.
func FuzzStoredPast(f *testing.F) {
	ev, past, b := storedPast(f, 3)
	f.Add(b)
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := DecodePast(b, past.params, ev, noWork)
		if err != nil || p == nil {
			return
		}
		for _, x := range p.edges {
			if x.A >= x.B || int(x.B) >= len(p.texts) {
				t.Fatalf("an edge %+v between %d texts", x, len(p.texts))
			}
		}
		stored, err := p.AppendTo(nil, ev, noWork)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := DecodePast(stored, past.params, ev, noWork); err != nil {
			t.Errorf("written again: %v", err)
		}
	})
}
