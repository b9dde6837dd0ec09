package export

import (
	"strings"

	"clippings/wasm/protocol"
)

// field is something known of a document, by its name in JSON.
type field struct {
	name   string
	text   string
	list   []string
	isList bool
	isMain bool // it is there in JSON though it is empty
}

// fields are what is known of a document, in the order in which "clippings ingest"
// prints it.
func fields(doc *protocol.Document) []field {
	list := make([]field, 0, 20)
	for i, text := range [...]string{
		doc.Name, doc.Source, doc.Record, doc.Format, doc.Encoding, doc.Lang, doc.Title, doc.Subtitle, doc.Section, doc.Date,
		doc.Modified, "", "", doc.Agency, doc.Dateline, doc.Outlet, doc.URL, "", doc.Note,
	} {
		list = append(list, field{name: fieldNames[i], text: text, isMain: i < firstOwn})
	}
	list[byline].list, list[contributors].list, list[firstOwn].list = doc.Byline, doc.Contributors, doc.Tags
	for _, i := range [...]int{byline, contributors, firstOwn} {
		list[i].isList = true
	}
	return list
}

const (
	byline       = 11 // places of lists
	contributors = 12
	firstOwn     = 17 // tags; then what else the person gave
)

var fieldNames = [...]string{
	"id", "source", "record", "format", "encoding", "lang", "title", "subtitle", "section", "date",
	"modified", "byline", "contributors", "agency", "dateline", "publisher", "url", "tags", "note",
}

func (f *field) isEmpty() bool { return f.text == "" && len(f.list) == 0 }

// cell is the field in a table: lists with semicolons between.
func (f *field) cell() string { return f.text + strings.Join(f.list, "; ") }
