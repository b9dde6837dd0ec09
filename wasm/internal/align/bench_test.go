package align

import (
	"math/rand"
	"slices"
	"testing"

	"clippings/wasm/internal/corpustest"
)

// benchTexts are texts of 425 words, the mean of news, and what each shares with
// the first.
func benchTexts() (first Text, others map[string]Text) {
	rng := rand.New(rand.NewSource(1))
	x := corpustest.Sequence(0, 425)
	edited := slices.Concat(x[:200], x[210:])
	for range 10 {
		edited[rng.Intn(len(edited))]++
	}
	unrelated := corpustest.Sequence(1_000_000, 425)
	quoting := slices.Concat(unrelated[:200], x[100:122], unrelated[200:403])
	return quoted(x, [2]int{100, 122}, [2]int{300, 330}), map[string]Text{
		"edited":    quoted(edited, [2]int{100, 122}),
		"unrelated": quoted(unrelated, [2]int{20, 40}),
		"quote":     quoted(quoting, [2]int{200, 222}),
	}
}

// quoted is a text with words in quotation marks.
func quoted(words []uint64, ranges ...[2]int) Text {
	t := Text{Words: words, Quoted: make([]bool, len(words))}
	for _, r := range ranges {
		for i := r[0]; i < r[1]; i++ {
			t.Quoted[i] = true
		}
	}
	return t
}

func BenchmarkCompare(b *testing.B) {
	first, others := benchTexts()
	for _, name := range []string{"edited", "unrelated", "quote"} {
		other := others[name]
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				compare(first, other, Options{})
			}
		})
		b.Run(name+"/again", func(b *testing.B) {
			b.ReportAllocs()
			var c Comparer
			c.Reset(first)
			for b.Loop() {
				c.Compare(other)
			}
		})
	}
}

func BenchmarkPassages(b *testing.B) {
	first, others := benchTexts()
	for _, name := range []string{"edited", "unrelated", "quote"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				passages(first, others[name], Options{})
			}
		})
	}
}

func BenchmarkRun(b *testing.B) {
	first, others := benchTexts()
	for b.Loop() {
		longestRun(first.Words, others["edited"].Words)
	}
}
