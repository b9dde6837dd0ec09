package align

import (
	"os"
	"path/filepath"
	"testing"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/internal/extract"
	"clippings/wasm/internal/quote"
	"clippings/wasm/protocol"
)

// runningText is the words of a file's article, as the program takes them.
func runningText(file string) Text {
	doc := protocol.Document{Text: file}
	extract.Extract(&doc, extract.Input{})
	spans := quote.Spans(nil, doc.Text, doc.Paragraphs)
	var t Text
	var s analysis.Scanner
	for _, p := range doc.Paragraphs {
		if !p.Role.IsRunning() {
			continue
		}
		for s.Reset(p.Span.Of(doc.Text)); s.Next(); {
			term, ok := s.Compared()
			if !ok {
				continue
			}
			at := p.Start + s.Start()
			for len(spans) > 0 && spans[0].End <= at {
				spans = spans[1:]
			}
			t.Words = append(t.Words, term)
			t.Quoted = append(t.Quoted, len(spans) > 0 && spans[0].Start <= at)
		}
	}
	return t
}

// TestSeeds measures on hand-labelled articles about one event, which are not
// part of the project: CLIPPINGS_SEEDS names the folder that holds them.
func TestSeeds(t *testing.T) {
	dir := os.Getenv("CLIPPINGS_SEEDS")
	if dir == "" {
		t.Skip("CLIPPINGS_SEEDS names no folder of labelled articles")
	}
	var texts [5]Text
	for i := range texts {
		files, err := filepath.Glob(filepath.Join(dir, "00"+string(rune('0'+i))+"_*.txt"))
		if err != nil || len(files) != 1 {
			t.Skipf("article %d is not there", i)
		}
		file, err := os.ReadFile(files[0])
		if err != nil {
			t.Fatal(err)
		}
		texts[i] = runningText(string(file))
	}
	for _, c := range []struct {
		a, b   int
		run    uint32
		want   Wording
		quoted uint32 // words of the longest run in quotation marks
	}{
		{0, 1, 101, SharedPassage, 0}, // an edited copy
		{0, 2, 4, NoWording, 0},
		{0, 3, 11, QuotesOnly, 11}, // rewritten around a quote that has a word more
		{0, 4, 22, QuotesOnly, 22},
		{1, 2, 9, QuotesOnly, 8}, // "... goals," Ushakov
		{1, 3, 11, QuotesOnly, 11},
		{1, 4, 22, QuotesOnly, 22},
		{2, 3, 5, NoWording, 0},
		{2, 4, 8, QuotesOnly, 8},
		{3, 4, 13, QuotesOnly, 11},
	} {
		got := compare(texts[c.a], texts[c.b], Options{})
		if got.Run != c.run || got.Wording != c.want || c.want == QuotesOnly && got.QuotedRun != c.quoted {
			t.Errorf("%d-%d: got %v, run %d, quote %d; want %v, %d, %d",
				c.a, c.b, got.Wording, got.Run, got.QuotedRun, c.want, c.run, c.quoted)
		}
	}
}
