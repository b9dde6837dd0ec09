package eval

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"testing"

	"clippings/wasm/internal/golden"
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
	golden.Check(t, "testdata/stats.txt", out.Bytes())
}

// TestSeeds holds every labelled article to its labels.
func TestSeeds(t *testing.T) {
	dir := folder(t, "CLIPPINGS_SEEDS")
	var out bytes.Buffer
	if err := Run(context.Background(), &out, "seeds", dir); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"copies     pair F1 1.0000", "stories    pair F1 1.0000", "body       94 of 94", "furniture  66 of 66",
	} {
		if !bytes.Contains(out.Bytes(), []byte(want)) {
			t.Errorf("want %q in\n%s", want, out.Bytes())
		}
	}
}

// TestCopies holds the groups of copies to the aim on edited news stories.
func TestCopies(t *testing.T) {
	dir := folder(t, "CLIPPINGS_DATA")
	var out bytes.Buffer
	if err := Run(context.Background(), &out, "copies", dir); err != nil {
		t.Fatal(err)
	}
	var a Agreement
	var documents int
	_, err := fmt.Sscanf(out.String(), "wire_edits_dev  documents %d  pair F1 %f", &documents, &a.PairF1)
	if err != nil || documents != 525 || a.PairF1 < 0.95 {
		t.Errorf("%s%v; want 525 documents and a pair F1 of 0.95", out.String(), err)
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
