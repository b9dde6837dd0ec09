package protocol

// Facets asks what the documents found have in common, over the whole result.
type Facets struct {
	Query Query
	Plan  Stats
}

// Kind implements Request.
func (Facets) Kind() Kind { return KindFacets }

// AppendTo implements Request.
func (q Facets) AppendTo(b []byte) []byte { return q.Plan.AppendTo(appendQuery(b, q.Query)) }

// DecodeFacets reads the request.
func DecodeFacets(b []byte) (Facets, error) {
	return decode(b, func(d *decoder) Facets { return Facets{Query: readQuery(d), Plan: readStats(d)} })
}

// DecodeResponse implements Request.
func (Facets) DecodeResponse(b []byte) (FacetCounts, error) {
	return decode(b, func(d *decoder) FacetCounts {
		return FacetCounts{
			Facets: decodeList(d, readFacet), Days: decodeList(d, readDayCount),
			Undated: d.uint(), Stories: decodeList(d, readGroupCount),
		}
	})
}

// FacetCounts answers Facets. All counts are of documents, copies counted each;
// those of two shards add up to those of both.
type FacetCounts struct {
	Facets  []Facet      // in the order they are shown in
	Days    []DayCount   // by day
	Undated uint64       // documents without a date
	Stories []GroupCount // by number of the story; documents without one are left out
}

// Facet counts the values of one field in a result.
type Facet struct {
	Field  string // as in a query: "outlet", "agency" …
	Values []ValueCount
	None   uint64 // documents without a value
}

// ValueCount is a value and how many documents have it.
type ValueCount struct {
	Value     string
	Documents uint64
}

// DayCount is a day and how many documents are of it.
type DayCount struct {
	Day       int32 // since 1970-01-01
	Documents uint64
}

// AppendTo implements Response.
func (r FacetCounts) AppendTo(b []byte) []byte {
	b = appendList(appendList(b, r.Facets, appendFacet), r.Days, appendDayCount)
	return appendList(appendUint(b, r.Undated), r.Stories, appendGroupCount)
}

func appendFacet(b []byte, f Facet) []byte {
	return appendUint(appendList(appendString(b, f.Field), f.Values, appendValueCount), f.None)
}

func readFacet(d *decoder) Facet {
	return Facet{Field: d.string(), Values: decodeList(d, readValueCount), None: d.uint()}
}

func appendValueCount(b []byte, v ValueCount) []byte {
	return appendUint(appendString(b, v.Value), v.Documents)
}

func readValueCount(d *decoder) ValueCount { return ValueCount{Value: d.string(), Documents: d.uint()} }

func appendDayCount(b []byte, c DayCount) []byte {
	return appendUint(appendUint32(b, uint32(c.Day)), c.Documents)
}

func readDayCount(d *decoder) DayCount {
	return DayCount{Day: int32(d.uint32()), Documents: d.uint()}
}
