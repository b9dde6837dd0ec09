// Package table reads exports: CSV and its relatives, JSON, and JSON Lines,
// one record.Record a row, with memory bounded by one row.
//
//	head  -> Guess -> Layout -> (a person corrects it) -> NewReader
//	bytes -> window -> scanner -> the bytes of one record -> parser -> cells -> compose -> record.Record
//
// A file is read in two steps. A scanner finds where a record begins and ends
// and looks at nothing else: a line of JSON Lines by its newline, a row of CSV
// by newlines outside quotation marks, an element of a JSON array by counting
// brackets outside strings. A parser then takes those bytes apart. Skip takes
// only the first step, so that of several workers that walk the same file each
// can pay for its own share, and Next and Skip count alike in any order.
//
// JSON is flattened: "source.name" is the member name of the member source.
// Arrays are transparent: "authors.name" is the name of every author, and an
// array of strings is one cell. Only columns that the layout maps are looked
// at.
//
// The caller removes a byte order mark and decodes to UTF-8. Nothing here waits
// or loops without asking the caller's io.Reader for more bytes every 64 kB;
// an error of that reader ends the work and is returned as it is.
//
// Sources: RFC 4180 (CSV), RFC 8259 (JSON), RFC 7464 (JSON text sequences),
// https://jsonlines.org. All are read leniently: what a program wrote wrongly
// is still what the person has.
package table

import (
	"fmt"
	"slices"

	"clippings/wasm/protocol"
)

// Kind is the way a file holds its records.
type Kind uint8

const (
	CSV   Kind = iota // rows of cells, with any delimiter
	JSONL             // one JSON value a line
	JSON              // one JSON value, or several one after the other
)

var kindNames = [...]string{"csv", "jsonl", "json"}

// String is the kind's name in lower case.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "unknown"
}

// Layout is how a file is to be read: what Guess guessed and what a person may
// correct. It is plain data.
type Layout struct {
	Kind      Kind
	Delimiter byte     // of CSV: ',', ';', '\t' or '|'
	Quote     byte     // of CSV: '"', '\'', or 0 for none
	Header    bool     // of CSV: the first row names the columns
	Path      string   // of JSON: where the records stand, "response.docs"; "" at the top, a "*" is any name
	Columns   []Column // of CSV: all, in order; of JSON: those that were seen
	Why       string   // a sentence: what the file was taken for, or why it is no table of articles
}

// Column is a column of a CSV file or a member of a JSON record.
type Column struct {
	Name  string // from the header, "column 3" without one; of JSON the path, "source.name"
	Field string // one of Fields: what it is to an article
	Order Order  // how a numeric date is to be read
	Why   string // why it was given that field, for the person
}

// Order is the order of day and month in a date such as 03/07/2025.
type Order uint8

const (
	OrderUnknown Order = iota // such dates stay as they stand
	DayFirst
	MonthFirst
)

// The fields a column may be mapped to.
const (
	Body         = "body"
	Title        = "title"
	Subtitle     = "subtitle"
	Date         = "date"
	Modified     = "modified"
	Byline       = "byline"
	Contributors = "contributors"
	Agency       = "agency"
	Outlet       = "outlet"
	Section      = "section"
	URL          = "url"
	Lang         = "lang"
	ID           = "id" // an identifier: kept as evidence, so that what comes out can be joined to the export
	Ignored      = ""   // not kept
)

// Fields lists what a column may be mapped to, in the order a choice shows them.
func Fields() []string {
	return append(slices.Clone(protocol.TableFields), Ignored)
}

// Limits bound what one record may take. The zero value is useful.
type Limits struct {
	MaxRecord int // bytes; 0 is DefaultMaxRecord
}

// DefaultMaxRecord is far above any article, and still small beside a worker's
// memory.
const DefaultMaxRecord = 16 << 20

func (l Limits) maxRecord() int {
	if l.MaxRecord <= 0 {
		return DefaultMaxRecord
	}
	return l.MaxRecord
}

// RecordError is a record that could not be read. The reader has passed over it
// and may be asked for the next.
type RecordError struct {
	Key    string // number of the record from 1, as it would have had
	Offset int64  // bytes from the beginning of the decoded file
	Line   int    // from 1; where the record begins, or where it is damaged if that is known
	Reason string // a clause in plain words
}

func (e *RecordError) Error() string {
	return fmt.Sprintf("table: record %s, line %d: %s", e.Key, e.Line, e.Reason)
}
