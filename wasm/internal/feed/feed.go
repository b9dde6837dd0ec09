// Package feed reads RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, and JSON Feed 1.x
// into records, one for each entry.
//
//	text -> entries as they lie in the text -> fields of an entry -> record
//
// The variants of XML share one reader, because feeds mix them: RSS with
// elements of Atom and Dublin Core is the rule. Elements are known by their
// names and the usual prefixes; declarations of name spaces are not looked at.
// First the extent of an entry is found, then its fields inside it, so a field
// that is never closed costs one entry and not the feed.
//
// A record's text is the fullest of the texts that the entry carries, always as
// HTML: escaped, in CDATA, as XHTML, naked between the tags, in base64 or escaped
// twice. Text without markup becomes paragraphs. The headline is a fact and stands
// in the text only where there is no other.
//
// Cost: an entry is scanned about four times; memory is that of one entry.
//
// Sources: https://www.rssboard.org/rss-specification,
// https://web.resource.org/rss/1.0/spec, https://www.rfc-editor.org/rfc/rfc4287,
// https://www.jsonfeed.org/version/1.1/.
package feed

import (
	"strings"

	"clippings/wasm/internal/markup"
	"clippings/wasm/internal/record"
)

// headLen is how far Is looks.
const headLen = 4 << 10

// Is reports whether the text that begins with head is a feed. Four kilobytes
// are enough; more are not looked at.
func Is(head string) bool {
	head = head[:min(len(head), headLen)]
	if isJSON(head) {
		return strings.Contains(head, "jsonfeed.org/version") || strings.Contains(head, `"items"`) && (strings.Contains(head, `"feed_url"`) || strings.Contains(head, `"home_page_url"`))
	}
	s := markup.New(head)
	if !toRoot(s) {
		return false
	}
	has := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(head, w) {
				return true
			}
		}
		return false
	}
	switch s.Local() {
	case "rss":
		return true
	case "feed":
		return has("/2005/Atom", "purl.org/atom", "<entry")
	case "rdf":
		return has("purl.org/rss", "my.netscape.com/rdf", "<channel")
	case "channel":
		return has("<item")
	}
	return false
}

// isJSON reports whether text begins as an object of JSON does.
func isJSON(text string) bool {
	return strings.HasPrefix(strings.TrimLeft(text, "\ufeff \t\r\n"), "{")
}

// toRoot moves to the first start tag. Text before it means that this is not
// XML, unless it is white space or a byte order mark.
func toRoot(s *markup.Scanner) bool {
	for k := s.Next(); ; k = s.Next() {
		switch {
		case k == markup.Start:
			return true
		case k != markup.Text || strings.Trim(s.Raw(), "\ufeff \t\r\n") != "":
			return false
		}
	}
}

// Read hands every entry of a feed to emit, in the order of the feed. An entry
// keeps what it says of itself; what it leaves to the feed (outlet, language,
// for Atom and JSON Feed the author) is taken from there. Errors are only those
// of yield and emit, unchanged.
func Read(text string, yield func() error, emit func(record.Record) error) error {
	w := writer{yield: yield, emit: emit, keys: record.Keys{}}
	if isJSON(text) {
		return w.readJSON(text)
	}
	return w.readXML(text)
}
