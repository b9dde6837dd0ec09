package eval

import (
	"fmt"
	"maps"
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"clippings/wasm/protocol"
)

func TestComparePassages(t *testing.T) {
	known := passageMap{}
	known.add("b", runes{0, 100}, "a", runes{50, 150})
	known.add("c", runes{200, 240}, "c", runes{0, 40})
	for _, c := range []struct {
		name                   string
		found                  func(m passageMap)
		precision, recall, gra float64
		detected               int
	}{
		{"all", func(m passageMap) {
			m.add("a", runes{50, 150}, "b", runes{0, 100})
			m.add("c", runes{0, 40}, "c", runes{200, 240})
		}, 1, 1, 1, 2},
		{"in two pieces", func(m passageMap) {
			m.add("a", runes{50, 100}, "b", runes{0, 50})
			m.add("a", runes{100, 150}, "b", runes{50, 100})
		}, 1, 200.0 / 280, 2, 1},
		{"on one side alone", func(m passageMap) { m.add("a", runes{50, 150}, "b", runes{500, 600}) }, 0.5, 100.0 / 280, 1, 0},
		{"other documents", func(m passageMap) { m.add("a", runes{50, 150}, "c", runes{0, 100}) }, 0, 0, 1, 0},
	} {
		found := passageMap{}
		c.found(found)
		s := comparePassages(known, found)
		want := c.recall * c.precision * 2 / max(c.recall+c.precision, 1e-9) / math.Log2(1+c.gra)
		if !near(s.Precision, c.precision) || !near(s.Recall, c.recall) || !near(s.Granularity, c.gra) ||
			s.Detected != c.detected || !near(s.Plagdet, want) {
			t.Errorf("%s: %v, want precision %.4f, recall %.4f, granularity %.1f, %d detected", c.name, s, c.precision, c.recall, c.gra, c.detected)
		}
	}
}

func TestRulerCountsCharacters(t *testing.T) {
	r, err := newRuler("\n Ä 新闻 is said", "Ä 新闻 is said")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := r.runes(spanOf(r.text, "新闻")), (runes{4, 6}); got != want {
		t.Errorf("%v, want %v", got, want)
	}
	if _, err := newRuler("one text", "another"); err == nil {
		t.Error("a text that is not the file's is measured")
	}
}

// randomWords makes texts over few words, some with stretches of others.
func randomWords(texts int) map[string][]uint64 {
	random := rand.New(rand.NewPCG(7, 7))
	all := map[string][]uint64{}
	var before []uint64
	for i := range texts {
		words := make([]uint64, random.IntN(60))
		for k := range words {
			words[k] = 1 + random.Uint64N(9)
		}
		if len(before) > 10 && i%2 == 0 {
			words = append(words, before[random.IntN(10):]...)
		}
		all[fmt.Sprintf("t%03d", i)], before = words, words
	}
	return all
}

// TestComparePlainly holds lists against intersecting every two sets.
func TestComparePlainly(t *testing.T) {
	words := randomWords(60)
	got := comparePlainly(words, 0)
	pairs := 0
	names := slices.Sorted(maps.Keys(words))
	for i, a := range names {
		for _, b := range names[i+1:] {
			want := figure{a: len(shingles(words[a])), b: len(shingles(words[b]))}
			for s := range shingles(words[a]) {
				if shingles(words[b])[s] {
					want.inter++
					want.light++
				}
			}
			if want.inter == 0 {
				want = figure{}
			} else {
				pairs++
			}
			if got[namePair{a, b}] != want {
				t.Errorf("%s %s: %v, want %v", a, b, got[namePair{a, b}], want)
			}
		}
	}
	if pairs == 0 || len(got) != pairs {
		t.Errorf("%d pairs, want %d", len(got), pairs)
	}
}

func TestAffine(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	p := new(big.Int).SetUint64(mersenne)
	for i := range 1000 {
		a, x, b := random.Uint64N(mersenne), random.Uint64N(mersenne), random.Uint64N(mersenne)
		if i < 8 { // the ends of the range
			a, x, b = []uint64{0, mersenne - 1}[i&1], []uint64{0, mersenne - 1}[i>>1&1], []uint64{0, mersenne - 1}[i>>2]
		}
		want := new(big.Int).Mul(new(big.Int).SetUint64(a), new(big.Int).SetUint64(x))
		want.Mod(want.Add(want, new(big.Int).SetUint64(b)), p)
		if got := affine(a, x, b); got != want.Uint64() {
			t.Fatalf("%d*%d+%d: %d, want %v", a, x, b, got, want)
		}
	}
}

