package eval

import (
	"context"
	"strings"
	"testing"
)

// TestQuotes holds what is quoted, and who is said to have spoken, to the aims.
func TestQuotes(t *testing.T) {
	dir := folder(t, "CLIPPINGS_SEEDS")
	var out strings.Builder
	if err := Run(context.Background(), &out, "quotes", dir); err != nil {
		t.Fatal(err)
	}
	t.Logf("\n%s", out.String())
	checkFigures(t, "quotes", out.String())
	if f := figureOf(t, out.String(), "spans", "F1"); f < 0.9 {
		t.Errorf("F1 of spans %.4f, want 0.9", f)
	}
	if a := figureOf(t, out.String(), "speakers  ", " "); a < 0.85 {
		t.Errorf("speakers %.4f, want 0.85", a)
	}
}
