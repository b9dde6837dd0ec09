package protocol

// Recounts asks a shard for its documents that are shorter than when they were
// read, because lines that recur at the edges of many texts turned out to be
// furniture.
type Recounts struct{}

// Kind implements Request.
func (Recounts) Kind() Kind { return KindRecounts }

// AppendTo implements Request.
func (Recounts) AppendTo(b []byte) []byte { return b }

// DecodeRecounts reads the request.
func DecodeRecounts(b []byte) (Recounts, error) {
	return decode(b, func(*decoder) Recounts { return Recounts{} })
}

// DecodeResponse implements Request.
func (Recounts) DecodeResponse(b []byte) (RecountList, error) {
	return decode(b, func(d *decoder) RecountList {
		return RecountList{Recounts: decodeList(d, func(d *decoder) Recount {
			return Recount{ID: d.id(), Words: d.uint32()}
		})}
	})
}

// RecountList answers Recounts.
type RecountList struct {
	Recounts []Recount
}

// Recount is how many words the article of a document has by now.
type Recount struct {
	ID    DocID
	Words uint32
}

// AppendTo implements Response.
func (r RecountList) AppendTo(b []byte) []byte {
	return appendList(b, r.Recounts, func(b []byte, c Recount) []byte {
		return appendUint32(appendID(b, c.ID), c.Words)
	})
}
