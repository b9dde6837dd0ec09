package protocol

// CollectionID is the workspace in whose folders a collection is published. No
// workspace of a person is called so.
const CollectionID = "collection"

// Rest asks a shard that has opened its part of a collection for all of it that has
// not come yet.
type Rest struct{}

// Kind implements Request.
func (Rest) Kind() Kind { return KindRest }

// AppendTo implements Request.
func (Rest) AppendTo(b []byte) []byte { return b }

// DecodeRest reads the request.
func DecodeRest(b []byte) (Rest, error) {
	return decode(b, func(*decoder) Rest { return Rest{} })
}

// DecodeResponse implements Request.
func (Rest) DecodeResponse(b []byte) (Done, error) { return decodeDone(b) }
