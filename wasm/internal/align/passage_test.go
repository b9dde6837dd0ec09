package align

import (
	"math/rand"
	"reflect"
	"slices"
	"testing"

	"clippings/wasm/internal/corpustest"
)

func TestPassages(t *testing.T) {
	x, y, z := corpustest.Sequence(1000, 30), corpustest.Sequence(2000, 30), corpustest.Sequence(3000, 30)
	edited := slices.Concat(x[:12], corpustest.Sequence(9000, 2), x[13:])
	for _, c := range []struct {
		name string
		a, b []uint64
		want []Passage
	}{
		{"nothing", x, y, nil},
		{"empty", nil, x, nil},
		{"equal", x, x, []Passage{{A: [2]uint32{0, 30}, B: [2]uint32{0, 30}, Words: 30, Own: 30}}},
		{"inside", slices.Concat(y, x, z), x, []Passage{{A: [2]uint32{30, 60}, B: [2]uint32{0, 30}, Words: 30, Own: 30}}},
		{"too short", x[:11], slices.Concat(y, x[:11]), nil},
		{"moved", slices.Concat(x, y), slices.Concat(y, x), []Passage{
			{A: [2]uint32{30, 60}, B: [2]uint32{0, 30}, Words: 30, Own: 30}, {A: [2]uint32{0, 30}, B: [2]uint32{30, 60}, Words: 30, Own: 30}}},
		{"one word for two", x, edited, []Passage{{A: [2]uint32{0, 30}, B: [2]uint32{0, 31}, Words: 29, Own: 29}}},
		{"printed twice", x, slices.Concat(x, z, x), []Passage{
			{A: [2]uint32{0, 30}, B: [2]uint32{0, 30}, Words: 30, Own: 30}, {A: [2]uint32{0, 30}, B: [2]uint32{60, 90}, Words: 30, Own: 30, Again: true}}},
		{"grown over an edit", slices.Concat(x[:15], y[:1], x[15:18]), slices.Concat(x[:15], z[:1], x[15:18]),
			[]Passage{{A: [2]uint32{0, 19}, B: [2]uint32{0, 19}, Words: 18, Own: 15}}},
	} {
		if got := passages(Text{Words: c.a}, Text{Words: c.b}, Options{}); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}

// TestPassagesHold checks on random texts that what is claimed is there.
func TestPassagesHold(t *testing.T) {
	for seed := range int64(20) {
		rng := rand.New(rand.NewSource(seed))
		docs := corpustest.Terms(rng, 6, []int{2, 5, 50, 5000}[seed%4], 200)
		for _, a := range docs {
			for _, b := range docs {
				checkPassages(t, a, b)
			}
			checkRepeats(t, a)
		}
	}
}

func checkPassages(t *testing.T, a, b []uint64) {
	t.Helper()
	for _, p := range passages(Text{Words: a}, Text{Words: b}, Options{}) {
		if p.A[0] >= p.A[1] || p.B[0] >= p.B[1] || int(p.A[1]) > len(a) || int(p.B[1]) > len(b) {
			t.Fatalf("%v: not in texts of %d and %d words", p, len(a), len(b))
		}
		x, y := a[p.A[0]:p.A[1]], b[p.B[0]:p.B[1]]
		if x[0] != y[0] || x[len(x)-1] != y[len(y)-1] {
			t.Fatalf("%v: ends are not equal", p)
		}
		if most := plainCommon(x, y); int32(p.Words) > most || p.Words < minPassage {
			t.Fatalf("%v: %d equal words, there are %d", p, p.Words, most)
		}
	}
}

func checkRepeats(t *testing.T, terms []uint64) {
	t.Helper()
	last := uint32(0)
	for _, r := range Repeats(terms, 12) {
		if r.First[0] >= r.First[1] || r.Again[0] >= r.Again[1] || r.First[1] > r.Again[0] || int(r.Again[1]) > len(terms) {
			t.Fatalf("%v: not two stretches of %d words", r, len(terms))
		}
		if r.Again[0] < last {
			t.Fatalf("%v overlaps what came before", r)
		}
		last = r.Again[1]
	}
}

func TestRepeats(t *testing.T) {
	x, advert := corpustest.Sequence(1000, 120), corpustest.Sequence(5000, 25)
	twice := slices.Concat(x, x[:40], advert, x[40:90], advert[:10], x[90:])
	want := []Repeat{
		{[2]uint32{0, 40}, [2]uint32{120, 160}},
		{[2]uint32{40, 90}, [2]uint32{185, 235}},
		{[2]uint32{90, 120}, [2]uint32{245, 275}},
	}
	if got := Repeats(twice, 12); !reflect.DeepEqual(got, want) {
		t.Errorf("printed twice with adverts: got %v, want %v", got, want)
	}
	if got := Repeats(x, 12); got != nil {
		t.Errorf("said once: got %v", got)
	}
	thrice := slices.Concat(x, x, x)
	want = []Repeat{{[2]uint32{0, 120}, [2]uint32{120, 240}}, {[2]uint32{0, 120}, [2]uint32{240, 360}}}
	if got := Repeats(thrice, 12); !reflect.DeepEqual(got, want) {
		t.Errorf("thrice: got %v, want %v", got, want)
	}
}

// TestLongestRun compares the automaton with the quadratic table.
func TestLongestRun(t *testing.T) {
	for seed := range int64(400) {
		rng := rand.New(rand.NewSource(seed))
		docs := corpustest.Terms(rng, 2, []int{1, 2, 3, 50}[seed%4], 60)
		a, b := docs[0], docs[1]
		if got, want := longestRun(a, b), corpustest.LongestRun(a, b); got != want {
			t.Fatalf("seed %d: got %d, want %d for %v and %v", seed, got, want, a, b)
		}
	}
}

// TestRepetitive holds that texts made to repeat themselves cost no more than
// linear time: these would take minutes in quadratic time.
func TestRepetitive(t *testing.T) {
	const words = 100_000
	one := slices.Repeat(corpustest.Sequence(0, 1), words)
	seven := slices.Repeat(corpustest.Sequence(0, 7), words/7)
	for _, a := range [][]uint64{one, seven} {
		for _, b := range [][]uint64{one, seven} {
			longestRun(a, b)
			passages(Text{Words: a}, Text{Words: b}, Options{})
		}
		Repeats(a, 12)
	}
}

// longestRun is what verify asks of a RunFinder.
func longestRun(a, b []uint64) int {
	var r RunFinder
	r.Reset(a)
	n, _ := r.Longest(b)
	return n
}

// plainCommon is the number of equal words in the best alignment.
func plainCommon(a, b []uint64) int32 {
	l := aligner{a: Text{Words: a}, b: Text{Words: b}}
	return int32(l.inGap([2]int32{0, int32(len(a))}, [2]int32{0, int32(len(b))}).words())
}
