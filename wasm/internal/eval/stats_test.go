package eval

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"clippings/wasm/internal/golden"
)

// statsFile holds the accepted figures of every set, each below a line of its
// name, so that a change of quality shows as a difference to be looked at.
const statsFile = "testdata/stats.txt"

// checkFigures compares a set's part of the file of figures; those of the other
// sets stay as they are.
func checkFigures(t *testing.T, set, figures string) {
	t.Helper()
	old, err := os.ReadFile(statsFile)
	if err != nil {
		t.Skipf("no file of figures here: %v", err)
	}
	golden.Check(t, statsFile, []byte(withSection(strings.ReplaceAll(string(old), "\r\n", "\n"), set, figures)))
}

// withSection is a file of figures with the part of one set replaced, or added.
func withSection(file, set, figures string) string {
	head := fmt.Sprintf("== %s ==\n", set)
	figures = head + untimed(figures)
	from := strings.Index(file, head)
	if from < 0 {
		return file + figures
	}
	rest := file[from+len(head):]
	if next := strings.Index(rest, "== "); next >= 0 {
		return file[:from] + figures + rest[next:]
	}
	return file[:from] + figures
}

// untimed leaves out lines that tell seconds.
func untimed(figures string) string {
	var b strings.Builder
	for line := range strings.Lines(figures) {
		if !strings.Contains(line, "seconds") {
			b.WriteString(line)
		}
	}
	return b.String()
}

// measure runs a set on the labelled data, holds its figures to the accepted ones
// and returns them.
func measure(t *testing.T, set string) string {
	t.Helper()
	dir := folder(t, "CLIPPINGS_DATA")
	var out strings.Builder
	if err := Run(context.Background(), &out, set, dir); err != nil {
		t.Fatal(err)
	}
	checkFigures(t, set, out.String())
	return out.String()
}

// figureOf is the number behind a word in the line that begins so.
func figureOf(t *testing.T, out, begins, word string) (n float64) {
	t.Helper()
	for line := range strings.Lines(out) {
		if _, rest, ok := strings.Cut(line, word+" "); ok && strings.HasPrefix(line, begins) {
			if _, err := fmt.Sscan(rest, &n); err == nil {
				return n
			}
		}
	}
	t.Fatalf("no %q in a line %q of\n%s", word, begins, out)
	return 0
}

// TestCopies holds groups of copies and passages to the aims on edited news
// stories and on planted copies.
func TestCopies(t *testing.T) {
	out := measure(t, "copies")
	for _, aim := range []struct {
		begins, word string
		least        float64
	}{
		{"wire_edits_dev", "pair F1", 0.95},
		{"  passages", "plagdet", 0.9},
		{"minhash_100 ", "pair F1", 1},
		{"minhash_1000", "pair F1", 1},
		{"minhash_2500", "pair F1", 1},
	} {
		if got := figureOf(t, out, aim.begins, aim.word); got < aim.least {
			t.Errorf("%s: %s is %.4f, want %.4f", aim.begins, aim.word, got, aim.least)
		}
	}
}

// TestExhaustive holds that no pair is lost, none invented and no figure wrong.
func TestExhaustive(t *testing.T) {
	out := measure(t, "exhaustive")
	const exact = "lost 0  extra 0  figures that differ 0;"
	if n := strings.Count(out, exact); n != 2*len(newsSets) {
		t.Errorf("%q stands %d times, want twice for each set, in\n%s", exact, n, out)
	}
}

// TestSketch holds that the program finds at least what MinHash does.
func TestSketch(t *testing.T) {
	out := measure(t, "lsh")
	if n := strings.Count(out, "  all pairs"); n != 4+len(newsSets) {
		t.Errorf("%d sets in\n%s", n, out)
	}
	var program []float64
	for line := range strings.Lines(out) {
		switch {
		case strings.HasPrefix(line, "  all pairs"):
			program = recalls(line)
		case strings.HasPrefix(line, "  MinHash 14x8"):
			for i, r := range recalls(line) {
				if program[i] < r || program[i] < 0.98 {
					t.Errorf("%s: recall %.4f, MinHash %.4f", depths[i].name, program[i], r)
				}
			}
		}
	}
	groups, clusters := figureOf(t, out, "  groups", "pair F1"), figureOf(t, out, "  MinHash clusters", "pair F1")
	if groups <= clusters {
		t.Errorf("edited stories: pair F1 %.4f, MinHash %.4f", groups, clusters)
	}
}

// recalls are the figures with a point in a line.
func recalls(line string) (out []float64) {
	for _, field := range strings.Fields(line) {
		if n, err := strconv.ParseFloat(field, 64); err == nil && strings.Contains(field, ".") {
			out = append(out, n)
		}
	}
	return out
}

// TestStories holds that reports written apart are no copies, and that texts of
// which less was taken have less in common with their source.
func TestStories(t *testing.T) {
	out := measure(t, "stories")
	for _, set := range []string{"basil  ", "basil undated"} {
		if n := figureOf(t, out, set, "groups of copies"); n != 0 {
			t.Errorf("%s: %v groups of copies, want none", set, n)
		}
	}
	last := 1.0
	for _, level := range []string{"cut", "light", "heavy", "non"} {
		n := figureOf(t, out, "clough "+level, "mean containment")
		if n >= last {
			t.Errorf("%s: mean containment %.4f, not under that of the level before it, %.4f", level, n, last)
		}
		last = n
	}
}
