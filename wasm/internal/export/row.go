package export

import (
	"strings"
	"unicode/utf8"

	"clippings/wasm/protocol"
)

// columnNames are the fields, the number of the group of copies, the words of the
// article, and the text in as many columns as the longest needs.
func (x Documents) columnNames() []string {
	names := append(append([]string(nil), fieldNames[:]...), "copies", "words", "text")
	for i := 2; i <= x.Columns; i++ {
		names = append(names, "text "+number(uint32(i)))
	}
	return names
}

// appendRow appends a document as a row.
func (x Documents) appendRow(b []byte, doc *protocol.Document, extra Extra) []byte {
	var row []string
	for _, f := range fields(doc) {
		row = append(row, f.cell())
	}
	group := ""
	if extra.Group > 0 {
		group = number(extra.Group)
	}
	row = append(row, group, number(extra.Words))
	text := doc.Text
	for i := 1; i < x.Columns; i++ {
		n := cellEnd(text)
		row = append(row, text[:n])
		text = text[n:]
	}
	return protocol.AppendRow(b, append(row, text), ',')
}

// cellEnd is how much of a text its next cell takes, up to the end of a word if one
// is near.
func cellEnd(text string) int {
	n := protocol.CellBytes
	if len(text) <= n {
		return len(text)
	}
	for n > protocol.CellBytes-utf8.UTFMax && !utf8.RuneStart(text[n]) {
		n--
	}
	if i := strings.LastIndexByte(text[n-protocol.CellSlack+utf8.UTFMax:n], ' '); i >= 0 {
		return n - protocol.CellSlack + utf8.UTFMax + i + 1
	}
	return n
}
