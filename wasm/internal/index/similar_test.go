package index

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"testing"
	"unicode/utf8"
)

// dictionary is a segment of these terms, all in one document.
func dictionary(tb testing.TB, terms []string) *Segment {
	x := New()
	x.Begin()
	for i, term := range terms {
		field := Body
		if term[0] == AsidePrefix {
			field = Furniture
		}
		x.Add(&Token{Term: []byte(term), Hash: hashOf(term), Position: uint32(i), Field: field})
	}
	x.End()
	s, err := x.next.seal(0, noYield)
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

// edits is the least edits that make b of a, by the table of all beginnings of
// both; and that make a beginning of b of it. What touches the first letter
// counts two.
func edits(a, b []rune) (whole, prefix int) {
	cost := func(i, j int) int {
		if i == 0 || j == 0 {
			return 2
		}
		return 1
	}
	d := make([][]int, len(a)+1)
	prefix = tooMany
	for i := range d {
		d[i] = make([]int, len(b)+1)
		for j := range d[i] {
			best := 1 << 20
			if i == 0 && j == 0 {
				best = 0
			}
			if i > 0 {
				best = min(best, d[i-1][j]+cost(i-1, 1))
			}
			if j > 0 {
				best = min(best, d[i][j-1]+cost(1, j-1))
			}
			if i > 0 && j > 0 {
				if a[i-1] == b[j-1] {
					best = min(best, d[i-1][j-1])
				} else {
					best = min(best, d[i-1][j-1]+cost(i-1, j-1))
				}
			}
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				best = min(best, d[i-2][j-2]+cost(i-2, j-2))
			}
			d[i][j] = best
			if i == len(a) && j > 0 {
				prefix = min(prefix, best)
			}
		}
	}
	return d[len(a)][len(b)], prefix
}

var letters = [][]rune{[]rune("ab"), []rune("abé"), []rune("aя漢\U0001F600"), []rune("eèêē"), []rune("abcdefghij")}

func randomWord(r *rand.Rand, letters []rune, most int) string {
	out := make([]rune, 1+r.IntN(most))
	for i := range out {
		out[i] = letters[r.IntN(len(letters))]
	}
	return string(out)
}

// Similar finds what comparing with every term does.
func TestSimilar(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 7))
		letters := letters[r.IntN(5)]
		most := 1 + r.IntN(10)
		var terms []string
		for range 1 + r.IntN(400) {
			word := randomWord(r, letters, most)
			if r.IntN(10) == 0 {
				word = "\x01" + word
			}
			terms = append(terms, word)
		}
		s := dictionary(t, terms)
		for range 20 {
			checkSimilar(t, s, randomWord(r, letters, most+1), r.IntN(8) == 0)
		}
	}
}

func checkSimilar(t *testing.T, s *Segment, word string, aside bool) {
	query := word
	if aside {
		query = "\x01" + word
	}
	for limit := range 3 {
		var want [2][]string
		for i := range s.Terms() {
			term, isAside := bytes.CutPrefix(s.Term(i), []byte{AsidePrefix})
			if isAside != aside {
				continue
			}
			whole, prefix := edits([]rune(word), []rune(string(term)))
			for mode, n := range []int{whole, prefix} {
				if n <= limit {
					want[mode] = append(want[mode], fmt.Sprint(i, n))
				}
			}
		}
		for mode, want := range want {
			var got []string
			err := s.Similar([]byte(query), SimilarOptions{Edits: limit, Prefix: mode == 1}, func(term uint32, edits int) {
				got = append(got, fmt.Sprint(term, edits))
			}, noYield)
			if err != nil || !slices.Equal(got, want) {
				t.Fatalf("%q, %d edits, prefix %t: got %v (%v), want %v", query, limit, mode == 1, got, err, want)
			}
		}
	}
}