// TestSignatureEstimatesJaccard holds that rows agree about as often as shingles
// are common, and that texts meet about as often as the theory says.
func TestSignatureEstimatesJaccard(t *testing.T) {
	m := newMinHash()
	for _, kept := range []int{0, 50, 200, 400} {
		a, b := make([]uint64, 400), make([]uint64, 400)
		for i := range a {
			a[i] = uint64(i) + 1
			b[i] = a[i]
			if i >= kept {
				b[i] += 1000
			}
		}
		inter := max(0, kept-shingleLen+1)
		jaccard := figure{inter, 0, len(shingles(a)), len(shingles(b))}.jaccard()
		agree := 0
		sa, sb := m.sign(a), m.sign(b)
		for i := range sa {
			if sa[i] == sb[i] {
				agree++
			}
		}
		if got := float64(agree) / float64(len(sa)); math.Abs(got-jaccard) > 0.15 {
			t.Errorf("%.2f of the rows agree, want about %.2f", got, jaccard)
		}
		met := sketch([]string{"a", "b"}, map[string][]uint64{"a": a, "b": b}).pairs[namePair{"a", "b"}]
		if kept == 400 && !met || kept <= 50 && met {
			t.Errorf("Jaccard %.2f: met %v", jaccard, met)
		}
	}
}

func TestSketchJoinsChains(t *testing.T) {
	words := map[string][]uint64{"a": {1, 2, 3, 4, 5, 6}, "b": {1, 2, 3, 4, 5, 6}, "c": {1, 2, 3, 4, 5, 6}, "d": {9, 8, 7}, "e": {}, "f": {}}
	got := sketch(slices.Sorted(maps.Keys(words)), words)
	if len(got.pairs) != 3 || len(got.clusters) != 1 || !slices.Equal(got.clusters[0], []string{"a", "b", "c"}) {
		t.Errorf("%v", got)
	}
}

func TestCorrelation(t *testing.T) {
	for _, c := range []struct {
		name              string
		x, y              []float64
		pearson, spearman float64
	}{
		{"a line", []float64{1, 2, 3}, []float64{2, 4, 6}, 1, 1},
		{"a falling line", []float64{1, 2, 3}, []float64{6, 4, 2}, -1, -1},
		{"a rising curve", []float64{1, 2, 3, 4}, []float64{1, 10, 100, 1000}, 0.8241, 1},
		{"no difference", []float64{1, 1, 1}, []float64{1, 2, 3}, 0, 0},
		{"ties", []float64{0, 0, 1, 1}, []float64{1, 2, 3, 4}, 0.8944, 0.8944},
	} {
		if p, s := pearson(c.x, c.y), spearman(c.x, c.y); math.Abs(p-c.pearson) > 1e-4 || math.Abs(s-c.spearman) > 1e-4 {
			t.Errorf("%s: Pearson %.4f, Spearman %.4f, want %.4f, %.4f", c.name, p, s, c.pearson, c.spearman)
		}
	}
}

func TestItemsOfBroadcast(t *testing.T) {
	items := itemsOf("20240305", "# 新闻 (20240305)\n\n## 新闻摘要\n\n1. 一\n\n## 详细新闻\n\n### 港口的灯塔\n\n<p><strong>消息</strong>：灯塔亮了。</p><p>第二段 &amp; 完。</p>\n\n### 天气\n\n<p>晴。</p>\n")
	if len(items) != 2 || items[0].Title != "港口的灯塔" || items[0].Date != "2024-03-05" ||
		items[0].Text != "消息：灯塔亮了。\n\n第二段 & 完。" || items[1].ID != "20240305/2" {
		t.Errorf("%+v", items)
	}
}

func TestPatternOf(t *testing.T) {
	if a, b := patternOf("FED SETS 1.5 BLN <FED> REPURCHASE"), patternOf("Fed sets 2 bln repurchase"); a != b {
		t.Errorf("%q and %q are not one pattern", a, b)
	}
	if a, b := patternOf("Rain in the north"), patternOf("Rain in the south"); a == b {
		t.Error("two titles are one pattern")
	}
}

func TestSections(t *testing.T) {
	file := "== a ==\none\n== b ==\ntwo\n"
	for _, c := range []struct{ set, figures, want string }{
		{"a", "1\n", "== a ==\n1\n== b ==\ntwo\n"},
		{"b", "2\nseconds 3\n", "== a ==\none\n== b ==\n2\n"},
		{"c", "3\n", file + "== c ==\n3\n"},
	} {
		if got := withSection(file, c.set, c.figures); got != c.want {
			t.Errorf("%s: %q, want %q", c.set, got, c.want)
		}
	}
}

// spanOf is where a word stands in a text.
func spanOf(text, word string) protocol.Span {
	at := uint32(strings.Index(text, word))
	return protocol.Span{Start: at, End: at + uint32(len(word))}
}
