package ui

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/app/files"
	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// queriesOf is the view of what was counted.
func (r *room) queriesOf() *queryList {
	l := &queryList{Desk: r.shell.queries}
	r.do(func(ctx app.Context) {
		ctx.GetState(action.QueriesState, &l.list)
		ctx.GetState(action.SavedState, &l.saved)
	})
	l.arrange()
	return l
}

func TestListOfQueriesIsCounted(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	r.goTo("#/queries")
	r.sees("List of queries", "Paste queries here, one a line", "Choose a file", "Count")
	l := r.queriesOf()
	l.take("night\nzebra\nnight zebra\n(loaf\n")
	wantText(t, shown(l), "4 to count.", "Count 4 queries", "Empty the list")
	r.do(l.count)
	l = r.queriesOf()
	text := app.HTMLString(l)
	wantText(t, plain(text), "4 queries: 2 found, 2 not; 1 has a mistake", "Save as CSV", "Change the list",
		"1 night Hits 5 Documents 5 Distinct texts 3", "night zebra No document has all of these words; 5 have some. Hits 0", "2 zebra Hits 0 Documents 0 Distinct texts 0",
		"Character 1: This parenthesis is never closed. Add ) or take it out.")
	for _, want := range []string{`role="table"`, `aria-rowcount="5"`, `role="rowgroup"`, `aria-rowindex="2"`, `role="columnheader"`,
		`aria-sort="ascending"`, `href="#/search?q=night%20zebra"`, `role="cell"`} {
		if !strings.Contains(text, want) {
			t.Errorf("the table has no %s", want)
		}
	}
	if strings.Contains(text, `id="queries-box"`) {
		t.Error("the list is still being put together")
	}
	// It is there when the person comes back.
	r.goTo("#/stories")
	r.goTo("#/queries")
	r.sees("4 queries: 2 found")
}

func TestListOfQueriesSaysHowFarItIs(t *testing.T) {
	l := &queryList{Desk: &queryDesk{}}
	l.list = action.QueryList{Status: action.Loading, Lines: make([]action.QueryLine, 1200), Done: 7, Number: 1}
	l.list.Lines[2].Err = protocol.ErrLost
	for i, step := range []struct {
		change func(*action.QueryList)
		want   []string
	}{
		{func(*action.QueryList) {}, []string{"7 of 1,200 queries counted; 1 has a mistake", "Stop", "Not counted. A part of the program broke down", "8 Hits …"}},
		{func(q *action.QueryList) { q.Status = action.Ready }, []string{"Stopped.", "Go on"}},
		{func(q *action.QueryList) { q.Stale = true }, []string{"The files have changed since.", "Count again"}},
		{func(q *action.QueryList) { q.Status, q.Err = action.Failed, errors.New("no engine") }, []string{"It could not be counted.", "Try again"}},
		{func(q *action.QueryList) { q.Exactly, q.Done = true, 1200 }, []string{"1,200 queries: 0 found, 1,200 not; 1 has a mistake; only as spelt"}},
	} {
		step.change(&l.list)
		l.arrange()
		if text := shown(l); text != "" {
			wantText(t, text, step.want...)
		}
		if n := strings.Count(app.HTMLString(l), "query-link"); n == 0 || n > 2*firstRows {
			t.Errorf("step %d: %d rows are drawn", i, n)
		}
	}
}

func TestRemarksOfAQuery(t *testing.T) {
	for _, c := range []struct {
		line action.QueryLine
		want string
	}{
		{action.QueryLine{Tally: coord.Tally{Some: true, Documents: 4}}, "No document has all of these words; 4 have some."},
		{action.QueryLine{Tally: coord.Tally{Also: []coord.Spelling{{Typos: []string{"bridge"}, Forms: []string{"bridges"}}}}}, "also: bridge · bridges"},
		{action.QueryLine{Tally: coord.Tally{Also: []coord.Spelling{{Forms: []string{"bridges"}}}}}, "also bridges"},
		{action.QueryLine{Tally: coord.Tally{Lost: 1}}, "Partial: a part of the program broke down."},
		{action.QueryLine{Text: "ab", Tally: coord.Tally{Errors: []protocol.QueryError{{Span: protocol.Span{Start: 1, End: 99}, Message: "the end is missing", Remedy: "add it"}}}}, "Character 2: The end is missing. Add it."},
	} {
		got := strings.TrimSpace(plain(app.HTMLString(app.Elem("div").Body(queryRemarks(&c.line, true)...))))
		if got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
		if len(queryRemarks(&c.line, false)) > 0 {
			t.Error("a line not counted has remarks")
		}
	}
}

