package align

import (
	"fmt"
	"math/rand"
	"slices"
	"testing"

	"clippings/wasm/internal/corpustest"
	"clippings/wasm/internal/shingle"
)

// hostile are pairs of texts of about n words made to cost more than they say.
func hostile(n int) map[string][2][]uint64 {
	rng := rand.New(rand.NewSource(1))
	plain := corpustest.Sequence(0, n)
	edited := slices.Clone(plain)
	for i := 0; i < n; i += 7 + rng.Intn(60) {
		edited[i]++
	}
	// Five equal words, then pairs of equal words that an end grows along.
	pairs := slices.Clone(plain)
	for i := range pairs {
		if i%100 >= 5 && i%3 == 0 {
			pairs[i]++
		}
	}
	// Every sequence as often as one may occur and still seed.
	var refrains []uint64
	for i := 0; len(refrains) < n; i++ {
		for range maxSeeds {
			refrains = append(refrains, corpustest.Sequence(10*i, 5)...)
			refrains = append(refrains, rng.Uint64())
		}
	}
	few := make([]uint64, n)
	for i := range few {
		few[i] = uint64(rng.Intn(12)) // sequences of five occur four times in a million words
	}
	shuffled := slices.Clone(plain)
	for i := 0; i+12 <= n; i += 12 {
		j := rng.Intn(n/12) * 12
		for k := range 12 {
			shuffled[i+k], shuffled[j+k] = shuffled[j+k], shuffled[i+k]
		}
	}
	return map[string][2][]uint64{
		"equal":     {plain, plain},
		"edited":    {plain, edited},
		"pairs":     {plain, pairs},
		"refrains":  {refrains, slices.Concat(refrains[n/2:], refrains[:n/2])},
		"few words": {few, slices.Concat(few[n/3:], few[:n/3])},
		"one word":  {slices.Repeat(plain[:1], n), slices.Repeat(plain[:1], n)},
		"period":    {slices.Repeat(plain[:7], n/7), slices.Repeat(plain[:7], n/7)},
		"shuffled":  {plain, shuffled},
	}
}

// TestHostile holds that texts made to be costly take no more than linear time:
// these would take minutes in quadratic time.
func TestHostile(t *testing.T) {
	const words = 100_000
	for name, texts := range hostile(words) {
		a, b := quoted(texts[0], [2]int{100, words / 2}), quoted(texts[1], [2]int{200, words / 3})
		got := compare(a, b, Options{})
		if name == "one word" && (got.Inter != 1 || got.Run != words || got.Wording != SharedPassage) {
			t.Errorf("%s: got %+v", name, got)
		}
		if name == "equal" && (got.Inter != words-4 || got.Run != words || len(got.Passages) != 1) {
			t.Errorf("%s: got %d shingles, a run of %d, %d passages", name, got.Inter, got.Run, len(got.Passages))
		}
		Repeats(texts[0], 12)
	}
}

// TestDigest compares a text that contains many others with each.
func TestDigest(t *testing.T) {
	const others, words = 1000, 425
	var digest []uint64
	for i := range others {
		digest = append(digest, corpustest.Sequence(i*1000, words)...)
	}
	var c Comparer
	c.Reset(Text{Words: digest})
	for i := range others {
		got := c.Compare(Text{Words: digest[i*words:][:words]})
		if got.Inter != words-4 || got.Run != words || len(got.Passages) != 1 || got.Passages[0].A[0] != uint32(i*words) {
			t.Fatalf("text %d: got %+v", i, got)
		}
	}
}

// TestBig finds a short run without an automaton of a big text.
func TestBig(t *testing.T) {
	big := corpustest.Sequence(0, bigText+100)
	small := slices.Concat(corpustest.Sequence(1_000_000, 20), big[70:73], big[90:94])
	for range 2 {
		got := compare(quoted(big, [2]int{92, 94}), quoted(small, [2]int{0, 27}), Options{})
		if got.Run != 4 || got.OwnRun != 2 {
			t.Errorf("got runs of %d and %d, want 4 and 2", got.Run, got.OwnRun)
		}
		big = big[:len(big)-200]
	}
}

// TestShort compares texts that are shorter than a shingle.
func TestShort(t *testing.T) {
	x := corpustest.Sequence(0, 6)
	for _, c := range []struct {
		a, b []uint64
		want Comparison
	}{
		{nil, nil, Comparison{}},
		{nil, x[:3], Comparison{B: 1}},
		{x[:3], x[:3], Comparison{Inter: 1, A: 1, B: 1, Run: 3, OwnRun: 3}},
		{x[:3], x[1:4], Comparison{A: 1, B: 1, Run: 2, OwnRun: 2}},
		{x[:4], x, Comparison{A: 1, B: 2, Run: 4, OwnRun: 4}},
		{x[:5], x, Comparison{Inter: 1, A: 1, B: 2, Run: 5, OwnRun: 5}},
	} {
		got := compare(Text{Words: c.a}, Text{Words: c.b}, Options{})
		if fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%v and %v: got %+v, want %+v", c.a, c.b, got, c.want)
		}
	}
}

func BenchmarkHostile(b *testing.B) {
	for _, words := range []int{100_000, 200_000, 1_000_000} {
		texts := hostile(words)
		for _, name := range []string{"equal", "edited", "pairs", "refrains", "few words", "one word", "period", "shuffled"} {
			b.Run(fmt.Sprintf("%s/words=%d", name, words), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					compare(Text{Words: texts[name][0]}, Text{Words: texts[name][1]}, Options{})
				}
			})
		}
	}
}

// FuzzCompare makes texts of bytes, each a word, those over 127 quoted.
func FuzzCompare(f *testing.F) {
	f.Add([]byte("it was the best of times, it was the worst"), []byte("it was the worst of times, it was the best"), uint8(0))
	f.Add([]byte("abcdefgh\xe1\xe2\xe3\xe4\xe5\xe6\xe7\xe8ijklmnop"), []byte("\xe1\xe2\xe3\xe4\xe5\xe6\xe7\xe8ijkXmnop"), uint8(5))
	f.Add([]byte("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), []byte("aaaaaaaaaaaaaaabaaaaaaaaaaaaaaa"), uint8(1))
	f.Fuzz(func(t *testing.T, x, y []byte, gap uint8) {
		a, b := ofBytes(x), ofBytes(y)
		opt := Options{Gap: int(gap)}
		checkFigures(t, a, b, compare(a, b, opt))
		checkPassages(t, a.Words, b.Words)
		checkRepeats(t, a.Words)
	})
}

func ofBytes(x []byte) Text {
	var t Text
	for _, c := range x[:min(len(x), 500)] {
		t.Words = append(t.Words, shingle.Mix(uint64(c&127)+1))
		t.Quoted = append(t.Quoted, c > 127)
	}
	return t
}
