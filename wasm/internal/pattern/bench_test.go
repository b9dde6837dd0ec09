package pattern

import (
	"strings"
	"testing"
)

// benchText is 100 kB that holds what the expressions ask for now and then.
var benchText = strings.Repeat("The minister said on Tuesday that talks with the harbour workers would go on until Friday evening at the latest.\n"+
	"Nobody at the ferry terminal knew of it; 12 boats stayed where they were, and the Überfahrt was called off.\n", 450)

var benchExpressions = []struct{ name, text string }{
	{"between", `the .* the`}, {"words", `(ferry|ferries)\s+\w+`}, {"edge", `\btalks\b with`}, {"class", `[^\w\s] \d+ boats`}, {"unicode", `\pL+fahrt was`},
}

func BenchmarkNext(b *testing.B) {
	for _, e := range benchExpressions {
		b.Run(e.name+"/pattern", func(b *testing.B) {
			x, err := Parse(e.text)
			if err != nil {
				b.Fatal(err)
			}
			p := x.Compile()
			b.SetBytes(int64(len(benchText)))
			b.ReportAllocs()
			for b.Loop() {
				for at := 0; ; {
					_, end, ok := p.Next(benchText, at, nil)
					if !ok {
						break
					}
					at = end
				}
			}
		})
		b.Run(e.name+"/regexp", func(b *testing.B) {
			re, _ := plain(e.text)
			b.SetBytes(int64(len(benchText)))
			b.ReportAllocs()
			for b.Loop() {
				re.FindAllStringIndex(benchText, -1)
			}
		})
	}
}

func BenchmarkFits(b *testing.B) {
	words := strings.Fields(strings.ToLower(benchText[:2000]))
	var forms [][]byte
	for _, w := range words {
		forms = append(forms, []byte(w))
	}
	b.Run("pattern", func(b *testing.B) {
		x, _ := Parse("(h|w).*(r|s)")
		p := x.Compile()
		b.ReportAllocs()
		for b.Loop() {
			for _, w := range forms {
				p.Fits(w)
			}
		}
	})
	b.Run("regexp", func(b *testing.B) {
		re, _ := plain("^(h|w).*(r|s)$")
		b.ReportAllocs()
		for b.Loop() {
			for _, w := range forms {
				re.Match(w)
			}
		}
	})
}

func BenchmarkCompile(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		x, _ := Parse(`\pL{3,5}\s+(ferry|ferries)`)
		x.Compile().Next("a few words", 0, nil)
	}
}
