//go:build !js || unpack

package format

import (
	"bufio"
	"errors"
	"io"
	"strconv"

	"clippings/wasm/internal/charset"
	"clippings/wasm/internal/table"
	"clippings/wasm/protocol"
)

// guessLen is how much of a table is looked at to guess its layout: some fifty
// articles.
const guessLen = 256 << 10

// A tableBody is a table whose encoding and layout are known.
type tableBody struct {
	text     *bufio.Reader
	encoding charset.Text
	layout   table.Layout
	head     []byte // the first guessLen bytes of text
}

// openTable finds out how a table is to be read, unless the recipe says it. ok is
// false for data without articles; layout.Why says why.
func (w *walk) openTable(c opened) (t tableBody, ok bool, err error) {
	hint := charset.Hint{Label: w.recipe.Encoding, Declared: c.declared}
	text, encoding, err := charset.NewReader(w.reader(c.body), hint)
	if err != nil {
		return t, false, err
	}
	if encoding.Binary {
		return t, false, skipError{protocol.SkipBinary, ""}
	}
	t = tableBody{text: bufio.NewReaderSize(text, guessLen), encoding: encoding}
	t.head, err = t.text.Peek(guessLen)
	if err != nil && err != io.EOF {
		return t, false, err
	}
	t.layout, ok = table.Guess(t.head, c.name)
	if w.recipe.Layout.Kind != "" {
		t.layout, ok = layoutOf(w.recipe.Layout), true
		if len(t.layout.Columns) == 0 {
			t.layout = table.Columns(t.head, t.layout, c.name)
		}
	}
	return t, ok, nil
}

// table reads the articles of a table or of a JSON export. Records of other
// parts are passed over unread.
func (w *walk) table(c opened) error {
	t, ok, err := w.openTable(c)
	if err != nil {
		return err
	}
	c.Format = t.layout.Kind.String()
	if !ok {
		return skipError{protocol.SkipNoArticle, t.layout.Why}
	}
	c.warnings = append(c.warnings, t.encoding.Warnings...)
	r := table.NewReader(t.text, t.layout, table.Limits{MaxRecord: int(w.limits.MaxFile)})
	for {
		err := w.row(c, t, r)
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		c.warnings = nil // of the file: once is enough
	}
}

// row reads one record, or passes over it; io.EOF after the last.
func (w *walk) row(c opened, t tableBody, r *table.Reader) error {
	if w.left--; w.left < 0 {
		return errRecords
	}
	if !w.mine() {
		return r.Skip()
	}
	rec, err := r.Next()
	var damaged *table.RecordError
	if errors.As(err, &damaged) {
		e := c.Entry
		e.Record, e.Bytes = joinKey(c.Record, damaged.Key), 0
		return w.skip(e, protocol.SkipDamaged, "line "+strconv.Itoa(damaged.Line)+": "+damaged.Reason)
	}
	if err != nil {
		return err
	}
	rec.Facts, rec.Warnings = append(rec.Facts, c.known...), append(rec.Warnings, c.warnings...)
	w.at = rec.Key
	return w.inside(func() error { return w.record(c.Entry, rec, t.encoding.Encoding) })
}

// layoutOf is a layout as the person has it in the form of package table.
func layoutOf(l protocol.Layout) table.Layout {
	t := table.Layout{Delimiter: l.Delimiter, Quote: l.Quote, Header: l.Header, Path: l.Path}
	for _, k := range []table.Kind{table.CSV, table.JSONL, table.JSON} {
		if k.String() == l.Kind {
			t.Kind = k
		}
	}
	for _, c := range l.Columns {
		t.Columns = append(t.Columns, table.Column{Name: c.Name, Field: c.Field, Order: table.Order(min(c.Order, byte(table.MonthFirst))), Why: c.Why})
	}
	return t
}

// shownLayout is the opposite.
func shownLayout(t table.Layout) protocol.Layout {
	l := protocol.Layout{Kind: t.Kind.String(), Delimiter: t.Delimiter, Quote: t.Quote, Header: t.Header, Path: t.Path}
	for _, c := range t.Columns {
		l.Columns = append(l.Columns, protocol.Column{Name: c.Name, Field: c.Field, Order: byte(c.Order), Why: c.Why})
	}
	return l
}
