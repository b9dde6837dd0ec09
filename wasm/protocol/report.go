package protocol

// Report asks a shard for a part of the report of copies. The parts are put behind
// each other as they come.
type Report struct {
	Form      Form // one that IsReport
	Part      ReportPart
	Counts    ReportCounts // of ReportHead
	Number    uint32       // of the group; of the first, of ReportContents
	Base      DocID        // compared with the others; it must be here, and is the representative of a group
	Group     Group        // of ReportGroup
	Pairs     []Pair       // of ReportPairs: A is Base
	Words     []WordList   // of the others
	Others    []Carried    // texts of the others, for what they differ in; nil without
	Left      uint32       // others that were left out of these, there being too many
	Summaries []Summary    // of all documents named; of ReportContents, of each group its representative
	Sizes     []uint32     // of ReportContents: documents of each group
}

// ReportPart says which part it is. The values are part of the wire format.
type ReportPart uint8

const (
	ReportHead     ReportPart = iota
	ReportContents            // lines of the table of contents
	ReportBody                // nothing but what stands between the contents and the groups
	ReportGroup               // a group of copies
	ReportPairs               // pairs of one document
	ReportFoot
	numReportParts
)

// ReportCounts is what the head of a report tells of all.
type ReportCounts struct {
	Documents uint32 // in groups
	Groups    uint32
	Of        uint32 // documents there are
	Query     string // that chose the groups, "" for all
}

// Kind implements Request.
func (Report) Kind() Kind { return KindReport }

// AppendTo implements Request.
func (q Report) AppendTo(b []byte) []byte {
	b = append(b, byte(q.Form), byte(q.Part))
	b = appendUint32(appendUint32(appendUint32(b, q.Counts.Documents), q.Counts.Groups), q.Counts.Of)
	b = appendGroup(appendID(appendUint32(appendString(b, q.Counts.Query), q.Number), q.Base), q.Group)
	b = appendList(appendList(b, q.Pairs, appendPair), q.Words, appendWordList)
	b = appendUint32(appendList(b, q.Others, appendCarried), q.Left)
	return appendList(appendList(b, q.Summaries, appendSummary), q.Sizes, appendUint32)
}

// DecodeReport reads the request.
func DecodeReport(b []byte) (Report, error) {
	return decode(b, func(d *decoder) Report {
		q := Report{
			Form: readForm(d), Part: ReportPart(d.byte()),
			Counts: ReportCounts{Documents: d.uint32(), Groups: d.uint32(), Of: d.uint32(), Query: d.string()},
			Number: d.uint32(), Base: d.id(), Group: readGroup(d),
			Pairs: decodeList(d, readPair), Words: decodeList(d, readWordList),
			Others: decodeList(d, readCarried), Left: d.uint32(),
			Summaries: decodeList(d, readSummary), Sizes: decodeList(d, (*decoder).uint32),
		}
		if q.Part >= numReportParts {
			d.fail()
		}
		return q
	})
}

// DecodeResponse implements Request.
func (Report) DecodeResponse(b []byte) (Reported, error) {
	return decode(b, func(d *decoder) Reported { return Reported{Bytes: d.bytes()} })
}

// Reported answers Report.
type Reported struct {
	Bytes []byte
}

// AppendTo implements Response.
func (r Reported) AppendTo(b []byte) []byte { return appendBytes(b, r.Bytes) }
