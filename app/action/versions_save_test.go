package action

import (
	"strings"
	"testing"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

func TestVersionRows(t *testing.T) {
	a := &coord.Collation{Summaries: coord.Summaries{1: {ID: 1, Outlet: "Courier"}, 2: {ID: 2, Name: "pile/echo.txt"}}}
	a.Base.Text = "The night train is back."
	a.Witnesses = []protocol.Witness{{ID: 1}, {ID: 2}}
	a.Places = []protocol.Place{
		{Span: protocol.Span{Start: 4, End: 9}, Variants: []protocol.Variant{
			{Change: protocol.ChangeWords, Text: "day", Witnesses: []uint32{0}}, {Change: protocol.ChangeSpelling, Text: "nite", Witnesses: []uint32{1}}}},
		{Span: protocol.Span{Start: 16, End: 99}, Variants: []protocol.Variant{{Change: protocol.ChangeWords, Witnesses: []uint32{7}}}},
	}
	a.Gaps = []protocol.Gap{{Span: protocol.Span{Start: 10, End: 15}, Witnesses: []uint32{0, 1}}}
	a.Moves = []protocol.Move{{Span: protocol.Span{End: 3}, Witness: 1}}
	for _, c := range []struct {
		minor bool
		want  string
	}{
		{false, "1,moved,0,3,The,,pile/echo.txt,1|2,words,4,9,night,day,Courier,1|3,left out,10,15,train,,Courier; pile/echo.txt,2|4,words,16,99,,,,0"},
		{true, "1,moved,0,3,The,,pile/echo.txt,1|2,words,4,9,night,day,Courier,1|2,spelling,4,9,night,nite,pile/echo.txt,1|3,left out,10,15,train,,Courier; pile/echo.txt,2|4,words,16,99,,,,0"},
	} {
		rows := VersionTable{a, c.minor}.rows()
		if len(rows[0]) != len(rows[1]) {
			t.Fatalf("%d columns, %d cells", len(rows[0]), len(rows[1]))
		}
		var got []string
		for _, r := range rows[1:] {
			got = append(got, strings.Join(r, ","))
		}
		if text := strings.Join(got, "|"); text != c.want {
			t.Errorf("minor %v:\ngot  %s\nwant %s", c.minor, text, c.want)
		}
	}
}
