package stem

import (
	"bytes"
	"slices"
	"testing"
)

// dictionary is n made terms, sorted, with the length and the endings of real ones.
func dictionary(n int) [][]byte {
	syllables := []string{"re", "gier", "ver", "kon", "tra", "li", "mo", "sta", "per", "in", "al", "pro", "ber", "sen", "di", "gra", "nu", "fel", "ost", "ke"}
	endings := []string{"", "s", "ed", "ing", "ung", "ungen", "en", "er", "ion", "e"}
	terms := make([][]byte, 0, n)
	for x := uint64(1); len(terms) < n; {
		x = x*6364136223846793005 + 1442695040888963407
		var w []byte
		for i, r := 0, x>>20; i < 2+int(x>>60)%3; i, r = i+1, r/20 {
			w = append(w, syllables[r%20]...)
		}
		terms = append(terms, append(w, endings[x>>33%10]...))
	}
	slices.SortFunc(terms, bytes.Compare)
	return terms
}

// BenchmarkForms is all forms of a word among 300,000 terms: by its ranges, by a test
// of every term, and the compounds that end with it, which need every term.
func BenchmarkForms(b *testing.B) {
	terms := dictionary(300_000)
	word := []byte("regierung")
	ranges := func(f *Finder) (n int) {
		for _, p := range f.Prefixes() {
			i, _ := slices.BinarySearchFunc(terms, p, bytes.Compare)
			for ; i < len(terms) && bytes.HasPrefix(terms[i], p); i++ {
				if f.Same(terms[i]) != 0 {
					n++
				}
			}
		}
		return n
	}
	whole := func(f *Finder) (n int) {
		for _, t := range terms {
			if f.Same(t) != 0 {
				n++
			}
		}
		return n
	}
	compounds := func(f *Finder) (n int) {
		for _, t := range terms {
			if f.Compound(t, nil) != 0 {
				n++
			}
		}
		return n
	}
	for _, c := range []struct {
		name  string
		langs Languages
		walk  func(*Finder) int
	}{
		{"german", German, ranges}, {"all", All, ranges}, {"all/whole", All, whole}, {"german/compounds", German, compounds},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			n := 0
			for b.Loop() {
				var f Finder
				f.Reset(word, c.langs)
				n = c.walk(&f)
			}
			b.ReportMetric(float64(n), "found")
		})
	}
	var f Finder
	f.Reset([]byte("pro"), All)
	b.Run("same", func(b *testing.B) { // the cost of a term that all languages have to look at
		b.ReportAllocs()
		for b.Loop() {
			f.Same([]byte("prokonings"))
		}
	})
}
