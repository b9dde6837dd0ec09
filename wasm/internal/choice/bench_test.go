package choice

import (
	"encoding/json"
	"os"
	"slices"
	"testing"
	"time"

	"clippings/wasm/internal/corpustest"
)

// benchTitles is 100,000 titles: those of the file that CLIPPINGS_TITLES names, a
// list in JSON, or made ones.
func benchTitles(b *testing.B) []string {
	if path := os.Getenv("CLIPPINGS_TITLES"); path != "" {
		var titles []string
		data, err := os.ReadFile(path)
		if err == nil {
			err = json.Unmarshal(data, &titles)
		}
		if err != nil {
			b.Fatal(err)
		}
		return titles
	}
	var titles []string
	for _, d := range corpustest.Corpus(3, 5000) {
		titles = append(titles, d.Title)
	}
	for i := 0; len(titles) < 100_000; i++ {
		titles = append(titles, titles[i]+" "+titles[i/7+i%11])
	}
	return titles
}

// benchTyped is what is typed, letter by letter: the beginnings of titles, and
// words from their middles, some with a letter left out.
func benchTyped(titles []string) []string {
	var typed []string
	for i := 37; i < len(titles); i += len(titles) / 40 {
		words := slices.Collect(splitSeq(titles[i]))
		from := i % max(1, len(words)-1)
		text := ""
		for _, w := range words[from:min(from+3, len(words))] {
			if i%3 == 0 && len(w) > 4 {
				w = w[:2] + w[3:]
			}
			text += w + " "
		}
		for end := range text {
			if end > 0 && end < 20 && text[end-1] != ' ' && text[end] < 0x80 {
				typed = append(typed, text[:end])
			}
		}
	}
	return typed
}

// splitSeq is the words of a title.
func splitSeq(title string) func(func(string) bool) {
	return func(yield func(string) bool) {
		start := 0
		for i := range len(title) + 1 {
			if i == len(title) || title[i] == ' ' {
				if i > start && !yield(title[start:i]) {
					return
				}
				start = i + 1
			}
		}
	}
}

// BenchmarkBest reports the median, the 95th percentile and the worst time of a
// letter typed, in milliseconds.
func BenchmarkBest(b *testing.B) {
	titles := benchTitles(b)
	typed := benchTyped(titles)
	var l List
	for i, t := range titles {
		l.Add(uint64(i), t)
	}
	var times []float64
	worst := ""
	for b.Loop() {
		for _, t := range typed {
			start := time.Now()
			choose(b, &l, t, 12)
			times = append(times, time.Since(start).Seconds()*1000)
			if slices.Max(times) == times[len(times)-1] {
				worst = t
			}
		}
	}
	slices.Sort(times)
	b.ReportMetric(times[len(times)/2], "median-ms")
	b.ReportMetric(times[len(times)*95/100], "p95-ms")
	b.ReportMetric(times[len(times)-1], "worst-ms")
	b.Logf("worst %q of %d", worst, len(typed))
}

// BenchmarkPlain is package fuzzy over all titles, for one letter in ten typed.
func BenchmarkPlain(b *testing.B) {
	titles := benchTitles(b)
	typed := benchTyped(titles)
	for b.Loop() {
		for i := 0; i < len(typed); i += 40 {
			plainBest(titles, typed[i], 12)
		}
	}
	b.ReportMetric(b.Elapsed().Seconds()*1000/float64(b.N*((len(typed)+39)/40)), "ms/letter")
}

func BenchmarkAdd(b *testing.B) {
	titles := benchTitles(b)
	for b.Loop() {
		var l List
		for i, t := range titles {
			l.Add(uint64(i), t)
		}
	}
}
