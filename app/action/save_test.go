package action

import (
	"testing"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

func TestCSV(t *testing.T) {
	rows := [][]string{{"file", "why"}, {"a,b.txt", `says "no"`}, {"=SUM(A1)", "line\nend"}, {"-1", ""}}
	want := "file,why\r\n\"a,b.txt\",\"says \"\"no\"\"\"\r\n'=SUM(A1),\"line\nend\"\r\n'-1,\r\n"
	if got := string(csv(rows, ',')); got != want {
		t.Errorf("got\n%q want\n%q", got, want)
	}
	if got, want := string(csv([][]string{{"a,b", "tab\tline\nend"}}, '\t')), "a,b\ttab line end\r\n"; got != want {
		t.Errorf("with tabs: got %q want %q", got, want)
	}
}

func TestLedgerRows(t *testing.T) {
	read := protocol.Entry{ID: 3, Path: "a.csv", Record: "2", Title: "Old", Words: 12, Warnings: []string{"One.", "Two."}}
	left := protocol.Entry{Path: "b.zip", Skip: protocol.SkipDamaged, Detail: "cut off"}
	summaries := coord.Summaries{3: {Title: "New", Date: "2025-07-03", Byline: []string{"A", "B"}}}
	corrected := map[[2]string]string{{"a.csv", "2"}: "date"}
	for _, c := range []struct {
		entry protocol.Entry
		want  map[string]string
	}{
		{read, map[string]string{"status": "read", "title": "New", "date": "2025-07-03", "byline": "A; B", "corrected": "date", "warnings": "One. Two.", "words": "12"}},
		{left, map[string]string{"status": "left out", "reason": protocol.SkipDamaged.Explanation(), "detail": "cut off", "corrected": ""}},
	} {
		row := ledgerRow(&c.entry, summaries, corrected)
		if len(row) != len(ledgerHead) {
			t.Fatalf("%d cells, %d columns", len(row), len(ledgerHead))
		}
		for i, name := range ledgerHead {
			if want, ok := c.want[name]; ok && row[i] != want {
				t.Errorf("%s of %s is %q, want %q", name, c.entry.Path, row[i], want)
			}
		}
	}
}
