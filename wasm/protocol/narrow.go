package protocol

// Matching asks a shard which of its documents a query finds.
type Matching struct {
	Query Query
	Plan  Stats
}

// Kind implements Request.
func (Matching) Kind() Kind { return KindMatching }

// AppendTo implements Request.
func (q Matching) AppendTo(b []byte) []byte { return q.Plan.AppendTo(appendQuery(b, q.Query)) }

// DecodeMatching reads the request.
func DecodeMatching(b []byte) (Matching, error) {
	return decode(b, func(d *decoder) Matching { return Matching{Query: readQuery(d), Plan: readStats(d)} })
}

// DecodeResponse implements Request.
func (Matching) DecodeResponse(b []byte) (Matched, error) {
	return decode(b, func(d *decoder) Matched { return Matched{IDs: d.bytes()} })
}

// Matched answers Matching. The IDs are in the engine's own form: there may be a
// hundred thousand, and the page only passes them on.
type Matched struct {
	IDs []byte
}

// AppendTo implements Response.
func (r Matched) AppendTo(b []byte) []byte { return appendBytes(b, r.IDs) }

// PackIDs packs IDs into the form of Matched: the difference from each to the next,
// which is small when they are sorted.
func PackIDs(ids []DocID) []byte {
	var b []byte
	before := DocID(0)
	for _, id := range ids {
		b = appendUint(b, uint64(id-before))
		before = id
	}
	return b
}

// UnpackIDs reads what PackIDs made.
func UnpackIDs(b []byte) ([]DocID, error) {
	return decode(b, func(d *decoder) []DocID {
		var ids []DocID
		before := DocID(0)
		for len(d.b) > 0 {
			before += d.id()
			ids = append(ids, before)
		}
		return ids
	})
}

// Narrow asks the leading shard to remember the stories that hold one of some
// documents, under a number by which StoryPage asks for them. It forgets them when
// documents are grouped anew, and when it was given some others since.
type Narrow struct {
	Number uint32   // not 0
	IDs    [][]byte // of each shard, as in Matched
}

// Kind implements Request.
func (Narrow) Kind() Kind { return KindNarrow }

// AppendTo implements Request.
func (q Narrow) AppendTo(b []byte) []byte {
	return appendList(appendUint32(b, q.Number), q.IDs, appendBytes)
}

// DecodeNarrow reads the request.
func DecodeNarrow(b []byte) (Narrow, error) {
	return decode(b, func(d *decoder) Narrow { return Narrow{Number: d.uint32(), IDs: decodeList(d, readBytes)} })
}

// DecodeResponse implements Request.
func (Narrow) DecodeResponse(b []byte) (Done, error) { return decodeDone(b) }
