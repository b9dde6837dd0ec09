package snippet

import (
	"fmt"
	"strings"
	"testing"

	"clippings/wasm/internal/analysis"
)

// BenchmarkMake makes the excerpts of an article of 2 kB, with the plain matcher of
// the tests, beside the scan of its words alone.
func BenchmarkMake(b *testing.B) {
	text := strings.Repeat("B The harbour was quiet on Monday. Talks about the ferry began at noon, and nobody spoke to the press.\n", 20)
	d := document(strings.Split(strings.TrimSpace(text), "\n")...)
	near := newWords("the", "ferry")
	near.nears, near.slack = [][]uint64{{1, 2}}, 10
	bench := func(name string, run func()) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(d.Text)))
			b.ReportAllocs()
			for b.Loop() {
				run()
			}
		})
	}
	var k Maker
	bench("scan", func() {
		var s analysis.Scanner
		for s.Reset(d.Text); s.Next(); {
			s.Term()
		}
	})
	for _, m := range []*words{newWords("press"), newWords("the", "ferry"), near} {
		bench(fmt.Sprint(len(m.list), " words, ", len(m.nears), " near"), func() { k.Make(d, m, Options{}) })
	}
}
