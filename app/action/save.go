package action

import (
	"cmp"
	"context"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/files"
	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// Saved tells what came of saving or copying.
type Saved struct {
	Status Status
	Err    error
	Rows   int    // saved or copied
	Name   string // of the file, "" when copied
	Count  int    // counts savings, so that a change shows
}

const ledgerName = "clippings-ledger.csv"

// ledgerHead names the columns of a saved ledger.
var ledgerHead = []string{
	"file", "record", "status", "reason", "detail", "bytes", "format", "encoding", "words",
	"title", "date", "byline", "agency", "outlet", "lang", "corrected", "warnings",
}

// summariesAtOnce is how many documents are asked for at a time: a few
// milliseconds of the page's thread to decode.
const summariesAtOnce = 500

func (d *Desk) handleExportLedger(ctx app.Context, a app.Action) {
	entries, _ := a.Value.([]protocol.Entry)
	d.table(ctx, entries, ',', ledgerName, func(table []byte) error {
		return files.Save(ledgerName, "text/csv;charset=utf-8", table)
	})
}

func (d *Desk) handleCopyLedger(ctx app.Context, a app.Action) {
	entries, _ := a.Value.([]protocol.Entry)
	d.table(ctx, entries, '\t', "", func(table []byte) error { return files.Copy(string(table)) })
}

// table makes a table of ledger entries and hands it on.
func (d *Desk) table(ctx app.Context, entries []protocol.Entry, comma byte, name string, hand func([]byte) error) {
	corrected := d.correctedFields()
	export{
		rows:  func() ([][]string, error) { return d.rows(ctx, entries, corrected) },
		comma: comma, name: name, hand: hand,
	}.start(ctx)
}

// export is a table that is made away from the goroutine that draws and handed on.
type export struct {
	rows  func() ([][]string, error) // the head first
	comma byte
	name  string // of the file, "" for none
	hand  func([]byte) error
}

// start begins it, and tells SavedState of that and of what came of it.
func (x export) start(ctx app.Context) {
	var saved Saved
	ctx.GetState(SavedState, &saved)
	saved = Saved{Status: Loading, Count: saved.Count}
	ctx.SetState(SavedState, saved)
	ctx.Async(func() {
		rows, err := x.rows()
		table := csv(rows, x.comma)
		ctx.Dispatch(func(ctx app.Context) {
			if err == nil {
				err = x.hand(table)
			}
			saved := Saved{Status: Ready, Rows: len(rows) - 1, Name: x.name, Count: saved.Count + 1}
			if err != nil {
				saved.Status, saved.Err = Failed, err
			}
			ctx.SetState(SavedState, saved)
		})
	})
}

// correctedFields lists, by path and record, the fields that were put right.
func (d *Desk) correctedFields() map[[2]string]string {
	fields := map[[2]string]string{}
	for path, s := range d.kept.sources {
		for _, c := range d.kept.corrections[fileKey(s)] {
			key := [2]string{path, c.Record}
			fields[key] = strings.TrimPrefix(fields[key]+" "+c.Field, " ")
		}
	}
	return fields
}

// rows asks the engine for what the ledger does not hold itself.
func (d *Desk) rows(ctx context.Context, entries []protocol.Entry, corrected map[[2]string]string) ([][]string, error) {
	engine, err := d.ready(ctx)
	if err != nil {
		return nil, err
	}
	rows := append(make([][]string, 0, len(entries)+1), ledgerHead)
	for from := 0; from < len(entries); from += summariesAtOnce {
		part := entries[from:min(from+summariesAtOnce, len(entries))]
		var ids []protocol.DocID
		for i := range part {
			if part[i].Skip == protocol.SkipNone {
				ids = append(ids, part[i].ID)
			}
		}
		summaries, err := engine.Summaries(ctx, ids)
		if err != nil {
			return nil, err
		}
		for i := range part {
			rows = append(rows, ledgerRow(&part[i], summaries, corrected))
		}
	}
	return rows, nil
}

func ledgerRow(e *protocol.Entry, summaries coord.Summaries, corrected map[[2]string]string) []string {
	status, reason := "read", ""
	var s protocol.Summary
	if e.Skip != protocol.SkipNone {
		status, reason = "left out", e.Skip.Explanation()
	} else {
		s = summaries[e.ID]
	}
	return []string{
		e.Path, e.Record, status, reason, e.Detail, strconv.FormatUint(e.Bytes, 10), e.Format, e.Encoding, strconv.Itoa(int(e.Words)),
		cmp.Or(s.Title, e.Title), s.Date, strings.Join(s.Byline, "; "), s.Agency, s.Outlet, s.Lang,
		corrected[[2]string{e.Path, e.Record}], strings.Join(e.Warnings, " "),
	}
}

// rowsAtOnce are written in one go: a few milliseconds, after which the page's
// thread gets to draw.
const rowsAtOnce = 1000

// csv is rows as protocol.AppendRow writes them.
func csv(rows [][]string, comma byte) []byte {
	var b []byte
	for n, row := range rows {
		if n%rowsAtOnce == rowsAtOnce-1 {
			protocol.Breathe()
		}
		b = protocol.AppendRow(b, row, comma)
	}
	return b
}
