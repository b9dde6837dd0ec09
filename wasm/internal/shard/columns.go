package shard

import (
	"slices"
	"strings"

	"clippings/wasm/internal/column"
	"clippings/wasm/internal/query"
	"clippings/wasm/internal/stem"
	"clippings/wasm/protocol"
)

// rowOf is what the columns hold of a document.
func rowOf(doc *protocol.Document, words uint32) column.Row {
	return column.Row{
		Source: doc.Name, Outlet: doc.Outlet, Agency: doc.Agency, Place: doc.Dateline,
		Lang: doc.Lang, Format: doc.Format, By: slices.Concat(doc.Byline, doc.Contributors), Tags: doc.Tags,
		Day: dayOf(doc.Date), Words: words,
	}
}

// languagesOf is the languages of all documents in a table.
func languagesOf(t *column.Table) stem.Languages {
	var langs stem.Languages
	for _, v := range t.Suggest(column.Lang, "") {
		langs |= stem.Of(v.Value)
	}
	return langs
}

// inquiry is what package search asks of the documents while it answers a query.
// The caller of search holds the lock.
type inquiry struct {
	shard *Shard
	named []protocol.NamedPlace
}

// Text implements search.Docs.
func (q *inquiry) Text(doc uint32) (string, []protocol.Paragraph) {
	d := &q.shard.docs[doc]
	return q.shard.text(d), d.full(nil)
}

// Name implements search.Docs.
func (q *inquiry) Name(doc uint32) string { return q.shard.docs[doc].info.Name }

// Filter implements search.Docs.
func (q *inquiry) Filter(n *query.Node, marks []uint64) {
	searchable := q.shard.index.Documents()
	if column.Has(n.Field) {
		copy(marks, q.shard.columns.Filter(n))
		if last := searchable % 64; last > 0 && int(searchable/64) < len(marks) {
			marks[searchable/64] &= 1<<last - 1 // those that came since are in the columns already
		}
		return
	}
	takes := q.taking(n)
	for doc := range min(searchable, uint32(64*len(marks))) {
		if takes(doc) {
			marks[doc/64] |= 1 << (doc % 64)
		}
	}
}

// taking is the test of a filter that is not about a column.
func (q *inquiry) taking(n *query.Node) func(doc uint32) bool {
	s := q.shard
	switch i := slices.IndexFunc(q.named, func(p protocol.NamedPlace) bool { return isNamed(p.Name, n.Text) }); {
	case n.Field == "is":
		return s.being(n.Text)
	case i >= 0 && n.Field == "story" && q.named[i].Story > 0:
		return func(doc uint32) bool { return s.placeOf(doc).story == q.named[i].Story }
	case i >= 0 && n.Field == "copies" && q.named[i].Group > 0:
		return func(doc uint32) bool { return s.placeOf(doc).group == q.named[i].Group }
	}
	return func(doc uint32) bool { return isNamed(s.docs[doc].info.Name, n.Text) }
}

// isNamed reports whether a query that names text means a document. No query can
// hold the quotation marks of a name: white space stands for them, of which one
// space is as good as many.
func isNamed(name, text string) bool {
	if name == text {
		return true
	}
	return strings.ContainsAny(name, query.Quotes) && spaced(text) == spaced(unquoted(name))
}

// unquoted is a value with spaces in the place of the quotation marks that no query
// can hold in one.
func unquoted(value string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(query.Quotes, r) {
			return ' '
		}
		return r
	}, value)
}

// spaced is text with single spaces.
func spaced(text string) string { return strings.Join(strings.Fields(text), " ") }

// being is the test of a filter "is".
func (s *Shard) being(what string) func(doc uint32) bool {
	switch what {
	case "copy":
		return func(doc uint32) bool { p := s.placeOf(doc); return p.group > 0 && !p.isFirst }
	case "representative":
		return func(doc uint32) bool { return s.placeOf(doc).isFirst }
	case "unique":
		return func(doc uint32) bool { return s.placeOf(doc).group == 0 }
	case "untitled":
		return func(doc uint32) bool { return s.docs[doc].title == "" }
	}
	return func(uint32) bool { return false }
}

// named finds the documents that a query names.
func (s *Shard) named(tree *query.Node) []protocol.NamedPlace {
	var names []string
	eachFilter(tree, func(n *query.Node) {
		if n.Field == "story" || n.Field == "copies" {
			names = append(names, n.Text)
		}
	})
	if len(names) == 0 {
		return nil
	}
	var places []protocol.NamedPlace
	for i := range s.docs {
		name := s.docs[i].info.Name
		if slices.ContainsFunc(names, func(text string) bool { return isNamed(name, text) }) {
			p := s.placeOf(uint32(i))
			places = append(places, protocol.NamedPlace{Name: name, Group: p.group, Story: p.story})
		}
	}
	return places
}

// eachFilter walks a query.
func eachFilter(n *query.Node, fn func(*query.Node)) {
	if n == nil {
		return
	}
	if n.Kind == query.Filter {
		fn(n)
	}
	for _, c := range n.Children {
		eachFilter(c, fn)
	}
}
