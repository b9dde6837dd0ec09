package action

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"clippings/app/files"
	"clippings/wasm/coord"
	"clippings/wasm/protocol"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// QueryList is a list of queries with how much each of them finds. The lines are
// those of the desk: views read them while they draw and keep none.
type QueryList struct {
	Status  Status // Loading while they are counted; Ready when they were, or it was stopped
	Err     error
	Lines   []QueryLine
	Done    int  // lines counted, from the first
	Exactly bool // words as they are spelt
	Stale   bool // the corpus has changed since
	Number  int  // counts lists
	Version int  // counts changes

	corpus int // that it was put away in
}

// QueryLine is a query of a list.
type QueryLine struct {
	Text  string
	Err   error // why it was not counted
	Tally coord.Tally
}

// Counts is how much the query finds: where it stands, in how many documents and
// distinct texts. Documents that have only some of its words do not count.
func (l *QueryLine) Counts() (hits, documents, texts uint64) {
	if t := &l.Tally; !t.Some {
		return t.Occurrences, t.Documents, t.Texts
	}
	return 0, 0, 0
}

// Querying asks to count a list of queries.
type Querying struct {
	Queries []string
	Exactly bool
}

// counting is what the desk knows of a list of queries.
type counting struct {
	list   QueryList
	corpus int // counts changes of the corpus
	work   latest
}

// tellEvery is how often counts are shown: each time the list is sorted anew, and
// the lines on the screen are drawn, which takes up to 50 ms.
const tellEvery = 500 * time.Millisecond

func (d *Desk) handleCountQueries(ctx app.Context, a app.Action) {
	want, ok := a.Value.(Querying)
	if !ok {
		return
	}
	l := &d.counting.list
	*l = QueryList{Number: l.Number + 1, Version: l.Version, Exactly: want.Exactly}
	for _, q := range want.Queries {
		l.Lines = append(l.Lines, QueryLine{Text: q})
	}
	d.keepSoon(ctx)
	d.countQueries(ctx)
}

// handleResumeQueries goes on where counting was stopped; from the first if the
// corpus has changed since.
func (d *Desk) handleResumeQueries(ctx app.Context, _ app.Action) {
	if l := &d.counting.list; l.Stale {
		l.Done, l.Stale = 0, false
	}
	d.countQueries(ctx)
}

func (d *Desk) handleStopQueries(ctx app.Context, _ app.Action) {
	d.counting.work.stop()
	if d.counting.list.Status == Loading {
		d.counting.list.Status = Ready
		d.showQueries(ctx)
	}
}

// handleForgetQueries takes the list away.
func (d *Desk) handleForgetQueries(ctx app.Context, _ app.Action) {
	if len(d.counting.list.Lines) == 0 {
		return
	}
	before := d.counting.list
	before.corpus = d.counting.corpus
	if before.Status == Loading {
		before.Status = Ready // it will have been stopped
	}
	d.replaceQueries(ctx, QueryList{})
	d.keepSoon(ctx)
	d.note(ctx, step{
		change: Change{Of: OfQueries},
		back: atOnce(func(ctx app.Context) {
			before.Stale = before.Done > 0 && d.counting.corpus != before.corpus
			d.replaceQueries(ctx, before)
			d.keepSoon(ctx)
		}),
		again: atOnce(func(ctx app.Context) {
			d.replaceQueries(ctx, QueryList{})
			d.keepSoon(ctx)
		}),
	})
}

// replaceQueries shows another list.
func (d *Desk) replaceQueries(ctx app.Context, by QueryList) {
	d.counting.work.stop()
	now := &d.counting.list
	by.Number, by.Version = now.Number+1, now.Version
	*now = by
	d.showQueries(ctx)
}

// queriesStale notes that the corpus has changed.
func (d *Desk) queriesStale(ctx app.Context) {
	d.counting.corpus++
	if l := &d.counting.list; l.Done > 0 && !l.Stale {
		l.Stale = true
		d.showQueries(ctx)
	}
}

