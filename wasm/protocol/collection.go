package protocol

// CollectionID is the workspace in whose folders a collection is published. No
// workspace of a person is called so.
const CollectionID = "collection"

// Rest asks a shard that has opened its part of a collection for what it needs to
// answer questions, or for all of it that has not come yet; of a workspace always
// for all: protocol.ErrCorrupt if something is damaged, so that it must be opened as a
// whole.
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
func (Rest) DecodeResponse(b []byte) (Done, error) { return decodeDone(b) }
