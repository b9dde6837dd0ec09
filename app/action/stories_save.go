package action

import (
	"cmp"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/files"
)

// Table is a table that a view shows, to be saved as CSV.
type Table struct {
	Name string     // of the file
	Rows [][]string // the head first
}

// Text is what a view shows, to be saved as text.
type Text struct {
	Name  string // of the file
	Type  string // its media type, "" for plain text
	Lines []string
}

func (d *Desk) handleSaveTable(ctx app.Context, a app.Action) {
	if t, ok := a.Value.(Table); ok {
		export{
			rows: func() ([][]string, error) { return t.Rows, nil }, comma: ',', name: t.Name,
			hand: func(table []byte) error { return files.Save(t.Name, "text/csv;charset=utf-8", table) },
		}.start(ctx)
	}
}

func (d *Desk) handleSaveText(ctx app.Context, a app.Action) {
	t, ok := a.Value.(Text)
	if !ok {
		return
	}
	var b []byte
	for _, line := range t.Lines {
		b = append(append(b, line...), '\n')
	}
	var saved Saved
	ctx.GetState(SavedState, &saved)
	saved = Saved{Status: Ready, Rows: len(t.Lines), Name: t.Name, Count: saved.Count + 1}
	if err := files.Save(t.Name, cmp.Or(t.Type, "text/plain;charset=utf-8"), b); err != nil {
		saved.Status, saved.Err = Failed, err
	}
	ctx.SetState(SavedState, saved)
}
