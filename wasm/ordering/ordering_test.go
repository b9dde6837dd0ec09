package ordering

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// element is compared by key; place tells equal ones apart.
type element struct {
	key   uint64
	name  string
	place int
}

func elements(r *rand.Rand, n, keys int) []element {
	out := make([]element, n)
	for i := range out {
		key := r.IntN(keys)
		out[i] = element{uint64(key), fmt.Sprintf("name %06d", key), i}
	}
	return out
}

func byKey(a, b element) int { return cmp.Compare(a.key, b.key) }

// Sorting is slices.SortStableFunc.
func TestBy(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 400 {
		for _, keys := range []int{1, 2, 10, 1000} {
			got := elements(r, n, keys)
			switch n % 5 {
			case 0:
				slices.SortStableFunc(got, byKey)
			case 1:
				slices.SortStableFunc(got, byKey)
				slices.Reverse(got)
			}
			want := slices.Clone(got)
			slices.SortStableFunc(want, byKey)
			if By(got, byKey); !slices.Equal(got, want) {
				t.Fatalf("%d of %d keys: %v, want %v", n, keys, got, want)
			}
		}
	}
}

// A few are sorted without memory.
func TestFewAllocateNothing(t *testing.T) {
	s := elements(rand.New(rand.NewPCG(3, 4)), small, 10)
	if n := testing.AllocsPerRun(100, func() { By(s, byKey) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkBy(b *testing.B) {
	for _, n := range []int{5, 50, 1000, 100000} {
		r := rand.New(rand.NewPCG(5, 6))
		given := elements(r, n, n)
		pairs := make([][2]uint32, n)
		for i := range pairs {
			pairs[i] = [2]uint32{r.Uint32(), r.Uint32()}
		}
		byPair := func(a, b [2]uint32) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) }
		byName := func(a, b element) int { return strings.Compare(a.name, b.name) }
		bench(b, fmt.Sprintf("pairs/%d", n), pairs, byPair)
		bench(b, fmt.Sprintf("keys/%d", n), given, byKey)
		bench(b, fmt.Sprintf("names/%d", n), given, byName)
	}
}

func bench[T any](b *testing.B, name string, given []T, compare func(a, b T) int) {
	s := make([]T, len(given))
	for _, way := range []struct {
		name string
		sort func([]T, func(a, b T) int)
	}{{"By", By[T]}, {"SortFunc", slices.SortFunc[[]T, T]}, {"SortStableFunc", slices.SortStableFunc[[]T, T]}} {
		b.Run(name+"/"+way.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				copy(s, given)
				way.sort(s, compare)
			}
		})
	}
}
