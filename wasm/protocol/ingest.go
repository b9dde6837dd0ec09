package protocol

// Ingest gives sources to a shard to read. The shard keeps every document it
// finds and answers with an entry for each document and each file or record it
// left out.
type Ingest struct {
	Sources []Source
}

// Source is a file as the person gave it.
type Source struct {
	Ordinal  uint32 // given out by the coordinator, from 0
	Path     string // with folders, as dropped or named
	Size     uint64 // bytes
	Modified int64  // milliseconds since 1970, 0 when unknown
	Recipe   Recipe // how to read it
	Handle   File   // travels beside the message

	// Part and Parts share the records of one large file among shards: each
	// walks the whole file and reads those records that are its part's. Each
	// part has its own Ordinal. Parts of 0 is 1: all records.
	Part, Parts uint32
}

// Share is how many bytes of the file this part stands for.
func (s Source) Share() uint64 {
	parts := uint64(max(s.Parts, 1))
	share := s.Size / parts
	if s.Part == 0 {
		share += s.Size % parts
	}
	return share
}

func appendSource(b []byte, s Source) []byte {
	b = appendUint32(b, s.Ordinal)
	b = appendString(b, s.Path)
	b = appendUint(b, s.Size)
	b = appendUint(b, uint64(s.Modified))
	b = appendRecipe(b, s.Recipe)
	return appendUint32(appendUint32(b, s.Part), s.Parts)
}

func readSource(d *decoder) Source {
	return Source{
		Ordinal: d.uint32(), Path: d.string(), Size: d.uint(), Modified: int64(d.uint()),
		Recipe: readRecipe(d), Part: d.uint32(), Parts: d.uint32(),
	}
}

// Kind implements Request.
func (Ingest) Kind() Kind { return KindIngest }

// Files gives the handles in the order of the sources.
func (q Ingest) Files() []File {
	files := make([]File, len(q.Sources))
	for i, s := range q.Sources {
		files[i] = s.Handle
	}
	return files
}

// AppendTo implements Request. Handles are left out: see Files.
func (q Ingest) AppendTo(b []byte) []byte {
	return appendList(b, q.Sources, appendSource)
}

// DecodeIngest reads the request and puts the handles back in place. Sources
// without a handle are ErrCorrupt.
func DecodeIngest(b []byte, files []File) (Ingest, error) {
	q, err := decode(b, func(d *decoder) Ingest {
		return Ingest{Sources: decodeList(d, readSource)}
	})
	if err != nil {
		return Ingest{}, err
	}
	if len(files) != len(q.Sources) {
		return Ingest{}, ErrCorrupt
	}
	for i := range q.Sources {
		q.Sources[i].Handle = files[i]
	}
	return q, nil
}

// DecodeResponse implements Request.
func (Ingest) DecodeResponse(b []byte) (Ingested, error) {
	return decode(b, func(d *decoder) Ingested {
		var last Entry
		return Ingested{Entries: decodeList(d, func(d *decoder) Entry {
			if d.long++; d.long%entriesAtOnce == 0 {
				Breathe()
			}
			last = readEntry(d, &last)
			return last
		})}
	})
}

// entriesAtOnce are decoded in one go: some milliseconds of the page's thread. One
// file may have a hundred thousand.
const entriesAtOnce = 500

// Ingested answers Ingest. When the work was cancelled it tells what was read
// until then: what was kept is always accounted for.
type Ingested struct {
	Entries []Entry
}

// Entry is a line of the ledger: a document that was read, or a file or record
// that was left out.
type Entry struct {
	ID       DocID  // of the document; for what was left out only Source counts
	Path     string // of the file as given
	Record   string // within the file, "" for the file itself
	Bytes    uint64 // of the file or record
	Format   string
	Encoding string
	Title    string
	Words    uint32 // of the article's text
	Warnings []string
	Skip     SkipReason // SkipNone when it was read
	Detail   string     // what exactly was met, for Skip
}

// AppendTo implements Response.
func (r Ingested) AppendTo(b []byte) []byte { return appendList(b, r.Entries, appendEntry) }

func appendEntry(b []byte, e Entry) []byte {
	b = appendID(b, e.ID)
	b = appendString(b, e.Path)
	b = appendString(b, e.Record)
	b = appendUint(b, e.Bytes)
	b = appendString(b, e.Format)
	b = appendString(b, e.Encoding)
	b = appendString(b, e.Title)
	b = appendUint32(b, e.Words)
	b = appendList(b, e.Warnings, appendString)
	b = append(b, byte(e.Skip))
	return appendString(b, e.Detail)
}

// readEntry reads an entry. Strings that it has in common with the one before are
// shared: thousands may come from one file.
func readEntry(d *decoder, before *Entry) Entry {
	return Entry{
		ID: d.id(), Path: d.stringLike(before.Path), Record: d.string(), Bytes: d.uint(),
		Format: d.stringLike(before.Format), Encoding: d.stringLike(before.Encoding), Title: d.string(), Words: d.uint32(),
		Warnings: decodeList(d, readString), Skip: SkipReason(d.byte()), Detail: d.string(),
	}
}
