package protocol

// Preview asks what a file seems to be, before it is read: its format, its
// encoding and, of a table, the layout with the first rows. A layout in the
// source's recipe is used instead of a guess, so that a person who corrects it
// sees at once what comes of it. Nothing is kept.
type Preview struct {
	Source Source
	Rows   uint32 // rows to show at the most
}

// Kind implements Request.
func (Preview) Kind() Kind { return KindPreview }

// Files gives the source's handle.
func (q Preview) Files() []File { return []File{q.Source.Handle} }

// AppendTo implements Request. The handle is left out: see Files.
func (q Preview) AppendTo(b []byte) []byte {
	return appendUint32(appendSource(b, q.Source), q.Rows)
}

// DecodePreview reads the request and puts the handle back in place.
func DecodePreview(b []byte, files []File) (Preview, error) {
	q, err := decode(b, func(d *decoder) Preview { return Preview{Source: readSource(d), Rows: d.uint32()} })
	if err != nil || len(files) != 1 {
		return Preview{}, ErrCorrupt
	}
	q.Source.Handle = files[0]
	return q, nil
}

// DecodeResponse implements Request.
func (Preview) DecodeResponse(b []byte) (Previewed, error) {
	return decode(b, func(d *decoder) Previewed {
		return Previewed{
			Format: d.string(), Encoding: d.string(), How: d.string(), Layout: readLayout(d),
			Cells:  decodeList(d, func(d *decoder) []string { return decodeList(d, readString) }),
			Detail: d.string(),
		}
	})
}

// Previewed answers Preview.
type Previewed struct {
	Format   string     // as in Entry
	Encoding string     // "" when there is no text to tell it by
	How      string     // what told the encoding: "byte order mark", "declared", "content", "chosen"
	Layout   Layout     // zero when it is no table of articles
	Cells    [][]string // the first rows, cells in the order of Layout.Columns, cut to some 200 bytes
	Detail   string     // why it is no table of articles though it looks like one; or ""
}

// AppendTo implements Response.
func (r Previewed) AppendTo(b []byte) []byte {
	b = appendString(appendString(appendString(b, r.Format), r.Encoding), r.How)
	b = appendLayout(b, r.Layout)
	b = appendList(b, r.Cells, func(b []byte, row []string) []byte { return appendList(b, row, appendString) })
	return appendString(b, r.Detail)
}
