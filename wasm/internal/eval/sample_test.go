package eval

import (
	"bytes"
	"context"
	"os"
	"testing"
)

// TestSample keeps the figures of the collection that comes with the program, so
// that a change of quality shows as a difference to be looked at.
func TestSample(t *testing.T) {
	if testing.Short() {
		t.Skip("reads the whole collection")
	}
	var out bytes.Buffer
	if err := Run(context.Background(), &out, "sample", "../../.."); err != nil {
		t.Fatal(err)
	}
	checkFigures(t, "sample", out.String())
}

// TestSeeds holds every labelled article to its labels.
func TestSeeds(t *testing.T) {
	dir := folder(t, "CLIPPINGS_SEEDS")
	var out bytes.Buffer
	if err := Run(context.Background(), &out, "seeds", dir); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"copies     pair F1 1.0000", "stories    pair F1 1.0000",
		"shingles   10 of 10", "relations  10 of 10", "leads      1 of 1", "repeats    5 of 5", "body       94 of 94", "furniture  66 of 66",
	} {
		if !bytes.Contains(out.Bytes(), []byte(want)) {
			t.Errorf("want %q in\n%s", want, out.Bytes())
		}
	}
}

// folder is what a variable names, or skips the test.
func folder(t *testing.T, variable string) string {
	t.Helper()
	dir := os.Getenv(variable)
	if dir == "" {
		t.Skipf("%s names no folder of labelled data", variable)
	}
	return dir
}
