package protocol

// Texts asks the shard that holds them for documents, to be carried to another
// shard. Unknown documents are left out of the answer.
type Texts struct {
	IDs []DocID
}

// Kind implements Request.
func (Texts) Kind() Kind { return KindTexts }

// AppendTo implements Request.
func (q Texts) AppendTo(b []byte) []byte { return appendList(b, q.IDs, appendID) }

// DecodeTexts reads the request.
func DecodeTexts(b []byte) (Texts, error) {
	return decode(b, func(d *decoder) Texts { return Texts{IDs: decodeList(d, readID)} })
}

// DecodeResponse implements Request.
func (Texts) DecodeResponse(b []byte) (TextList, error) {
	return decode(b, func(d *decoder) TextList { return TextList{Texts: decodeList(d, readCarried)} })
}

// TextList answers Texts, in the order asked.
type TextList struct {
	Texts []Carried
}

// AppendTo implements Response.
func (r TextList) AppendTo(b []byte) []byte { return appendList(b, r.Texts, appendCarried) }

// Carried is a document on its way from one shard to another. The page passes it
// on and does not look inside.
type Carried struct {
	ID   DocID
	Head []byte // of Packed
	Text []byte
}

// Carry makes a packed document ready to cross.
func Carry(id DocID, p Packed) Carried { return Carried{ID: id, Head: p.Head, Text: []byte(p.Text)} }

// Document unpacks. ErrCorrupt if it was not made by Carry.
func (c Carried) Document() (Document, error) {
	return Packed{Head: c.Head, Text: string(c.Text)}.Document()
}

func appendCarried(b []byte, c Carried) []byte {
	return appendBytes(appendBytes(appendID(b, c.ID), c.Head), c.Text)
}

func readCarried(d *decoder) Carried { return Carried{ID: d.id(), Head: d.bytes(), Text: d.bytes()} }
