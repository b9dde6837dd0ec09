package align

import (
	"math/rand"
	"reflect"
	"slices"
	"testing"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/internal/corpustest"
	"clippings/wasm/internal/shingle"
)

func TestWording(t *testing.T) {
	x, y, z := corpustest.Sequence(1000, 60), corpustest.Sequence(2000, 60), corpustest.Sequence(3000, 60)
	for _, c := range []struct {
		name   string
		a, b   []uint64
		quoted [2]int // in both
		want   Wording
	}{
		{"nothing", y, z, [2]int{}, NoWording},
		{"a clause", x[:19], x[:19], [2]int{}, NoWording},
		{"a run", x[:20], x[:20], [2]int{}, SharedPassage},
		{"an edited sentence", x[:26], slices.Concat(x[:12], z[:1], x[13:26]), [2]int{}, SharedPassage},
		{"an edited clause", x[:20], slices.Concat(x[:12], z[:1], x[13:20]), [2]int{}, NoWording},
		{"a rewritten passage", x[:60], slices.Concat(x[:7], z[:3], x[10:13], z[10:12], x[16:20], z[20:24], x[25:28], z[30:31], x[30:35]), [2]int{}, NoWording},
		{"two clauses", slices.Concat(x[:12], y, x[30:42]), slices.Concat(x[:12], z, x[30:42]), [2]int{}, SharedPassage},
		{"eight quoted words", x[:8], x[:8], [2]int{0, 8}, QuotesOnly},
		{"eight words, one not quoted", x[:8], x[:8], [2]int{0, 7}, QuotesOnly},
		{"seven quoted words", x[:7], x[:7], [2]int{0, 7}, NoWording},
		{"forty quoted words", x[:40], x[:40], [2]int{0, 40}, QuotesOnly},
		{"a quote and who said it", x[:30], x[:30], [2]int{0, 22}, QuotesOnly},
		{"a quote in a sentence", x[:60], x[:60], [2]int{20, 40}, SharedPassage},
	} {
		a, b := quoted(c.a, c.quoted), quoted(c.b, c.quoted)
		a.Words, b.Words = slices.Concat(a.Words, y), slices.Concat(b.Words, z)
		if got := compare(a, b, Options{}); got.Wording != c.want {
			t.Errorf("%s: got %v, want %v: %+v", c.name, got.Wording, c.want, got)
		}
	}
}

// TestQuotedInOne holds that what one text alone has in quotation marks is taken
// for its own words.
func TestQuotedInOne(t *testing.T) {
	x := corpustest.Sequence(1000, 30)
	got := compare(quoted(x, [2]int{0, 30}), quoted(x, [2]int{25, 30}), Options{})
	want := Comparison{
		Inter: 26, A: 26, B: 26, Run: 30, OwnRun: 25, QuotedRun: 5, Wording: SharedPassage,
		Passages: []Passage{{A: [2]uint32{0, 30}, B: [2]uint32{0, 30}, Words: 30, Quoted: 5, Own: 25}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

// TestPrintedTwice holds that what a document prints twice counts once.
func TestPrintedTwice(t *testing.T) {
	x, y, z := corpustest.Sequence(1000, 15), corpustest.Sequence(2000, 60), corpustest.Sequence(3000, 60)
	once, twice := Text{Words: slices.Concat(y, x)}, Text{Words: slices.Concat(x, z, x)}
	for _, texts := range [][2]Text{{once, twice}, {twice, once}} {
		got := compare(texts[0], texts[1], Options{})
		if got.Inter != 11 || got.Run != 15 || got.OwnRun != 15 || got.Wording != NoWording {
			t.Errorf("got %+v, want 11 shingles, a run of 15, no wording", got)
		}
		if len(got.Passages) != 2 || got.Passages[0].Again || !got.Passages[1].Again {
			t.Errorf("got %+v, want the first printing and the second again", got.Passages)
		}
	}
}

// TestCompareIsPlain compares figures with those of plain ways, and a Comparer
// that keeps its memory with a new one.
func TestCompareIsPlain(t *testing.T) {
	var kept Comparer
	for seed := range int64(60) {
		rng := rand.New(rand.NewSource(seed))
		docs := corpustest.Terms(rng, 5, []int{1, 2, 5, 50, 5000}[seed%5], []int{4, 60, 200}[seed%3])
		var texts []Text
		for i, d := range docs {
			texts = append(texts, Text{Words: d, Quoted: make([]bool, len(d)-i%2*(len(d)/3))})
			for k := range texts[i].Quoted {
				texts[i].Quoted[k] = k/10%2 == 0
			}
		}
		for _, a := range texts {
			kept.Reset(a)
			for _, b := range texts {
				got := kept.Compare(b)
				if again := compare(a, b, Options{}); !reflect.DeepEqual(got, again) {
					t.Fatalf("seed %d: kept %+v, new %+v", seed, got, again)
				}
				checkFigures(t, a, b, got)
			}
		}
	}
}

func checkFigures(t *testing.T, a, b Text, got Comparison) {
	t.Helper()
	var s shingle.Shingler
	in := slices.Clone(s.Distinct(a.Words))
	out := s.Distinct(b.Words)
	inter := 0
	for _, h := range out {
		if slices.Contains(in, h) {
			inter++
		}
	}
	if int(got.A) != len(in) || int(got.B) != len(out) || int(got.Inter) != inter {
		t.Fatalf("got %+v, want %d of %d and %d shingles", got, inter, len(in), len(out))
	}
	run, own := corpustest.LongestRun(a.Words, b.Words), plainOwnRun(a, b)
	if int(got.Run) != run || int(got.OwnRun) > own || got.QuotedRun > got.Run {
		t.Fatalf("got %+v, want runs of %d, own of %d", got, run, own)
	}
	for _, p := range got.Passages {
		if p.Quoted+p.Own > p.Words {
			t.Fatalf("%+v: more words quoted and not than equal ones", p)
		}
	}
}

// plainOwnRun is the longest common run outside quotation marks by the
// quadratic table.
func plainOwnRun(a, b Text) int {
	best := 0
	row := make([]int, len(b.Words)+1)
	for i := range a.Words {
		for j := len(b.Words) - 1; j >= 0; j-- {
			row[j+1] = 0
			if a.Words[i] == b.Words[j] && !(a.quoted(int32(i)) && b.quoted(int32(j))) {
				row[j+1] = row[j] + 1
				best = max(best, row[j+1])
			}
		}
	}
	return best
}

// TestUnspaced compares texts whose words are cut from runs of characters.
func TestUnspaced(t *testing.T) {
	for _, shared := range []string{
		"市政府周四宣布，从下个月起，所有公共图书馆将延长开放时间至晚上十点，以方便上班族借阅图书",
		"市役所は木曜日、来月からすべての公立図書館の開館時間を午後十時まで延長すると発表した",
	} {
		a := textOf("记者从会议上了解到。" + shared + "。另外，河边的旧桥正在修缮。")
		b := textOf("当地居民普遍表示欢迎。" + shared + "。气象台说周末有雨。")
		got := compare(a, b, Options{})
		if got.Wording != SharedPassage || len(got.Passages) != 1 {
			t.Errorf("%s: got %+v", shared, got)
		}
		if other := compare(a, textOf("气象台说周末有雨，山区可能降雪，请市民注意出行安全。"), Options{}); other.Wording != NoWording {
			t.Errorf("%s: got %+v for another text", shared, other)
		}
	}
}

func textOf(s string) Text {
	var t Text
	var scan analysis.Scanner
	for scan.Reset(s); scan.Next(); {
		t.Words = append(t.Words, scan.Hash())
	}
	return t
}
