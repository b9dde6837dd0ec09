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
	for k := s.Next(); k != markup.EOF; {
		if err := w.pause(s.Offset()); err != nil {
			return err
		}
		if k != markup.Start || !isEntry(s.Local()) {
			k = s.Next()
			continue
		}
		e := entry{feed: &f, lang: s.Attr("xml:lang"), base: resolve(f.base, s.Attr("xml:base")), about: s.Attr("rdf:about")}
		start, inside, name := s.Offset(), s.EndOffset(), s.Local()
		for k = s.Next(); k != markup.EOF && (k == markup.Text || s.Local() != name); k = s.Next() {
			if err := w.pause(s.Offset()); err != nil {
				return err
			}
		}
		end := s.Offset()
		switch k {
		case markup.EOF:
			end, e.cut = len(text), true
		case markup.End:
			k = s.Next()
		}
		e.bytes = int64(end - start)
		if err := e.readFields(text[inside:end], w.yield); err != nil {
			return err
		}
		if err := w.write(&e); err != nil {
			return err
		}
	}
	return nil
}

// pause lets a cancel in, every 64 kB.
func (w *writer) pause(at int) error {
	if at-w.yielded < yieldEvery {
		return nil
	}
	w.yielded = at
	return w.yield()
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
