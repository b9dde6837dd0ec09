package protocol

// Recipe is how one file is to be read where the person knows better than a
// guess. The zero value leaves everything to the engine.
type Recipe struct {
	Encoding    string // name of a character encoding, "" to find it out
	Layout      Layout // of a table; the zero value to guess it
	Whole       bool   // one document, even if it looks like several
	Limits      Limits
	Corrections []Correction
}

// Same reports whether two recipes read a file alike, corrections aside.
func (r Recipe) Same(o Recipe) bool {
	r.Corrections, o.Corrections = nil, nil
	return string(appendRecipe(nil, r)) == string(appendRecipe(nil, o))
}

// Layout says how the rows or objects of a table are articles.
type Layout struct {
	Kind      string // "csv", "jsonl", "json"; "" for no layout
	Delimiter byte   // between cells of a csv, 0 otherwise
	Quote     byte   // around cells of a csv, 0 for none
	Header    bool   // the first row holds the names
	Path      string // of json: where the records stand, "response.docs"; "" at the top
	Columns   []Column
}

// Column is one column of a table, or one field of its objects.
type Column struct {
	Name  string // as the file has it, "source.name" for a nested field
	Field string // what it means, one of TableFields, "" to leave it out
	Order byte   // of numeric dates: 0 as they stand, 1 day first, 2 month first
	Why   string // what told so
}

// TableFields are the meanings a column may have, in the order of a menu.
var TableFields = []string{
	"body", "title", "subtitle", "date", "modified", "byline", "contributors",
	"agency", "outlet", "section", "url", "lang", "id",
}

// Limits bound what one file may cost. A field of zero has its value in
// DefaultLimits.
type Limits struct {
	MaxFile     int64 // bytes of one document or record, which is held whole
	MaxExpanded int64 // bytes unpacked from one dropped archive, nested ones included
	MaxRatio    int64 // bytes unpacked for one byte of the dropped archive
	MaxDepth    int64 // containers in containers; 1 is an archive of documents
	MaxRecords  int64 // records read from one dropped file
}

// DefaultLimits are generous to collections of articles and small against the
// memory of a browser's worker.
var DefaultLimits = Limits{
	MaxFile:     32 << 20, // the longest articles are under 1 MB; a page saved with its pictures inside reaches 20
	MaxExpanded: 16 << 30, // a million pages of 16 kB
	MaxRatio:    200,      // text packs 3 to 10 times, near-equal pages up to 100; a bomb over 1,000
	MaxDepth:    6,        // a page in a gzipped web archive in a WACZ in a zip is 4
	MaxRecords:  1 << 22,
}

// Correction is what the person has corrected in a document: the field has
// these values. None is an answer.
type Correction struct {
	Record string // of the document within its file
	Field  string // JSON name of a field of Meta: "title", "date", "byline" …
	Values []string
	Revert bool // back to what the evidence says; Values are not looked at
}

func appendRecipe(b []byte, r Recipe) []byte {
	b = appendString(b, r.Encoding)
	b = appendLayout(b, r.Layout)
	b = appendBool(b, r.Whole)
	b = appendLimits(b, r.Limits)
	return appendList(b, r.Corrections, appendCorrection)
}

func readRecipe(d *decoder) Recipe {
	return Recipe{
		Encoding: d.string(), Layout: readLayout(d), Whole: d.bool(), Limits: readLimits(d),
		Corrections: decodeList(d, readCorrection),
	}
}

func appendLayout(b []byte, l Layout) []byte {
	b = append(appendString(b, l.Kind), l.Delimiter, l.Quote)
	b = appendString(appendBool(b, l.Header), l.Path)
	return appendList(b, l.Columns, func(b []byte, c Column) []byte {
		return appendString(append(appendString(appendString(b, c.Name), c.Field), c.Order), c.Why)
	})
}

func readLayout(d *decoder) Layout {
	return Layout{
		Kind: d.string(), Delimiter: d.byte(), Quote: d.byte(), Header: d.bool(), Path: d.string(),
		Columns: decodeList(d, func(d *decoder) Column {
			return Column{Name: d.string(), Field: d.string(), Order: d.byte(), Why: d.string()}
		}),
	}
}

func appendLimits(b []byte, l Limits) []byte {
	for _, v := range [...]int64{l.MaxFile, l.MaxExpanded, l.MaxRatio, l.MaxDepth, l.MaxRecords} {
		b = appendUint(b, uint64(v))
	}
	return b
}

func readLimits(d *decoder) Limits {
	return Limits{
		MaxFile: int64(d.uint()), MaxExpanded: int64(d.uint()), MaxRatio: int64(d.uint()),
		MaxDepth: int64(d.uint()), MaxRecords: int64(d.uint()),
	}
}

func appendCorrection(b []byte, c Correction) []byte {
	return appendList(appendString(appendString(appendBool(b, c.Revert), c.Record), c.Field), c.Values, appendString)
}

func readCorrection(d *decoder) Correction {
	return Correction{Revert: d.bool(), Record: d.string(), Field: d.string(), Values: decodeList(d, readString)}
}
