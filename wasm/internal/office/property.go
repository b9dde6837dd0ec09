package office

import (
	"clippings/wasm/internal/markup"
	"clippings/wasm/internal/record"
)

// addProperties adds what docProps/core.xml or meta.xml says. Format goes into
// the rules. See ECMA-376 part 2, section 8 and OpenDocument part 3, section 4.3.
func addProperties(rec *record.Record, xml, format string) {
	values := map[string]string{}
	s := markup.New(xml)
	for k := s.Next(); k != markup.EOF; k = s.Next() {
		if k != markup.Start {
			continue
		}
		switch name := s.Local(); name {
		case "title", "creator", "initial-creator", "created", "creation-date", "modified", "date", "language":
			if value := textOf(s); values[name] == "" {
				values[name] = value
			}
		case "body": // of a flat file, where the properties are over
			s.Inner()
		}
	}
	addTitle(rec, values["title"], format+" title")
	for _, name := range [...]string{"initial-creator", "creator"} {
		if values[name] != "" {
			addPersons(rec, values[name], format+" "+name)
			break // the second is who saved it last
		}
	}
	for _, name := range [...]string{"created", "creation-date"} {
		addGuess(rec, "date", dateOf(values[name]), format+" "+name)
	}
	for _, name := range [...]string{"modified", "date"} {
		addGuess(rec, "modified", dateOf(values[name]), format+" "+name)
	}
	addGuess(rec, "lang", values["language"], format+" language")
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
