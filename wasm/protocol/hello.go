package protocol

// Hello greets a shard. The answer tells the version the shard speaks; a
// stale half that the browser kept is found out here and not by garbage.
type Hello struct {
	Version uint32
}

// Kind implements Request.
func (Hello) Kind() Kind { return KindHello }

// AppendTo implements Request.
func (q Hello) AppendTo(b []byte) []byte { return appendUint32(b, q.Version) }

// DecodeHello reads the request.
func DecodeHello(b []byte) (Hello, error) {
	return decode(b, func(d *decoder) Hello { return Hello{Version: d.uint32()} })
}

// DecodeResponse implements Request.
func (Hello) DecodeResponse(b []byte) (Welcome, error) {
	return decode(b, func(d *decoder) Welcome { return Welcome{Version: d.uint32()} })
}

// Welcome answers Hello.
type Welcome struct {
	Version uint32
}

// AppendTo implements Response.
func (r Welcome) AppendTo(b []byte) []byte { return appendUint32(b, r.Version) }

// Reset empties a shard. It is answered by Done.
type Reset struct{}

// Kind implements Request.
func (Reset) Kind() Kind { return KindReset }

// AppendTo implements Request.
func (Reset) AppendTo(b []byte) []byte { return b }

// DecodeReset reads the request.
func DecodeReset(b []byte) (Reset, error) {
	return decode(b, func(*decoder) Reset { return Reset{} })
}

// DecodeResponse implements Request.
func (Reset) DecodeResponse(b []byte) (Done, error) { return decodeDone(b) }

// Done is an answer that says no more than that it was done.
type Done struct{}

// AppendTo implements Response.
func (Done) AppendTo(b []byte) []byte { return b }

func decodeDone(b []byte) (Done, error) {
	return decode(b, func(*decoder) Done { return Done{} })
}
