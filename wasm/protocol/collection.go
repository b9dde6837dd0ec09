package protocol

// CollectionID is the workspace in whose folders a collection is published. No
// workspace of a person is called so.
const CollectionID = "collection"

// Rest asks a shard that has opened its part of a collection for more of it: the
// next segment of its index or, once all are there, all that has not come yet.
type Rest struct {
	All bool
}

// Kind implements Request.
func (Rest) Kind() Kind { return KindRest }

// AppendTo implements Request.
func (q Rest) AppendTo(b []byte) []byte { return appendBool(b, q.All) }

// DecodeRest reads the request.
func DecodeRest(b []byte) (Rest, error) {
	return decode(b, func(d *decoder) Rest { return Rest{All: d.bool()} })
}

// DecodeResponse implements Request.
func (Rest) DecodeResponse(b []byte) (Come, error) {
	return decode(b, func(d *decoder) Come { return Come{Documents: d.uint32(), Searchable: d.uint32()} })
}

// Come answers Rest.
type Come struct {
	Documents  uint32
	Searchable uint32 // of these
}

// AppendTo implements Response.
func (r Come) AppendTo(b []byte) []byte {
	return appendUint32(appendUint32(b, r.Documents), r.Searchable)
}
