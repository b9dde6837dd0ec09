package query

import "testing"

func BenchmarkParse(b *testing.B) {
	for _, q := range []string{"ferry talks", `title:(ferry OR "peace talks"~5) outlet:post* date:2025-07.. -harb*r zelensky~`} {
		b.Run(q[:5], func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Parse(q, Options{PrefixLast: true})
			}
		})
	}
}
