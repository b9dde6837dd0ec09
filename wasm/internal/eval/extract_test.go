package eval

import (
	"os"
	"testing"
)

// TestExtraction prints the quality of extraction on the labelled sets below
// CLIPPINGS_DATA, and the worst pages with -v.
func TestExtraction(t *testing.T) {
	dir := os.Getenv("CLIPPINGS_DATA")
	if dir == "" {
		t.Skip("CLIPPINGS_DATA names no folder of labelled sets")
	}
	for _, flat := range []bool{false, true} {
		for _, set := range ExtractionSets {
			e, err := ExtractSet(dir, set, flat)
			if err != nil {
				t.Error(err)
				continue
			}
			t.Log(e)
			for _, w := range e.Worst[:min(len(e.Worst), 12)] {
				t.Logf("    %-60s precision %.3f recall %.3f", w.ID, w.Precision, w.Recall)
			}
		}
	}
}

func TestScoreText(t *testing.T) {
	for _, c := range []struct {
		want, got string
		p, r      float64
	}{
		{"a b c d", "a b c d", 1, 1},
		{"a b c d e", "a b c d", 1, 0.5},
		{"a b c d", "a b c d e", 0.5, 1},
		{"a b c d", "", 0, 0},
		{"", "", 1, 1},
	} {
		got := ScoreText(c.want, c.got)
		if got.precision() != c.p || got.recall() != c.r {
			t.Errorf("%q, %q: got %v %v, want %v %v", c.want, c.got, got.precision(), got.recall(), c.p, c.r)
		}
	}
}
