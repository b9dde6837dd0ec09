package office

import (
	"clippings/wasm/internal/markup"
	"clippings/wasm/internal/record"
)

// propertyFields maps the elements of Dublin Core and its like, as the
// properties of a file hold them, to fields.
func propertyField(name string) string {
	switch name {
	case "title":
		return "title"
	case "creator", "initial-creator":
		return "byline"
	case "created", "creation-date":
		return "date"
	case "modified", "date":
		return "modified"
	case "language":
		return "lang"
	}
	return ""
}

// addProperties adds what docProps/core.xml or meta.xml says. Rule is the word
// for the format. See ECMA-376 part 2, section 8 and OpenDocument part 3,
// section 4.3.
func addProperties(rec *record.Record, xml, format string) {
	seen := map[string]bool{}
	s := markup.New(xml)
	for k := s.Next(); k != markup.EOF; k = s.Next() {
		if k != markup.Start {
			continue
		}
		name := s.Local()
		field := propertyField(name)
		if field == "" || seen[name] {
			continue
		}
		seen[name] = true
		value := textOf(s)
		switch rule := format + " " + name; field {
		case "title":
			addTitle(rec, value, rule)
		case "byline":
			addPerson(rec, value, rule)
		case "lang":
			addGuess(rec, field, value, rule)
		default:
			addGuess(rec, field, dateOf(value), rule)
		}
	}
}

// textOf is the text inside the element whose start tag the scanner stands on.
func textOf(s *markup.Scanner) string {
	inner := markup.New(s.Inner())
	var out []byte
	for k := inner.Next(); k != markup.EOF && len(out) < 4*maxFact; k = inner.Next() {
		if k == markup.Text {
			out = append(out, inner.Text()...)
		}
	}
	return string(out)
}
