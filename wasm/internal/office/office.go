// Package office reads the files that word processors and book makers write:
// DOCX and ODT (packed or flat), EPUB and RTF. What comes out is a record.Record
// whose text is HTML, since the page reader of package format already knows what
// a heading, an entry of a list, a cell or a caption is to an article.
//
//	zip -> Archive -> ReadDocx ┐
//	                  ReadODT  ├-> writer -> page -> record.Record
//	                  ReadEPUB ┘     ^
//	bytes ------------> ReadRTF -----┘
//
// A writer takes text in the order in which a file holds it, and a file holds a
// footnote, a comment or a text box in the middle of the sentence it hangs on.
// Each is a flow of its own, which the writer puts where a reader expects it:
//
//	body, each text box after the paragraph it hangs on
//	notes          <ol>, part of the article
//	comments       <aside class="comments">, not part of it
//	head and foot  <footer>, each line once, not part of it
//
// Page breaks stay as <hr>: exports of news archives part their articles by
// them. Text that was deleted with changes tracked is left out, text that was
// inserted stays. Pictures, objects, macros and the instructions of fields are
// not text.
//
// What the properties of a file say about title, author and date is whatever
// the program or its owner put there and often stems from a template or another
// document. Those facts are marked as guesses; what stands in the text decides.
//
// All is one pass over each part, memory a small multiple of the text, nesting
// is bounded, and a damaged file gives what can be read and a warning.
//
// Sources: ECMA-376 (Office Open XML) part 1; OASIS OpenDocument 1.3 part 3;
// EPUB 3.3 (https://www.w3.org/TR/epub-33/) and OPF 2.0.1; Rich Text Format
// Specification 1.9.1.
package office

import (
	"errors"
	"strings"
)

// Archive is an opened zip.
type Archive interface {
	// Names lists the parts, with slashes.
	Names() []string
	// Read returns a part whole, never more than the caller's limit.
	Read(name string) ([]byte, error)
}

var (
	// ErrFormat says that a file lacks what makes it one of its format.
	ErrFormat = errors.New("office: not a file of that format")
	// ErrEncrypted says that a file is protected with a password or a licence.
	ErrEncrypted = errors.New("office: the file is encrypted")
)

// Kind tells what an archive is by the names of its parts and the content of
// its part "mimetype", "" if it has none: "docx", "odt", "epub", or one that is
// not read: "xlsx", "pptx", "ods", "odp"; "" for any other archive.
func Kind(names []string, mimetype string) string {
	switch mimetype = strings.TrimSpace(mimetype); {
	case mimetype == "application/epub+zip":
		return "epub"
	case strings.HasPrefix(mimetype, openDocument+"text"):
		return "odt"
	case strings.HasPrefix(mimetype, openDocument+"spreadsheet"):
		return "ods"
	case strings.HasPrefix(mimetype, openDocument+"presentation"):
		return "odp"
	}
	return kindOfParts(names)
}

const openDocument = "application/vnd.oasis.opendocument."

// kindOfParts tells a format by a part that no file of it can lack.
func kindOfParts(names []string) string {
	types, content, manifest := false, false, false
	for _, name := range names {
		switch {
		case name == "META-INF/container.xml":
			return "epub"
		case strings.HasPrefix(name, "word/document") && strings.HasSuffix(name, ".xml"):
			return "docx"
		case strings.HasPrefix(name, "xl/workbook"):
			return "xlsx"
		case name == "ppt/presentation.xml":
			return "pptx"
		case name == "[Content_Types].xml":
			types = true
		case name == "content.xml":
			content = true
		case name == "META-INF/manifest.xml":
			manifest = true
		}
	}
	switch {
	case content && manifest:
		return "odt"
	case types && hasPrefix(names, "word/"):
		return "docx"
	}
	return ""
}

func hasPrefix(names []string, prefix string) bool {
	for _, name := range names {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return false
}
