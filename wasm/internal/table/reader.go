package table

import (
	"errors"
	"io"
	"strconv"

	"clippings/wasm/internal/record"
)

// span is the bytes of one record. They are valid until the next scan.
type span struct {
	data   []byte
	offset int64
	line   int    // from 1
	warn   string // what was put right in finding it
}

// scanner finds the records of a file one after the other. A *damage takes the
// place of a record that cannot be held or found; every other error is the end.
type scanner interface {
	scan() (span, error)
}

// damage is what is wrong with a record, and where in it.
type damage struct {
	offset int64 // in the file
	line   int
	reason string
}

func (d *damage) Error() string { return d.reason }

// parser takes a record apart: it fills the row. What it returns besides are
// sentences for the ledger.
type parser interface {
	parse(data []byte, row *row) (warn string, err *damage) // offset and line of the damage are relative to data
}

// Reader reads the records of one file. It is not safe for several goroutines.
type Reader struct {
	scanner scanner
	parser  parser
	row     *row
	number  int
	format  string
	failed  error // the end, once it has been met
}

// NewReader reads the UTF-8 of r, without a byte order mark, as l says.
func NewReader(r io.Reader, l Layout, limits Limits) *Reader {
	t := &Reader{row: newRow(l), format: l.Kind.String()}
	t.scanner, t.parser = newScanner(newWindow(r), l, limits.maxRecord()), newParser(l, false)
	if l.Kind == CSV && l.Delimiter == '\t' {
		t.format = "tsv"
	}
	return t
}

// Next is the next record; io.EOF after the last. After a *RecordError it may be
// called again. The record owns its text.
func (r *Reader) Next() (record.Record, error) {
	s, err := r.scan()
	if err != nil {
		return record.Record{}, err
	}
	warn, damaged := r.parser.parse(s.data, r.row)
	if damaged != nil {
		return record.Record{}, r.broken(&damage{s.offset + damaged.offset, s.line + damaged.line, damaged.reason})
	}
	rec, reason := r.row.compose()
	if reason != "" {
		return record.Record{}, r.broken(&damage{s.offset, s.line, reason})
	}
	rec.Key, rec.Format, rec.Bytes = strconv.Itoa(r.number), r.format, int64(len(s.data))
	for _, w := range [...]string{s.warn, warn} {
		if w != "" {
			rec.Warnings = append(rec.Warnings, w)
		}
	}
	return rec, nil
}

// Skip passes over one record without looking into it: what Next would have
// returned for it, error or record, is lost. io.EOF after the last.
func (r *Reader) Skip() error {
	_, err := r.scan()
	var broken *RecordError
	if errors.As(err, &broken) {
		return nil
	}
	return err
}

// Number is how many records were passed, which is the key of the last.
func (r *Reader) Number() int { return r.number }

func (r *Reader) scan() (span, error) {
	if r.failed != nil {
		return span{}, r.failed
	}
	s, err := r.scanner.scan()
	if err == nil {
		r.number++
		return s, nil
	}
	if d, ok := err.(*damage); ok {
		r.number++
		return span{}, r.broken(d)
	}
	r.failed = err
	return span{}, err
}

func (r *Reader) broken(d *damage) error {
	return &RecordError{Key: strconv.Itoa(r.number), Offset: d.offset, Line: d.line, Reason: d.reason}
}
