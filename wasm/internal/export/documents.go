package export

import (
	"clippings/wasm/protocol"
)

// Documents writes documents in one form.
type Documents struct {
	Form      protocol.Form
	Furniture bool // with what is not the article
	Columns   int  // of CSV, for the text: one at least
}

// byteOrderMark is UTF-8's, by which spreadsheets know it.
const byteOrderMark = "\ufeff"

// Head is what stands before all documents.
func (x Documents) Head() []byte {
	if x.Form != protocol.FormCSV {
		return nil
	}
	return protocol.AppendRow([]byte(byteOrderMark), x.columnNames(), ',')
}

// Extra is what is told of a document that it does not say itself.
type Extra struct {
	Group uint32 // number of its group of copies, 0 for none
	Words uint32 // of the article
}

// Append appends a document. It may change doc.
func (x Documents) Append(b []byte, doc *protocol.Document, extra Extra) []byte {
	if !x.Furniture {
		stripFurniture(doc)
	}
	switch x.Form {
	case protocol.FormCSV:
		return x.appendRow(b, doc, extra)
	case protocol.FormText:
		return appendText(b, doc)
	case protocol.FormMarkdown:
		return appendMarkdown(b, doc)
	}
	return appendJSON(b, doc)
}

// Extension is that of the file of one document.
func (x Documents) Extension() string {
	if x.Form == protocol.FormMarkdown {
		return ".md"
	}
	return ".txt"
}
