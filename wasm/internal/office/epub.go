package office

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"clippings/wasm/internal/markup"
	"clippings/wasm/internal/record"
	"clippings/wasm/protocol"
)

// A book is the package document of an EPUB. See EPUB 3.3, section 5.
type book struct {
	dir      string // of the package document, with a slash
	titles   []string
	creators []string
	dates    []string
	modified string
	language string
	items    map[string]string // id -> name of the part
	spine    []string          // ids in reading order
	toc      string            // id of an NCX
	nav      string            // the part with the table of contents of EPUB 3
}

// ReadEPUB reads a book: one record for each page of its reading order that
// holds running text, its key the title in the table of contents or the name of
// its part. Its errors are ErrFormat, ErrEncrypted and those of yield and emit.
func ReadEPUB(a Archive, yield func() error, emit func(record.Record) error) error {
	name := packageDocument(a)
	if name == "" {
		return fmt.Errorf("office: epub without a package document: %w", ErrFormat)
	}
	r := &epubReader{Archive: a, yield: yield, emit: emit, keys: map[string]int{}, used: map[string]bool{}}
	r.book = readBook(read(a, name), name)
	r.toc = r.readToc()
	for _, entry := range r.toc {
		r.keys[entry.title]++
	}
	return r.read()
}

// packageDocument is the name of the part that lists all others.
func packageDocument(a Archive) string {
	s := markup.New(read(a, "META-INF/container.xml"))
	for k := s.Next(); k != markup.EOF; k = s.Next() {
		if k == markup.Start && s.Local() == "rootfile" {
			if name := partName("", unescapePath(s.Attr("full-path"))); name != "" && read(a, name) != "" {
				return name
			}
		}
	}
	for _, name := range a.Names() {
		if strings.HasSuffix(strings.ToLower(name), ".opf") && !strings.HasPrefix(name, "__MACOSX/") {
			return name
		}
	}
	return ""
}

// readBook reads a package document.
func readBook(xml, name string) *book {
	dir, _ := path.Split(name)
	b := &book{dir: dir, items: map[string]string{}}
	s := markup.New(xml)
	for k := s.Next(); k != markup.EOF; k = s.Next() {
		if k != markup.Start {
			continue
		}
		switch s.Local() {
		case "title":
			b.titles = appendFact(b.titles, textOf(s))
		case "creator":
			if role := s.Attr("opf:role"); role == "" || role == "aut" {
				b.creators = appendFact(b.creators, textOf(s))
			}
		case "date":
			b.date(s.Attr("opf:event"), textOf(s))
		case "language":
			if b.language == "" {
				b.language = clean(textOf(s))
			}
		case "meta":
			if s.Attr("property") == "dcterms:modified" {
				b.modified = dateOf(textOf(s))
			}
		case "item":
			part := partName(dir, unescapePath(s.Attr("href")))
			if len(b.items) < maxRelations {
				b.items[s.Attr("id")] = part
			}
			if b.nav == "" && hasWord(s.Attr("properties"), "nav") {
				b.nav = part
			}
		case "spine":
			b.toc = s.Attr("toc")
		case "itemref":
			if len(b.spine) < maxRelations {
				b.spine = append(b.spine, s.Attr("idref"))
			}
		}
	}
	return b
}

// maxCreators bounds facts that are repeated for every page of a book.
const maxCreators = 20

func appendFact(list []string, value string) []string {
	if value = clean(value); value == "" || len(list) >= maxCreators || slices.Contains(list, value) {
		return list
	}
	return append(list, value)
}

// date takes a date of the book, the one of publication first.
func (b *book) date(event, value string) {
	value = dateOf(value)
	switch {
	case value == "" || event == "creation" || event == "conversion" || event == "original-publication":
	case event == "modification":
		b.modified = value
	case event == "publication":
		b.dates = slices.Insert(b.dates, 0, value)
	case len(b.dates) < maxCreators:
		b.dates = append(b.dates, value)
	}
}

// unescapePath resolves %20 and its like, and cuts off what follows a #.
func unescapePath(s string) string {
	s, _, _ = strings.Cut(s, "#")
	if !strings.Contains(s, "%") {
		return s
	}
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) && hexDigit(s[i+1]) >= 0 && hexDigit(s[i+2]) >= 0 {
			out = append(out, byte(hexDigit(s[i+1])<<4|hexDigit(s[i+2])))
			i += 2
			continue
		}
		out = append(out, s[i])
	}
	return string(out)
}

// facts adds what the book says of all its pages.
func (b *book) facts(rec *record.Record) {
	add := func(trust protocol.Trust, field, value, rule string) {
		addFact(rec, trust, protocol.Fact{Field: field, Value: value, Rule: rule})
	}
	add(protocol.TrustLikely, "outlet", first(b.titles), "epub dc:title")
	for _, creator := range b.creators {
		if !strings.HasPrefix(strings.ToLower(creator), "calibre") {
			add(protocol.TrustLikely, "byline", creator, "epub dc:creator")
		}
	}
	add(protocol.TrustLikely, "date", first(b.dates), "epub dc:date")
	add(protocol.TrustGuess, "modified", b.modified, "epub dcterms:modified")
	add(protocol.TrustLikely, "lang", b.language, "epub dc:language")
}
