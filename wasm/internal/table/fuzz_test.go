package table

import (
	"bytes"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"
)

// checkFile holds of any file that reading ends, that skipping finds as many
// records, that chunks do not matter, and that what comes out is UTF-8.
func checkFile(t *testing.T, data string, l Layout, limit int) {
	limits := Limits{limit}
	want := outcomes(t, strings.NewReader(data), l, limits, never)
	if got := outcomes(t, iotest.OneByteReader(strings.NewReader(data)), l, limits, never); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Fatalf("byte by byte: got %q want %q", got, want)
	}
	got := outcomes(t, strings.NewReader(data), l, limits, func(n int) bool { return n%2 == 0 })
	if len(got) != len(want) {
		t.Fatalf("with skips %d records, without %d", len(got), len(want))
	}
	for i := range got {
		if got[i] != "" && got[i] != want[i] {
			t.Fatalf("record %d: with skips %q, without %q", i+1, got[i], want[i])
		}
		if !utf8.ValidString(got[i]) {
			t.Fatalf("record %d: not UTF-8: %q", i+1, got[i])
		}
	}
	for _, row := range Preview([]byte(data), l, 3) {
		for _, c := range row {
			if len(c) > previewCell || !utf8.ValidString(c) {
				t.Fatalf("preview cell %q", c)
			}
		}
	}
}

func FuzzCSV(f *testing.F) {
	for _, e := range examples() {
		if e.layout.Kind == CSV {
			f.Add(e.data, e.layout.Delimiter, e.layout.Quote, 64)
		}
	}
	f.Fuzz(func(t *testing.T, data string, delimiter, quote byte, limit int) {
		if delimiter == '\n' || delimiter == '\r' || delimiter == quote || quote == '\n' || quote == '\r' || len(data) > 10000 {
			return
		}
		checkFile(t, data, csvLayout(delimiter, quote), limit)
	})
}

func FuzzJSON(f *testing.F) {
	for _, e := range examples() {
		if e.layout.Kind != CSV {
			f.Add(e.data, e.layout.Path, e.layout.Kind == JSONL, 64)
		}
	}
	f.Fuzz(func(t *testing.T, data, path string, lines bool, limit int) {
		if len(data) > 10000 {
			return
		}
		l := Layout{Kind: JSON, Path: path, Columns: treeColumns}
		if lines {
			l.Kind = JSONL
		}
		checkFile(t, data, l, limit)
	})
}

func FuzzGuess(f *testing.F) {
	for _, e := range examples() {
		f.Add([]byte(e.data), "x.csv")
		f.Add([]byte(e.data), "x.json")
		f.Add([]byte(strings.ReplaceAll(e.data, "text", prose(300))), "x.jsonl")
	}
	f.Fuzz(func(t *testing.T, head []byte, name string) {
		if len(head) > 10000 {
			return
		}
		l, ok := Guess(head, name)
		again, _ := Guess(bytes.Clone(head), name)
		if l.Why == "" || l.Why != again.Why || mapped(l) != mapped(again) {
			t.Fatalf("%+v and %+v", l, again)
		}
		if ok {
			outcomes(t, bytes.NewReader(head), l, Limits{}, never)
			Preview(head, l, 5)
		}
	})
}

func FuzzDate(f *testing.F) {
	for _, s := range []string{"Thu, 03 Jul 2025 10:49:00 GMT", "2025年7月3日 10:49", "3/7/25 7:17 p.m.", "1751539740.5", "mardi 1er juillet 2025"} {
		f.Add(s, byte(0))
	}
	f.Fuzz(func(t *testing.T, s string, order byte) {
		if d := parseDate(s, Order(order%3)); d != "" && len(d) != len("2025-07-03") && len(d) != len("2025-07-03T10:49") {
			t.Fatalf("%q: %q", s, d)
		}
		cleanText(s)
		splitNames(s)
		langCode(s)
	})
}
