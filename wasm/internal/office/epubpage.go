package office

import (
	"fmt"
	"strings"
	"unicode"

	"clippings/wasm/internal/markup"
	"clippings/wasm/internal/record"
	"clippings/wasm/protocol"
)

// An epubReader reads the pages of a book.
type epubReader struct {
	Archive
	yield func() error
	emit  func(record.Record) error
	book  *book
	toc   map[string]tocEntry
	keys  map[string]int  // how often a title stands in the table of contents
	used  map[string]bool // keys of the records so far

	held     *record.Record // the last record read, which gets the warnings if no other follows
	warnings []string
	blank    int // pages without running text
}

// read reads all pages.
func (r *epubReader) read() error {
	locked := r.encryptedParts()
	closed, seen := 0, map[string]bool{}
	for _, id := range r.book.spine {
		part := r.book.items[id]
		switch {
		case part == "" || seen[part]:
			continue
		case locked[part]:
			closed++
			continue
		}
		seen[part] = true
		if err := r.page(part); err != nil {
			return err
		}
	}
	if len(r.book.spine) == 0 {
		return fmt.Errorf("office: epub whose package document lists no pages: %w", ErrFormat)
	}
	if closed > 0 && r.held == nil {
		return ErrEncrypted
	}
	if closed > 0 {
		r.warnings = append(r.warnings, counted(closed, "page")+" of the book could not be read: encrypted.")
	}
	if r.blank > 0 {
		r.warnings = append(r.warnings, counted(r.blank, "page")+" of the book without running text left out: cover, contents and the like.")
	}
	return r.flush(nil)
}

// flush hands out the record that is held and holds the next.
func (r *epubReader) flush(next *record.Record) error {
	held := r.held
	if r.held = next; held == nil {
		return nil
	}
	if next == nil {
		held.Warnings = append(held.Warnings, r.warnings...)
	}
	return r.emit(*held)
}

// encryptedParts are the parts that need a key. Fonts are often encrypted in a
// way that anybody can undo, which is no matter here.
func (r *epubReader) encryptedParts() map[string]bool {
	parts := map[string]bool{}
	s := markup.New(read(r, "META-INF/encryption.xml"))
	for k := s.Next(); k != markup.EOF; k = s.Next() {
		if k == markup.Start && s.Local() == "cipherreference" && len(parts) < maxRelations {
			parts[partName("", unescapePath(s.Attr("URI")))] = true
		}
	}
	return parts
}

// Pages with fewer words than minWords hold a title, a dedication, a cover.
// Those of which most words are links are contents.
const (
	minWords = 6
	maxLinks = 60 // percent
)

// page reads one page of the book.
func (r *epubReader) page(part string) error {
	b, err := r.Read(part)
	if err != nil && len(b) == 0 {
		r.warnings = append(r.warnings, fmt.Sprintf("The page %s of the book is missing or damaged.", clean(part)))
		return nil
	}
	p := epubPage{s: markup.New(xmlText(b))}
	if err := p.read(r.yield); err != nil {
		return err
	}
	if p.words < minWords || 100*p.linked > maxLinks*p.words {
		r.blank++
		return nil
	}
	rec := r.record(part, &p)
	rec.Bytes = int64(len(b))
	return r.flush(&rec)
}

// record is the page with what the book and its contents say of it.
func (r *epubReader) record(part string, p *epubPage) record.Record {
	rec := record.Record{Key: part, Format: "epub", HTML: true, Text: string(p.out)}
	entry := r.toc[part]
	title := clean(string(p.heading))
	switch {
	case entry.title != "" && !entry.more:
		addFact(&rec, protocol.TrustLikely, protocol.Fact{Field: "title", Value: entry.title, Rule: "epub contents"})
		if r.keys[entry.title] == 1 {
			rec.Key = entry.title
		}
	case title != "":
		addFact(&rec, protocol.TrustLikely, protocol.Fact{Field: "title", Value: title, Rule: "epub heading"})
	}
	for r.used[rec.Key] {
		part += "~"
		rec.Key = part
	}
	r.used[rec.Key] = true
	addGuess(&rec, "section", entry.section, "epub contents")
	r.book.facts(&rec)
	return rec
}

// An epubPage is one pass over a page, which is XHTML. It is written again as
// HTML: there <title/> or <script/> would swallow all that follows.
type epubPage struct {
	s       *markup.Scanner
	out     []byte
	heading []byte // the first
	level   string // its element
	inside  bool   // of it
	words   int
	linked  int // of them, in links
	links   int // open
}

func (p *epubPage) read(yield func() error) error {
	for n := 1; ; n++ {
		if n%yieldPieces == 0 {
			if err := yield(); err != nil {
				return err
			}
		}
		switch p.s.Next() {
		case markup.EOF:
			return nil
		case markup.Text:
			p.text(p.s.Text())
		case markup.Start:
			p.start(p.s.Local())
		case markup.End:
			p.end(p.s.Local())
		}
	}
}

// start writes a start tag, or leaves out what is not text.
func (p *epubPage) start(name string) {
	switch name {
	case "head", "script", "style", "svg", "template", "iframe", "audio", "video", "noscript":
		p.s.Inner()
		return
	case "html", "body":
		return
	}
	if isMark(p.s) {
		p.s.Inner()
		return
	}
	switch name {
	case "h1", "h2", "h3":
		if p.inside = len(p.heading) == 0; p.inside {
			p.level = name
		}
	case "a":
		p.links++
	}
	p.out = append(p.out, '<')
	p.out = append(p.out, name...)
	for _, attribute := range [...]string{"class", "id", "href", "role", "rel", "itemprop", "datetime"} {
		if value := p.s.Attr(attribute); value != "" && len(value) <= maxAddress {
			p.out = append(p.out, ' ')
			p.out = append(p.out, attribute...)
			p.out = append(p.out, `="`...)
			p.out = append(p.out, escapeAttribute(value)...)
			p.out = append(p.out, '"')
		}
	}
	p.out = append(p.out, '>')
}

// isMark reports the numbers of printed pages and of notes.
func isMark(s *markup.Scanner) bool {
	kind := s.Attr("epub:type")
	if kind == "" {
		kind = strings.ReplaceAll(s.Attr("role"), "doc-", "")
	}
	return hasWord(kind, "pagebreak") || hasWord(kind, "noteref")
}

// end writes an end tag, unless HTML has none.
func (p *epubPage) end(name string) {
	switch name {
	case "html", "body", "br", "hr", "img", "col", "wbr", "input", "meta", "link", "source", "area", "base", "embed", "param", "track":
		return
	case "a":
		p.links = max(p.links-1, 0)
	case p.level:
		p.inside = false
	}
	p.out = append(p.out, "</"...)
	p.out = append(p.out, name...)
	p.out = append(p.out, '>')
}

// text writes text and counts its words.
func (p *epubPage) text(s string) {
	in := inline{out: p.out}
	in.add(s)
	p.out = in.out
	if p.inside {
		p.heading = appendShort(p.heading, s)
	}
	words := countWords(s)
	p.words += words
	if p.links > 0 {
		p.linked += words
	}
}

// countWords counts words, and two letters of scripts that part none as one.
func countWords(s string) int {
	words, wide, inside := 0, 0, false
	for _, r := range s {
		switch {
		case r >= 0x2E80 && unicode.IsLetter(r):
			wide++
			inside = false
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if !inside {
				words++
			}
			inside = true
		case unicode.IsSpace(r):
			inside = false
		}
	}
	return words + wide/2
}
