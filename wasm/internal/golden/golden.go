// Package golden compares an output that people judge by reading (an extraction,
// a ranking, an export) with the file that holds the accepted one.
//
//	go test ./wasm/internal/extract -update
//
// writes the files anew; the difference is then reviewed like code.
package golden

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write golden files anew")

// Check fails the test with the lines that differ if got is not the content of
// the file at path, which is relative to the package under test. With -update it
// writes got there instead. Line ends \r\n, as a checkout on Windows has them,
// count as \n. Where the system has no files, as in a browser, the test is
// skipped.
func Check(t testing.TB, path string, got []byte) {
	t.Helper()
	if *update {
		write(t, path, got)
		return
	}
	want, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		t.Errorf("golden: %s does not exist; run the test with -update", path)
		return
	case err != nil && errors.Is(err, errors.ErrUnsupported):
		t.Skipf("golden: no files here: %v", err)
	case err != nil:
		t.Fatalf("golden: %v", err)
	}
	want = bytes.ReplaceAll(want, []byte("\r\n"), []byte("\n"))
	if !bytes.Equal(want, got) {
		t.Errorf("golden: %s differs (- wanted, + got):\n%s", path, diff(string(want), string(got)))
	}
}

func write(t testing.TB, path string, got []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatalf("golden: %v", err)
	}
	if err := os.WriteFile(path, got, 0o644); err != nil {
		t.Fatalf("golden: %v", err)
	}
}

// maxShown is how many differing lines a failure prints.
const maxShown = 40

// diff lists the lines of want and got that differ, with their numbers and one
// line of context before each group. It walks both line by line and, where they
// part, looks for the nearest place at which they meet again: not the shortest
// edit script, but linear on equal stretches and easy to read.
func diff(want, got string) string {
	w, g := strings.SplitAfter(want, "\n"), strings.SplitAfter(got, "\n")
	var b strings.Builder
	shown, i, j := 0, 0, 0
	for (i < len(w) || j < len(g)) && shown < maxShown {
		if i < len(w) && j < len(g) && w[i] == g[j] {
			i, j = i+1, j+1
			continue
		}
		if i > 0 {
			line(&b, ' ', i, w[i-1])
		}
		di, dj := meet(w[i:], g[j:])
		for range di {
			line(&b, '-', i+1, w[i])
			i++
		}
		for range dj {
			line(&b, '+', j+1, g[j])
			j++
		}
		shown += di + dj
	}
	if shown >= maxShown {
		b.WriteString("…\n")
	}
	return b.String()
}

// meet is the smallest number of lines to pass in w and g together so that both
// go on with the same line.
func meet(w, g []string) (di, dj int) {
	for sum := 1; sum < min(len(w)+len(g), 400); sum++ {
		for di := max(0, sum-len(g)+1); di <= sum && di < len(w); di++ {
			if w[di] == g[sum-di] {
				return di, sum - di
			}
		}
	}
	return min(len(w), maxShown), min(len(g), maxShown)
}

// line writes one line of a difference, with its end made visible where it is
// not a plain newline.
func line(b *strings.Builder, sign byte, n int, text string) {
	body, isWhole := strings.CutSuffix(text, "\n")
	fmt.Fprintf(b, "%c %4d  %s", sign, n, strings.ReplaceAll(body, "\r", "␍"))
	if !isWhole {
		b.WriteString(" (no newline)")
	}
	b.WriteByte('\n')
}
