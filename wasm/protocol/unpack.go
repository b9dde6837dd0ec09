package protocol

// Unpack asks the program for other formats to take a file apart. It is answered
// by the first Unpacked; the others are fetched with UnpackNext, so that no more
// is unpacked than is wanted.
type Unpack struct {
	Source Source // with the limits that are left in its recipe
	Format string // "" to find out
	Record string // key of the record that the file is, which begins the keys of what is in it
	Depth  uint32 // containers around it
}

// Kind implements Request.
func (Unpack) Kind() Kind { return KindUnpack }

// Files gives the source's handle.
func (q Unpack) Files() []File { return []File{q.Source.Handle} }

// AppendTo implements Request. The handle is left out: see Files.
func (q Unpack) AppendTo(b []byte) []byte {
	b = appendString(appendString(appendSource(b, q.Source), q.Format), q.Record)
	return appendUint32(b, q.Depth)
}

// DecodeUnpack reads the request and puts the handle back in place.
func DecodeUnpack(b []byte, files []File) (Unpack, error) {
	q, err := decode(b, func(d *decoder) Unpack {
		return Unpack{Source: readSource(d), Format: d.string(), Record: d.string(), Depth: d.uint32()}
	})
	if err != nil || len(files) != 1 {
		return Unpack{}, ErrCorrupt
	}
	q.Source.Handle = files[0]
	return q, nil
}

// DecodeResponse implements Request.
func (Unpack) DecodeResponse(b []byte) (Unpacked, error) { return decode(b, readUnpacked) }

// UnpackNext asks for more of what Unpack began, or ends it.
type UnpackNext struct {
	ID   uint32 // of Unpacked
	Stop bool   // no more is wanted
}

// Kind implements Request.
func (UnpackNext) Kind() Kind { return KindUnpackNext }

// AppendTo implements Request.
func (q UnpackNext) AppendTo(b []byte) []byte { return appendBool(appendUint32(b, q.ID), q.Stop) }

// DecodeUnpackNext reads the request.
func DecodeUnpackNext(b []byte) (UnpackNext, error) {
	return decode(b, func(d *decoder) UnpackNext { return UnpackNext{ID: d.uint32(), Stop: d.bool()} })
}

// DecodeResponse implements Request.
func (UnpackNext) DecodeResponse(b []byte) (Unpacked, error) { return decode(b, readUnpacked) }

// Unpacked is a part of what was found in a file.
type Unpacked struct {
	ID    uint32 // for UnpackNext
	Done  bool   // nothing more will come
	Spent uint64 // bytes unpacked so far
	Read  uint64 // how far the source was read, in bytes
	Found []Found
}

// Found is one record of a file: a text in which an article is still to be
// found, or what was left out and why.
type Found struct {
	Entry          // ID, Title and Words are not set
	Markup  Markup // of Text
	Several bool   // Text may be an export of several articles
	Text    string
	Facts   []Fact // what the container says of it; spans are empty
}

// Markup is what a text is written in. The values are part of the wire format:
// append, never renumber.
type Markup uint8

const (
	MarkupNone Markup = iota // plain text
	MarkupHTML
	MarkupMarkdown
	numMarkups
)

// AppendTo implements Response.
func (r Unpacked) AppendTo(b []byte) []byte {
	b = appendUint(appendUint(appendBool(appendUint32(b, r.ID), r.Done), r.Spent), r.Read)
	return appendList(b, r.Found, func(b []byte, f Found) []byte {
		b = append(appendEntry(b, f.Entry), byte(f.Markup))
		b = appendString(appendBool(b, f.Several), f.Text)
		return appendList(b, f.Facts, appendFact)
	})
}

func readUnpacked(d *decoder) Unpacked {
	return Unpacked{ID: d.uint32(), Done: d.bool(), Spent: d.uint(), Read: d.uint(), Found: decodeList(d, readFound)}
}

func readFound(d *decoder) Found {
	f := Found{Entry: readEntry(d, &Entry{}), Markup: Markup(d.byte()), Several: d.bool(), Text: d.string(), Facts: decodeList(d, readFact)}
	if f.Markup >= numMarkups {
		d.fail()
	}
	return f
}