// voidQueries drops the counts of a list: there is nothing any more to count in.
func (d *Desk) voidQueries(ctx app.Context) {
	d.counting.work.stop()
	l := &d.counting.list
	*l = QueryList{Lines: l.Lines, Exactly: l.Exactly, Number: l.Number, Version: l.Version}
	for i := range l.Lines {
		l.Lines[i] = QueryLine{Text: l.Lines[i].Text}
	}
	d.showQueries(ctx)
}

func (d *Desk) showQueries(ctx app.Context) {
	d.counting.list.Version++
	ctx.SetState(QueriesState, d.counting.list)
}

// countQueries counts the lines that are not counted yet, one after the other, so
// that a search in between waits for one of them at most.
func (d *Desk) countQueries(ctx app.Context) {
	l := &d.counting.list
	work, current := d.counting.work.next()
	l.Status, l.Err = Loading, nil
	d.showQueries(ctx)
	var queries []protocol.Query
	for i := range l.Lines[l.Done:] {
		queries = append(queries, protocol.Query{Text: l.Lines[l.Done+i].Text, Exactly: l.Exactly})
	}
	tell := func(lines []QueryLine, err error, ended bool) {
		ctx.Dispatch(func(ctx app.Context) {
			if !current() {
				return
			}
			copy(l.Lines[l.Done:], lines)
			l.Done += len(lines)
			if ended {
				l.Status = Ready
			}
			if err != nil {
				l.Status, l.Err = Failed, err
			}
			d.showQueries(ctx)
		})
	}
	ctx.Async(func() {
		engine, err := d.ready(work)
		if err != nil {
			tell(nil, err, true)
			return
		}
		countEach(work, engine, queries, tell)
	})
}

// countEach counts queries and tells of them in parts.
func countEach(work context.Context, e Engine, queries []protocol.Query, tell func([]QueryLine, error, bool)) {
	var part []QueryLine
	told := time.Now().Add(-tellEvery * 4 / 5) // the first soon
	for _, q := range queries {
		t, err := e.Count(work, q)
		if work.Err() != nil {
			return
		}
		part = append(part, QueryLine{Text: q.Text, Err: err, Tally: t})
		if time.Since(told) > tellEvery {
			tell(part, nil, false)
			part, told = nil, time.Now()
		}
	}
	tell(part, nil, true)
}

const queriesName = "clippings-queries.csv"

// queriesHead names the columns of a saved list.
var queriesHead = []string{
	"number", "query", "hits", "documents", "distinct texts",
	"documents with some of the words", "also searched for", "problems",
}

// handleExportQueries saves lines of the list, by their places, as CSV.
func (d *Desk) handleExportQueries(ctx app.Context, a app.Action) {
	places, _ := a.Value.([]int32)
	lines, done := slices.Clone(d.counting.list.Lines), d.counting.list.Done
	export{
		rows: func() ([][]string, error) {
			rows := [][]string{queriesHead}
			for _, p := range places {
				rows = append(rows, queryRow(int(p), &lines[p], int(p) < done))
			}
			return rows, nil
		},
		comma: ',', name: queriesName,
		hand: func(table []byte) error { return files.Save(queriesName, "text/csv;charset=utf-8", table) },
	}.start(ctx)
}

func queryRow(place int, l *QueryLine, counted bool) []string {
	row := []string{strconv.Itoa(place + 1), l.Text, "", "", "", "", "", ""}
	if !counted {
		row[7] = "not counted"
		return row
	}
	if l.Err != nil {
		row[7] = l.Err.Error()
		return row
	}
	t := &l.Tally
	hits, documents, texts := l.Counts()
	for i, n := range []uint64{hits, documents, texts} {
		row[2+i] = strconv.FormatUint(n, 10)
	}
	if t.Some {
		row[5] = strconv.FormatUint(t.Documents, 10)
	}
	var also, problems []string
	for _, s := range t.Also {
		also = append(also, slices.Concat(s.Typos, s.Forms)...)
	}
	for _, e := range t.Errors {
		at := l.Text[:min(int(e.Span.Start), len(l.Text))]
		problems = append(problems, fmt.Sprintf("character %d: %s. %s", len([]rune(at))+1, e.Message, e.Remedy))
	}
	if t.Lost > 0 {
		problems = append(problems, "partial: a part of the program broke down")
	}
	row[6], row[7] = strings.Join(also, ", "), strings.Join(problems, "; ")
	return row
}
