package dedup

import (
	"math"
	"math/rand"
	"slices"
	"testing"

	"clippings/wasm/internal/cluster"
	"clippings/wasm/internal/corpustest"
	"clippings/wasm/internal/shingle"
)

// TestComparer compares runs and cohesions with those found the plain way, of
// either text first.
func TestComparer(t *testing.T) {
	measured := 0
	for seed := range int64(30) {
		rng := rand.New(rand.NewSource(seed))
		alphabet := []int{1, 2, 30, 3000}[rng.Intn(4)]
		texts := corpustest.Terms(rng, 12, alphabet, 30+rng.Intn(900))
		texts = append(texts, nil, corpustest.Sequence(0, 3), corpustest.Sequence(0, 4), slices.Repeat(corpustest.Sequence(0, 1), 300))
		c := comparer{}
		for i, a := range texts {
			c.reset(a)
			for j, b := range texts {
				run, cohesion, _ := c.compare(b)
				if want := corpustest.LongestRun(a, b); int(run) != want {
					t.Fatalf("seed %d, texts %d and %d: run of %d, want %d", seed, i, j, run, want)
				}
				want := plainCohesion(a, b)
				if math.Abs(float64(cohesion)-want) > 0.6 {
					t.Fatalf("seed %d, texts %d and %d: cohesion %d, want %.2f", seed, i, j, cohesion, want)
				}
				if cohesion < cluster.WholeCohesion {
					measured++
				}
				back := comparer{}
				back.reset(b)
				if r, n, _ := back.compare(a); r != run || n != cohesion {
					t.Fatalf("seed %d, texts %d and %d: %d, %d; the other way round %d, %d", seed, i, j, run, cohesion, r, n)
				}
			}
		}
	}
	if measured < 100 {
		t.Errorf("only %d cohesions were measured", measured)
	}
}

// plainCohesion is the cohesion, in percent, by its definition.
func plainCohesion(a, b []uint64) float64 {
	if len(a) < len(b) || len(a) == len(b) && slices.Compare(a, b) < 0 {
		a, b = b, a
	}
	cover := make([]bool, len(a))
	for i := range len(a) - shingle.Len + 1 {
		for j := range len(b) - shingle.Len + 1 {
			if slices.Equal(a[i:i+shingle.Len], b[j:j+shingle.Len]) {
				for k := range shingle.Len {
					cover[i+k] = true
				}
				break
			}
		}
	}
	var rest []uint64
	for i, t := range a {
		if !cover[i] {
			rest = append(rest, t)
		}
	}
	if len(rest) < minRest || 10*len(rest) < 3*len(a) {
		return cluster.WholeCohesion
	}
	least := plainCosine(rest, b)
	if len(rest) >= windowsFrom*len(b) {
		least = min(least, plainWindows(a, b, cover))
	}
	before, shared := 0, len(a)-len(rest)
	for i := range a {
		if cover[i] {
			before++
		}
		other := 0
		switch {
		case 10*before >= 9*shared:
			other = len(a) - i - 1
		case 10*before <= shared:
			other = i + 1
		}
		if 4*other >= len(a) && i%splitStep == 0 {
			least = min(least, plainCosine(a[:i+1], a[i+1:]))
		}
	}
	return cluster.WholeCohesion * min(least, 1)
}

// plainWindows is the median cosine of b and windows over what a has besides.
func plainWindows(a, b []uint64, cover []bool) float64 {
	size := max(len(b), minWindow)
	var found []float64
	for from := 0; from+size <= len(a); from += max(size, len(a)/maxWindows) {
		if !slices.Contains(cover[from:from+size], true) {
			found = append(found, plainCosine(b, a[from:from+size]))
		}
	}
	if len(found) == 0 {
		return 1
	}
	slices.Sort(found)
	return found[len(found)/2]
}

func plainCosine(a, b []uint64) float64 {
	x, y := map[uint64]float64{}, map[uint64]float64{}
	for _, t := range a {
		x[t]++
	}
	for _, t := range b {
		y[t]++
	}
	dot, xx, yy := 0.0, 0.0, 0.0
	for t, n := range x {
		w := newsWeight(t)
		dot += math.Sqrt(n*y[t]) * w * w
		xx += n * w * w
	}
	for t, n := range y {
		w := newsWeight(t)
		yy += n * w * w
	}
	return cosine(dot, xx, yy)
}

func BenchmarkComparer(b *testing.B) {
	docs := ruleCorpus(200)
	var pairs [][2][]uint64
	for _, d := range corpustest.Corpus(1, 200) {
		if d.CopyOf >= 0 {
			pairs = append(pairs, [2][]uint64{docs[d.CopyOf].terms, termsOf(d.Text)})
		}
	}
	c := comparer{}
	for b.Loop() {
		for _, p := range pairs {
			c.reset(p[0])
			c.compare(p[1])
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(pairs)), "ns/pair")
}
