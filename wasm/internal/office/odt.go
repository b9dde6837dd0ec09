package office

import (
	"fmt"
	"strings"

	"clippings/wasm/internal/markup"
	"clippings/wasm/internal/record"
)

// ReadODT reads a text of LibreOffice and its like. It emits one record; its
// errors are ErrFormat, ErrEncrypted and those of yield and emit.
func ReadODT(a Archive, yield func() error, emit func(record.Record) error) error {
	if isEncryptedODT(read(a, "META-INF/manifest.xml")) {
		return ErrEncrypted
	}
	b, err := a.Read("content.xml")
	if err != nil && len(b) == 0 {
		return fmt.Errorf("office: odt without a part content.xml: %w", ErrFormat)
	}
	content, styles := xmlText(b), read(a, "styles.xml")
	r := &odtReader{yield: yield, w: newWriter(), styles: map[string]odtStyle{}, listStyles: map[string]*abstractList{}}
	r.readStyles(styles)
	r.readStyles(content)
	if err := r.part(content); err != nil {
		return err
	}
	objects := r.objects
	for _, name := range objects {
		if object := read(a, name); !strings.Contains(object, "<office:chart") {
			if err := r.part(object); err != nil {
				return err
			}
		}
	}
	if err := r.part(styles); err != nil {
		return err
	}
	rec := r.w.record("odt", len(content)+len(styles))
	addProperties(&rec, read(a, "meta.xml"), "odt")
	return emit(rec)
}

// ReadFlatODT reads the form of the same that is one XML file, .fodt.
func ReadFlatODT(data []byte, yield func() error, emit func(record.Record) error) error {
	text := xmlText(data)
	if !IsFlatODT(data) {
		return fmt.Errorf("office: no element office:document at its start: %w", ErrFormat)
	}
	r := &odtReader{yield: yield, w: newWriter(), styles: map[string]odtStyle{}, listStyles: map[string]*abstractList{}}
	r.readStyles(text)
	if err := r.part(text); err != nil {
		return err
	}
	rec := r.w.record("odt", len(text))
	addProperties(&rec, text, "odt")
	return emit(rec)
}

// IsFlatODT reports whether a file, of which head is the start, is a flat ODT.
func IsFlatODT(head []byte) bool {
	s := markup.New(xmlText(head[:min(len(head), 4096)]))
	for k := s.Next(); k != markup.EOF; k = s.Next() {
		if k == markup.Start {
			return s.Name() == "office:document"
		}
	}
	return len(head) > 0 && strings.Contains(string(head[:min(len(head), 512)]), "<office:document ")
}

// isEncryptedODT reports whether the manifest lists the content as encrypted.
func isEncryptedODT(manifest string) bool {
	s := markup.New(manifest)
	content := false
	for k := s.Next(); k != markup.EOF; k = s.Next() {
		if k != markup.Start {
			continue
		}
		switch s.Local() {
		case "file-entry":
			path, _ := s.LookupAttr("manifest:full-path")
			content = path == "content.xml" || path == "encrypted-package"
		case "encryption-data":
			if content {
				return true
			}
		}
	}
	return false
}

// An odtStyle is a paragraph style, named or made up for one paragraph.
type odtStyle struct {
	name    string // as a reader of the file sees it, in lower case
	parent  string
	outline int
	page    bool // a page starts with its paragraphs
}

// readStyles reads the styles of a part.
func (r *odtReader) readStyles(xml string) {
	s := markup.New(xml)
	id, style := "", odtStyle{}
	for k := s.Next(); k != markup.EOF; k = s.Next() {
		switch name := s.Name(); {
		case k == markup.End && name == "style:style":
			if id != "" && len(r.styles) < maxTables {
				r.styles[id] = style
			}
			id = ""
		case k != markup.Start:
		case name == "style:style":
			id = ""
			if s.Attr("style:family") == "paragraph" {
				id = s.Attr("style:name")
				style = odtStyle{
					name: odtStyleName(s.Attr("style:display-name"), id), parent: s.Attr("style:parent-style-name"),
					outline: number(s.Attr("style:default-outline-level"), 0), page: s.Attr("style:master-page-name") != "",
				}
			}
		case id != "" && name == "style:paragraph-properties":
			style.page = style.page || s.Attr("fo:break-before") == "page"
		case name == "text:list-style":
			r.readListStyle(s)
		case name == "office:body":
			s.Inner()
		}
	}
}

// odtStyleName is the name shown, or what the identifier stands for: "_20_" is
// a space.
func odtStyleName(shown, id string) string {
	if shown == "" {
		shown = strings.ReplaceAll(id, "_20_", " ")
	}
	return strings.ToLower(shown)
}

// styleTag is the element of paragraphs in the style, "" if nothing says.
func (r *odtReader) styleTag(id string) string {
	for range maxBased {
		style, ok := r.styles[id]
		if !ok {
			return tagOfStyle(odtStyleName("", id))
		}
		if tag := tagOfStyle(style.name); tag != "" {
			return tag
		}
		if style.outline > 0 {
			return headings[min(style.outline-1, 5)]
		}
		id = style.parent
	}
	return ""
}