func TestLinesAreSorted(t *testing.T) {
	line := func(text string, hits, documents, texts uint64) action.QueryLine {
		return action.QueryLine{Text: text, Tally: coord.Tally{Occurrences: hits, Documents: documents, Texts: texts}}
	}
	some := line("Some", 90, 90, 90)
	some.Tally.Some = true
	l := &action.QueryList{Done: 4, Lines: []action.QueryLine{line("b", 5, 2, 2), some, line("A", 5, 3, 1), line("c", 7, 1, 1), {Text: "later"}}}
	var o queryOrder
	for _, c := range []struct {
		press queryColumn
		want  []int32
		sort  string
	}{
		{columnHits, []int32{3, 0, 2, 1, 4}, "descending"},
		{columnHits, []int32{1, 0, 2, 3, 4}, "ascending"},
		{columnDocuments, []int32{2, 0, 3, 1, 4}, "descending"},
		{columnTexts, []int32{0, 2, 3, 1, 4}, "descending"},
		{columnQuery, []int32{2, 0, 3, 4, 1}, "ascending"},
		{columnQuery, []int32{1, 4, 3, 0, 2}, "descending"},
		{columnPlace, []int32{0, 1, 2, 3, 4}, "ascending"},
		{columnPlace, []int32{4, 3, 2, 1, 0}, "descending"},
	} {
		o = o.press(c.press)
		if got := o.arrange(l); !reflect.DeepEqual(got, c.want) || o.sort(c.press) != c.sort {
			t.Errorf("by %s, %s: got %v, want %v %s", queryColumns[c.press].name, o.sort(c.press), got, c.want, c.sort)
		}
	}
	if o.sort(columnHits) != "none" {
		t.Error("two columns are sorted by")
	}
}

func TestFilesDroppedOnTheListOfQueries(t *testing.T) {
	for _, c := range []struct {
		list []files.Picked
		want bool
	}{
		{[]files.Picked{{Path: "q.csv", Size: 9}}, true}, {[]files.Picked{{Path: "Pasted text.txt"}}, true},
		{[]files.Picked{{Path: "a/q.TSV"}}, true}, {[]files.Picked{{Path: "q.html"}}, false},
		{[]files.Picked{{Path: "q.csv", Size: mostQueryBytes + 1}}, false}, {[]files.Picked{{Path: "q.csv", Problem: "gone"}}, false},
		{[]files.Picked{{Path: "a.txt"}, {Path: "b.txt"}}, false}, {nil, false},
	} {
		if got := isQueryFile(c.list); got != c.want {
			t.Errorf("isQueryFile(%+v) = %v", c.list, got)
		}
	}
	r := open(t, &fakeEngine{})
	r.goTo("#/queries")
	r.do(func(ctx app.Context) { r.shell.bring(ctx, []files.Picked{{Path: "q.csv", Size: 10, Handle: "h"}}) })
	if r.engine.read {
		t.Error("a list of queries was brought in as an article")
	}
	l := r.queriesOf()
	r.do(func(ctx app.Context) { l.open(ctx, files.Picked{Path: "my/q.csv"}, "n,query\n1,night\n2,loaf\n", nil) })
	text := shown(l)
	wantText(t, text, "2 to count of q.csv. The first: night · loaf", "Column of the queries", "The first row names the columns")
	r.do(func(ctx app.Context) { l.open(ctx, files.Picked{Path: "my/q.csv"}, "", files.ErrNoText) })
	wantText(t, shown(l), "The browser could not read q.csv.")
	l.Desk.draft = queryDraft{as: asLines, text: "a"}
	l.take(strings.Repeat("a long query\n", mostQueryBytes/10))
	wantText(t, shown(l), "the first 4.0 MB are read", "Count 10,000 queries", "more are left out")
}

func TestQueriesAreSaved(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	l := r.queriesOf()
	l.take("night\nloaf")
	r.do(l.count)
	l = r.queriesOf()
	r.do(func(ctx app.Context) { l.onSave(ctx, app.Event{}) })
	wantText(t, shown(r.queriesOf()), "Saved 2 rows as clippings-queries.csv")
	r.do(func(ctx app.Context) { l.onEdit(ctx, app.Event{}) })
	wantText(t, shown(r.queriesOf()), "Leave the list as it is", "2 to count.")
	r.do(func(ctx app.Context) { l.onClear(ctx, app.Event{}) })
	if l := r.queriesOf(); len(l.list.Lines) != 0 || l.Desk.draft.text != "" {
		t.Errorf("the list is not empty: %+v", l.list)
	}
}

// What is drawn anew twice a second while queries are counted must take a frame
// or two in a browser, where it takes four times as long.
func BenchmarkQueryTable(b *testing.B) {
	l := &queryList{Desk: &queryDesk{order: queryOrder{column: columnHits, back: true}}}
	l.list.Lines = make([]action.QueryLine, mostQueries)
	for i := range l.list.Lines {
		l.list.Lines[i] = action.QueryLine{Text: "night train", Tally: coord.Tally{Documents: uint64(i % 97), Also: []coord.Spelling{{Forms: []string{"nights"}}}}}
	}
	l.list.Done = mostQueries
	b.Run("sort", func(b *testing.B) {
		for b.Loop() {
			l.arrange()
		}
	})
	b.Run("rows", func(b *testing.B) {
		for b.Loop() {
			for i := range 30 {
				l.renderRow(i)
			}
		}
	})
}
