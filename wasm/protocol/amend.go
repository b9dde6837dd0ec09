package protocol

// Amend puts right what was read wrongly: the field of the document gets the
// values given, with the person as its evidence. ErrNotFound if the document is
// not here, ErrField if a correction of that field is not possible.
type Amend struct {
	ID         DocID
	Correction Correction // its Record is not looked at
}

// Kind implements Request.
func (Amend) Kind() Kind { return KindAmend }

// AppendTo implements Request.
func (q Amend) AppendTo(b []byte) []byte { return appendCorrection(appendID(b, q.ID), q.Correction) }

// DecodeAmend reads the request.
func DecodeAmend(b []byte) (Amend, error) {
	return decode(b, func(d *decoder) Amend { return Amend{ID: d.id(), Correction: readCorrection(d)} })
}

// DecodeResponse implements Request.
func (Amend) DecodeResponse(b []byte) (Done, error) { return decodeDone(b) }

// Remove takes all documents of some sources out of a shard, as if they had
// never been brought in. Its cost is that of indexing what remains. It is
// answered by Done.
type Remove struct {
	Sources []uint32 // ordinals; unknown ones are no error
}

// Kind implements Request.
func (Remove) Kind() Kind { return KindRemove }

// AppendTo implements Request.
func (q Remove) AppendTo(b []byte) []byte { return appendList(b, q.Sources, appendUint32) }

// DecodeRemove reads the request.
func DecodeRemove(b []byte) (Remove, error) {
	return decode(b, func(d *decoder) Remove {
		return Remove{Sources: decodeList(d, (*decoder).uint32)}
	})
}

// DecodeResponse implements Request.
func (Remove) DecodeResponse(b []byte) (Done, error) { return decodeDone(b) }
