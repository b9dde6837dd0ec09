package protocol

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"
)

func TestAppendRow(t *testing.T) {
	for _, test := range []struct {
		row   []string
		comma byte
		want  string
	}{
		{[]string{"a", "", "b c"}, ',', "a,,b c\r\n"},
		{[]string{"a,b", `say "no"`, "two\nlines"}, ',', "\"a,b\",\"say \"\"no\"\"\",\"two\nlines\"\r\n"},
		{[]string{"a,b", "c\td", "two\r\nlines"}, '\t', "a,b\tc d\ttwo  lines\r\n"},
		// What a spreadsheet would calculate.
		{[]string{"=1+1", "+1", "-1", "@x", "a=b"}, ',', "'=1+1,'+1,'-1,'@x,a=b\r\n"},
		{[]string{"=HYPERLINK(\"http://x\",1)"}, ',', "\"'=HYPERLINK(\"\"http://x\"\",1)\"\r\n"},
		{[]string{"\uff1d1", "\n=1"}, ',', "'\uff1d1,\"'\n=1\"\r\n"},
	} {
		if got := string(AppendRow(nil, test.row, test.comma)); got != test.want {
			t.Errorf("%q: got %q, want %q", test.row, got, test.want)
		}
	}
}

// FuzzAppendRow: a reader of CSV gets the cells back, but for the apostrophes.
func FuzzAppendRow(f *testing.F) {
	f.Add("a", "b,c\"d")
	f.Add("=x", "\n")
	f.Fuzz(func(t *testing.T, x, y string) {
		r := csv.NewReader(strings.NewReader(string(AppendRow(nil, []string{x, y, "end"}, ','))))
		got, err := r.Read()
		if err != nil {
			t.Fatalf("%q, %q: %v", x, y, err)
		}
		want := []string{plainCell(x), plainCell(y), "end"}
		if !slices.Equal(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	})
}

// plainCell is a cell as package csv reads it back.
func plainCell(s string) string {
	if isFormula(s) {
		s = "'" + s
	}
	return strings.ReplaceAll(s, "\r\n", "\n")
}
