package export

import (
	"encoding/csv"
	"strings"
	"testing"

	"clippings/wasm/internal/golden"
	"clippings/wasm/protocol"
)

// sampleGroup is a group of three, of which one has hostile texts.
func sampleGroup() *Group {
	base := protocol.Document{ID: 1, Text: "The ferry Anna is back in port after a week.\nTickets cost ten crowns, the mayor said on Monday."}
	span := func(text string) protocol.Span {
		at := uint32(strings.Index(base.Text, text))
		return protocol.Span{Start: at, End: at + uint32(len(text))}
	}
	pair := func(a protocol.DocID) protocol.Pair {
		return protocol.Pair{A: a, B: 1, Relation: protocol.RelationNear, Jaccard: .75, AInB: .9, BInA: .8125}
	}
	return &Group{
		Number: 4, Base: base,
		Of: protocol.Group{
			Representative: 1, Why: "credited to AP",
			Members: []protocol.Member{{Pair: pair(2), Uncredited: true}, {Pair: pair(3), ByHand: true}},
			Origin:  []protocol.Origin{{Sign: protocol.SignCredit, Doc: 1, Agency: "AP"}},
		},
		Comparisons: []protocol.Comparison{{
			Other: 2, Common: 9, Here: 12, There: 10, Run: 14, OwnRun: 11,
			Passages: []protocol.Passage{{Span: span("The ferry Anna is back"), Other: 2, OtherSpan: protocol.Span{Start: 3, End: 25}, Words: 5, Quoted: 1}},
		}},
		Collation: protocol.Collation{
			Words: 18, Witnesses: []protocol.Witness{{ID: 3}, {ID: 2}},
			Places: []protocol.Place{
				{Span: span("a week"), Variants: []protocol.Variant{
					{Change: protocol.ChangeWords, Text: "<b>two</b> weeks", Witnesses: []uint32{0, 1}},
					{Change: protocol.ChangePunctuation, Text: "a week!", Witnesses: []uint32{1}},
				}},
				{Span: span("ten "), Variants: []protocol.Variant{{Change: protocol.ChangeWords, Witnesses: []uint32{1}}}},
			},
			Gaps:  []protocol.Gap{{Span: span("The ferry Anna is back in port"), Witnesses: []uint32{0}}},
			Moves: []protocol.Move{{Span: span("on Monday"), Witness: 1, There: protocol.Span{Start: 1, End: 5}}},
		},
		Left: 2,
		Summaries: Summaries{
			1: {ID: 1, Name: "a.txt", Title: "Ferry back", Outlet: "Bay Star", Date: "2025-07-03", Agency: "AP", Words: 18},
			2: {ID: 2, Name: "=b.txt", Title: `<script>alert("x")</script>`, Outlet: "O'Neill & Co", Words: 17},
			3: {ID: 3, Name: "c.txt", Lead: "The ferry", Words: 16},
		},
	}
}

func samplePage() []byte {
	g := sampleGroup()
	b := PageHead(protocol.ReportCounts{Documents: 3, Groups: 1, Of: 9, Query: `"a" <b>`})
	b = AppendContents(b, 4, []protocol.Summary{g.Summaries[1]}, []uint32{3})
	b = g.AppendSection(append(b, PageBody...))
	return append(b, PageFoot...)
}

func TestReport(t *testing.T) {
	g := sampleGroup()
	golden.Check(t, "testdata/groups.csv", visible(g.AppendRows(TableHead(protocol.FormGroups))))
	p := Pairs{Pairs: []protocol.Pair{{A: 1, B: 2, Relation: protocol.RelationNear}, {A: 1, B: 3, Relation: protocol.RelationRelated}}, Comparisons: g.Comparisons, Summaries: g.Summaries}
	golden.Check(t, "testdata/pairs.csv", visible(p.AppendRows(TableHead(protocol.FormPairs))))
	golden.Check(t, "testdata/report.html", samplePage())
}

// TestReportIsHarmless: no text becomes markup, and all tags are closed.
func TestReportIsHarmless(t *testing.T) {
	s := string(samplePage())
	for _, bad := range []string{"<script", "<b>", "O'Neill", "src=", "http://", "https://"} {
		if strings.Contains(s, bad) {
			t.Errorf("the page has %s", bad)
		}
	}
	for _, tag := range []string{"section", "table", "tr", "td", "th", "bdi", "main", "nav", "details", "mark", "ins", "p", "li"} {
		opened := strings.Count(s, "<"+tag+">") + strings.Count(s, "<"+tag+" ")
		if closed := strings.Count(s, "</"+tag+">"); opened != closed || opened == 0 {
			t.Errorf("%d <%s>, %d closed", opened, tag, closed)
		}
	}
}

// TestRowsHaveTheirColumns: each row has as many cells as the head.
func TestRowsHaveTheirColumns(t *testing.T) {
	g := sampleGroup()
	p := Pairs{Pairs: []protocol.Pair{{A: 1, B: 2}}, Summaries: g.Summaries}
	for _, b := range [][]byte{g.AppendRows(TableHead(protocol.FormGroups)), p.AppendRows(TableHead(protocol.FormPairs))} {
		if _, err := csv.NewReader(strings.NewReader(string(b))).ReadAll(); err != nil {
			t.Error(err)
		}
	}
	names := strings.Split(groupColumns, ",")[4:]
	for at, want := range map[int]string{
		atName: "document", atRelation: "relation", atScore: "score", atJaccard: "jaccard", atIn: "in representative", atOf: "of representative",
		atRun: "longest run", atUncredited: "uncredited", atByHand: "by hand", atOutlet: "outlet", atDate: "date", atWords: "words",
	} {
		if names[at] != want {
			t.Errorf("column %d is %s, not %s", at, names[at], want)
		}
	}
}

// FuzzPageText: no text can leave its place in the page.
func FuzzPageText(f *testing.F) {
	f.Add("<a href='x'>&amp;\x00")
	f.Fuzz(func(t *testing.T, s string) {
		var p page
		p.fill("[$]", s)
		if strings.ContainsAny(string(p), "<>\"'\x00\x1b\r") {
			t.Errorf("%q: %q", s, p)
		}
	})
}
