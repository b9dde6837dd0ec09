package protocol

// PackWorkspace asks a shard for all that it would keep, a part at a time, whether or not
// anything can be kept here: first with Next false, then with it true until Done.
type PackWorkspace struct {
	Epoch uint64 // under which it is to be taken up
	Next  bool
	Stop  bool // no more is wanted
}

// Kind implements Request.
func (PackWorkspace) Kind() Kind { return KindPack }

// AppendTo implements Request.
func (q PackWorkspace) AppendTo(b []byte) []byte {
	return appendBool(appendBool(appendUint(b, q.Epoch), q.Next), q.Stop)
}

// DecodePackWorkspace reads the request.
func DecodePackWorkspace(b []byte) (PackWorkspace, error) {
	return decode(b, func(d *decoder) PackWorkspace {
		return PackWorkspace{Epoch: d.uint(), Next: d.bool(), Stop: d.bool()}
	})
}

// DecodeResponse implements Request.
func (PackWorkspace) DecodeResponse(b []byte) (Packet, error) {
	return decode(b, func(d *decoder) Packet {
		return Packet{Name: d.string(), Bytes: d.bytes(), Done: d.bool()}
	})
}

// Packet is a part of a file that a shard keeps.
type Packet struct {
	Name  string // of the file; parts of one follow each other
	Bytes []byte
	Done  bool // nothing more comes; there is no file in this one
}

// AppendTo implements Response.
func (r Packet) AppendTo(b []byte) []byte {
	return appendBool(appendBytes(appendString(b, r.Name), r.Bytes), r.Done)
}

// TakeIn gives a shard a part of a file that PackWorkspace gave out, to be taken up with
// Reopen.
type TakeIn struct {
	Workspace string
	Self      uint32
	Name      string
	Bytes     []byte
	Last      bool // of the file
}

// Kind implements Request.
func (TakeIn) Kind() Kind { return KindTakeIn }

// AppendTo implements Request.
func (q TakeIn) AppendTo(b []byte) []byte {
	b = appendString(appendUint32(appendString(b, q.Workspace), q.Self), q.Name)
	return appendBool(appendBytes(b, q.Bytes), q.Last)
}

// DecodeTakeIn reads the request.
func DecodeTakeIn(b []byte) (TakeIn, error) {
	return decode(b, func(d *decoder) TakeIn {
		return TakeIn{Workspace: d.string(), Self: d.uint32(), Name: d.string(), Bytes: d.bytes(), Last: d.bool()}
	})
}

// DecodeResponse implements Request.
func (TakeIn) DecodeResponse(b []byte) (Done, error) { return decodeDone(b) }
