package quote

import (
	"strings"
	"testing"
	"time"
)

// BenchmarkSpans reads news with some marks, news with none but apostrophes, and
// what is worst: nothing but marks.
func BenchmarkSpans(b *testing.B) {
	const news = "The council lost the key to the town hall on Monday, the mayor's office said. “We looked everywhere, and we don’t know who had it last,” she told reporters. The workers’ union called it a ‘farce’ and asked for a new lock before the end of the week.\n"
	plain := strings.NewReplacer("“", "", "”", "", "‘", "", "’", "'").Replace(news)
	for _, c := range []struct{ name, text string }{
		{"news", strings.Repeat(news, 2000)},
		{"plain", strings.Repeat(plain, 2000)},
		{"marks", strings.Repeat("a 5\" ‘b «c “d 's' ", 10000)},
		{"chinese", strings.Repeat("政府星期一表示，“新的法律将在下个月生效”，各地代表对此有不同意见。\n", 4000)},
	} {
		b.Run(c.name, func(b *testing.B) {
			paragraphs := split(c.text)
			dst := Spans(nil, c.text, paragraphs)
			b.SetBytes(int64(len(c.text)))
			b.ReportAllocs()
			for b.Loop() {
				dst = Spans(dst[:0], c.text, paragraphs)
			}
		})
	}
}

// TestLinear: twice the marks take about twice the time, whatever they are.
func TestLinear(t *testing.T) {
	for _, piece := range []string{"‘a ", "a' ", "'s ", "s’ ", `a5" `, ` "a`, "« ", "» ", "“ ", "„ ", "` ", "''", "‘“", "‘a “", "«‹", "「", "‘a \n", "'a «", "«»«", "s’         ", "“a 'b \"c « "} {
		if !isLinear(piece) {
			t.Errorf("%q: 16 times the text takes over 128 times as long, however often it is tried", piece)
		}
	}
}

// isLinear tries until a time shows it: a busy machine may make any one too long.
func isLinear(piece string) bool {
	for range 20 {
		if clock(piece, 64000) <= 16*8*clock(piece, 4000)+2e7 {
			return true
		}
	}
	return false
}

// clock is the shortest of three times that a text of n pieces takes, in ns.
func clock(piece string, n int) int64 {
	text := "‘“" + strings.Repeat(piece, n)
	paragraphs := split(text)
	return shortest(3, func() { Spans(nil, text, paragraphs) })
}

func shortest(times int, f func()) int64 {
	best := int64(1) << 62
	for range times {
		begun := time.Now()
		f()
		best = min(best, int64(time.Since(begun))+1)
	}
	return best
}
