package protocol

// Words asks the shard that holds them for the words of documents' running
// text in the form in which texts are compared, to be carried to another shard.
type Words struct {
	IDs []DocID
}

// Kind implements Request.
func (Words) Kind() Kind { return KindWords }

// AppendTo implements Request.
func (q Words) AppendTo(b []byte) []byte { return appendList(b, q.IDs, appendID) }

// DecodeWords reads the request.
func DecodeWords(b []byte) (Words, error) {
	return decode(b, func(d *decoder) Words { return Words{IDs: decodeList(d, readID)} })
}

// DecodeResponse implements Request.
func (Words) DecodeResponse(b []byte) (WordLists, error) {
	return decode(b, func(d *decoder) WordLists { return WordLists{Lists: decodeList(d, readWordList)} })
}

// WordLists answers Words.
type WordLists struct {
	Lists []WordList
}

// AppendTo implements Response.
func (r WordLists) AppendTo(b []byte) []byte { return appendList(b, r.Lists, appendWordList) }

// WordList holds the words of one document's running text.
type WordList struct {
	ID    DocID
	Words []byte // in the engine's own form; the page does not look inside
}

func appendWordList(b []byte, w WordList) []byte { return appendBytes(appendID(b, w.ID), w.Words) }

func readWordList(d *decoder) WordList { return WordList{ID: d.id(), Words: d.bytes()} }

// Shared asks the shard that holds a document which passages of it stand in
// others, whose words it is given.
type Shared struct {
	ID     DocID
	Others []WordList
}

// Kind implements Request.
func (Shared) Kind() Kind { return KindShared }

// AppendTo implements Request.
func (q Shared) AppendTo(b []byte) []byte {
	return appendList(appendID(b, q.ID), q.Others, appendWordList)
}

// DecodeShared reads the request.
func DecodeShared(b []byte) (Shared, error) {
	return decode(b, func(d *decoder) Shared {
		return Shared{ID: d.id(), Others: decodeList(d, readWordList)}
	})
}

// DecodeResponse implements Request.
func (Shared) DecodeResponse(b []byte) (Passages, error) {
	return decode(b, func(d *decoder) Passages {
		return Passages{Passages: decodeList(d, func(d *decoder) Passage {
			return Passage{Span: d.span(), Other: d.id(), OtherSpan: d.span(), Words: d.uint32()}
		})}
	})
}

// Passages answers Shared, by where they start.
type Passages struct {
	Passages []Passage
}

// Passage is a stretch of a document that stands in another, small edits
// allowed.
type Passage struct {
	Span      Span // in the document asked for
	Other     DocID
	OtherSpan Span   // in the other
	Words     uint32 // that are the same in both
}

// AppendTo implements Response.
func (r Passages) AppendTo(b []byte) []byte {
	return appendList(b, r.Passages, func(b []byte, p Passage) []byte {
		b = appendSpan(appendID(appendSpan(b, p.Span), p.Other), p.OtherSpan)
		return appendUint32(b, p.Words)
	})
}
