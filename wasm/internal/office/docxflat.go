package office

import (
	"errors"
	"fmt"
	"strings"

	"clippings/wasm/internal/markup"
	"clippings/wasm/internal/record"
)

// ReadFlatDocx reads the forms of a Word file that are one XML file: that of
// Word 2007 and later, which holds the parts one after the other (ECMA-376 part 2,
// annex E), and that of Word 2003, which is all one part. It is otherwise
// ReadDocx.
func ReadFlatDocx(data []byte, yield func() error, emit func(record.Record) error) error {
	switch text := xmlText(data); flatRoot(text) {
	case "package":
		return ReadDocx(packageParts(text), yield, emit)
	case "worddocument":
		return ReadDocx(&parts{text: map[string]string{
			"word/document.xml": text, "word/styles.xml": text, "docProps/core.xml": text,
			"word/_rels/document.xml.rels": `<Relationship Type="/styles" Target="styles.xml"/>`,
		}}, yield, emit)
	}
	return fmt.Errorf("office: no Word document at its start: %w", ErrFormat)
}

// IsFlatDocx reports whether a file, of which head is the start, is of such a
// form.
func IsFlatDocx(head []byte) bool { return flatRoot(xmlText(head[:min(len(head), 4096)])) != "" }

// flatRoot is the first element of a flat file, "" if it is none of Word's.
func flatRoot(text string) string {
	s := markup.New(text)
	for k := s.Next(); k != markup.EOF; k = s.Next() {
		if k != markup.Start {
			continue
		}
		switch name := s.Name(); {
		case name == "pkg:package", strings.HasSuffix(name, ":worddocument"):
			return s.Local()
		}
		return ""
	}
	return ""
}

// parts is an archive in memory.
type parts struct {
	names []string
	text  map[string]string
}

func (p *parts) Names() []string { return p.names }

func (p *parts) Read(name string) ([]byte, error) {
	text, ok := p.text[name]
	if !ok {
		return nil, errNoPart
	}
	return []byte(text), nil
}

var errNoPart = errors.New("office: no such part")

// packageParts are the XML parts of a flat package.
func packageParts(text string) *parts {
	p := &parts{text: map[string]string{}}
	s, name := markup.New(text), ""
	for k := s.Next(); k != markup.EOF; k = s.Next() {
		if k != markup.Start {
			continue
		}
		switch s.Name() {
		case "pkg:part":
			name = partName("", s.Attr("pkg:name"))
		case "pkg:xmldata":
			if _, ok := p.text[name]; !ok && len(p.names) < maxRelations {
				p.names = append(p.names, name)
				p.text[name] = s.Inner()
			}
		case "pkg:binarydata":
			s.Inner()
		}
	}
	return p
}
