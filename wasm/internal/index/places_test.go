package index

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// Places tells of the marked documents what Postings tells.
func TestPlaces(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	x := New()
	words := []string{"a", "b", "c", "often"}
	for range 500 {
		x.Begin()
		for at := range uint32(r.IntN(300)) {
			word := words[min(r.IntN(4), r.IntN(4))]
			if r.IntN(3) == 0 {
				word = "often"
			}
			x.Add(&Token{Term: []byte(word), Hash: hashOf(word), Position: at, Field: Field(r.IntN(5))})
		}
		x.End()
	}
	if err := x.Flush(noYield); err != nil {
		t.Fatal(err)
	}
	s := x.Segments()[0]
	marks := make([]uint64, (s.Documents()+63)/64)
	for i := range marks {
		marks[i] = r.Uint64() & r.Uint64()
	}
	for term := range s.Terms() {
		var got, want [][2]uint32
		s.Places(term, marks, func(doc, position uint32) { got = append(got, [2]uint32{doc, position}) })
		var p Postings
		p.Open(s, term)
		for d := uint32(0); p.Seek(d); d = p.Doc() + 1 {
			if marks[p.Doc()/64]>>(p.Doc()%64)&1 == 0 {
				continue
			}
			for _, at := range p.AppendPositions(nil) {
				want = append(want, [2]uint32{p.Doc(), at})
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %d places, want %d", s.Term(term), len(got), len(want))
		}
	}
}
