package column

import (
	"slices"

	"clippings/wasm/protocol"
)

// The fields, by their names in a query.
const (
	Source = "source" // path of the file as given
	Outlet = "outlet"
	Agency = "agency"
	Place  = "place" // the dateline
	Lang   = "lang"
	Format = "format"
	By     = "by"  // byline and contributors
	Tag    = "tag" // given by the person
	Date   = "date"
)

// names are the fields that have a column, those of several values last. The
// date has none: days are numbers already.
var names = [...]string{Source, Outlet, Agency, Place, Lang, Format, By, Tag}

// firstSeveral is the first field of names with several values.
const firstSeveral = 6

// Row is what is known of one document. An empty string is "none". Its strings
// are copied as far as they are kept.
type Row struct {
	Source, Outlet, Agency, Place, Lang, Format string

	By, Tags []string // those that stand twice count once
	Day      int32    // days since 1970-01-01, protocol.NoDay for none
	Words    uint32   // length of the article
}

// value is where a field of one value stands, by its place in names.
func (r *Row) value(field int) *string {
	return [...]*string{&r.Source, &r.Outlet, &r.Agency, &r.Place, &r.Lang, &r.Format}[field]
}

// several is where a field of several values stands.
func (r *Row) several(field int) *[]string {
	return [...]*[]string{&r.By, &r.Tags}[field-firstSeveral]
}

// Table holds the rows of a shard's documents, which are numbered from 0 as they
// come. The zero value is empty and ready. It may be read by several goroutines
// while no row is added or set.
type Table struct {
	columns [len(names)]column
	days    []int32
	words   []uint32
}

// fieldAt is the place of a field in names, -1 for one that has no column.
func fieldAt(name string) int { return slices.Index(names[:], name) }

// Has reports whether Filter answers for a field.
func Has(field string) bool { return field == Date || fieldAt(field) >= 0 }

// Len is the number of documents.
func (t *Table) Len() int { return len(t.days) }

// Append adds the next document.
func (t *Table) Append(r Row) {
	for i := range t.columns {
		c := &t.columns[i]
		c.of = append(c.of, c.enter(i, &r))
	}
	t.days, t.words = append(t.days, r.Day), append(t.words, r.Words)
}

// Set replaces the row of a document. The values that nobody has any more stay in
// memory until the table is made anew, and are never told.
func (t *Table) Set(doc uint32, r Row) {
	for i := range t.columns {
		c := &t.columns[i]
		c.leave(c.of[doc])
		c.of[doc] = c.enter(i, &r)
	}
	t.days[doc], t.words[doc] = r.Day, r.Words
}

// Row is what Append or Set was given for a document, or means the same. It serves
// to make a table anew.
func (t *Table) Row(doc uint32) Row {
	r := Row{Day: t.days[doc], Words: t.words[doc]}
	for i := range t.columns {
		values := t.texts(i, doc)
		if i >= firstSeveral {
			*r.several(i) = values
		} else if len(values) > 0 {
			*r.value(i) = values[0]
		}
	}
	return r
}

// texts is the values a document has of a field, nil for none.
func (t *Table) texts(field int, doc uint32) []string {
	c := &t.columns[field]
	var list []string
	var one [1]uint32
	for _, id := range c.ids(c.of[doc], &one) {
		list = append(list, c.values.texts[id])
	}
	return list
}

// Values is the values a document has of a field, as they are written; nil for
// none and for the date.
func (t *Table) Values(field string, doc uint32) []string {
	at := fieldAt(field)
	if at < 0 {
		return nil
	}
	return t.texts(at, doc)
}

// Day is the date of a document, protocol.NoDay for none.
func (t *Table) Day(doc uint32) int32 { return t.days[doc] }

// Days is the date of every document. It must not be changed.
func (t *Table) Days() []int32 { return t.days }

// Words is the length of a document's article.
func (t *Table) Words(doc uint32) uint32 { return t.words[doc] }

// SetWords replaces the length of a document's article.
func (t *Table) SetWords(doc, words uint32) { t.words[doc] = words }

// noDay is the date of a document that has none.
const noDay = protocol.NoDay
