package ui

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

func TestTextBecomesQueries(t *testing.T) {
	for _, c := range []struct {
		what, name, text string
		as               string
		column           int
		want             string // queries, with / between them
	}{
		{"lines", "", "bridge\n\n \"night train\" -bus \r\nferry, port\n", asLines, 0, `bridge/"night train" -bus/ferry, port`},
		{"a mark before the text", "list.txt", "\ufeffbridge\rferry", asLines, 0, "bridge/ferry"},
		{"a table with names", "q.csv", "id,Query,note\n1,bridge,x\n2,\"ferry, port\",\n", ",", 1, "bridge/ferry, port"},
		{"a table of semicolons", "q.CSV", "term;n\na OR b;1\n", ";", 0, "a OR b"},
		{"a table without names", "q.csv", "1,bridge\n2,ferry\n", ",", 1, "bridge/ferry"},
		{"pasted from a spreadsheet", "", "1\tbridge\n2\tferry", "tab", 1, "bridge/ferry"},
		{"a tab in one line only", "", "a\tb\nc\n", asLines, 0, "a b/c"},
		{"quoted marks and lines", "q.csv", "query\n\"\"\"night train\"\" AND\nbus\"\n", ",", 0, `"night train" AND bus`},
		{"a mark never closed", "q.csv", "query\n\"night\nbus\n", ",", 0, `"night/bus`},
		{"an empty file", "q.csv", "", ",", 0, ""},
		{"short rows", "q.csv", "a,query\nx\ny,bridge\n", ",", 1, "bridge"},
		{"control signs", "", "a\x00b\n", asLines, 0, "a b"},
	} {
		var d queryDraft
		d.take(c.name, c.text)
		if got := strings.Join(d.queries, "/"); got != c.want || d.as != c.as || d.column != c.column {
			t.Errorf("%s: got %s, read as %q, column %d; want %s, %q, %d", c.what, got, d.as, d.column, c.want, c.as, c.column)
		}
	}
}

func TestDraftIsReadAnew(t *testing.T) {
	var d queryDraft
	d.take("q.csv", "query,other\na,b\nc,d\n")
	if got, want := d.columns(), []string{"query", "other"}; !reflect.DeepEqual(got, want) {
		t.Errorf("columns are %q, want %q", got, want)
	}
	d.header = false
	d.column = 1
	d.read()
	if got := strings.Join(d.queries, "/"); got != "other/b/d" {
		t.Errorf("the other column, from the first row: %s", got)
	}
	if got := d.columns()[0]; got != "Column 1: query" {
		t.Errorf("a column without a name is %q", got)
	}
	d.readAs(asLines)
	if got := strings.Join(d.queries, "/"); got != "query,other/a,b/c,d" {
		t.Errorf("as lines: %s", got)
	}
}

func TestTooManyQueriesAreToldOf(t *testing.T) {
	var d queryDraft
	d.take("", strings.Repeat("a\n", mostQueries+3))
	if len(d.queries) != mostQueries || d.over != 3 {
		t.Errorf("%d queries, %d left out", len(d.queries), d.over)
	}
}

// FuzzCutRows: every cell is a part of the text, and all ends in linear time.
func FuzzCutRows(f *testing.F) {
	for _, seed := range []string{"a,b\nc", `"a""b",c`, `"`, `""`, `"""`, "\"a\"b,c\r\n", ",", ",\n,", " \"x\" ,", strings.Repeat(`"`, 99)} {
		f.Add(seed, byte(','))
	}
	f.Fuzz(func(t *testing.T, text string, comma byte) {
		if comma == '"' || comma == '\n' || comma == '\r' {
			return
		}
		n := 0
		for _, row := range cutRows(text, comma) {
			for _, cell := range row {
				n += len(cell)
			}
		}
		if n > len(text) {
			t.Errorf("%d bytes of %d", n, len(text))
		}
	})
}

func BenchmarkReadDraft(b *testing.B) {
	var text strings.Builder
	for i := range mostQueries {
		fmt.Fprintf(&text, "%d,\"night train\" AND port%d\n", i, i)
	}
	var d queryDraft
	for b.Loop() {
		d.take("q.csv", text.String())
	}
}
