package protocol

// Beside asks the shard that holds a document to set another beside it, paragraph
// by paragraph.
type Beside struct {
	ID    DocID
	Other Carried
}

// Kind implements Request.
func (Beside) Kind() Kind { return KindBeside }

// AppendTo implements Request.
func (q Beside) AppendTo(b []byte) []byte { return appendCarried(appendID(b, q.ID), q.Other) }

// DecodeBeside reads the request.
func DecodeBeside(b []byte) (Beside, error) {
	return decode(b, func(d *decoder) Beside { return Beside{ID: d.id(), Other: readCarried(d)} })
}

// DecodeResponse implements Request.
func (Beside) DecodeResponse(b []byte) (Sides, error) {
	return decode(b, func(d *decoder) Sides {
		return Sides{Rows: decodeList(d, readSideRow), Common: d.uint32()}
	})
}

// Sides answers Beside: rows from the top of the document asked for to its end,
// with paragraphs that only the other has where they stand in it. Every paragraph
// of both articles is in one row. Furniture is left out.
type Sides struct {
	Rows   []SideRow
	Common uint32 // words that both have at the same place, or in a row that moved
}

// AppendTo implements Response.
func (r Sides) AppendTo(b []byte) []byte {
	return appendUint32(appendList(b, r.Rows, appendSideRow), r.Common)
}

// SideRow is a paragraph of each document, several where one of them breaks a
// paragraph and the other does not, or a paragraph that has no counterpart.
type SideRow struct {
	Here, There []Span // whole paragraphs; none where one has nothing
	Moved       bool   // it stands elsewhere in the other document
	HereMarks   []ChangeMark
	ThereMarks  []ChangeMark
}

// ChangeMark marks words that differ from those beside them. Marks are sorted and
// lie apart.
type ChangeMark struct {
	Span   Span
	Change Change
}

func appendSideRow(b []byte, r SideRow) []byte {
	b = appendList(appendList(b, r.Here, appendSpan), r.There, appendSpan)
	b = appendList(appendBool(b, r.Moved), r.HereMarks, appendChangeMark)
	return appendList(b, r.ThereMarks, appendChangeMark)
}

func readSideRow(d *decoder) SideRow {
	return SideRow{
		Here: decodeList(d, readSpan), There: decodeList(d, readSpan), Moved: d.bool(),
		HereMarks: decodeList(d, readChangeMark), ThereMarks: decodeList(d, readChangeMark),
	}
}

func appendChangeMark(b []byte, m ChangeMark) []byte {
	return append(appendSpan(b, m.Span), byte(m.Change))
}

func readChangeMark(d *decoder) ChangeMark { return ChangeMark{Span: d.span(), Change: readChange(d)} }
