package feed

import (
	"strings"

	"clippings/wasm/internal/markup"
)

// yieldEvery is how many bytes are read between two calls of yield: about 2 ms
// in a browser.
const yieldEvery = 64 << 10

// readXML cuts the feed into entries. One that is not closed ends where the next
// begins.
func (w *writer) readXML(text string) error {
	s := markup.New(text)
	f := readHeader(text)
	yielded := 0
	for k := s.Next(); k != markup.EOF; k = s.Next() {
		for k == markup.Start && isEntry(s.Local()) {
			start, name := s.Offset(), s.Local()
			e := entry{feed: &f, lang: s.Attr("xml:lang"), base: resolve(f.base, s.Attr("xml:base")), about: s.Attr("rdf:about")}
			inside := s.EndOffset()
			for k = s.Next(); k != markup.EOF && (k == markup.Text || s.Local() != name); k = s.Next() {
				if s.Offset()-yielded > yieldEvery {
					yielded = s.Offset()
					if err := w.yield(); err != nil {
						return err
					}
				}
			}
			end := s.Offset()
			if k == markup.EOF {
				end = len(text)
				e.cut = true
			}
			e.readFields(text[inside:end])
			e.bytes = int64(max(end, s.EndOffset()) - start)
			if err := w.write(&e); err != nil {
				return err
			}
			if k == markup.End {
				break
			}
		}
		if s.Offset()-yielded > yieldEvery {
			yielded = s.Offset()
			if err := w.yield(); err != nil {
				return err
			}
		}
	}
	return nil
}

func isEntry(local string) bool { return local == "item" || local == "entry" }

// A header is what a feed says of all its entries.
type header struct {
	format  string // "rss", "atom", "json feed"
	title   string
	link    string
	base    string
	lang    string
	authors []string
}

// readHeader reads what stands before the first entry, and behind the last one
// if the title is not there.
func readHeader(text string) header {
	f := header{format: "rss"}
	s := markup.New(text)
	if toRoot(s) && s.Local() == "feed" {
		f.format = "atom"
	}
	f.base, f.lang = s.Attr("xml:base"), s.Attr("xml:lang")
	if !f.readFields(s) {
		return f
	}
	if f.title == "" {
		if i := max(strings.LastIndex(text, "</item>"), strings.LastIndex(text, "</entry>")); i >= 0 {
			f.readFields(markup.New(text[i:]))
		}
	}
	if f.base == "" {
		f.base = f.link
	}
	return f
}

// readFields reads to the first entry, and reports whether there is one.
func (f *header) readFields(s *markup.Scanner) bool {
	for k := s.Next(); k != markup.EOF; k = s.Next() {
		if k != markup.Start {
			continue
		}
		switch name := s.Local(); {
		case isEntry(name):
			return true
		case name == "channel":
			f.base = firstOf(f.base, s.Attr("xml:base"))
			f.lang = firstOf(f.lang, s.Attr("xml:lang"))
		case strings.HasPrefix(s.Name(), "media:") || strings.HasPrefix(s.Name(), "itunes:"):
			s.Inner()
		case name == "title":
			f.title = firstOf(f.title, plainValue(s))
		case name == "link":
			f.addLink(s)
		case name == "language":
			f.lang = firstOf(f.lang, plainValue(s))
		case name == "author" && f.format == "atom":
			f.authors = append(f.authors, people(s.Inner())...)
		case name == "image" || name == "textinput" || name == "items" || name == "owner" || name == "contributor":
			s.Inner()
		}
	}
	return false
}

func (f *header) addLink(s *markup.Scanner) {
	href, ok := s.LookupAttr("href")
	rel := s.Attr("rel")
	if !ok {
		href = plainValue(s)
	}
	if f.link == "" && (rel == "" || rel == "alternate") {
		f.link = markup.Line(href)
	}
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