func TestSimilarExamples(t *testing.T) {
	s := dictionary(t, []string{
		"zelensky", "zelenskyy", "zelenski", "selensky", "elensky", "zelenskis", "zürich", "zurich", "uzrich",
		"zuirch", "zurichsee", "\x01zurich", "ab", "ba",
	})
	for _, c := range []struct {
		word   string
		opts   SimilarOptions
		expect string
	}{
		{"zelensky", SimilarOptions{Edits: 1}, "zelenski 1, zelensky 0, zelenskyy 1, "},
		{"zelensky", SimilarOptions{Edits: 2}, "elensky 2, selensky 2, zelenski 1, zelenskis 2, zelensky 0, zelenskyy 1, "},
		{"zurich", SimilarOptions{Edits: 1}, "zuirch 1, zurich 0, zürich 1, "},
		{"zurich", SimilarOptions{Edits: 2}, "uzrich 2, zuirch 1, zurich 0, zürich 1, "},
		{"zurihc", SimilarOptions{Edits: 1, Prefix: true}, "zurich 1, zurichsee 1, "},
		{"\x01zurihc", SimilarOptions{Edits: 1}, "\x01zurich 1, "},
		{"ab", SimilarOptions{Edits: 2}, "ab 0, ba 2, "},
		{"ab", SimilarOptions{}, "ab 0, "},
		{"", SimilarOptions{Edits: 2}, ""},
	} {
		got := ""
		s.Similar([]byte(c.word), c.opts, func(term uint32, edits int) {
			got += fmt.Sprintf("%s %d, ", s.Term(term), edits)
		}, noYield)
		if got != c.expect {
			t.Errorf("%q %v: got %s\nwant %s", c.word, c.opts, got, c.expect)
		}
	}
}

// Long words, terms that are not UTF-8 and terms longer than any word end well.
func TestSimilarOdd(t *testing.T) {
	long := string(bytes.Repeat([]byte("漢"), 400))
	terms := []string{"a", long, long[:180], long[:600] + "a", long[:600] + "b"}
	for _, cut := range []int{57, 58, 59, 60, 61, 62, 63} {
		terms = append(terms, long[:3*cut], long[:3*cut]+"a")
	}
	s := dictionary(t, terms)
	for i := range s.Terms() {
		if word := s.Term(i); utf8.RuneCount(word) <= longestSimilar {
			checkSimilar(t, s, string(word), false)
		}
	}
	terms = append(terms, "a\xff", "a\x80\x80\x80", "\xe6\xbc", "b"+string(bytes.Repeat([]byte("\x80"), 900)))
	s = dictionary(t, terms)
	for i := range s.Terms() {
		for _, opts := range []SimilarOptions{{2, true}, {2, false}, {1, true}} {
			s.Similar(s.Term(i), opts, func(uint32, int) {}, noYield)
		}
	}
}

func TestSimilarCancelled(t *testing.T) {
	var terms []string
	r := rand.New(rand.NewPCG(8, 8))
	for range 40_000 {
		terms = append(terms, randomWord(r, []rune("abcdefg"), 9))
	}
	s := dictionary(t, terms)
	cancelled := errors.New("cancelled")
	err := s.Similar([]byte("a"), SimilarOptions{Edits: 2, Prefix: true}, func(uint32, int) {}, func() error { return cancelled })
	if err != cancelled {
		t.Error(err)
	}
}

func TestNextBelow(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 9))
	for range 2000 {
		shared := make([]byte, r.IntN(40))
		for i := range shared {
			shared[i] = byte(r.IntN(maxShared + 1))
		}
		at, depth := r.IntN(len(shared)+1), byte(r.IntN(maxShared+2))
		want := at
		for want < len(shared) && shared[want] >= depth {
			want++
		}
		if got := nextBelow(shared, at, depth); got != want {
			t.Fatalf("%v from %d below %d: got %d, want %d", shared, at, depth, got, want)
		}
	}
}

// BenchmarkSimilar looks for words with one and two slips in the dictionary
// that the file CLIPPINGS_WORDS holds, a word a line.
func BenchmarkSimilar(b *testing.B) {
	name := os.Getenv("CLIPPINGS_WORDS")
	if name == "" {
		b.Skip("CLIPPINGS_WORDS names no file")
	}
	text, err := os.ReadFile(name)
	if err != nil {
		b.Fatal(err)
	}
	var terms []string
	for _, line := range bytes.Fields(text) {
		terms = append(terms, string(line))
	}
	s := dictionary(b, terms)
	r := rand.New(rand.NewPCG(1, 1))
	var words [][]byte
	for len(words) < 50 {
		word := []byte(terms[r.IntN(len(terms))])
		if len(word) < 6 {
			continue
		}
		i := 1 + r.IntN(len(word)-2)
		word[i], word[i+1] = word[i+1], word[i]
		words = append(words, word)
	}
	for _, opts := range []SimilarOptions{{1, false}, {2, false}, {1, true}, {2, true}} {
		b.Run(fmt.Sprintf("edits=%d/prefix=%t", opts.Edits, opts.Prefix), func(b *testing.B) {
			n := 0
			best(b, len(words), "word", func() {
				for _, word := range words {
					s.Similar(word, opts, func(uint32, int) { n++ }, noYield)
				}
			})
			b.ReportMetric(float64(len(terms)), "terms")
		})
	}
}
