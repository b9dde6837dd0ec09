package protocol

// Form is the form in which something is handed out. The values are part of the
// wire format: append, never renumber.
type Form uint8

const (
	FormJSONL    Form = iota // a line of JSON for each document
	FormCSV                  // a row for each document
	FormText                 // a text file for each document, in a zip file
	FormMarkdown             // a Markdown file for each document, in a zip file
	FormGroups               // the groups of copies as CSV: a row for each document
	FormPairs                // the pairs of documents that share wording as CSV
	FormReport               // the groups of copies and their differences as a page
	numForms
)

// IsReport reports whether the form tells of copies instead of handing out
// documents.
func (f Form) IsReport() bool { return f >= FormGroups }

// IsZip reports whether the form is a file for each document.
func (f Form) IsZip() bool { return f == FormText || f == FormMarkdown }

func readForm(d *decoder) Form {
	f := Form(d.byte())
	if f >= numForms {
		d.fail()
	}
	return f
}

// CellBytes is how much of a text stands in one cell of CSV at the most: spreadsheets
// take up to 32,767 characters. A longer text goes on in the next column, from the
// beginning of a word if one is within the last CellSlack bytes.
const (
	CellBytes = 32000
	CellSlack = 64
)

// CellsOf is how many cells texts take of which the longest has so many bytes.
func CellsOf(longest uint64) uint32 {
	const least = CellBytes - CellSlack
	return uint32(max(1, (longest+least-1)/least))
}

// Export asks a shard for its documents that are handed out, in the order of their
// names, a part at a time.
type Export struct {
	Number       uint32 // of this export: which documents it hands out is fixed by its first part
	Form         Form   // none that IsReport
	Query        Query  // which documents; all where it asks for nothing
	Plan         Stats  // summed over all shards, see Stats
	OnePerCopies bool   // of the documents of a group of copies only one: see Exported.Led
	Furniture    bool   // texts with what is not the article
	Columns      uint32 // of CSV, for the text: see CellBytes
	MaxBytes     uint32 // of the part, unless one document is more; 0: it is only counted
	After        ExportPlace
}

// ExportPlace is how far an export has come: the last document, the zero value at
// the beginning.
type ExportPlace struct {
	Name string
	ID   DocID
}

// Kind implements Request.
func (Export) Kind() Kind { return KindExport }

// AppendTo implements Request.
func (q Export) AppendTo(b []byte) []byte {
	b = q.Plan.AppendTo(appendQuery(append(appendUint32(b, q.Number), byte(q.Form)), q.Query))
	b = appendBool(appendBool(b, q.OnePerCopies), q.Furniture)
	return appendID(appendString(appendUint32(appendUint32(b, q.Columns), q.MaxBytes), q.After.Name), q.After.ID)
}

// DecodeExport reads the request.
func DecodeExport(b []byte) (Export, error) {
	return decode(b, func(d *decoder) Export {
		return Export{
			Number: d.uint32(), Form: readForm(d), Query: readQuery(d), Plan: readStats(d),
			OnePerCopies: d.bool(), Furniture: d.bool(), Columns: d.uint32(), MaxBytes: d.uint32(),
			After: ExportPlace{Name: d.string(), ID: d.id()},
		}
	})
}

// DecodeResponse implements Request.
func (Export) DecodeResponse(b []byte) (Exported, error) {
	return decode(b, func(d *decoder) Exported {
		return Exported{
			Lone: d.uint32(), Groups: d.bytes(), Led: d.bytes(), Bytes: d.uint(), Longest: d.uint(),
			Head: d.bytes(), Entries: decodeList(d, readExportEntry), Done: d.bool(),
		}
	})
}

// Exported answers Export.
type Exported struct {
	// Of all documents asked for, where it was only counted:

	Lone    uint32 // those in no group of copies; all of them without OnePerCopies
	Groups  []byte // numbers of the groups that the others are in, see PackNumbers
	Led     []byte // of these, those whose representative is one of them
	Bytes   uint64 // of their texts, as far as they are handed out
	Longest uint64 // of a text

	// Else the part:

	Head    []byte // what stands before all entries
	Entries []ExportEntry
	Done    bool // there are no more
}

// AppendTo implements Response.
func (r Exported) AppendTo(b []byte) []byte {
	b = appendBytes(appendBytes(appendUint32(b, r.Lone), r.Groups), r.Led)
	b = appendBytes(appendUint(appendUint(b, r.Bytes), r.Longest), r.Head)
	return appendBool(appendList(b, r.Entries, appendExportEntry), r.Done)
}

// ExportEntry is a document in the form asked for.
type ExportEntry struct {
	ExportPlace
	Group uint32 // of copies, where OnePerCopies was asked and it is not the representative
	File  string // what it may be called, with its extension; of a form that IsZip
	CRC   uint32 // IEEE, of what Bytes are; of a form that IsZip
	Size  uint64 // of a form that IsZip: Bytes, as they are if it is theirs, else compressed (RFC 1951)
	Bytes []byte
}

func appendExportEntry(b []byte, e ExportEntry) []byte {
	b = appendUint32(appendID(appendString(b, e.Name), e.ID), e.Group)
	return appendBytes(appendUint(appendUint32(appendString(b, e.File), e.CRC), e.Size), e.Bytes)
}

func readExportEntry(d *decoder) ExportEntry {
	return ExportEntry{
		ExportPlace: ExportPlace{Name: d.string(), ID: d.id()}, Group: d.uint32(),
		File: d.string(), CRC: d.uint32(), Size: d.uint(), Bytes: d.bytes(),
	}
}

// PackNumbers packs rising numbers, as PackIDs does.
func PackNumbers(list []uint32) []byte {
	var b []byte
	before := uint32(0)
	for _, n := range list {
		b = appendUint32(b, n-before)
		before = n
	}
	return b
}

// EachNumber calls do for each number that PackNumbers packed.
func EachNumber(b []byte, do func(uint32)) error {
	_, err := decode(b, func(d *decoder) bool {
		for n := uint32(0); len(d.b) > 0; {
			if n += d.uint32(); !d.bad {
				do(n)
			}
		}
		return true
	})
	return err
}
