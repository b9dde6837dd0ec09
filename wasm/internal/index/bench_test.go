package index

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
	"time"
)

// benchTokens is words as often as in newswire: the n-th most frequent 1/n
// times as often as the first, 60,000 different ones, 400 a document.
func benchTokens(n int) []Token {
	r := rand.New(rand.NewPCG(1, 1))
	const vocabulary = 60_000
	terms := make([]Token, vocabulary)
	for i := range terms {
		term := fmt.Sprintf("%x", uint32(i)*2654435761>>(i%7*4))
		terms[i] = Token{Term: []byte(term), Hash: hashOf(term) * 0x9e3779b97f4a7c15}
	}
	out := make([]Token, n)
	for i := range out {
		t := terms[int(math.Pow(vocabulary, r.Float64()))-1]
		t.Position, t.Field = uint32(i%400), Body
		if i%400 < 10 {
			t.Field = Title
		}
		out[i] = t
	}
	return out
}

// best runs fn until b is content and reports the time of the quickest run by
// n, which other work on the machine disturbs least.
func best(b *testing.B, n int, unit string, fn func()) {
	quickest := time.Duration(math.MaxInt64)
	for b.Loop() {
		start := time.Now()
		fn()
		quickest = min(quickest, time.Since(start))
	}
	b.ReportMetric(float64(quickest.Nanoseconds())/float64(n), "ns/"+unit)
}

// benchSize is the tokens of 1.5 MB of English text.
const benchSize = 1 << 18

// BenchmarkAdd is the builder alone.
func BenchmarkAdd(b *testing.B) {
	tokens := benchTokens(benchSize)
	x := New()
	best(b, len(tokens), "token", func() {
		x.next.reset()
		addAll(x, tokens)
	})
}

// BenchmarkSeal is making a segment of what was added.
func BenchmarkSeal(b *testing.B) {
	tokens := benchTokens(benchSize)
	x := New()
	addAll(x, tokens)
	best(b, len(tokens), "token", func() {
		if _, err := x.next.seal(0, noYield); err != nil {
			b.Fatal(err)
		}
	})
}

// BenchmarkMerge is merging two segments of half the tokens each.
func BenchmarkMerge(b *testing.B) {
	tokens := benchTokens(benchSize)
	var half [2]*Segment
	for i := range half {
		x := New()
		addAll(x, tokens[i*len(tokens)/2:(i+1)*len(tokens)/2])
		half[i], _ = x.next.seal(0, noYield)
	}
	best(b, len(tokens), "token", func() {
		if _, err := mergeSegments(half[0], half[1], noYield); err != nil {
			b.Fatal(err)
		}
	})
}

func addAll(x *Index, tokens []Token) {
	for i, t := range tokens {
		if i%400 == 0 {
			x.Begin()
		}
		x.Add(&t)
	}
	x.End()
}

// BenchmarkRead is reading a long posting list by blocks.
func BenchmarkRead(b *testing.B) {
	x := New()
	for range 50_000 {
		x.Begin()
		x.Add(&Token{Term: []byte("a"), Field: Body})
		x.End()
	}
	s, _ := x.next.seal(0, noYield)
	var p Postings
	best(b, 50_000, "posting", func() {
		p.Open(s, 0)
		for docs, _ := p.NextBlock(); len(docs) > 0; docs, _ = p.NextBlock() {
		}
	})
}
