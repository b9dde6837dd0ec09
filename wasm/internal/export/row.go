package export

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"clippings/wasm/protocol"
)

// columns are those of documents before the text.
var columns = [...]string{
	"id", "source", "record", "format", "encoding", "lang", "title", "subtitle", "section", "date", "modified",
	"byline", "contributors", "agency", "dateline", "publisher", "url", "tags", "note", "copies", "words", "text",
}

func (x Documents) columnNames() []string {
	names := append([]string(nil), columns[:]...)
	for i := 2; i <= x.Columns; i++ {
		names = append(names, "text "+strconv.Itoa(i))
	}
	return names
}

// appendRow appends a document as a row: lists with semicolons between, the number
// of the group of copies, and the text in as many columns as it needs.
func (x Documents) appendRow(b []byte, doc *protocol.Document, extra Extra) []byte {
	group := ""
	if extra.Group > 0 {
		group = strconv.Itoa(int(extra.Group))
	}
	row := append(make([]string, 0, len(columns)+x.Columns),
		doc.Name, doc.Source, doc.Record, doc.Format, doc.Encoding, doc.Lang, doc.Title, doc.Subtitle, doc.Section,
		doc.Date, doc.Modified, list(doc.Byline), list(doc.Contributors), doc.Agency, doc.Dateline, doc.Outlet, doc.URL,
		list(doc.Tags), doc.Note, group, strconv.Itoa(int(extra.Words)))
	text := doc.Text
	for i := 1; i < x.Columns; i++ {
		n := cellEnd(text)
		row, text = append(row, text[:n]), text[n:]
	}
	return protocol.AppendRow(b, append(row, text), ',')
}

func list(values []string) string { return strings.Join(values, "; ") }

// cellEnd is how much of a text its next cell takes, up to the end of a word if one
// is near.
func cellEnd(text string) int {
	n := protocol.CellBytes
	if len(text) <= n {
		return len(text)
	}
	for !utf8.RuneStart(text[n]) {
		n--
	}
	if i := strings.LastIndexByte(text[n-utf8.UTFMax*16:n], ' '); i >= 0 {
		return n - utf8.UTFMax*16 + i + 1
	}
	return n
}
